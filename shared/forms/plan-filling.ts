import type { Figure } from '../indicators/figure.ts';
import { documentDate } from '../kit/document-date.ts';
import type { Day } from '../kit/values.ts';
import type { HandedList } from '../submission/handed-lists.ts';
import { cellAddress } from '../workbook/cell-address.ts';
import type { SheetFilling } from '../workbook/fill/fill-form.ts';
import { noSuchSheet } from '../workbook/fill/form-errors.ts';
import type { CellContent, FilledCell } from '../workbook/fill/put-cells.ts';
import { type RowInsertion, rowShift } from '../workbook/fill/row-shift.ts';
import type { CellLook } from './cell-looks.ts';
import type { BoundFigure, FormBinding, SheetBinding, TextBinding, TextValue } from './form-binding.ts';
import { FormFigures, type FormRequest } from './form-figures.ts';
import { cellAt, type FormSheet, isCovered } from './form-look.ts';
import { endOf } from './form-tables.ts';
import { figureContent, figureWords } from './form-values.ts';
import { planSums } from './plan-sums.ts';
import { type PlannedTable, planTable, type TracedCell } from './plan-table.ts';
import { gapsIn, isWithin, wordsInGap } from './text-gaps.ts';

/** A filled cell that leads back to its records, by its sheet's place in the binding and where it stands in the filled form. */
export type TracedFormCell = TracedCell & { readonly sheet: number };

/** Everything that will be done to a blank form, as a value: seen before it is done, done exactly as seen. */
export type FillingPlan = {
  /** In the order of the binding's sheets. */
  readonly fillings: readonly SheetFilling[];
  readonly traced: readonly TracedFormCell[];
  readonly lists: readonly HandedList[];
  /** What the clerk should know: rows added, names not found, records that no row counts. */
  readonly notes: readonly string[];
  /** Records a total counts and no row does, by what is missing. */
  readonly uncounted: readonly Figure[];
};

/** Counts what a binding asks for and says what goes into which cell. */
export function planFilling(binding: FormBinding, sheets: readonly FormSheet[], request: FormRequest): FillingPlan {
  const planning = planFillingInSlices(binding, sheets, request);
  let step = planning.next();
  while (step.done !== true) step = planning.next();
  return step.value;
}

/**
 * The same in slices: yields after every figure, so that a worker may pause.
 * @throws LedgerError form/no-sheet where the form lacks a sheet that is bound
 */
export function* planFillingInSlices(
  binding: FormBinding,
  sheets: readonly FormSheet[],
  request: FormRequest,
): Generator<undefined, FillingPlan> {
  const figures = new FormFigures(request);
  yield* figures.prepared(binding.sheets.flatMap(figuresIn));
  const planned: PlannedSheet[] = [];
  for (const bound of binding.sheets) {
    const sheet = sheets.find(({ name }) => name === bound.sheet);
    if (sheet === undefined) {
      throw noSuchSheet(
        bound.sheet,
        sheets.map(({ name }) => name),
      );
    }
    planned.push(yield* planSheet(bound, sheet, figures, request));
  }
  return {
    fillings: planned.map(({ filling }) => filling),
    traced: planned.flatMap(({ traced }, sheet) => traced.map((cell) => ({ ...cell, sheet }))),
    lists: planned.flatMap(({ lists }, sheet) => lists.map((list) => ({ ...list, sheet }))),
    notes: [...new Set([...planned.flatMap(({ notes }) => notes), ...figures.lacking])],
    uncounted: eachOnce(planned.flatMap(({ uncounted }) => uncounted)),
  };
}

/** Everything a sheet has counted. */
const figuresIn = ({ texts, tables }: SheetBinding): readonly BoundFigure[] =>
  [...texts, ...tables.flatMap(({ columns }) => columns)].flatMap(({ value }) =>
    value.kind === 'figure' || value.kind === 'rank' ? [value.figure] : [],
  );

/** Two tables that count the same ledger leave the same records out. */
const eachOnce = (figures: readonly Figure[]): readonly Figure[] => [
  ...new Map(figures.map((figure) => [`${figure.ledger} ${figure.ids.join(' ')}`, figure])).values(),
];

type PlannedSheet = Pick<PlannedTable, 'traced' | 'lists' | 'notes' | 'uncounted'> & { readonly filling: SheetFilling };

/** Texts and tables of a sheet, each moved down by the rows put in above it. */
function* planSheet(
  bound: SheetBinding,
  sheet: FormSheet,
  figures: FormFigures,
  request: FormRequest,
): Generator<undefined, PlannedSheet> {
  const tables: PlannedTable[] = [];
  for (const table of bound.tables) tables.push(yield* planTable(table, sheet, figures, request));
  const insertions = besideOneAnother(tables.flatMap((table) => table.insertions));
  const shift = rowShift(insertions);
  const texts = yield* planTexts(bound, sheet, figures, request);
  const sums = planSums(
    bound.texts,
    bound.tables.flatMap((table, place) => {
      const planned = tables[place];
      return planned === undefined ? [] : [{ bound: table, planned }];
    }),
  );
  /** A table moves as a whole; a text moves with its row. */
  const moved = (one: PlannedTexts, by: (row: number) => number): PlannedTexts => ({
    cells: one.cells.map((cell) => ({ ...cell, row: by(cell.row) })),
    traced: one.traced.map((cell) => ({ ...cell, row: by(cell.row) })),
  });
  const all = [
    moved(texts, shift.row),
    moved(sums, shift.row),
    ...tables.map((table, place) => {
      const top = bound.tables[place]?.top ?? 0;
      return moved(table, (row) => row + shift.row(top) - top);
    }),
  ];
  const cells = all.flatMap((one) => one.cells);
  return {
    filling: { sheet: bound.sheet, insertions, cells: [...cells, ...leftByClones(bound, sheet, insertions, cells)] },
    traced: all.flatMap(({ traced }) => traced),
    lists: tables.flatMap(({ lists }) => lists),
    notes: [...tables.flatMap(({ notes }) => notes), ...sums.notes],
    uncounted: tables.flatMap(({ uncounted }) => uncounted),
  };
}

/** Tables side by side grow below the same row: by as many rows as the longest of them needs. */
function besideOneAnother(insertions: readonly RowInsertion[]): readonly RowInsertion[] {
  const longest = new Map<number, RowInsertion>();
  for (const one of insertions) {
    if (one.count > (longest.get(one.below)?.count ?? 0)) longest.set(one.below, one);
  }
  return [...longest.values()];
}

/**
 * What stands in the last row of a table and would be said again in rows put in for another one beside it, or for another of
 * its folds: names and numbers that are no longer anybody's.
 */
function leftByClones(
  { tables }: SheetBinding,
  sheet: FormSheet,
  insertions: readonly RowInsertion[],
  filled: readonly FilledCell[],
): readonly FilledCell[] {
  const shift = rowShift(insertions);
  return insertions.flatMap(({ below, count }) => {
    const ending = tables.filter((table) => endOf(table) === below || table.bottom === below);
    // A table alone in its rows fills every row that is put in.
    if (ending.length < 2 && ending.every(({ folds }) => folds === undefined)) return [];
    const columns = ending
      .flatMap(({ columns: own, folds = [] }) =>
        own.flatMap(({ column }) => [0, ...folds].map((fold) => column + fold)),
      )
      .filter((column) => {
        const { text = '', formula } = cellAt(sheet, below, column) ?? {};
        return text.trim() !== '' && formula === undefined && !isCovered(sheet, below, column);
      });
    const first = shift.row(below) + 1;
    const taken = new Set(filled.flatMap(({ row, column }) => (row < first ? [] : [`${row} ${column}`])));
    return Array.from({ length: count }, (_, at) => first + at).flatMap((row) =>
      columns
        .filter((column) => !taken.has(`${row} ${column}`))
        .map((column): FilledCell => ({ row, column, content: { kind: 'blank' } })),
    );
  });
}

type PlannedTexts = Pick<PlannedTable, 'cells' | 'traced'>;

function* planTexts(
  binding: SheetBinding,
  sheet: FormSheet,
  figures: FormFigures,
  request: FormRequest,
): Generator<undefined, PlannedTexts> {
  const cells: FilledCell[] = [];
  const traced: TracedCell[] = [];
  for (const { row, column, inCell } of byCell(binding.texts.filter(({ value }) => value.kind !== 'sum'))) {
    const { text = '', look } = cellAt(sheet, row, column) ?? {};
    const gaps = gapsIn(text);
    const stretches = inCell.flatMap(({ gap, value }) => {
      const stretch = gap === undefined ? undefined : gaps[gap];
      return stretch === undefined ? [] : [{ stretch, value }];
    });
    const patches = stretches
      .filter(({ stretch }) => !stretches.some((other) => isWithin(stretch, other.stretch)))
      .map(({ stretch, value }) => ({
        ...stretch,
        text: wordsInGap(text, stretch, wordsOf(value, figures, request)),
      }));
    const whole = inCell.find(({ gap }) => gap === undefined);
    if (whole !== undefined) cells.push({ row, column, content: contentOf(whole.value, look, figures, request) });
    else cells.push({ row, column, content: { kind: 'within', patches } });
    for (const { value } of inCell) {
      if (value.kind === 'figure') traced.push({ row, column, figure: figures.figure(value.figure) });
    }
    yield;
  }
  return { cells, traced };
}

/** The bindings of each cell together: a text may have several gaps. */
function byCell(texts: readonly TextBinding[]) {
  const places = new Map(texts.map(({ row, column }) => [cellAddress(row, column), { row, column }]));
  return [...places.values()].map(({ row, column }) => ({
    row,
    column,
    inCell: texts.filter((one) => one.row === row && one.column === column),
  }));
}

function wordsOf(value: TextValue, figures: FormFigures, { context, period, office }: FormRequest): string {
  const part = (day: string, from: number, to: number) => String(Number(day.slice(from, to)));
  switch (value.kind) {
    case 'periodYear':
      return period.first.slice(0, 4);
    case 'periodMonth':
      return part(period.last, 5, 7);
    case 'period':
      return period.label;
    case 'periodFirst':
      return documentDate(period.first);
    case 'periodLast':
      return documentDate(period.last);
    case 'periodDays':
      return `${documentDate(period.first)}至${documentDate(period.last)}`;
    case 'todayYear':
      return context.today.slice(0, 4);
    case 'todayMonth':
      return part(context.today, 5, 7);
    case 'todayDay':
      return part(context.today, 8, 10);
    case 'today':
      return documentDate(context.today);
    case 'office':
      return office;
    case 'operator':
      return context.operator;
    case 'fixed':
      return value.text;
    case 'figure':
      return figureWords(figures.figure(value.figure));
    case 'sum':
      // Told by what the rows are filled with: plan-sums.
      return '';
  }
}

/** Parts of a day, which a cell of their own holds as numbers. */
const NUMBERS: ReadonlySet<TextValue['kind']> = new Set([
  'periodYear',
  'periodMonth',
  'todayYear',
  'todayMonth',
  'todayDay',
]);

/** A whole cell: figures, days and their parts as such, everything else as a text. */
function contentOf(
  value: TextValue,
  look: CellLook | undefined,
  figures: FormFigures,
  request: FormRequest,
): CellContent {
  if (value.kind === 'figure') return figureContent(figures.figure(value.figure), undefined, look?.format);
  const day = dayOf(value.kind, look, request);
  if (day !== undefined) return { kind: 'day', day };
  const text = wordsOf(value, figures, request);
  return NUMBERS.has(value.kind) ? { kind: 'number', number: Number(text) } : { kind: 'text', text };
}

/** A period in a cell that shows days is its last one. */
function dayOf(kind: TextValue['kind'], look: CellLook | undefined, { context, period }: FormRequest): Day | undefined {
  if (kind === 'today') return context.today;
  if (kind === 'periodFirst') return period.first;
  return kind === 'periodLast' || (kind === 'period' && look?.format === 'date') ? period.last : undefined;
}

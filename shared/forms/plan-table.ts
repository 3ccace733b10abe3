import type { Figure } from '../indicators/figure.ts';
import type { HandedList } from '../submission/handed-lists.ts';
import type { CellContent, FilledCell } from '../workbook/fill/put-cells.ts';
import type { RowInsertion } from '../workbook/fill/row-shift.ts';
import type { CellLook } from './cell-looks.ts';
import { type ColumnUnit, columnUnits } from './column-unit.ts';
import type { BoundFigure, ColumnValue, TableBinding } from './form-binding.ts';
import type { FormFigures, FormRequest } from './form-figures.ts';
import { type FormLine, formLines } from './form-lines.ts';
import { cellAt, type FormSheet } from './form-look.ts';
import { formIndicator } from './form-measures.ts';
import { partsOf } from './form-tables.ts';
import { contentOfColumn, figureContent, ranksOf } from './form-values.ts';
import { leftOutOfTotals } from './row-by-row-totals.ts';

/** A filled cell that leads back to the records it was counted from. */
export type TracedCell = {
  readonly row: number;
  readonly column: number;
  readonly figure: Figure;
  /** Of a line of totals without a formula: rows added up by the program. */
  readonly isSum?: true;
};

/** The number of a filled cell, and in what unit the form shows it. */
export type NumberCell = TracedCell & { readonly columnUnit: ColumnUnit | undefined };

/** What is planned for a table; rows counted as if only this table had grown. */
export type PlannedTable = {
  readonly cells: readonly FilledCell[];
  readonly traced: readonly TracedCell[];
  readonly insertions: readonly RowInsertion[];
  /** Figures of the rows and numbers of a list's records: what a line of totals may add up. */
  readonly numbers: readonly NumberCell[];
  /** Rows that are left to be filled by hand. */
  readonly left: readonly FormLine[];
  /** The records of a list, row by row, with the words their cells are filled with. */
  readonly lists: readonly PlannedList[];
  readonly notes: readonly string[];
  readonly uncounted: readonly Figure[];
};

export type PlannedList = Omit<HandedList, 'sheet'>;

/** Cells between two chances to pause. */
const SLICE = 50;

/** Counts a table of a form. Yields after a few cells. */
export function* planTable(
  table: TableBinding,
  sheet: FormSheet,
  figures: FormFigures,
  request: FormRequest,
): Generator<undefined, PlannedTable> {
  const { lines, end, notes } = yield* formLines(table, sheet, figures, request);
  const unitOf = columnUnits(sheet, table.top);
  const columns: PlannedColumn[] = [];
  const numbers: NumberCell[] = [];
  for (const { column, value } of table.columns) {
    const unit = unitOf(column);
    const blank = (row: number, over: number) => cellAt(sheet, Math.min(row, end), column + over);
    const formatAt = ({ row, over }: FormLine) => blank(row, over)?.look.format;
    const planned =
      value.kind === 'figure'
        ? yield* planFigures(column, { unit, ...value }, lines, figures, formatAt)
        : yield* planWords(column, value, lines, unit, figures, request);
    if (value.kind === 'figure') {
      numbers.push(...planned.traced.map((one) => ({ ...one, columnUnit: value.unit ?? unit })));
    } else if (value.kind === 'field') {
      numbers.push(...amountsOf(column, value.field, lines).map((one) => ({ ...one, columnUnit: unit })));
    }
    // 序号 may count on by the form's own formulas (=A6+1), which go along into rows put in, or be words of its own (一).
    const isOwn = ({ row, column: at }: FilledCell) => {
      const cell = blank(row, at - column);
      const isWords = row <= end && cell?.number === undefined && (cell?.text.trim() ?? '') !== '';
      return value.kind === 'number' && (cell?.formula !== undefined || isWords);
    };
    columns.push({ ...planned, cells: planned.cells.filter((cell) => !isOwn(cell)) });
  }
  const more = lines.reduce((last, { row }) => Math.max(last, row), end) - end;
  return {
    cells: columns.flatMap(({ cells }) => cells),
    traced: columns.flatMap(({ traced }) => traced),
    numbers,
    left: lines.filter(({ isMine }) => isMine === undefined),
    lists: table.lines.kind === 'records' ? [listOf(table.lines.ledger, table, lines, unitOf, request)] : [],
    notes: more > 0 ? [...notes, ...leftOutOfTotals(sheet, table, end)] : notes,
    insertions: more > 0 ? [{ below: end, count: more, ...(isAlone(table, end) ? {} : { isLast: true }) }] : [],
    uncounted: yield* uncountedBy(table, lines, figures),
  };
}

/** Whether a row is all there is of its part of a table: what stands above it is a heading or a total. */
const isAlone = (table: TableBinding, row: number): boolean =>
  partsOf(table).some(({ top, bottom }) => top === row && bottom === row);

type PlannedColumn = Pick<PlannedTable, 'cells' | 'traced'>;

type ValueOf<Kind extends ColumnValue['kind']> = Extract<ColumnValue, { kind: Kind }>;

/** A change has no value where there was nothing: the superior reads a blank as a line nobody filled. */
const NOTHING_TO_COMPARE: CellContent = { kind: 'text', text: '—' };

function* planFigures(
  column: number,
  { figure: bound, unit }: Pick<ValueOf<'figure'>, 'figure'> & { readonly unit: ColumnUnit | undefined },
  lines: readonly FormLine[],
  figures: FormFigures,
  formatAt: (line: FormLine) => CellLook['format'],
): Generator<undefined, PlannedColumn> {
  const cells: FilledCell[] = [];
  const traced: TracedCell[] = [];
  for (const line of lines) {
    if (line.isMine === undefined) continue;
    const figure = figures.figure(bound, line.isMine);
    const at = { row: line.row, column: column + line.over };
    const content = figureContent(figure, unit, formatAt(line));
    cells.push({ ...at, content: bound.compared && content.kind === 'blank' ? NOTHING_TO_COMPARE : content });
    traced.push({ ...at, figure });
    // A figure goes through all records of its ledger.
    yield;
  }
  return { cells, traced };
}

function* planWords(
  column: number,
  value: Exclude<ColumnValue, { kind: 'figure' }>,
  lines: readonly FormLine[],
  unit: ColumnUnit | undefined,
  figures: FormFigures,
  request: FormRequest,
): Generator<undefined, PlannedColumn> {
  const cells: FilledCell[] = [];
  const traced: TracedCell[] = [];
  const ranks = value.kind === 'rank' ? yield* ranksOf(lines, value, figures) : [];
  for (const [place, line] of lines.entries()) {
    if (line.isMine === undefined) continue;
    const at = { row: line.row, column: column + line.over };
    const content = contentOfColumn(value, line, place, ranks[place], unit, request);
    if (content !== undefined) cells.push({ ...at, content });
    if (value.kind === 'rank') traced.push({ ...at, figure: rankFigure(ranks[place]) });
    if (place % SLICE === 0) yield;
  }
  return { cells, traced };
}

const UNIT_OF: { readonly [kind: string]: Figure['unit'] } = { money: 'money', integer: 'count', decimal: 'amount' };

/** The numbers a list's records have in a field, as figures of one record each. */
const amountsOf = (column: number, field: string, lines: readonly FormLine[]): readonly TracedCell[] =>
  lines.flatMap(({ row, over, listed }) => {
    const value = listed?.record.values[field];
    const unit = UNIT_OF[listed?.ledger.fields[field]?.kind ?? ''];
    if (listed === undefined || unit === undefined || typeof value !== 'number') return [];
    const figure = { unit, value, ledger: listed.ledger.id, ids: [listed.record.id] };
    return [{ row, column: column + over, figure }];
  });

/** A place among the rows opens no records, and is compared like any figure once it was handed in. */
const rankFigure = (value: number | undefined): Figure => ({
  unit: 'count',
  ledger: '',
  ids: [],
  ...(value === undefined ? {} : { value }),
});

function listOf(
  id: string,
  { columns }: TableBinding,
  lines: readonly FormLine[],
  unitOf: (column: number) => ColumnUnit | undefined,
  request: FormRequest,
): PlannedList {
  const ledger = request.ledgerById(id);
  const fields = columns.flatMap(({ column, value }) => (value.kind === 'field' ? [{ column, value }] : []));
  const label = (field: string) => (ledger?.fields[field] ?? ledger?.derived?.fields[field])?.label ?? field;
  const stored = fields.filter(({ value }) => ledger?.fields[value.field] !== undefined);
  return {
    ledger: id,
    columns: stored.map(({ value }) => label(value.field)),
    left: fields.filter((one) => !stored.includes(one)).map(({ value }) => label(value.field)),
    rows: lines.flatMap((line, place) => {
      if (line.listed === undefined) return [];
      const cells = stored.map(({ column, value }) =>
        wordsOfContent(contentOfColumn(value, line, place, undefined, unitOf(column), request)),
      );
      return [{ id: line.listed.record.id, cells }];
    }),
  };
}

function wordsOfContent(content: CellContent | undefined): string {
  if (content === undefined || content.kind === 'blank' || content.kind === 'within') return '';
  if (content.kind === 'number') return String(content.number);
  return content.kind === 'day' ? content.day : content.text;
}

/** What the whole office counts and no row does: records without a community, or of one the form has no row for. */
function* uncountedBy(
  table: TableBinding,
  lines: readonly FormLine[],
  figures: FormFigures,
): Generator<undefined, readonly Figure[]> {
  if (table.lines.kind === 'records') return [];
  const uncounted: Figure[] = [];
  const seen = new Set<string>();
  for (const { value } of table.columns) {
    const indicator = value.kind === 'figure' ? formIndicator(value.figure.indicator) : undefined;
    if (value.kind !== 'figure' || indicator?.unit !== 'count' || seen.has(indicator.ledger)) continue;
    if (value.figure.compared !== undefined) continue;
    seen.add(indicator.ledger);
    const all = figures.figure(value.figure);
    yield;
    const counted = new Set(lines.flatMap((line) => idsOf(line, value.figure, figures)));
    const left = all.ids.filter((id) => !counted.has(id));
    if (left.length > 0) uncounted.push({ ...all, value: left.length, ids: left });
  }
  return uncounted;
}

const idsOf = ({ isMine }: FormLine, figure: BoundFigure, figures: FormFigures): readonly string[] =>
  isMine === undefined ? [] : figures.figure(figure, isMine).ids;

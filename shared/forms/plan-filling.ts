import type { Figure } from '../indicators/figure.ts';
import { documentDate } from '../kit/document-date.ts';
import { cellAddress } from '../workbook/cell-address.ts';
import type { SheetFilling } from '../workbook/fill/fill-form.ts';
import type { CellContent, FilledCell } from '../workbook/fill/put-cells.ts';
import { rowShift } from '../workbook/fill/row-shift.ts';
import type { BoundFigure, ColumnValue, FormBinding, TableBinding, TextBinding, TextValue } from './form-binding.ts';
import { FormFigures, type FormRequest } from './form-figures.ts';
import { type FormLine, formLines } from './form-lines.ts';
import { cellAt, type FormSheet } from './form-look.ts';
import { fieldContent, figureContent, figureWords, ranksOf } from './form-values.ts';
import { gapsIn } from './text-gaps.ts';

/** A filled cell that leads back to the records it was counted from; rows as they stand in the filled form. */
export type TracedFormCell = { readonly row: number; readonly column: number; readonly figure: Figure };

/** Everything that will be done to a blank form, as a value: seen before it is done, done exactly as seen. */
export type FillingPlan = {
  readonly filling: SheetFilling;
  readonly traced: readonly TracedFormCell[];
  /** What the clerk should know: rows added, names not found, records that no row counts. */
  readonly notes: readonly string[];
  /** Records a total counts and no row does, by what is missing. */
  readonly uncounted: readonly Figure[];
};

/** Counts what a binding asks for and says what goes into which cell. */
export function planFilling(binding: FormBinding, sheet: FormSheet, request: FormRequest): FillingPlan {
  const figures = new FormFigures(request);
  const table = binding.table && planTable(binding.table, sheet, figures, request);
  const insertions = table?.insertions ?? [];
  const shift = rowShift(insertions);
  const texts = planTexts(binding, sheet, figures, request);
  return {
    filling: {
      sheet: binding.sheet,
      insertions,
      cells: [...texts.cells.map((cell) => ({ ...cell, row: shift.row(cell.row) })), ...(table?.cells ?? [])],
    },
    traced: [...texts.traced.map((cell) => ({ ...cell, row: shift.row(cell.row) })), ...(table?.traced ?? [])],
    notes: table?.notes ?? [],
    uncounted: table?.uncounted ?? [],
  };
}

type Planned = { readonly cells: readonly FilledCell[]; readonly traced: readonly TracedFormCell[] };

function planTexts(binding: FormBinding, sheet: FormSheet, figures: FormFigures, request: FormRequest): Planned {
  const cells: FilledCell[] = [];
  const traced: TracedFormCell[] = [];
  for (const { row, column, inCell } of byCell(binding.texts)) {
    const gaps = gapsIn(cellAt(sheet, row, column)?.text ?? '');
    const patches = inCell.flatMap(({ gap, value }) => {
      const stretch = gap === undefined ? undefined : gaps[gap];
      return stretch === undefined ? [] : [{ ...stretch, text: wordsOf(value, figures, request) }];
    });
    const whole = inCell.find(({ gap }) => gap === undefined);
    if (whole !== undefined) cells.push({ row, column, content: contentOf(whole.value, figures, request) });
    else cells.push({ row, column, content: { kind: 'within', patches } });
    for (const { value } of inCell) {
      if (value.kind === 'figure') traced.push({ row, column, figure: figures.figure(value.figure) });
    }
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
  }
}

/** A whole cell: figures and days as such, everything else as a text. */
function contentOf(value: TextValue, figures: FormFigures, request: FormRequest): CellContent {
  if (value.kind === 'figure') return figureContent(figures.figure(value.figure), undefined, undefined);
  if (value.kind === 'today') return { kind: 'day', day: request.context.today };
  return { kind: 'text', text: wordsOf(value, figures, request) };
}

function planTable(table: TableBinding, sheet: FormSheet, figures: FormFigures, request: FormRequest) {
  const { lines, notes } = formLines(table, sheet, figures, request);
  const cells: FilledCell[] = [];
  const traced: TracedFormCell[] = [];
  for (const { column, value } of table.columns) {
    const ranks = value.kind === 'rank' ? ranksOf(lines, value, figures) : [];
    for (const [place, line] of lines.entries()) {
      if (line.isMine === undefined) continue;
      const row = table.top + place;
      if (value.kind === 'figure') {
        const figure = figures.figure(value.figure, line.isMine);
        const format = cellAt(sheet, Math.min(row, table.bottom), column)?.look.format;
        cells.push({ row, column, content: figureContent(figure, value.unit, format) });
        traced.push({ row, column, figure });
      } else {
        const content = contentOfColumn(value, line, place, ranks[place], request);
        if (content !== undefined) cells.push({ row, column, content });
      }
    }
  }
  const more = lines.length - (table.bottom - table.top + 1);
  return {
    cells,
    traced,
    notes,
    insertions: more > 0 ? [{ below: table.bottom, count: more }] : [],
    uncounted: uncountedBy(table, lines, figures),
  };
}

function contentOfColumn(
  value: Exclude<ColumnValue, { kind: 'figure' }>,
  line: FormLine,
  place: number,
  rank: number | undefined,
  request: FormRequest,
): CellContent | undefined {
  switch (value.kind) {
    case 'number':
      return { kind: 'number', number: place + 1 };
    case 'name':
      return { kind: 'text', text: line.name };
    case 'fixed':
      return { kind: 'text', text: value.text };
    case 'rank':
      return rank === undefined ? { kind: 'blank' } : { kind: 'number', number: rank };
    case 'field':
      return fieldContent(line, value.field, request);
  }
}

/** What the whole office counts and no row does: records without a community, or of one the form has no row for. */
function uncountedBy(table: TableBinding, lines: readonly FormLine[], figures: FormFigures): readonly Figure[] {
  if (table.lines.kind === 'records') return [];
  const seen = new Set<string>();
  return table.columns.flatMap(({ value }): Figure[] => {
    if (value.kind !== 'figure') return [];
    const all = figures.figure(value.figure);
    if (all.unit !== 'count' || seen.has(all.ledger)) return [];
    seen.add(all.ledger);
    const counted = new Set(lines.flatMap((line) => idsOf(line, value.figure, figures)));
    const left = all.ids.filter((id) => !counted.has(id));
    return left.length === 0 ? [] : [{ ...all, value: left.length, ids: left }];
  });
}

const idsOf = ({ isMine }: FormLine, figure: BoundFigure, figures: FormFigures): readonly string[] =>
  isMine === undefined ? [] : figures.figure(figure, isMine).ids;

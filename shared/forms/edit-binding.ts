import type { ColumnValue, FormBinding, LineSource, SheetBinding, TableBinding, TextValue } from './form-binding.ts';
import { layoutMark, readLayout } from './form-layout.ts';
import { cellAt, type FormSheet, mergeAt } from './form-look.ts';
import { type FormTable, isInTable } from './form-tables.ts';
import { gapsIn } from './text-gaps.ts';
import { sumAt } from './total-rows.ts';

/** What a clerk points at by clicking a cell: a column of a table, or a cell with its gaps; a formula is nobody's. */
export type FormPlace =
  | {
      readonly kind: 'column';
      readonly table: FormTable;
      readonly column: number;
      readonly headings: readonly string[];
    }
  | { readonly kind: 'gaps'; readonly row: number; readonly column: number; readonly count: number }
  /** `sum` of a cell in a line of totals: what it may be filled with there. */
  | { readonly kind: 'cell'; readonly row: number; readonly column: number; readonly sum?: TextValue }
  | { readonly kind: 'formula'; readonly row: number; readonly column: number };

/** The place of a cell; any cell of a merged range means its first. */
export function placeOf(sheet: FormSheet, tables: readonly FormTable[], at: number, inColumn: number): FormPlace {
  const merge = mergeAt(sheet, at, inColumn);
  const [row, column] = [merge?.top ?? at, merge?.left ?? inColumn];
  const cell = cellAt(sheet, row, column);
  if (cell?.formula !== undefined) return { kind: 'formula', row, column };
  const inside = tables.find((table) => isInTable(table, row) && columnIn(table, column) !== undefined);
  const own = inside && columnIn(inside, column);
  if (inside !== undefined && own !== undefined) return { kind: 'column', table: inside, ...own };
  const count = gapsIn(cell?.text ?? '').length;
  if (count > 0) return { kind: 'gaps', row, column, count };
  const next = tables.find(({ top }) => row < top)?.top;
  const below = tables.find((table) => table.top === next && columnIn(table, column) !== undefined);
  const under = below && columnIn(below, column);
  const isHeading = under?.headings.at(-1) === cell?.text.trim() && merge?.left === merge?.right;
  if (below !== undefined && under !== undefined && isHeading) return { kind: 'column', table: below, ...under };
  const sum = sumAt(sheet, tables, row, column);
  return { kind: 'cell', row, column, ...(sum === undefined ? {} : { sum }) };
}

/** The column of a table a column of the sheet is; of a folded one that of its first fold. */
const columnIn = ({ columns, folds = [] }: FormTable, column: number) =>
  columns.find((one) => [0, ...folds].some((fold) => one.column + fold === column));

/** What is bound on a sheet; nothing yet where the binding does not know it. */
export const sheetBinding = ({ sheets }: FormBinding, sheet: FormSheet): SheetBinding =>
  sheets.find((one) => one.sheet === sheet.name) ?? {
    sheet: sheet.name,
    mark: layoutMark(readLayout(sheet)),
    texts: [],
    tables: [],
  };

/** The binding with another one for a sheet; a sheet on which nothing is filled any more is left out. */
export function withSheet(binding: FormBinding, bound: SheetBinding, order: readonly FormSheet[]): FormBinding {
  const all = [...binding.sheets.filter(({ sheet }) => sheet !== bound.sheet), bound].filter(isFilled);
  const place = ({ sheet }: SheetBinding) => order.findIndex(({ name }) => name === sheet);
  return { ...binding, sheets: all.toSorted((a, b) => place(a) - place(b)) };
}

export const isFilled = ({ texts, tables }: SheetBinding): boolean => texts.length + tables.length > 0;

/** The column a bound table begins in; undefined of one that was bound before tables had it, and holds nothing. */
const leftOf = ({ left, columns: [first] }: TableBinding): number | undefined => left ?? first?.column;

/** Whether what is bound lies in the columns of a table, where another one stands beside it. */
export function isInColumns(bound: TableBinding, table: FormTable): boolean {
  const left = leftOf(bound);
  return table.left === undefined || left === undefined || table.columns.some(({ column }) => column === left);
}

/** What is bound of a table of the form: it is known by its first row, and by its columns where another one begins there too. */
export const boundTable = ({ tables }: SheetBinding, table: FormTable): TableBinding | undefined =>
  tables.find((one) => one.top === table.top && isInColumns(one, table));

export const columnValue = (bound: TableBinding | undefined, column: number): ColumnValue | undefined =>
  bound?.columns.find((one) => one.column === column)?.value;

/** What a column of the sheet is filled with, that is this one of the table's in one of its folds. */
export const valueInFold = (
  bound: TableBinding | undefined,
  column: number,
  onSheet: number,
): ColumnValue | undefined =>
  onSheet === column || bound?.folds?.includes(onSheet - column) ? columnValue(bound, column) : undefined;

export const textValue = (
  { texts }: SheetBinding,
  row: number,
  column: number,
  gap: number | undefined,
): TextValue | undefined => texts.find((one) => one.row === row && one.column === column && one.gap === gap)?.value;

/** A table before anything was chosen for it. */
export const unbound = ({ top, bottom, left, more, folds }: FormTable): TableBinding => ({
  top,
  bottom,
  ...(left === undefined ? {} : { left }),
  ...(more === undefined ? {} : { more }),
  ...(folds === undefined ? {} : { folds }),
  lines: { kind: 'communities' },
  columns: [],
});

const tableOf = (binding: SheetBinding, table: FormTable): TableBinding => boundTable(binding, table) ?? unbound(table);

/** The binding with a table as it is given, in the place of the one that began in the same cell. */
export function withTable(binding: SheetBinding, table: TableBinding): SheetBinding {
  const others = binding.tables.filter(({ top, left }) => top !== table.top || left !== table.left);
  const inOrder = (a: TableBinding, b: TableBinding) => a.top - b.top || (leftOf(a) ?? 0) - (leftOf(b) ?? 0);
  return { ...binding, tables: [...others, table].toSorted(inOrder) };
}

/** The binding with another value for a column of a table; undefined leaves the column to whoever fills it by hand. */
export function withColumnValue(
  binding: SheetBinding,
  table: FormTable,
  column: number,
  value: ColumnValue | undefined,
): SheetBinding {
  const bound = tableOf(binding, table);
  const others = bound.columns.filter((one) => one.column !== column);
  const columns = value === undefined ? others : [...others, { column, value }];
  return withTable(binding, { ...bound, columns: columns.toSorted((a, b) => a.column - b.column) });
}

/** Another value in a cell, or in one gap of its words; undefined leaves the place as it is written. */
export function withTextValue(
  binding: SheetBinding,
  row: number,
  column: number,
  gap: number | undefined,
  value: TextValue | undefined,
): SheetBinding {
  const others = binding.texts.filter((one) => one.row !== row || one.column !== column || one.gap !== gap);
  if (value === undefined) return { ...binding, texts: others };
  return { ...binding, texts: [...others, { row, column, ...(gap === undefined ? {} : { gap }), value }] };
}

export const withLines = (binding: SheetBinding, table: FormTable, lines: LineSource): SheetBinding =>
  withTable(binding, { ...tableOf(binding, table), lines });

/** 不填: nothing of a table is filled by the program. */
export const withoutTable = (binding: SheetBinding, table: FormTable): SheetBinding => {
  const bound = boundTable(binding, table);
  return { ...binding, tables: binding.tables.filter((one) => one !== bound) };
};

import type { ColumnValue, FormBinding, LineSource, TextValue } from './form-binding.ts';
import { type FormTable, readLayout } from './form-layout.ts';
import { cellAt, type FormSheet, mergeAt } from './form-look.ts';
import type { ProposedBinding } from './propose-binding.ts';
import { gapsIn } from './text-gaps.ts';

/** What a clerk points at by clicking a cell: a column of the table, or a cell with its gaps; a formula is nobody's. */
export type FormPlace =
  | { readonly kind: 'column'; readonly column: number; readonly headings: readonly string[] }
  | { readonly kind: 'gaps'; readonly row: number; readonly column: number; readonly count: number }
  | { readonly kind: 'cell'; readonly row: number; readonly column: number }
  | { readonly kind: 'formula'; readonly row: number; readonly column: number };

/** The place of a cell; any cell of a merged range means its first. */
export function placeOf(sheet: FormSheet, table: FormTable | undefined, at: number, inColumn: number): FormPlace {
  const merge = mergeAt(sheet, at, inColumn);
  const [row, column] = [merge?.top ?? at, merge?.left ?? inColumn];
  const cell = cellAt(sheet, row, column);
  if (cell?.formula !== undefined) return { kind: 'formula', row, column };
  const own = table?.columns.find((one) => one.column === column);
  const isBody = table !== undefined && row >= table.top && row <= table.bottom;
  if (isBody && own !== undefined) return { kind: 'column', column, headings: own.headings };
  const count = gapsIn(cell?.text ?? '').length;
  if (count > 0) return { kind: 'gaps', row, column, count };
  const isHeading = own !== undefined && row < (table?.top ?? 0) && own.headings.at(-1) === cell?.text.trim();
  if (isHeading && merge?.left === merge?.right) return { kind: 'column', column, headings: own.headings };
  return { kind: 'cell', row, column };
}

export const columnValue = ({ table }: FormBinding, column: number): ColumnValue | undefined =>
  table?.columns.find((one) => one.column === column)?.value;

export const textValue = (
  { texts }: FormBinding,
  row: number,
  column: number,
  gap: number | undefined,
): TextValue | undefined => texts.find((one) => one.row === row && one.column === column && one.gap === gap)?.value;

/** The binding with another value for a column of the table; undefined leaves the column to whoever fills it by hand. */
export function withColumnValue(binding: FormBinding, column: number, value: ColumnValue | undefined): FormBinding {
  const { table } = binding;
  if (table === undefined) return binding;
  const others = table.columns.filter((one) => one.column !== column);
  const columns = value === undefined ? others : [...others, { column, value }];
  return { ...binding, table: { ...table, columns: columns.toSorted((a, b) => a.column - b.column) } };
}

export function withTextValue(
  binding: FormBinding,
  row: number,
  column: number,
  gap: number | undefined,
  value: TextValue | undefined,
): FormBinding {
  const others = binding.texts.filter((one) => one.row !== row || one.column !== column || one.gap !== gap);
  if (value === undefined) return { ...binding, texts: others };
  return { ...binding, texts: [...others, { row, column, ...(gap === undefined ? {} : { gap }), value }] };
}

export const withLines = (binding: FormBinding, lines: LineSource): FormBinding =>
  binding.table === undefined ? binding : { ...binding, table: { ...binding.table, lines } };

/**
 * What the clerk chose for an earlier blank form, in a changed one: columns are known by their headings, texts by their
 * words. What both forms have is filled as before, or left as before; what is new is as proposed.
 */
export function adoptedBinding(
  earlier: FormBinding,
  earlierSheet: FormSheet,
  { binding }: ProposedBinding,
  freshSheet: FormSheet,
): FormBinding {
  const texts = adoptedTexts(earlier, earlierSheet, binding, freshSheet);
  if (binding.table === undefined) return { ...binding, texts };
  const lines = earlier.table?.lines ?? binding.table.lines;
  const old = headingsOf(earlierSheet);
  const chosen = new Map(earlier.table?.columns.map(({ column, value }) => [old.get(column), value]));
  const columns = [...headingsOf(freshSheet)].flatMap(([column, words]) => {
    const isOld = [...old.values()].includes(words);
    const value = isOld ? chosen.get(words) : columnValue(binding, column);
    return value === undefined ? [] : [{ column, value }];
  });
  return { ...binding, texts, table: { ...binding.table, lines, columns } };
}

const headingsOf = (sheet: FormSheet): ReadonlyMap<number, string> =>
  new Map(readLayout(sheet).table?.columns.map(({ column, headings }) => [column, headings.join('/')]));

/** The cells of a sheet with words outside its table, by their words; the first of those that are alike. */
function placesOfWords(sheet: FormSheet): ReadonlyMap<string, { readonly row: number; readonly column: number }> {
  return new Map(
    readLayout(sheet)
      .words.toReversed()
      .map(({ row, column, text }) => [text.trim(), { row, column }]),
  );
}

function adoptedTexts(
  earlier: FormBinding,
  earlierSheet: FormSheet,
  fresh: FormBinding,
  freshSheet: FormSheet,
): FormBinding['texts'] {
  const wordsAt = (sheet: FormSheet, row: number, column: number) => cellAt(sheet, row, column)?.text.trim() ?? '';
  const [old, now] = [placesOfWords(earlierSheet), placesOfWords(freshSheet)];
  const kept = earlier.texts.flatMap((one) => {
    const words = wordsAt(earlierSheet, one.row, one.column);
    const place = words === '' ? one : now.get(words);
    const isStillThere = place !== undefined && wordsAt(freshSheet, place.row, place.column) === words;
    return isStillThere ? [{ ...one, row: place.row, column: place.column }] : [];
  });
  return [...kept, ...fresh.texts.filter(({ row, column }) => !old.has(wordsAt(freshSheet, row, column)))];
}

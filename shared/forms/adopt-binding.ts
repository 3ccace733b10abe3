import { boundTable, columnValue, isFilled, isInColumns, sheetBinding, unbound } from './edit-binding.ts';
import type { FormBinding, SheetBinding, TableBinding } from './form-binding.ts';
import { readLayout } from './form-layout.ts';
import { cellAt, type FormSheet } from './form-look.ts';
import type { FormTable } from './form-tables.ts';

/**
 * What the clerk chose for an earlier blank form, in a changed one: sheets are known by their names, tables and columns
 * by their headings, texts by their words. What both forms have is filled as before, or left as before; what is new is
 * as proposed.
 */
export function adoptedBinding(
  earlier: FormBinding,
  earlierSheets: readonly FormSheet[],
  proposed: FormBinding,
  freshSheets: readonly FormSheet[],
): FormBinding {
  const sheets = freshSheets.map((fresh): SheetBinding => {
    const before = counterpart(fresh, earlierSheets, freshSheets);
    const own = sheetBinding(proposed, fresh);
    return before === undefined ? own : adoptedSheet(sheetBinding(earlier, before), before, own, fresh);
  });
  return { ...proposed, sheets: sheets.filter(isFilled) };
}

/** The sheet of the same name; where each form has one sheet only, that one whatever it is called. */
function counterpart(
  fresh: FormSheet,
  earlier: readonly FormSheet[],
  all: readonly FormSheet[],
): FormSheet | undefined {
  const namesake = earlier.find(({ name }) => name === fresh.name);
  return namesake ?? (earlier.length === 1 && all.length === 1 ? earlier[0] : undefined);
}

function adoptedSheet(
  earlier: SheetBinding,
  earlierSheet: FormSheet,
  proposed: SheetBinding,
  freshSheet: FormSheet,
): SheetBinding {
  const known = readLayout(earlierSheet).tables;
  const tables = readLayout(freshSheet).tables.flatMap((table): TableBinding[] => {
    const own = boundTable(proposed, table);
    const before = likest(table, known);
    if (before === undefined) return own === undefined ? [] : [own];
    const chosen = earlier.tables.find(
      (one) => before.top <= one.top && one.bottom <= before.bottom && isInColumns(one, before),
    );
    return chosen === undefined ? [] : [adoptedTable(chosen, before, own, table)];
  });
  return { ...proposed, tables, texts: adoptedTexts(earlier, earlierSheet, proposed, freshSheet) };
}

/** The headings of a column as one word, by which it is known in another version of the form. */
const wordsOf = ({ headings }: FormTable['columns'][number]): string => headings.join('/');

/** The table that shares most headings with this one. */
function likest(table: FormTable, tables: readonly FormTable[]): FormTable | undefined {
  const words = new Set(table.columns.map(wordsOf));
  const scored = tables.map((one) => ({
    one,
    shared: one.columns.filter((column) => words.has(wordsOf(column))).length,
  }));
  const best = scored.toSorted((left, right) => right.shared - left.shared)[0];
  return best === undefined || best.shared === 0 ? undefined : best.one;
}

function adoptedTable(
  chosen: TableBinding,
  before: FormTable,
  proposed: TableBinding | undefined,
  table: FormTable,
): TableBinding {
  const old = new Map(before.columns.map((column) => [wordsOf(column), column.column]));
  return {
    ...unbound(table),
    lines: chosen.lines,
    columns: table.columns.flatMap((fresh) => {
      const earlier = old.get(wordsOf(fresh));
      const value = earlier === undefined ? columnValue(proposed, fresh.column) : columnValue(chosen, earlier);
      return value === undefined ? [] : [{ column: fresh.column, value }];
    }),
  };
}

/** The cells of a sheet with words outside its tables, by their words; the first of those that are alike. */
function placesOfWords(sheet: FormSheet): ReadonlyMap<string, { readonly row: number; readonly column: number }> {
  return new Map(
    readLayout(sheet)
      .words.toReversed()
      .map(({ row, column, text }) => [text.trim(), { row, column }]),
  );
}

function adoptedTexts(
  earlier: SheetBinding,
  earlierSheet: FormSheet,
  fresh: SheetBinding,
  freshSheet: FormSheet,
): SheetBinding['texts'] {
  const wordsAt = (sheet: FormSheet, row: number, column: number) => cellAt(sheet, row, column)?.text.trim() ?? '';
  const [old, now] = [placesOfWords(earlierSheet), placesOfWords(freshSheet)];
  const kept = earlier.texts.flatMap((one) => {
    // Rows to be added up are those of the new form.
    if (one.value.kind === 'sum') return [];
    const words = wordsAt(earlierSheet, one.row, one.column);
    const place = words === '' ? one : now.get(words);
    const isStillThere = place !== undefined && wordsAt(freshSheet, place.row, place.column) === words;
    return isStillThere ? [{ ...one, row: place.row, column: place.column }] : [];
  });
  return [...kept, ...fresh.texts.filter(({ row, column }) => !old.has(wordsAt(freshSheet, row, column)))];
}

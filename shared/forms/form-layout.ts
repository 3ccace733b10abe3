import { cellAddress } from '../workbook/cell-address.ts';
import { foldHeader } from '../workbook/import/header-words.ts';
import type { FormSheet } from './form-look.ts';
import { type FormTable, isInTable, longestRun, partsOf, readTables } from './form-tables.ts';
import { besideEachOther } from './side-by-side.ts';

/** Where the parts of a form stand. */
export type FormLayout = {
  /** From top to bottom, then from left to right. */
  readonly tables: readonly FormTable[];
  /** Cells with words outside the rows to be filled: titles, labels, headings, notes. */
  readonly words: readonly { readonly row: number; readonly column: number; readonly text: string }[];
};

/** What a form looks like, to be compared with the next one of the same name: its words by place, figures left out. */
export type LayoutMark = readonly { readonly cell: string; readonly text: string }[];

export const readLayout = (sheet: FormSheet): FormLayout =>
  layoutWith(
    sheet,
    readTables(sheet).flatMap((table) => besideEachOther(sheet, table)),
  );

/** The layout as it was read before forms could have several tables: marks made by that reading are compared by it. */
export function layoutOfOneTable(sheet: FormSheet): FormLayout {
  const run = longestRun(sheet);
  return layoutWith(sheet, run === undefined ? [] : [{ ...run, columns: [] }]);
}

function layoutWith(sheet: FormSheet, tables: readonly FormTable[]): FormLayout {
  const words = sheet.cells.flatMap((line, row) =>
    line.flatMap((cell, column) => {
      const inBody = tables.some((table) => isInTable(table, row));
      if (cell === undefined || cell.text.trim() === '' || cell.number !== undefined || inBody) return [];
      return [{ row, column, text: cell.text }];
    }),
  );
  return { tables, words };
}

/** Digits change from month to month (2026年, 12345 does not): a year in a title is no other form. */
const markText = (text: string): string =>
  foldHeader(text)
    .replace(/\d{4}(?=年)/g, '#')
    .replace(/[_×]+/g, '');

export const layoutMark = ({ tables, words }: FormLayout): LayoutMark => [
  ...words.map(({ row, column, text }) => ({ cell: cellAddress(row, column), text: markText(text) })),
  ...tables
    .filter(isFirstInRow)
    .flatMap(partsOf)
    .map(({ top, bottom }) => ({ cell: cellAddress(top, 0), text: `#${bottom - top + 1}` })),
];

/** Of tables side by side the first: they share their rows. */
const isFirstInRow = ({ top }: FormTable, place: number, tables: readonly FormTable[]): boolean =>
  tables.findIndex((one) => one.top === top) === place;

/** What is different in another form of the same name, one line a place; none where nothing is. */
export function layoutChanges(before: LayoutMark, after: LayoutMark): readonly string[] {
  const [old, fresh] = [before, after].map((mark) => new Map(mark.map(({ cell, text }) => [cell, text])));
  const changes: string[] = [];
  for (const cell of new Set([...(old?.keys() ?? []), ...(fresh?.keys() ?? [])])) {
    const [was, is] = [old?.get(cell), fresh?.get(cell)];
    if (was === is) continue;
    if (was?.startsWith('#') && is?.startsWith('#')) {
      changes.push(`从 ${cell} 起原有 ${was.slice(1)} 行要填，现在有 ${is.slice(1)} 行`);
    } else if (was === undefined) changes.push(`${cell} 多了“${is}”`);
    else if (is === undefined) changes.push(`${cell} 没有“${was}”了`);
    else changes.push(`${cell} 由“${was}”改为“${is}”`);
  }
  return changes;
}

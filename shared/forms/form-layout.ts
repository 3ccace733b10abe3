import { cellAddress } from '../workbook/cell-address.ts';
import { foldHeader } from '../workbook/header-words.ts';
import { type FormSheet, isCovered, shownAt } from './form-look.ts';

/** A column of a form's table: the words of its heading from top to bottom, each once. */
export type FormColumn = { readonly column: number; readonly headings: readonly string[] };

/** Rows of a table that wait for figures, zero-based and inclusive, and its columns. */
export type FormTable = { readonly top: number; readonly bottom: number; readonly columns: readonly FormColumn[] };

/** Where the parts of a form stand. */
export type FormLayout = {
  readonly table?: FormTable;
  /** Cells with words outside the rows to be filled: titles, labels, headings, notes. */
  readonly words: readonly { readonly row: number; readonly column: number; readonly text: string }[];
};

/** What a form looks like, to be compared with the next one of the same name: its words by place, figures left out. */
export type LayoutMark = readonly { readonly cell: string; readonly text: string }[];

export function readLayout(sheet: FormSheet): FormLayout {
  const table = readTable(sheet);
  const words = sheet.cells.flatMap((line, row) =>
    line.flatMap((cell, column) => {
      const inBody = table !== undefined && row >= table.top && row <= table.bottom;
      if (cell === undefined || cell.text.trim() === '' || cell.number !== undefined || inBody) return [];
      return [{ row, column, text: cell.text }];
    }),
  );
  return table === undefined ? { words } : { table, words };
}

/** The longest run of rows that have room in a ruled table; the first where several are as long. */
function readTable(sheet: FormSheet): FormTable | undefined {
  let best: { readonly top: number; readonly bottom: number } | undefined;
  for (let top = 0; top < sheet.cells.length; top += 1) {
    if (!isBodyRow(sheet, top)) continue;
    let bottom = top;
    while (isBodyRow(sheet, bottom + 1)) bottom += 1;
    if (best === undefined || bottom - top > best.bottom - best.top) best = { top, bottom };
    top = bottom;
  }
  return best && { ...best, columns: columnsAbove(sheet, best.top) };
}

const TOTALS = /^(合计|总计|小计|累计|平均)/;

/** Ruled, with room for at least two figures, and neither a heading (words in nearly every cell) nor a line of totals. */
function isBodyRow(sheet: FormSheet, row: number): boolean {
  const line = sheet.cells[row] ?? [];
  const own = line.flatMap((cell, column) => (cell?.look.bordered && !isCovered(sheet, row, column) ? [cell] : []));
  const room = own.filter(({ text, formula }) => text === '' && formula === undefined).length;
  const words = own.filter(({ text, number }) => text !== '' && number === undefined).length;
  if (isTotalRow(sheet, row)) return false;
  return room >= 2 && room > words && words <= Math.max(2, own.length / 3);
}

const isTotalRow = (sheet: FormSheet, row: number): boolean =>
  (sheet.cells[row] ?? []).slice(0, 3).some((cell) => TOTALS.test((cell?.text ?? '').replace(/\s/g, '')));

/** Headings over the first row to be filled; a line of totals between them (合计 above the figures) is passed over. */
function columnsAbove(sheet: FormSheet, top: number): readonly FormColumn[] {
  let below = top;
  while (below > 0 && isTotalRow(sheet, below - 1)) below -= 1;
  let first = below;
  while (first > 0 && isRuled(sheet, first - 1)) first -= 1;
  const width = sheet.cells[top]?.length ?? 0;
  return Array.from({ length: width }, (_, column) => {
    const headings: string[] = [];
    for (let row = first; row < below; row += 1) {
      const text = shownAt(sheet, row, column).trim();
      if (text !== '' && headings.at(-1) !== text) headings.push(text);
    }
    return { column, headings };
  }).filter(({ headings }) => headings.length > 0);
}

const isRuled = (sheet: FormSheet, row: number): boolean =>
  (sheet.cells[row] ?? []).filter((cell) => cell?.look.bordered).length >= 2;

/** Digits change from month to month (2026年, 12345 does not): a year in a title is no other form. */
const markText = (text: string): string =>
  foldHeader(text)
    .replace(/\d{4}(?=年)/g, '#')
    .replace(/[_×]+/g, '');

export function layoutMark(sheet: FormSheet): LayoutMark {
  const { table, words } = readLayout(sheet);
  const mark = words.map(({ row, column, text }) => ({ cell: cellAddress(row, column), text: markText(text) }));
  return table === undefined
    ? mark
    : [...mark, { cell: cellAddress(table.top, 0), text: `#${table.bottom - table.top + 1}` }];
}

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

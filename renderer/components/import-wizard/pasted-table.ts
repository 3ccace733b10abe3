import type { OpenedFile } from '../../../shared/desktop-api.ts';

/**
 * Cells copied in a spreadsheet, as a file like any other: tabs between cells, one line a row. Undefined for a text that
 * is no table (a word in a search box). Numbers come as they were shown, so a destroyed one stays to be seen.
 */
export function pastedTable(text: string): OpenedFile | undefined {
  if (!text.includes('\t') || !text.includes('\n')) return undefined;
  return tableFile(text);
}

/** Lines of cells with tabs between them, as a file. */
export const tableFile = (text: string): OpenedFile => ({
  name: '粘贴的表格.txt',
  bytes: new TextEncoder().encode(text).buffer,
});

import { withApostrophe, withoutApostrophe } from '../../../shared/workbook/formula-like.ts';

/** A cell on its way to the clipboard. `isText`: not to be read as a number or a date by whoever it is pasted into. */
export type CopiedCell = { readonly text: string; readonly isText: boolean };

export type CopiedTable = readonly (readonly CopiedCell[])[];

const quoted = (text: string): string => (/[\t\n\r"]/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

/** Rows of texts with tabs between them, quoted as spreadsheets do. */
export const tabSeparated = (rows: readonly (readonly string[])[]): string =>
  rows.map((cells) => `${cells.map(quoted).join('\t')}\r\n`).join('');

/** As plain text: a text that begins like a formula gets the apostrophe that keeps it a text. */
export const plainOf = (table: CopiedTable): string =>
  tabSeparated(table.map((cells) => cells.map(({ text, isText }) => (isText ? withApostrophe(text) : text))));

const ESCAPES: { readonly [character: string]: string } = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

const escaped = (text: string): string =>
  text
    .replace(/[&<>"]/gu, (character) => ESCAPES[character] ?? character)
    .replace(/\r?\n/gu, '<br style="mso-data-placement:same-cell">');

/** As HTML, which Excel and WPS prefer: the number format @ keeps ID numbers and codes the texts they are. */
export function htmlOf(table: CopiedTable): string {
  const cell = ({ text, isText }: CopiedCell) =>
    `<td${isText ? ` style='mso-number-format:"\\@"'` : ''}>${escaped(text)}</td>`;
  const rows = table.map((cells) => `<tr>${cells.map(cell).join('')}</tr>`).join('');
  return `<meta charset="utf-8"><table>${rows}</table>`;
}

/** The cells of a text copied from a spreadsheet; a quoted cell may hold tabs and line breaks. */
export function cellsOfText(text: string): readonly (readonly string[])[] {
  const rows: string[][] = [];
  let row: string[] = [];
  const cell = /(?:"((?:[^"]|"")*)"|([^\t\r\n]*))(\t|\r\n|\n|\r|$)/gu;
  for (const [whole, inQuotes, plain = '', end] of text.matchAll(cell)) {
    // The text's own end, after its last line was ended.
    if (whole === '' && row.length === 0) break;
    row.push(inQuotes === undefined ? withoutApostrophe(plain) : inQuotes.replaceAll('""', '"'));
    if (end === '\t') continue;
    rows.push(row);
    row = [];
  }
  return rows;
}

import { type CopiedTable, cellsOfText, htmlOf, plainOf } from './copied-table.ts';
import { spreadCells } from './spread-cells.ts';

/** Puts a table on the clipboard in both kinds: plain text alone is pasted wrongly by some spreadsheets. */
export function putTable(clipboard: DataTransfer, table: CopiedTable): void {
  clipboard.setData('text/plain', plainOf(table));
  clipboard.setData('text/html', htmlOf(table));
}

/**
 * Copies a table without a key of the clipboard pressed on it: from a menu, or when its rows had to be fetched first.
 * The asynchronous clipboard would take the number formats out of the HTML.
 */
export function copyTable(table: CopiedTable): boolean {
  const put = (event: ClipboardEvent) => {
    event.preventDefault();
    event.stopPropagation();
    if (event.clipboardData) putTable(event.clipboardData, table);
  };
  document.addEventListener('copy', put, { capture: true, once: true });
  const done = document.execCommand('copy');
  document.removeEventListener('copy', put, { capture: true });
  return done;
}

/** A cell's words: line breaks where the page breaks, everything else as one space. */
function wordsOf(cell: Element): string {
  for (const end of cell.querySelectorAll('br')) end.replaceWith('\u2028');
  return (cell.textContent ?? '')
    .replace(/[ \t\r\n\u00a0]+/gu, ' ')
    .replace(/ ?\u2028 ?/gu, '\n')
    .trim();
}

/** The cells of a table copied as HTML. */
function cellsOfHtml(html: string): readonly (readonly string[])[] {
  const rows = [...(new DOMParser().parseFromString(html, 'text/html').querySelector('table')?.rows ?? [])];
  return spreadCells(
    rows.map((row) =>
      [...row.cells].map((cell) => ({
        text: wordsOf(cell),
        across: cell.colSpan,
        // None: down to the end of the table.
        down: cell.rowSpan || rows.length,
      })),
    ),
  );
}

/** What was copied, as cells: from the plain text, which says each cell exactly, or from HTML where there is no other. */
export function cellsOf(clipboard: DataTransfer): readonly (readonly string[])[] {
  const plain = clipboard.getData('text/plain');
  return plain === '' ? cellsOfHtml(clipboard.getData('text/html')) : cellsOfText(plain);
}

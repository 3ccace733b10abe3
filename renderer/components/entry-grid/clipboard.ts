import { type CopiedTable, cellsOfText, htmlOf, plainOf } from './copied-table.ts';

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

/** The cells of a table copied as HTML; what spans several stands in the first of them. */
function cellsOfHtml(html: string): readonly (readonly string[])[] {
  const table = new DOMParser().parseFromString(html, 'text/html').querySelector('table');
  return [...(table?.rows ?? [])].map((row) =>
    [...row.cells].flatMap((cell) => [
      wordsOf(cell),
      ...Array.from({ length: Math.max(0, cell.colSpan - 1) }, () => ''),
    ]),
  );
}

/** What was copied, as cells: from the plain text, which says each cell exactly, or from HTML where there is no other. */
export function cellsOf(clipboard: DataTransfer): readonly (readonly string[])[] {
  const plain = clipboard.getData('text/plain');
  return plain === '' ? cellsOfHtml(clipboard.getData('text/html')) : cellsOfText(plain);
}

import { cellLimit, MOST_COLUMNS, MOST_ROWS, tooManyCells } from './cell-limits.ts';
import { textTableBuilder } from './text-table.ts';
import { CELL_EMPTY, CELL_TEXT, type CellColumn, type Workbook } from './workbook.ts';

const SEPARATORS = [',', '\t', ';', '，'];

/**
 * Reads separated text (RFC 4180, with comma, tab or semicolon) as one sheet of texts. No type is ever guessed.
 * @throws LedgerError import/too-many-cells
 */
export function readCsv(text: string, name: string): Workbook {
  const separator = separatorOf(text);
  const texts = textTableBuilder();
  const rows = splitRows(text, separator);
  const width = rows.reduce((widest, row) => Math.max(widest, row.length), 0);
  if (width > MOST_COLUMNS || rows.length > MOST_ROWS) throw tooManyCells();
  cellLimit()(width * rows.length);
  const columns = Array.from({ length: width }, (_, column): CellColumn => {
    const kinds = new Uint8Array(rows.length);
    const numbers = new Float64Array(rows.length);
    for (const [index, row] of rows.entries()) {
      const value = row[column] ?? '';
      kinds[index] = value === '' ? CELL_EMPTY : CELL_TEXT;
      if (value !== '') numbers[index] = texts.add(value);
    }
    return { kinds, numbers };
  });
  const sheetName = name.replace(/\.[^.]*$/, '');
  const sheet = { name: sheetName, hidden: false, rowCount: rows.length, columns, merges: [], hiddenRows: [] };
  return { sheets: [sheet], date1904: false, texts: texts.build() };
}

/** The separator that stands most often outside quotes in the first lines; a comma where none does. */
function separatorOf(text: string): string {
  const head = text.slice(0, 10_000).replace(/"[^"]*"/g, '');
  const counts = SEPARATORS.map((separator) => ({ separator, count: head.split(separator).length - 1 }));
  return counts.reduce((best, next) => (next.count > best.count ? next : best)).separator;
}

/** Rows of fields. A quote inside a field that did not begin with one is an ordinary character, as office suites read it. */
function splitRows(text: string, separator: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let at = 0;
  while (at < text.length) {
    const quoted = text[at] === '"';
    const field = quoted ? readQuoted(text, at) : { value: '', next: at };
    const end = endOfField(text, field.next, separator);
    row.push(field.value + text.slice(field.next, end));
    if (text[end] === separator) {
      at = end + 1;
      if (at === text.length) row.push('');
      continue;
    }
    rows.push(row);
    row = [];
    at = text[end] === '\r' && text[end + 1] === '\n' ? end + 2 : end + 1;
  }
  if (row.length > 0) rows.push(row);
  return rows;
}

function readQuoted(text: string, start: number): { value: string; next: number } {
  let value = '';
  let from = start + 1;
  for (;;) {
    const quote = text.indexOf('"', from);
    if (quote < 0) return { value: value + text.slice(from), next: text.length };
    value += text.slice(from, quote);
    if (text[quote + 1] !== '"') return { value, next: quote + 1 };
    value += '"';
    from = quote + 2;
  }
}

function endOfField(text: string, start: number, separator: string): number {
  let at = start;
  while (at < text.length && text[at] !== separator && text[at] !== '\n' && text[at] !== '\r') at += 1;
  return at;
}

import { cellLimit, MOST_COLUMNS, MOST_ROWS, tooManyCells } from '../cell-limits.ts';
import { withoutApostrophe } from '../formula-like.ts';
import { textTableBuilder } from '../text-table.ts';
import { CELL_EMPTY, CELL_TEXT, type CellColumn, type Workbook } from '../workbook.ts';

const SEPARATORS = [',', '\t', ';'];
/** Stands in Chinese sentences far more often than between fields. */
const WIDE_COMMA = '，';
/** How much of a file is looked at to find its separator. */
const HEAD = 10_000;

/**
 * Reads separated text (RFC 4180, with comma, tab or semicolon) as one sheet of texts. No type is ever guessed; the
 * apostrophe that keeps =… a text in such a file is no part of it, nor are the marks of ="2026082000001", by which other
 * programs keep a number whole.
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
      const value = plainField(row[column] ?? '');
      kinds[index] = value === '' ? CELL_EMPTY : CELL_TEXT;
      if (value !== '') numbers[index] = texts.add(value);
    }
    return { kinds, numbers };
  });
  const sheetName = name.replace(/\.[^.]*$/, '');
  const fieldCounts = rows.map((row) => row.length);
  const plain = { hidden: false, merges: [], hiddenRows: [] };
  const sheet = { ...plain, name: sheetName, rowCount: rows.length, columns, fieldCounts };
  return { sheets: [sheet], date1904: false, texts: texts.build() };
}

const plainField = (field: string): string => /^="([^"]*)"$/.exec(field)?.[1] ?? withoutApostrophe(field);

/**
 * The separator that cuts the most of the first lines into equally many fields; the wide comma only where there is no
 * other, and a plain one where there is none at all.
 */
function separatorOf(text: string): string {
  const whole = text.length <= HEAD ? text : text.slice(0, text.lastIndexOf('\n', HEAD) + 1);
  const head = whole === '' ? text.slice(0, HEAD) : whole;
  const found = SEPARATORS.filter((separator) => head.includes(separator));
  if (found.length === 0) return head.includes(WIDE_COMMA) ? WIDE_COMMA : ',';
  const ranked = found.map((separator) => ({ separator, ...evenness(splitRows(head, separator)) }));
  const isBetter = (one: Evenness, than: Evenness) =>
    one.lines > than.lines || (one.lines === than.lines && one.width > than.width);
  return ranked.reduce((best, next) => (isBetter(next, best) ? next : best)).separator;
}

/** The number of fields most lines have, and how many have it; a line in one piece is not cut at all. */
type Evenness = { readonly lines: number; readonly width: number };

function evenness(rows: readonly (readonly string[])[]): Evenness {
  const lines = new Map<number, number>();
  for (const { length } of rows) if (length > 1) lines.set(length, (lines.get(length) ?? 0) + 1);
  return [...lines].reduce<Evenness>((most, [width, count]) => (count > most.lines ? { lines: count, width } : most), {
    lines: 0,
    width: 0,
  });
}

/**
 * Rows of fields. A quote inside a field that did not begin with one is an ordinary character, as office suites read it;
 * so is one that is never closed, which would swallow the fields and lines behind it.
 */
function splitRows(text: string, separator: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let at = 0;
  while (at < text.length) {
    const quoted = text[at] === '"' ? readQuoted(text, at, separator) : undefined;
    const field = quoted ?? { value: '', next: at };
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

/** Undefined where the quote is not closed, or only by one that opens a later field. */
function readQuoted(text: string, start: number, separator: string): { value: string; next: number } | undefined {
  let value = '';
  let from = start + 1;
  for (;;) {
    const quote = text.indexOf('"', from);
    if (quote < 0) return undefined;
    value += text.slice(from, quote);
    if (text[quote + 1] !== '"') {
      const isEnd = endOfField(text, quote + 1, separator) === quote + 1;
      return isEnd || !(value.includes('\n') || value.includes(separator)) ? { value, next: quote + 1 } : undefined;
    }
    value += '"';
    from = quote + 2;
  }
}

function endOfField(text: string, start: number, separator: string): number {
  let at = start;
  while (at < text.length && text[at] !== separator && text[at] !== '\n' && text[at] !== '\r') at += 1;
  return at;
}

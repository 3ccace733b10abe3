import { type CellObject, read, set_cptable, type WorkBook, type WorkSheet } from 'xlsx';
import { sum } from '../../kit/numbers.ts';
import { cellLimit, isSmallMerge, MOST_COLUMNS, MOST_ROWS, tooManyCells } from '../cell-limits.ts';
import { type TextTableBuilder, textTableBuilder } from '../text-table.ts';
import {
  CELL_DATE,
  CELL_EMPTY,
  CELL_ERROR,
  CELL_NUMBER,
  CELL_TEXT,
  CELL_TRUE_FALSE,
  type CellColumn,
  type Merge,
  type Sheet,
  type Workbook,
} from '../workbook.ts';
import { decodeCodepage } from './codepage.ts';
import { numberStyle, percentText, unitText } from './number-format.ts';
import { damaged, encrypted } from './sniff.ts';

// Old .xls files hold their texts in a code page (936 in China); the package reads them only with tables passed in.
set_cptable({ utils: { decode: decodeCodepage } });

/** Reads what the fast path does not know, and is the oracle it is tried against. */
export function readByPackage(data: Uint8Array | string, type: 'array' | 'string'): Workbook {
  return fromPackage(open(data, type));
}

function open(data: Uint8Array | string, type: 'array' | 'string'): WorkBook {
  try {
    // cellStyles also brings the hidden flag of rows; cellFormula and cellHTML are never looked at.
    return read(data, {
      type,
      dense: true,
      raw: type === 'string',
      cellDates: false,
      cellNF: true,
      cellStyles: true,
      cellFormula: false,
      cellHTML: false,
    });
  } catch (cause) {
    throw /password|encrypt/i.test(String(cause)) ? encrypted() : damaged();
  }
}

function fromPackage(opened: WorkBook): Workbook {
  const texts = textTableBuilder();
  const limit = cellLimit();
  const sheets = opened.SheetNames.map((name, index): Sheet => {
    const sheet = opened.Sheets[name];
    const hidden = (opened.Workbook?.Sheets?.[index]?.Hidden ?? 0) !== 0;
    return sheet === undefined ? emptySheet(name, hidden) : convertSheet(sheet, name, hidden, texts, limit);
  });
  if (sheets.length === 0) throw damaged();
  return { sheets, date1904: opened.Workbook?.WBProps?.date1904 ?? false, texts: texts.build() };
}

function emptySheet(name: string, hidden: boolean): Sheet {
  return { name, hidden, rowCount: 0, columns: [], merges: [], hiddenRows: [] };
}

function convertSheet(
  sheet: WorkSheet,
  name: string,
  hidden: boolean,
  texts: TextTableBuilder,
  limit: (cells: number) => void,
): Sheet {
  const data: readonly (readonly (CellObject | undefined)[] | undefined)[] = sheet['!data'] ?? [];
  // Before anything goes through them: a list may be sparse and say that it has a thousand million places.
  if (data.length > MOST_ROWS || data.some((cells) => (cells?.length ?? 0) > MOST_COLUMNS)) throw tooManyCells();
  const lengths = columnLengths(data);
  const rowCount = lengths.reduce((longest, length) => Math.max(longest, length), 0);
  limit(sum(lengths));
  const columns = lengths.map(
    (length): CellColumn => ({
      kinds: new Uint8Array(length),
      numbers: new Float64Array(length),
    }),
  );
  data.forEach((cells, row) => {
    cells?.forEach((cell, index) => {
      const column = columns[index];
      if (cell === undefined || column === undefined || row >= column.kinds.length) return;
      const [kind, number] = convert(cell, texts);
      column.kinds[row] = kind;
      column.numbers[row] = number;
    });
  });
  const rows = sheet['!rows'] ?? [];
  return {
    name,
    hidden,
    rowCount,
    columns,
    merges: (sheet['!merges'] ?? []).map(toMerge).filter(isSmallMerge),
    hiddenRows: rows.flatMap((row, index) => (row?.hidden && index < rowCount ? [index] : [])),
  };
}

/** Length of each column up to its last filled cell. */
function columnLengths(data: readonly (readonly (CellObject | undefined)[] | undefined)[]): number[] {
  const lengths: number[] = [];
  data.forEach((cells, row) => {
    cells?.forEach((cell, column) => {
      if (cell !== undefined && isFilled(cell)) lengths[column] = row + 1;
    });
  });
  return Array.from(lengths, (length) => length ?? 0);
}

function isFilled(cell: CellObject): boolean {
  return cell.t !== 'z' && cell.v !== undefined && cell.v !== null && cell.v !== '';
}

function convert(cell: CellObject, texts: TextTableBuilder): readonly [kind: number, number: number] {
  if (!isFilled(cell)) return [CELL_EMPTY, 0];
  if (cell.t === 'n' && typeof cell.v === 'number') return convertNumber(cell, cell.v, texts);
  if (cell.t === 'b') return [CELL_TRUE_FALSE, cell.v ? 1 : 0];
  if (cell.t === 'e') return [CELL_ERROR, texts.add(cell.w ?? '#ERROR!')];
  return [CELL_TEXT, texts.add(String(cell.v))];
}

function convertNumber(cell: CellObject, value: number, texts: TextTableBuilder): readonly [number, number] {
  if (typeof cell.z !== 'string') {
    // The package knows the built-in formats 27-36 and 50-58 (Chinese dates) only once it has shown a cell with them;
    // the first such cell has no format, but is shown as m/d/yy.
    return [/^\d{1,2}\/\d{1,2}\/\d{2}$/.test(cell.w ?? '') ? CELL_DATE : CELL_NUMBER, value];
  }
  const style = numberStyle(cell.z);
  if (style === 'number' || style === 'date') return [style === 'date' ? CELL_DATE : CELL_NUMBER, value];
  if ('unit' in style) return [CELL_TEXT, texts.add(unitText(value, style.unit))];
  if ('decimals' in style) return [CELL_TEXT, texts.add(percentText(value, style.decimals))];
  return cell.w === undefined ? [CELL_NUMBER, value] : [CELL_TEXT, texts.add(cell.w)];
}

function toMerge(range: { s: { r: number; c: number }; e: { r: number; c: number } }): Merge {
  return { top: range.s.r, left: range.s.c, bottom: range.e.r, right: range.e.c };
}

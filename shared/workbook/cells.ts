import { openTexts } from './text-table.ts';
import {
  CELL_DATE,
  CELL_EMPTY,
  CELL_ERROR,
  CELL_NUMBER,
  CELL_TEXT,
  CELL_TRUE_FALSE,
  type Cell,
  type CellColumn,
  type Merge,
  type Sheet,
  type Workbook,
} from './workbook.ts';

/** A sheet opened for looking at: cells by row and column, zero-based. */
export type SheetReader = {
  readonly sheet: Sheet;
  readonly date1904: boolean;
  readonly cell: (row: number, column: number) => Cell;
  /** The cell as it stands, or, inside a merged range, the range's own cell. */
  readonly mergedCell: (row: number, column: number) => Cell;
  /**
   * The cell as a row of the body means it: a value merged downwards holds for every row it reaches, one merged sideways
   * belongs to its first column alone.
   */
  readonly bodyCell: (row: number, column: number) => Cell;
  readonly mergeAt: (row: number, column: number) => Merge | undefined;
  readonly placeOf: (row: number) => RowPlace;
};

/** Where a row stands in its file. Sheets that are read as one say which of them it is. */
export type RowPlace = { readonly row: number; readonly sheet?: string };

/** The place in words: 本表第 5 行, “2月”第 5 行. */
export const placeWords = ({ row, sheet }: RowPlace): string =>
  sheet === undefined ? `本表第 ${row + 1} 行` : `“${sheet}”第 ${row + 1} 行`;

const EMPTY: Cell = { kind: 'empty' };

/** Opens one sheet of a workbook; texts are decoded once and shared by every sheet opened with the same `texts`. */
export function openSheet(workbook: Workbook, sheet: Sheet, texts = openTexts(workbook.texts)): SheetReader {
  const merges = mergesByRow(sheet);
  const cell = (row: number, column: number): Cell => readCell(sheet.columns[column], row, texts);
  const mergeAt = (row: number, column: number): Merge | undefined =>
    merges.get(row)?.find((merge) => merge.left <= column && column <= merge.right);
  const mergedCell = (row: number, column: number): Cell => {
    const own = cell(row, column);
    if (own.kind !== 'empty') return own;
    const merge = mergeAt(row, column);
    return merge === undefined ? own : cell(merge.top, merge.left);
  };
  const bodyCell = (row: number, column: number): Cell => {
    const own = cell(row, column);
    if (own.kind !== 'empty') return own;
    const merge = mergeAt(row, column);
    return merge === undefined || merge.left !== column ? own : cell(merge.top, column);
  };
  return { sheet, date1904: workbook.date1904, cell, mergedCell, bodyCell, mergeAt, placeOf: (row) => ({ row }) };
}

function readCell(column: CellColumn | undefined, row: number, texts: (index: number) => string): Cell {
  const number = column?.numbers[row] ?? 0;
  switch (column?.kinds[row] ?? CELL_EMPTY) {
    case CELL_TEXT:
      return { kind: 'text', text: texts(number) };
    case CELL_NUMBER:
      return { kind: 'number', number };
    case CELL_DATE:
      return { kind: 'date', serial: number };
    case CELL_TRUE_FALSE:
      return { kind: 'trueFalse', value: number === 1 };
    case CELL_ERROR:
      return { kind: 'error', text: texts(number) };
    default:
      return EMPTY;
  }
}

/** Merged ranges by every row they touch; a range is cut at the sheet's last row, so a hostile one stays harmless. */
function mergesByRow(sheet: Sheet): ReadonlyMap<number, readonly Merge[]> {
  const byRow = new Map<number, Merge[]>();
  for (const merge of sheet.merges) {
    for (let row = merge.top; row <= Math.min(merge.bottom, sheet.rowCount - 1); row += 1) {
      const list = byRow.get(row);
      if (list) list.push(merge);
      else byRow.set(row, [merge]);
    }
  }
  return byRow;
}

/** Every buffer of a workbook, to hand it over a port without copying. */
export function buffersOf(workbook: Workbook): ArrayBufferLike[] {
  const columns = workbook.sheets.flatMap((sheet) => sheet.columns);
  return [
    workbook.texts.bytes.buffer,
    workbook.texts.ends.buffer,
    ...columns.flatMap((column) => [column.kinds.buffer, column.numbers.buffer]),
  ];
}

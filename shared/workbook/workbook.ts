/**
 * A workbook as the reader hands it on: columns of typed arrays, so that it crosses ports by transfer and 100,000 rows
 * never become 100,000 objects. Every reader (fast path, xlsx package, csv) makes this one shape.
 */
export type Workbook = {
  readonly sheets: readonly Sheet[];
  /** Day serials count from 1904-01-01 instead of 1899-12-30. */
  readonly date1904: boolean;
  readonly texts: TextTable;
};

/** Every distinct text of the workbook, UTF-8 one after another; text i ends before byte `ends[i]`. */
export type TextTable = { readonly bytes: Uint8Array; readonly ends: Uint32Array };

export type Sheet = {
  readonly name: string;
  readonly hidden: boolean;
  readonly rowCount: number;
  readonly columns: readonly CellColumn[];
  readonly merges: readonly Merge[];
  readonly hiddenRows: readonly number[];
  /** Of separated text alone: into how many fields each row is cut. */
  readonly fieldCounts?: readonly number[];
};

/** Zero-based, inclusive. */
export type Merge = { readonly top: number; readonly left: number; readonly bottom: number; readonly right: number };

export const CELL_EMPTY = 0;
export const CELL_TEXT = 1;
export const CELL_NUMBER = 2;
export const CELL_DATE = 3;
export const CELL_TRUE_FALSE = 4;
export const CELL_ERROR = 5;

/**
 * One column. `kinds[row]` is one of the CELL_ numbers; `numbers[row]` is the number, the date serial, 1 or 0, or the
 * index into the text table (texts and errors alike). A column ends after its last filled cell: rows beyond it are
 * empty, so that one stray cell in the last row of a sheet costs one long column, not a million rows.
 */
export type CellColumn = { readonly kinds: Uint8Array; readonly numbers: Float64Array };

/** One cell, taken out for looking at. Dates stay serials until a field asks for a day. */
export type Cell =
  | { readonly kind: 'empty' }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'number'; readonly number: number }
  | { readonly kind: 'date'; readonly serial: number }
  | { readonly kind: 'trueFalse'; readonly value: boolean }
  | { readonly kind: 'error'; readonly text: string };

export const isBlankCell = (cell: Cell): boolean =>
  cell.kind === 'empty' || (cell.kind === 'text' && cell.text.trim() === '');

import type { SheetReader } from '../cells.ts';
import { type Cell, isBlankCell } from '../workbook.ts';

/** The cell that speaks for a row in a column, and where it was found. */
export type FoundCell = { readonly cell: Cell; readonly from: 'cell' | 'merged' | 'fillDown' };

export type CellFinding = {
  readonly reader: SheetReader;
  /** The rows that are records, from top to bottom. */
  readonly body: readonly number[];
  /** Columns whose blank cells stand for the last one filled above. */
  readonly fillDown: readonly number[];
};

/** Of a column to be filled down: the place in the body where a blank cell was last asked for, and what it stands for. */
type Carried = { readonly place: number; readonly cell: Cell | undefined };

/**
 * Finds the cell that speaks for a row: its own, one merged over it or, where the column is to be filled down, the last one
 * filled above on the same sheet. Rows may be asked for in any order; from top to bottom each looks one row up.
 */
export function cellFinder({
  reader,
  body,
  fillDown,
}: CellFinding): (row: number, column: number) => FoundCell | undefined {
  const carried = new Map<number, Carried>(fillDown.map((column) => [column, { place: -1, cell: undefined }]));
  const above = (row: number, column: number, last: Carried): Cell | undefined => {
    const { sheet } = reader.placeOf(row);
    const place = placeIn(body, row);
    let cell: Cell | undefined;
    for (let at = place - 1; at >= 0 && cell === undefined; at -= 1) {
      const upper = body[at] ?? 0;
      // What stood last on one sheet is not meant for the next.
      if (reader.placeOf(upper).sheet !== sheet) break;
      cell = ownOrMerged(reader, upper, column)?.cell;
      if (cell === undefined && at === last.place) {
        cell = last.cell;
        break;
      }
    }
    carried.set(column, { place, cell });
    return cell;
  };
  return (row, column) => {
    const found = ownOrMerged(reader, row, column);
    const last = found === undefined ? carried.get(column) : undefined;
    if (last === undefined) return found;
    const cell = above(row, column, last);
    return cell && { cell, from: 'fillDown' };
  };
}

function ownOrMerged(reader: SheetReader, row: number, column: number): FoundCell | undefined {
  const own = reader.cell(row, column);
  if (!isBlankCell(own)) return { cell: own, from: 'cell' };
  const merged = reader.bodyCell(row, column);
  return isBlankCell(merged) ? undefined : { cell: merged, from: 'merged' };
}

/** Where among rows, from top to bottom, one stands or would stand. */
export function placeIn(rows: readonly number[], row: number): number {
  let [first, end] = [0, rows.length];
  while (first < end) {
    const middle = (first + end) >> 1;
    if ((rows[middle] ?? 0) < row) first = middle + 1;
    else end = middle;
  }
  return first;
}

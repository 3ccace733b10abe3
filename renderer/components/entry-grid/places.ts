/** A cell by its row and column, both from 0. */
export type Place = { readonly row: number; readonly column: number };

/** A rectangle of cells, all ends included. */
export type Range = { readonly top: number; readonly bottom: number; readonly left: number; readonly right: number };

/** The sheet's size in cells. */
export type Bounds = { readonly rows: number; readonly columns: number };

/** Rows a screen moves by. */
const PAGE = 15;

const clamp = (value: number, count: number): number => Math.min(Math.max(0, value), Math.max(0, count - 1));

export const within = ({ row, column }: Place, { rows, columns }: Bounds): Place => ({
  row: clamp(row, rows),
  column: clamp(column, columns),
});

/** The rectangle between two corners. */
export const rangeOf = (one: Place, other: Place): Range => ({
  top: Math.min(one.row, other.row),
  bottom: Math.max(one.row, other.row),
  left: Math.min(one.column, other.column),
  right: Math.max(one.column, other.column),
});

/** How far a row is looked for when the list has moved under the cursor. */
const MOVED = 20;

/** Where a row is now that stood at `row`: there still, or moved by a few when another came or went; else as it was. */
export function rowOfKey(keyAt: (row: number) => string, key: string, row: number, count: number): number {
  for (let by = 0; by <= MOVED; by += 1) {
    for (const there of [row - by, row + by]) if (there >= 0 && there < count && keyAt(there) === key) return there;
  }
  return row;
}

export const isIn = ({ row, column }: Place, { top, bottom, left, right }: Range): boolean =>
  row >= top && row <= bottom && column >= left && column <= right;

/** Where the keys that only move lead to; undefined for any other key. Ctrl goes to the sheet's edge, as in a spreadsheet. */
export function movedBy(key: string, ctrl: boolean, at: Place, bounds: Bounds): Place | undefined {
  const { row, column } = at;
  const [last, end] = [bounds.rows - 1, bounds.columns - 1];
  switch (key) {
    case 'ArrowDown':
      return within({ row: ctrl ? last : row + 1, column }, bounds);
    case 'ArrowUp':
      return within({ row: ctrl ? 0 : row - 1, column }, bounds);
    case 'ArrowRight':
      return within({ row, column: ctrl ? end : column + 1 }, bounds);
    case 'ArrowLeft':
      return within({ row, column: ctrl ? 0 : column - 1 }, bounds);
    case 'PageDown':
      return within({ row: row + PAGE, column }, bounds);
    case 'PageUp':
      return within({ row: row - PAGE, column }, bounds);
    case 'Home':
      return { row: ctrl ? 0 : row, column: 0 };
    case 'End':
      return within({ row: ctrl ? last : row, column: end }, bounds);
    default:
      return undefined;
  }
}

/** One cell on, as Tab goes: from the last cell of a row to the first of the next, and back. */
export function tabbed({ row, column }: Place, back: boolean, bounds: Bounds): Place {
  if (back)
    return column > 0
      ? { row, column: column - 1 }
      : row > 0
        ? { row: row - 1, column: bounds.columns - 1 }
        : { row, column };
  return column < bounds.columns - 1 ? { row, column: column + 1 } : within({ row: row + 1, column: 0 }, bounds);
}

import { isSmallMerge, MOST_COLUMNS, MOST_ROWS, tooManyCells } from '../cell-limits.ts';
import { CELL_EMPTY, type CellColumn, type Merge, type Sheet } from '../workbook.ts';

type GrowingColumn = { kinds: Uint8Array; numbers: Float64Array; length: number };

const FIRST_ROWS = 64;

/**
 * Gathers the filled cells of one sheet into columns. Memory is taken for cells that are there, never for what a
 * reference promises: each column is as long as its last filled cell and all together stay under the workbook's limit.
 */
export class ColumnBuilder {
  readonly #columns: GrowingColumn[] = [];
  readonly #limit: (cells: number) => void;

  constructor(limit: (cells: number) => void) {
    this.#limit = limit;
  }

  put(row: number, column: number, kind: number, number: number): void {
    if (kind === CELL_EMPTY) return;
    const cells = this.#columns[column] ?? this.#openColumn(column);
    if (row >= cells.length) {
      if (row >= MOST_ROWS) throw tooManyCells();
      this.#limit(row + 1 - cells.length);
      if (row >= cells.kinds.length) grow(cells, row + 1);
      cells.length = row + 1;
    }
    cells.kinds[row] = kind;
    cells.numbers[row] = number;
  }

  build(name: string, hidden: boolean, merges: readonly Merge[], hiddenRows: readonly number[]): Sheet {
    const rowCount = this.#columns.reduce((longest, { length }) => Math.max(longest, length), 0);
    return {
      name,
      hidden,
      rowCount,
      columns: this.#columns.map(
        ({ kinds, numbers, length }): CellColumn => ({
          kinds: kinds.slice(0, length),
          numbers: numbers.slice(0, length),
        }),
      ),
      merges: merges.filter(isSmallMerge),
      hiddenRows: hiddenRows.filter((row) => row < rowCount),
    };
  }

  #openColumn(column: number): GrowingColumn {
    if (column >= MOST_COLUMNS) throw tooManyCells();
    for (let index = this.#columns.length; index <= column; index += 1) {
      this.#columns.push({ kinds: new Uint8Array(0), numbers: new Float64Array(0), length: 0 });
    }
    return this.#columns[column] ?? { kinds: new Uint8Array(0), numbers: new Float64Array(0), length: 0 };
  }
}

function grow(column: GrowingColumn, rows: number): void {
  const room = Math.max(rows, Math.min(column.kinds.length * 2, MOST_ROWS), FIRST_ROWS);
  const kinds = new Uint8Array(room);
  const numbers = new Float64Array(room);
  kinds.set(column.kinds);
  numbers.set(column.numbers);
  column.kinds = kinds;
  column.numbers = numbers;
}

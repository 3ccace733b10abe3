import { LedgerError } from '../../kit/complaint.ts';
import { MOST_ROWS } from '../cell-limits.ts';

/**
 * Rows put in below a row, each a clone of it. Rows are zero-based and counted in the blank form. `isLast` of a table whose
 * row above is another of its rows: its frame (a thick line below) goes to the last clone, not into the midst of them.
 */
export type RowInsertion = { readonly below: number; readonly count: number; readonly isLast?: boolean };

/** Where the rows of a sheet stand after rows were put in. */
export type RowShift = {
  readonly insertions: readonly RowInsertion[];
  /** New place of a row. */
  readonly row: (row: number) => number;
  /**
   * New last row of a range that ends at `row`: a range that ends at a model row grows over its clones, unless it is
   * asked about from the model row itself (`from`), whose own formulas look no further than they did.
   */
  readonly end: (row: number, from?: number) => number;
  /** How many clones follow a row. */
  readonly clonesOf: (row: number) => number;
  /** Whether a row is the last of rows of its kind. */
  readonly isLast: (row: number) => boolean;
};

/**
 * The shift some insertions make.
 * @throws LedgerError form/too-many-rows where the sheet would pass the last row a sheet has
 */
export function rowShift(insertions: readonly RowInsertion[]): RowShift {
  const sum = (counts: (below: number) => boolean): number =>
    insertions.reduce((total, { below, count }) => (counts(below) ? total + count : total), 0);
  if (sum(() => true) >= MOST_ROWS) throw tooManyRows();
  return {
    insertions,
    row: (row) => row + sum((below) => below < row),
    end: (row, from) => row + sum((below) => below < row || (below === row && below !== from)),
    clonesOf: (row) => sum((below) => below === row),
    isLast: (row) => insertions.some(({ below, isLast }) => below === row && isLast === true),
  };
}

const tooManyRows = (): LedgerError =>
  new LedgerError(
    'form/too-many-rows',
    '要填的行数超过一张工作表的上限（1,048,576 行）。没有生成文件。请缩小填报期或筛选范围，分几次填报。',
  );

const REFERENCE = /^(\$?[A-Za-z]{1,3}\$?)(\d+)(?::(\$?[A-Za-z]{1,3}\$?)(\d+))?$/;

/**
 * A list of ranges (`A1:C3 E5`) after the shift. `grows` says whether a range ending at a model row takes in its clones.
 */
export function shiftRanges(ranges: string, shift: RowShift, grows: boolean): string {
  return ranges
    .split(/\s+/)
    .map((range) => {
      const [, left, top, right, bottom] = REFERENCE.exec(range) ?? [];
      if (left === undefined || top === undefined) return range;
      const row = Number(top) - 1;
      const last = bottom === undefined ? row : Number(bottom) - 1;
      const [newTop, newLast] = [shift.row(row) + 1, (grows ? shift.end(last) : shift.row(last)) + 1];
      if (bottom === undefined && newLast === newTop) return `${left}${newTop}`;
      return `${left}${newTop}:${right ?? left}${newLast}`;
    })
    .join(' ');
}

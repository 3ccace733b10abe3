import type { SheetReader } from '../cells.ts';
import { type SheetLayout, unnamedColumns } from './header.ts';
import type { HeaderCell } from './header-words.ts';
import type { LeftOutRow } from './left-out-rows.ts';

/**
 * The layout with a row that looks like no record taken for one all the same, or left out again. A blank row holds nothing
 * to take.
 */
export function withTaken(layout: SheetLayout, row: number, isTaken: boolean): SheetLayout {
  const one = layout.leftOut.find((leftOut) => leftOut.row === row);
  if (one === undefined || one.reason === '空行') return layout;
  const others = layout.body.filter((other) => other !== row);
  const after = others.findIndex((other) => other > row);
  return {
    ...layout,
    body: isTaken ? others.toSpliced(after === -1 ? others.length : after, 0, row) : others,
    leftOut: layout.leftOut.map((leftOut) => (leftOut === one ? { ...one, isTaken } : leftOut)),
  };
}

const isOther = ({ reason }: LeftOutRow): boolean => reason === '另一张表的行';

/** The rows below what was taken for another table's header. */
export const otherTableRows = ({ leftOut }: SheetLayout): ReadonlySet<number> =>
  new Set(leftOut.filter(isOther).map(({ row }) => row));

/** The layout with all rows of another table taken for records of this one, which they are after all, or left out again. */
export function withOtherTable(layout: SheetLayout, isTaken: boolean): SheetLayout {
  const rows = otherTableRows(layout);
  const others = layout.body.filter((row) => !rows.has(row));
  return {
    ...layout,
    body: isTaken ? [...others, ...rows].sort((one, other) => one - other) : others,
    leftOut: layout.leftOut.map((one) => (isOther(one) ? { ...one, isTaken } : one)),
  };
}

/** The layout after its header moved, with the rows that were taken before, as far as they are left out again. */
export function takenAgain(layout: SheetLayout, before: SheetLayout, reader: SheetReader): SheetLayout {
  let again = layout;
  for (const { row, isTaken } of before.leftOut) {
    if (!isTaken || !layout.leftOut.some((one) => one.row === row)) continue;
    again = withTaken({ ...again, headers: headersWith(again.headers, reader, [row]) }, row, true);
  }
  return again;
}

/** The headers with those columns in which rows that were taken say something and nothing stands over it. */
export function headersWith(
  headers: readonly HeaderCell[],
  reader: SheetReader,
  rows: Iterable<number>,
): readonly HeaderCell[] {
  const unnamed = unnamedColumns(reader, headers);
  for (const row of rows) unnamed.lookAt(row);
  return unnamed.withFilled();
}

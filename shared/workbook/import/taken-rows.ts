import type { SheetReader } from '../cells.ts';
import { type SheetLayout, unnamedColumns } from './header.ts';
import type { HeaderCell } from './header-words.ts';

/**
 * The layout with rows that look like no records taken for some all the same, or left out again. A blank row holds nothing
 * to take.
 */
export function withTaken(layout: SheetLayout, rows: ReadonlySet<number>, isTaken: boolean): SheetLayout {
  const meant = new Set(takeable(layout, rows));
  const others = layout.body.filter((row) => !meant.has(row));
  return {
    ...layout,
    body: isTaken ? [...others, ...meant].sort((one, other) => one - other) : others,
    leftOut: layout.leftOut.map((one) => (meant.has(one.row) ? { ...one, isTaken } : one)),
  };
}

const takeable = ({ leftOut }: SheetLayout, rows: ReadonlySet<number>): readonly number[] =>
  leftOut.flatMap(({ row, reason }) => (rows.has(row) && reason !== '空行' ? [row] : []));

/** The rows below what was taken for another table's header. */
export const otherTableRows = ({ leftOut }: SheetLayout): ReadonlySet<number> =>
  new Set(leftOut.flatMap(({ row, reason }) => (reason === '另一张表的行' ? [row] : [])));

/** The layout after its header moved, with the rows that were taken before, as far as they are left out again. */
export function takenAgain(layout: SheetLayout, before: SheetLayout, reader: SheetReader): SheetLayout {
  const taken = new Set(before.leftOut.flatMap(({ row, isTaken }) => (isTaken ? [row] : [])));
  const rows = takeable(layout, taken);
  if (rows.length === 0) return layout;
  return withTaken({ ...layout, headers: headersWith(layout.headers, reader, rows) }, taken, true);
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

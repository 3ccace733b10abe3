import type { TableBinding } from './form-binding.ts';
import { endOf } from './form-tables.ts';

/** Where a row of a table stands in the blank form, or would below its last row; `over` columns to the right of its first fold. */
export type RowPlace = { readonly row: number; readonly over: number };

const foldsOf = ({ folds = [] }: TableBinding): readonly number[] => [0, ...folds];

/** Every row of every fold the blank form has, down the first fold, then the next. */
export const placesIn = (table: TableBinding, rows: readonly number[]): readonly RowPlace[] =>
  foldsOf(table).flatMap((over) => rows.map((row) => ({ row, over })));

/** Places for rows the form has no names for: all of them in equal folds. */
export function freePlaces(table: TableBinding, count: number): readonly RowPlace[] {
  const folds = foldsOf(table);
  const height = Math.max(table.bottom - table.top + 1, Math.ceil(count / folds.length));
  return Array.from({ length: count }, (_, at) => ({
    row: table.top + (at % height),
    over: folds[Math.floor(at / height)] ?? 0,
  }));
}

/** Places behind the last named row: in its fold, then in those behind it, then below the last one. */
export function placesBehind(table: TableBinding, last: RowPlace, count: number): readonly RowPlace[] {
  const end = endOf(table);
  const places: RowPlace[] = [];
  const folds = foldsOf(table);
  let fold = folds.indexOf(last.over);
  let row = last.row;
  while (places.length < count) {
    row += 1;
    if (row > end && fold < folds.length - 1) {
      fold += 1;
      row = table.top;
    }
    places.push({ row, over: folds[fold] ?? 0 });
  }
  return places;
}

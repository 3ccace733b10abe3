import type { Merge } from '../workbook.ts';
import { UnknownShape } from './unknown-shape.ts';

/** A cell's place, zero-based, as two fields that are written over: one object serves millions of cells. */
export type Place = { row: number; column: number };

/** Reads `AB12` into `place` and answers with where it ends. Throws UnknownShape where there is no such reference. */
export function readAddress(bytes: Uint8Array, start: number, end: number, place: Place): number {
  let at = start;
  let column = 0;
  for (; at < end; at += 1) {
    const letter = (bytes[at] ?? 0) & 0xdf;
    if (letter < 0x41 || letter > 0x5a) break;
    column = column * 26 + letter - 0x40;
  }
  const letters = at - start;
  let row = 0;
  for (; at < end; at += 1) {
    const digit = (bytes[at] ?? 0) - 0x30;
    if (digit < 0 || digit > 9) break;
    row = row * 10 + digit;
  }
  if (letters === 0 || letters > 3 || row === 0 || row > 1e9) throw new UnknownShape('reference');
  place.row = row - 1;
  place.column = column - 1;
  return at;
}

/** Reads `A1:C3`, or `A1` alone, as a merged range. */
export function readRange(bytes: Uint8Array, start: number, end: number): Merge {
  const first = { row: 0, column: 0 };
  const last = { row: 0, column: 0 };
  const middle = readAddress(bytes, start, end, first);
  const to = middle === end ? readAddress(bytes, start, end, last) : readAddress(bytes, middle + 1, end, last);
  if (to !== end || (middle < end && bytes[middle] !== 0x3a)) throw new UnknownShape('range');
  return { top: first.row, left: first.column, bottom: last.row, right: last.column };
}

import type { PlainCell } from './plain-cell.ts';

const QUOTE = 0x22;
const SLASH = 0x2f;
const ZERO = 0x30;
const GREATER = 0x3e;
const SMALL_D = 0x64;
const SMALL_H = 0x68;
const SMALL_I = 0x69;
const ROW_CHANGE = Uint8Array.from('</row><row r="', (letter) => letter.charCodeAt(0));

/**
 * Reads the end of one row and the start of the next where both are as Excel and WPS write them:
 * `</row><row r="3" spans="1:20">`. Sets the row, and the column in front of its first. Answers with the position behind,
 * or -1 where it is anything else, a hidden row above all: then the general way reads it.
 */
export function readPlainRow(bytes: Uint8Array, start: number, cell: PlainCell): number {
  for (let index = 0; index < ROW_CHANGE.length; index += 1) {
    if (bytes[start + index] !== ROW_CHANGE[index]) return -1;
  }
  let at = start + ROW_CHANGE.length;
  let row = 0;
  for (let digit = (bytes[at] ?? 0) - ZERO; digit >= 0 && digit <= 9; digit = (bytes[at] ?? 0) - ZERO) {
    row = row * 10 + digit;
    at += 1;
  }
  if (row === 0 || row > 1e9 || bytes[at] !== QUOTE) return -1;
  for (let byte = bytes[at]; byte !== GREATER; byte = bytes[at]) {
    if (byte === undefined || byte === SLASH) return -1;
    if (byte === SMALL_H && bytes[at + 1] === SMALL_I && bytes[at + 2] === SMALL_D) return -1;
    at += 1;
  }
  // A > inside a value is none that ends the tag.
  if (bytes[at - 1] !== QUOTE) return -1;
  cell.row = row - 1;
  cell.column = -1;
  return at + 1;
}

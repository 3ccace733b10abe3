/** What a plain cell says; written over from cell to cell, so that millions of them make no objects. */
export type PlainCell = {
  row: number;
  column: number;
  style: number;
  filled: boolean;
  /** `number` is the index of a shared string. */
  shared: boolean;
  number: number;
};

const SPACE = 0x20;
const QUOTE = 0x22;
const MINUS = 0x2d;
const POINT = 0x2e;
const SLASH = 0x2f;
const ZERO = 0x30;
const LESS = 0x3c;
const EQUALS = 0x3d;
const GREATER = 0x3e;
const SMALL_C = 0x63;
const SMALL_F = 0x66;
const SMALL_R = 0x72;
const SMALL_S = 0x73;
const SMALL_T = 0x74;
const SMALL_V = 0x76;
/** Powers of ten up to the longest fraction read here; a double holds each exactly. */
const TENS = Float64Array.from({ length: 16 }, (_, power) => 10 ** power);

/**
 * Reads the one shape that nearly every cell of nearly every file has, letter by letter as Excel and WPS write it:
 * ` r="B3" s="4" t="s"><v>17</v></c>`, with or without `s` and `t`, a number of at most 15 characters, a plain formula
 * `<f>A1+B1</f>` in front of it; or ` s="4"/>`.
 * `at` stands behind `<c`. Answers with the position behind the cell, or -1 where it is any other shape: then nothing
 * is said about it, and the general way reads it from the start.
 */
export function readPlainCell(bytes: Uint8Array, start: number, cell: PlainCell): number {
  let at = readPlace(bytes, start, cell);
  if (at < 0) return -1;
  cell.style = 0;
  if (bytes[at] === SPACE && bytes[at + 1] === SMALL_S) {
    if (bytes[at + 2] !== EQUALS || bytes[at + 3] !== QUOTE) return -1;
    at += 4;
    let style = 0;
    let digit = (bytes[at] ?? 0) - ZERO;
    const first = at;
    for (; digit >= 0 && digit <= 9; digit = (bytes[at] ?? 0) - ZERO) {
      style = style * 10 + digit;
      at += 1;
    }
    if (at === first || at - first > 6 || bytes[at] !== QUOTE) return -1;
    at += 1;
    cell.style = style;
  }
  cell.shared = bytes[at] === SPACE;
  if (cell.shared) {
    if (bytes[at + 1] !== SMALL_T || bytes[at + 2] !== EQUALS || bytes[at + 3] !== QUOTE) return -1;
    if (bytes[at + 4] !== SMALL_S || bytes[at + 5] !== QUOTE) return -1;
    at += 6;
  }
  cell.filled = bytes[at] !== SLASH;
  if (!cell.filled) return bytes[at + 1] === GREATER ? at + 2 : -1;
  return readValue(bytes, at, cell);
}

function readPlace(bytes: Uint8Array, start: number, cell: PlainCell): number {
  if (bytes[start] !== SPACE || bytes[start + 1] !== SMALL_R) return -1;
  if (bytes[start + 2] !== EQUALS || bytes[start + 3] !== QUOTE) return -1;
  let at = start + 4;
  let column = 0;
  let letter = (bytes[at] ?? 0) - 0x40;
  for (; letter >= 1 && letter <= 26; letter = (bytes[at] ?? 0) - 0x40) {
    column = column * 26 + letter;
    at += 1;
  }
  const letters = at - start - 4;
  let row = 0;
  let digit = (bytes[at] ?? 0) - ZERO;
  for (; digit >= 0 && digit <= 9; digit = (bytes[at] ?? 0) - ZERO) {
    row = row * 10 + digit;
    at += 1;
  }
  if (letters < 1 || letters > 3 || row === 0 || row > 1e9 || bytes[at] !== QUOTE) return -1;
  cell.column = column - 1;
  cell.row = row - 1;
  return at + 1;
}

function readValue(bytes: Uint8Array, start: number, cell: PlainCell): number {
  if (bytes[start] !== GREATER || bytes[start + 1] !== LESS) return -1;
  let at = start + 2;
  if (bytes[at] === SMALL_F) at = skipFormula(bytes, at);
  if (bytes[at] !== SMALL_V || bytes[at + 1] !== GREATER) return -1;
  at += 2;
  const negative = bytes[at] === MINUS;
  if (negative) at += 1;
  const first = at;
  let digits = 0;
  let fraction = -1;
  for (let byte = bytes[at] ?? 0; byte !== LESS; byte = bytes[at] ?? 0) {
    const digit = byte - ZERO;
    if (digit >= 0 && digit <= 9) digits = digits * 10 + digit;
    else if (byte === POINT && fraction < 0) fraction = at + 1;
    else return -1;
    at += 1;
  }
  if (at === first || at - first > 15 || fraction === first + 1) return -1;
  if (cell.shared && (negative || fraction >= 0)) return -1;
  const number = fraction < 0 ? digits : digits / (TENS[at - fraction] ?? Number.NaN);
  cell.number = negative ? -number : number;
  return endsCell(bytes, at) ? at + 8 : -1;
}

/** From behind the `<` of `<f>…</f><` to behind its second one; where it is anything else, to where no value stands. */
function skipFormula(bytes: Uint8Array, start: number): number {
  if (bytes[start + 1] !== GREATER) return start;
  let at = start + 2;
  while (at < bytes.length && bytes[at] !== LESS) at += 1;
  if (bytes[at + 1] !== SLASH || bytes[at + 2] !== SMALL_F || bytes[at + 3] !== GREATER) return start;
  return bytes[at + 4] === LESS ? at + 5 : start;
}

/** Does `</v></c>` stand here? The first letter is known to. */
function endsCell(bytes: Uint8Array, at: number): boolean {
  if (bytes[at + 1] !== SLASH || bytes[at + 2] !== SMALL_V || bytes[at + 3] !== GREATER) return false;
  if (bytes[at + 4] !== LESS || bytes[at + 5] !== SLASH || bytes[at + 6] !== SMALL_C) return false;
  return bytes[at + 7] === GREATER;
}

/** Letters of a zero-based column: 0 = A, 26 = AA. */
export function columnLetters(column: number): string {
  let letters = '';
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  }
  return letters;
}

/** Zero-based column of its letters: A = 0, AA = 26. */
export function columnNumber(letters: string): number {
  let column = 0;
  for (const letter of letters.toUpperCase()) column = column * 26 + letter.charCodeAt(0) - 64;
  return column - 1;
}

/** `B3` for row 2, column 1, both zero-based. */
export const cellAddress = (row: number, column: number): string => `${columnLetters(column)}${row + 1}`;

type Range = { readonly top: number; readonly left: number; readonly bottom: number; readonly right: number };

/** `A1:C3`, or `A1` for a single cell. */
export function rangeAddress({ top, left, bottom, right }: Range): string {
  const first = cellAddress(top, left);
  const last = cellAddress(bottom, right);
  return first === last ? first : `${first}:${last}`;
}

/** `$A$1:$C$3`, as defined names want it. */
export const absoluteRange = ({ top, left, bottom, right }: Range): string =>
  `$${columnLetters(left)}$${top + 1}:$${columnLetters(right)}$${bottom + 1}`;

import type { CellStyle } from './sheet-model.ts';

/** Width of a digit of the workbook's normal font, 宋体 11, in points: the unit column widths are counted in. */
const DIGIT_POINTS = 6;
/** Part of a column the text cannot use: the cell's inner edge on both sides, in widths. */
const INNER_EDGE = 1;
const LINE_SPACING = 1.35;
const PADDING = 6;
/** Excel shows no row higher than this. */
const HIGHEST = 409;

/** Points a column of this many characters takes. */
export const columnPoints = (characters: number): number => characters * DIGIT_POINTS;

/** Characters that take a full square: Chinese characters, full-width forms and punctuation. */
const isSquare = (character: string): boolean => (character.codePointAt(0) ?? 0) >= 0x2018;

/** Width of one line of text in digits of the normal font. */
export function textWidth(text: string, fontSize: number): number {
  let points = 0;
  for (const character of text) points += isSquare(character) ? fontSize : fontSize * 0.55;
  return points / DIGIT_POINTS;
}

/** Lines a text takes in a column of this width when it wraps. */
export function linesOf(text: string, width: number, fontSize: number): number {
  return text
    .split('\n')
    .reduce((lines, line) => lines + Math.max(1, Math.ceil(textWidth(line, fontSize) / (width - INNER_EDGE))), 0);
}

/**
 * Height in points that shows all of a text. Set explicitly because Excel, WPS and LibreOffice disagree on automatic
 * heights, and none of them grows a row for a merged cell.
 */
export function heightFor(text: string, width: number, { size }: CellStyle['font']): number {
  return Math.min(HIGHEST, Math.ceil(linesOf(text, width, size) * size * LINE_SPACING + PADDING));
}

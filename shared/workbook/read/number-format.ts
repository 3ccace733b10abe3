import { numberText } from '../../kit/convert/marks.ts';

/**
 * What the number format of a cell makes of its number: a number, a date, a code whose text is what is meant, an amount
 * that is shown with its unit, or a percentage of so many decimals.
 */
export type NumberStyle =
  | 'number'
  | 'date'
  | { readonly code: string }
  | { readonly unit: string }
  | { readonly decimals: number };

/** What a number format with this text does. */
export function numberStyle(format: string): NumberStyle {
  if (showsDate(format)) return 'date';
  const [section = ''] = format.split(';');
  const parts = partsOf(section);
  const unit = unitBehind(parts);
  if (unit !== undefined) return { unit };
  if (parts.some(({ kind, text }) => kind === 'mark' && text === '%')) return { decimals: decimalsOf(parts) };
  return isCode(format) ? { code: format } : 'number';
}

/**
 * Does a number format show its number as a day or a time? Quoted words, escaped letters, [colours] and [conditions]
 * are left out first, so that `0"days"` and `[Red]0` stay numbers while `yyyy"年"m"月"` and `[$-804]上午/下午h` do not;
 * nor does `aaaa`, the weekday of Chinese Excel.
 */
export function showsDate(format: string): boolean {
  const bare = format
    .replace(/"[^"]*"/g, '')
    .replace(/[\\!]./g, '')
    .replace(/_./g, '')
    .replace(/\*./g, '')
    .replace(/\[(h+|m+|s+)\]/gi, '$1')
    .replace(/\[[^\]]*\]/g, '')
    .replace(/General|G\/通用格式/gi, '');
  return /[ymdhse]|aaa/i.test(bare.replace(/E[+-]/gi, ''));
}

/** A piece of a format: a literal in quotes, behind a stroke or behind an exclamation mark, or one mark. Colours, conditions and blanks are left out. */
type Part = { readonly kind: 'literal' | 'mark'; readonly text: string };

function partsOf(format: string): readonly Part[] {
  const pieces = format.matchAll(/"([^"]*)"|[\\!](.)|\[[^\]]*\]|_.|\*.|([^"\\!])/gu);
  return [...pieces].flatMap(([, quoted, escaped, mark]): Part[] => {
    if (mark !== undefined) return [{ kind: 'mark', text: mark }];
    const text = quoted ?? escaped;
    return text === undefined ? [] : [{ kind: 'literal', text }];
  });
}

/**
 * Zeros among literals and strokes, and nothing else: 000, "A"0000, 000-0000-0000, "第"0"号". The text is what the clerk
 * means, a code, not a quantity; 0"人" is one.
 */
function isCode(format: string): boolean {
  const parts = partsOf(format);
  const zeros = parts.filter(({ kind, text }) => kind === 'mark' && text === '0').length;
  const isPlain = parts.every(({ kind, text }) => kind === 'literal' || /[-0 ()]/.test(text));
  return isPlain && !format.includes('[') && (zeros >= 2 || (zeros === 1 && parts[0]?.kind === 'literal'));
}

/**
 * The text a code's format shows: `"A"000` makes A007 of 7. Undefined for anything but whole numbers from 0 on, which such
 * codes never are.
 */
export function codeText(value: number, format: string): string | undefined {
  if (!Number.isSafeInteger(value) || value < 0) return undefined;
  const parts = partsOf(format);
  const isZero = ({ kind, text }: Part): boolean => kind === 'mark' && text === '0';
  const zeros = parts.filter(isZero).length;
  const digits = String(value).padStart(zeros, '0');
  let next = 0;
  return parts
    .map((part) => {
      if (!isZero(part)) return part.text;
      // More digits than zeros stand where the first zero does.
      const from = next;
      next = from === 0 ? digits.length - zeros + 1 : from + 1;
      return digits.slice(from, next);
    })
    .join('');
}

const isDigit = ({ kind, text }: Part): boolean => kind === 'mark' && /[0#?]/.test(text);

/**
 * 0.0"万元" says what its number counts; 0.0,"千元" shows a thousandth of one that counts 元, and 0\.0000"万元" a ten-thousandth:
 * its point is a literal that no number has.
 */
function unitBehind(parts: readonly Part[]): string | undefined {
  const last = parts.findLastIndex(isDigit);
  const behind = parts.slice(last + 1);
  const words = behind
    .map(({ text }) => text)
    .join('')
    .trim();
  if (last < 0 || !/^,*(千|万|百万|千万|亿)?元?\)?$/.test(words)) return undefined;
  const unit = words.replace(/[,)]/g, '');
  if (unit === '') return undefined;
  const digits = parts.slice(parts.findIndex(isDigit), last);
  const hasDrawnPoint = digits.some(({ kind, text }) => kind === 'literal' && text.includes('.'));
  return hasDrawnPoint || words.startsWith(',') ? '元' : unit;
}

/** The number with its unit: 1.2万元. Every digit of it stays, shown or not. */
export const unitText = (value: number, unit: string): string => `${numberText(value)}${unit}`;

function decimalsOf(parts: readonly Part[]): number {
  const point = parts.findIndex(({ kind, text }) => kind === 'mark' && text === '.');
  return point < 0 ? 0 : parts.slice(point).filter(isDigit).length;
}

/** 95% of 0.95, as the sheet shows it: what a formula counted beyond its format was meant by nobody. */
export function percentText(value: number, decimals: number): string {
  const percent = Number(`${numberText(value)}e2`);
  return `${numberText(Number(percent.toFixed(Math.min(decimals, MOST_DECIMALS))))}%`;
}

/** No number of 15 digits has more to show. */
const MOST_DECIMALS = 15;

import { type Complaint, error } from '../kit/complaint.ts';
import type { Value, Values } from '../kit/values.ts';

/** 发文字号 in its three parts: 宿豫街办 2026 12. */
export type DocumentNumber = { readonly code: string; readonly year: number; readonly serial: number };

/** 发文机关代字, full year in six-corner brackets, serial without 第 and without leading zeros (GB/T 9704—2012 7.2.5). */
const NUMBER = /^(?<code>[^\s〔〕\d]+)〔(?<year>\d{4})〕(?<serial>[1-9]\d*)号$/;
/** What people type instead: other brackets, a short year, 第, leading zeros, blanks. */
const LOOSE =
  /^(?<code>[^\s〔〕[\]【】()（）\d]+?)\s*[〔[【(（［]\s*(?<year>\d{2,4})\s*[〕\]】)）］]\s*第?\s*0*(?<serial>\d+)\s*号$/;
const BASIS = 'GB/T 9704—2012 7.2.5';

/** `宿豫街办〔2026〕12号`. */
export const formatDocumentNumber = ({ code, year, serial }: DocumentNumber): string => `${code}〔${year}〕${serial}号`;

/** A number written exactly as the rule has it, in parts; undefined for anything else. */
export const parseDocumentNumber = (text: string): DocumentNumber | undefined => partsOf(NUMBER.exec(text));

function partsOf(found: RegExpExecArray | null): DocumentNumber | undefined {
  const { code, year, serial } = found?.groups ?? {};
  if (code === undefined || year === undefined || serial === undefined) return undefined;
  return { code, year: Number(year), serial: Number(serial) };
}

/**
 * What is wrong with a number the clerk wrote, with the proper form where it can be told. The year must be that of the
 * document's day; a number already on another paper is refused.
 */
export function documentNumberComplaints(
  text: string,
  on: string,
  used: ReadonlySet<string>,
  field = 'docNo',
): readonly Complaint[] {
  const parsed = parseDocumentNumber(text);
  if (parsed === undefined) {
    const meant = partsOf(LOOSE.exec(text.trim()));
    const proper =
      meant === undefined || meant.serial === 0
        ? '应写作“机关代字〔2026〕12号”'
        : `应写作“${formatDocumentNumber({ ...meant, year: meant.year < 100 ? meant.year + 2000 : meant.year })}”`;
    const told = `文号“${text}”不合格式，${proper}：六角括号、年份写全、不加“第”、不补零。`;
    return [error('document/number-form', told, field, BASIS)];
  }
  if (on !== '' && parsed.year !== Number(on.slice(0, 4))) {
    const told = `文号“${text}”的年份与成文日期 ${on} 不在同一年。请核对。`;
    return [error('document/number-year', told, field, BASIS)];
  }
  return used.has(text)
    ? [error('document/number-used', `文号“${text}”已经用过，不重复使用。请换下一个号。`, field)]
    : [];
}

/**
 * The next free number of a code and year: one more than the highest ever used, so that a gap is never filled.
 * `used` must hold the numbers of deleted records too: what once stood on a paper is not given again.
 */
export function nextDocumentNumber(code: string, year: number, used: Iterable<string>): string {
  let highest = 0;
  for (const text of used) {
    const number = parseDocumentNumber(text);
    if (number?.code === code && number.year === year) highest = Math.max(highest, number.serial);
  }
  return formatDocumentNumber({ code, year, serial: highest + 1 });
}

/** Every document number that stands in these values, in whatever field or child row. */
export function numbersIn(values: Values, found: Set<string> = new Set()): Set<string> {
  for (const value of Object.values(values)) gather(value, found);
  return found;
}

function gather(value: Value | undefined, found: Set<string>): void {
  if (typeof value === 'string') {
    // Of a hundred thousand rows few hold a number: the bracket is looked for first.
    if (value.includes('〔') && NUMBER.test(value)) found.add(value);
  } else if (Array.isArray(value)) {
    for (const row of value) if (typeof row === 'object' && !('hash' in row && 'size' in row)) numbersIn(row, found);
  }
}

/** Room for the serial to be written in. */
export const BLANK_SERIAL = '〕　号';

/** Where the number is written by hand: `　　〔2026〕　号`. */
export const blankNumber = (code: string, year: number | undefined): string =>
  `${code === '' ? '　　' : code}〔${year ?? '　　'}${BLANK_SERIAL}`;

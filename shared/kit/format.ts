import { documentDate } from './document-date.ts';
import { type FieldSpec, optionTitle } from './fields.ts';
import { formatMoney } from './format-money.ts';
import { minuteWords } from './moment-words.ts';
import type { Value } from './values.ts';

/** What a reference is called: ledger id and record id in, name out. */
export type NameOf = (ledgerId: string, id: string) => string;

const grouped = (number: number): string =>
  String(number).replace(/^(-?\d+)/, (whole) => whole.replace(/\B(?=(\d{3})+$)/g, ','));

function formatText(value: string, field: FieldSpec, nameOf: NameOf): string {
  if (field.kind === 'reference' && field.target) return nameOf(field.target.ledger, value);
  if (field.kind === 'choice') return optionTitle(field.options, value);
  return field.kind === 'moment' ? minuteWords(value) : value;
}

function formatNumber(value: number, field: FieldSpec): string {
  if (field.kind === 'money') return formatMoney(value, field.unit ?? '元');
  return field.kind === 'percent' ? `${value}%` : grouped(value);
}

/**
 * A value as the screen shows it: 2026-01-05, 20,000.00 元, 95.5%, 是, names of references, lists joined by 、, child
 * lists and attachments as a count (3 条, 2 个). A blank field is ''.
 */
export function formatValue(value: Value | undefined, field: FieldSpec, nameOf: NameOf): string {
  if (value === undefined) return '';
  if (typeof value === 'string') return formatText(value, field, nameOf);
  if (typeof value === 'number') return formatNumber(value, field);
  if (typeof value === 'boolean') return value ? '是' : '否';
  if (value.length === 0) return '';
  if (field.kind === 'children') return `${value.length} 条`;
  if (field.kind === 'attachments') return `${value.length} 个`;
  const target = field.kind === 'references' ? field.target : undefined;
  return value
    .filter((one): one is string => typeof one === 'string')
    .map((one) => (target ? nameOf(target.ledger, one) : optionTitle(field.options, one)))
    .join('、');
}

/** As `formatValue`, but days as official papers write them: 2026年1月5日 (GB/T 9704—2012 7.3.5.4). */
export function formatForDocument(value: Value | undefined, field: FieldSpec, nameOf: NameOf): string {
  if (field.kind === 'date' && typeof value === 'string') return documentDate(value);
  return formatValue(value, field, nameOf);
}

/** All but the first `head` and last `tail` characters as stars; a text too short for both keeps its first only. */
function starred(text: string, head: number, tail: number): string {
  const characters = Array.from(text);
  const [first, last] = characters.length > head + tail ? [head, tail] : [1, 0];
  return characters
    .map((character, place) => (place < first || place >= characters.length - last ? character : '*'))
    .join('');
}

function maskText(text: string, field: FieldSpec): string {
  switch (field.kind) {
    case 'residentId':
      return starred(text, 6, 4);
    case 'phone':
      return starred(text, 3, 4);
    case 'date':
      return `${text.slice(0, 4)}-**-**`;
    case 'month':
      return `${text.slice(0, 4)}-**`;
    default:
      // Names keep the surname, addresses the first characters that only say the district.
      return starred(text, Array.from(text).length > 6 ? 3 : 1, 0);
  }
}

/**
 * Personal data as lists and public exports show it: 440308********1234, 138****5678, 张**. Choices and yes/no of a
 * personal field become stars altogether; a blank stays blank.
 */
export function maskValue(value: Value | undefined, field: FieldSpec): Value | undefined {
  if (value === undefined || value === '') return value;
  if (typeof value !== 'string') return '***';
  return field.kind === 'choice' || field.kind === 'reference' ? '***' : maskText(value, field);
}

/** An ID number with its day of birth, and a mobile number, bare or parted: 138 1234 5678. */
const RESIDENT_IN_TEXT =
  /(?<![\dA-Za-z])([1-9]\d{5})(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:[0-2]\d|3[01])(\d{3}[\dXx])(?![\dA-Za-z])/g;
const MOBILE_IN_TEXT = /(?<!\d)(1[3-9]\d)([- ]?)\d{4}\2(\d{4})(?!\d)/g;

/** A text nobody declared personal, with the ID and mobile numbers somebody wrote into it in stars: 来电 138****5678. */
export const maskNumbersIn = (text: string): string =>
  text
    .replace(RESIDENT_IN_TEXT, (_, district: string, tail: string) => `${district}********${tail}`)
    .replace(MOBILE_IN_TEXT, (_, head: string, parted: string, tail: string) => `${head}${parted}****${parted}${tail}`);

import { LedgerError } from '../kit/complaint.ts';
import type { Day, Month } from '../kit/values.ts';

const DAYS_PER_400_YEARS = 146_097;
/** Days from 0000-03-01 to 1970-01-01 in the proleptic Gregorian calendar. */
const EPOCH_OFFSET = 719_468;

const pad = (n: number, width: number): string => String(n).padStart(width, '0');

/** True in a Gregorian leap year. */
export const isLeapYear = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;

/** Number of days in a month; `month` is 1 to 12. */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeapYear(year) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** The day of a year, month (1 to 12) and day of month, as text; nothing is checked or carried over. */
export const dayOf = (year: number, month: number, dayOfMonth: number): Day =>
  `${pad(year, 4)}-${pad(month, 2)}-${pad(dayOfMonth, 2)}`;

function partsOf(day: Day): { year: number; month: number; dayOfMonth: number } | undefined {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(day);
  if (!match) return undefined;
  const [year, month, dayOfMonth] = [Number(match[1]), Number(match[2]), Number(match[3])];
  const real = month >= 1 && month <= 12 && dayOfMonth >= 1 && dayOfMonth <= daysInMonth(year, month);
  return real ? { year, month, dayOfMonth } : undefined;
}

function requireParts(day: Day) {
  const parts = partsOf(day);
  if (!parts) throw new LedgerError('day/invalid', `“${day}”不是一个日期。未作任何改动，请按 2026-01-05 的格式填写。`);
  return parts;
}

/** True for the text of a day that exists: `2024-02-29` yes, `2025-02-29` and `2025-2-9` no. */
export const isDay = (text: string): text is Day => partsOf(text) !== undefined;

/**
 * Whole days since 1970-01-01, which is 0. Years are counted from March, so that the leap day comes last.
 * @throws LedgerError day/invalid where the text is no day
 */
export function dayNumber(day: Day): number {
  const { year, month, dayOfMonth } = requireParts(day);
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const monthFromMarch = (month + 9) % 12;
  const dayOfYear = Math.floor((153 * monthFromMarch + 2) / 5) + dayOfMonth - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * DAYS_PER_400_YEARS + dayOfEra - EPOCH_OFFSET;
}

/** The day that is `n` whole days after 1970-01-01: the inverse of dayNumber. */
export function dayFromNumber(n: number): Day {
  const shifted = n + EPOCH_OFFSET;
  const era = Math.floor(shifted / DAYS_PER_400_YEARS);
  const dayOfEra = shifted - era * DAYS_PER_400_YEARS;
  const leapDays =
    Math.floor(dayOfEra / 1460) - Math.floor(dayOfEra / 36_524) + Math.floor(dayOfEra / (DAYS_PER_400_YEARS - 1));
  const yearOfEra = Math.floor((dayOfEra - leapDays) / 365);
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const monthFromMarch = Math.floor((5 * dayOfYear + 2) / 153);
  const dayOfMonth = dayOfYear - Math.floor((153 * monthFromMarch + 2) / 5) + 1;
  const month = ((monthFromMarch + 2) % 12) + 1;
  return dayOf(yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfMonth);
}

/** The day `n` calendar days later; `n` may be negative. */
export const addDays = (day: Day, n: number): Day => dayFromNumber(dayNumber(day) + n);

/** Calendar days from `from` to `to`; negative when `to` lies before. */
export const daysBetween = (from: Day, to: Day): number => dayNumber(to) - dayNumber(from);

/** 1 Monday to 7 Sunday, as in ISO 8601. */
export const weekday = (day: Day): number => {
  const fromThursday = (dayNumber(day) + 3) % 7;
  return (fromThursday < 0 ? fromThursday + 7 : fromThursday) + 1;
};

export const yearOf = (day: Day): number => requireParts(day).year;

/** `2026-01` of `2026-01-05`. */
export const monthOf = (day: Day): Month => day.slice(0, 7);

/**
 * The same day of the month `n` months later; where that month has no such day, its last day (民法典 第二百零二条:
 * 没有对应日的，月末日为期间的最后一日).
 */
export function monthsAfter(day: Day, n: number): Day {
  const { year, month, dayOfMonth } = requireParts(day);
  const months = year * 12 + (month - 1) + n;
  const newYear = Math.floor(months / 12);
  const newMonth = months - newYear * 12 + 1;
  return dayOf(newYear, newMonth, Math.min(dayOfMonth, daysInMonth(newYear, newMonth)));
}

/** First day of a month `2026-02`. */
export const firstDayOfMonth = (month: Month): Day => `${month}-01`;

/** Last day of a month `2026-02`. */
export function lastDayOfMonth(month: Month): Day {
  const { year, month: monthNumber } = requireParts(firstDayOfMonth(month));
  return dayOf(year, monthNumber, daysInMonth(year, monthNumber));
}

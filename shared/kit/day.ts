import { twoDigits } from './numbers.ts';
import type { Day, Month } from './values.ts';

const DAYS_BEFORE_MONTH = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334];

export const isLeapYear = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;

/** Days in a month, 1 to 12; 0 for any other month number. */
function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeapYear(year) ? 29 : 28;
  if (!Number.isInteger(month) || month < 1 || month > 12) return 0;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** The day of three numbers as text, or undefined where the calendar has no such day. Years 1 to 9999. */
export function dayOf(year: number, month: number, date: number): Day | undefined {
  if (!Number.isInteger(year) || year < 1 || year > 9999) return undefined;
  if (!Number.isInteger(date) || date < 1 || date > daysInMonth(year, month)) return undefined;
  return `${String(year).padStart(4, '0')}-${twoDigits(month)}-${twoDigits(date)}`;
}

/** The month of two numbers as text, or undefined where there is none. */
export const monthOf = (year: number, month: number): Month | undefined => dayOf(year, month, 1)?.slice(0, 7);

/** True for `2026-01-05` and only for days the calendar has. */
export const isDay = (text: string): boolean =>
  /^\d{4}-\d{2}-\d{2}$/.test(text) &&
  dayOf(Number(text.slice(0, 4)), Number(text.slice(5, 7)), Number(text.slice(8))) === text;

/** True for `2026-01`. */
export const isMonth = (text: string): boolean => /^\d{4}-\d{2}$/.test(text) && isDay(`${text}-01`);

/** Last day of a month. */
export const lastDayOfMonth = (month: Month): Day =>
  `${month}-${twoDigits(daysInMonth(Number(month.slice(0, 4)), Number(month.slice(5, 7))))}`;

/**
 * Position of a day on one line of integers (1970-01-01 is 0), so that differences and shifts are plain arithmetic.
 * @throws RangeError for a text that is no day.
 */
export function dayNumber(day: Day): number {
  if (!isDay(day)) throw new RangeError(`not a day: ${day}`);
  const year = Number(day.slice(0, 4));
  const month = Number(day.slice(5, 7));
  const past = year - 1;
  const daysBeforeYear = past * 365 + Math.floor(past / 4) - Math.floor(past / 100) + Math.floor(past / 400);
  const leapDay = month > 2 && isLeapYear(year) ? 1 : 0;
  return daysBeforeYear + (DAYS_BEFORE_MONTH[month - 1] ?? 0) + leapDay + Number(day.slice(8)) - 1 - 719162;
}

/**
 * The day at a position of that line.
 * @throws RangeError outside the years 1 to 9999.
 */
export function dayAt(position: number): Day {
  let left = position + 719162;
  const cycles = Math.floor(left / 146097);
  left -= cycles * 146097;
  const centuries = Math.min(3, Math.floor(left / 36524));
  left -= centuries * 36524;
  const fours = Math.floor(left / 1461);
  left -= fours * 1461;
  const years = Math.min(3, Math.floor(left / 365));
  left -= years * 365;
  const year = cycles * 400 + centuries * 100 + fours * 4 + years + 1;
  let month = 1;
  while (left >= daysInMonth(year, month) && month < 12) {
    left -= daysInMonth(year, month);
    month += 1;
  }
  const day = dayOf(year, month, left + 1);
  if (day === undefined) throw new RangeError(`no day at position ${position}`);
  return day;
}

/** The day so many calendar days later (earlier when negative). */
export const addDays = (day: Day, days: number): Day => dayAt(dayNumber(day) + days);

/** Calendar days from one day to another; negative when `to` is earlier. */
export const daysBetween = (from: Day, to: Day): number => dayNumber(to) - dayNumber(from);

/** 1 for Monday … 7 for Sunday. */
export const weekday = (day: Day): number => ((((dayNumber(day) + 3) % 7) + 7) % 7) + 1;

export const yearOf = (day: Day): number => Number(day.slice(0, 4));

/**
 * The same date so many months later (earlier when negative); where that month has no such date, its last day
 * (民法典 第二百零二条: 没有对应日的，月末日为期间的最后一日).
 * @throws RangeError for a text that is no day.
 */
export function monthsAfter(day: Day, months: number): Day {
  if (!isDay(day)) throw new RangeError(`not a day: ${day}`);
  const total = yearOf(day) * 12 + Number(day.slice(5, 7)) - 1 + months;
  const year = Math.floor(total / 12);
  const last = lastDayOfMonth(`${String(year).padStart(4, '0')}-${twoDigits(total - year * 12 + 1)}`);
  return day.slice(8) <= last.slice(8) ? last.slice(0, 8) + day.slice(8) : last;
}

const EPOCH_1900 = -25569;
const EPOCH_1904 = -24107;

/**
 * The day of a spreadsheet serial, time of day cut off. Serials of the 1900 system count a 29 February 1900 that never
 * was (serial 60), so earlier ones stand one day further; the 1904 system has no such day.
 * Returns undefined for serial 60, for 0 and less in the 1900 system, and beyond the year 9999.
 */
export function dayFromSerial(serial: number, date1904: boolean): Day | undefined {
  if (!Number.isFinite(serial)) return undefined;
  const whole = Math.floor(serial);
  if (date1904) return whole < 0 || whole > 2957003 ? undefined : dayAt(EPOCH_1904 + whole);
  if (whole < 1 || whole === 60 || whole > 2958465) return undefined;
  return dayAt(EPOCH_1900 + whole + (whole < 60 ? 1 : 0));
}

/** The 1900-system serial of a day from 1900-01-01 on. */
export function serialFromDay(day: Day): number {
  const serial = dayNumber(day) - EPOCH_1900;
  return serial < 61 ? serial - 1 : serial;
}

import { dayAt, dayNumber, isDay } from './day.ts';
import { twoDigits } from './numbers.ts';
import type { Day } from './values.ts';

const MINUTES_A_DAY = 1440;

/** China keeps one time zone and no summer time since 1992. */
export const CHINA_OFFSET = '+08:00';

const PARTS = /^(\d{4}-\d{2}-\d{2})T(\d{2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?(Z|[+-]\d{2}:\d{2})?$/;

const isTime = (hours: string | undefined, minutes: string | undefined, seconds = '0'): boolean =>
  Number(hours) <= 23 && Number(minutes) <= 59 && Number(seconds) <= 59;

/** True for a moment of a day the calendar has and an hour the clock has, whatever offset it is written with. */
export function isMoment(text: string): boolean {
  const [, day, hours, minutes, seconds, offset = ''] = PARTS.exec(text) ?? [];
  if (day === undefined || !isDay(day) || !isTime(hours, minutes, seconds)) return false;
  return offset === '' || offset === 'Z' || isTime(offset.slice(1, 3), offset.slice(4));
}

type Parts = { readonly day: Day; readonly minutes: number; readonly seconds: string; readonly offset: string };

/** @throws RangeError for a text that is no moment. */
function partsOf(moment: string): Parts {
  const [, day, hours, minutes, seconds = '00', offset = ''] = PARTS.exec(moment) ?? [];
  if (day === undefined) throw new RangeError(`not a moment: ${moment}`);
  return { day, minutes: Number(hours) * 60 + Number(minutes), seconds, offset };
}

function offsetMinutes(offset: string): number {
  if (offset === '' || offset === 'Z') return 0;
  const minutes = Number(offset.slice(1, 3)) * 60 + Number(offset.slice(4, 6));
  return offset.startsWith('-') ? -minutes : minutes;
}

/** Position of a moment on one line of whole minutes, whatever offset it is written with. Seconds are cut off. */
function minuteNumber(moment: string): number {
  const { day, minutes, offset } = partsOf(moment);
  return dayNumber(day) * MINUTES_A_DAY + minutes - offsetMinutes(offset);
}

/** `2026-01-05T09:41` at a position of that line. */
function clockAt(minute: number): string {
  const ofDay = ((minute % MINUTES_A_DAY) + MINUTES_A_DAY) % MINUTES_A_DAY;
  return `${dayAt(Math.floor(minute / MINUTES_A_DAY))}T${twoDigits(Math.floor(ofDay / 60))}:${twoDigits(ofDay % 60)}`;
}

/**
 * Whole minutes from one moment to another; negative when `to` is earlier.
 * @throws RangeError for a text that is no moment.
 */
export const minutesBetween = (from: string, to: string): number => minuteNumber(to) - minuteNumber(from);

/**
 * The moment so many minutes later, in the offset of the first.
 * @throws RangeError for a text that is no moment.
 */
export function addMinutes(moment: string, minutes: number): string {
  const { day, minutes: since, offset } = partsOf(moment);
  return `${clockAt(dayNumber(day) * MINUTES_A_DAY + since + minutes)}:00${offset}`;
}

/**
 * The same moment as the clocks of an offset show it; parts of a second are cut off.
 * @throws RangeError for a text that is no moment, and outside the years 1 to 9999.
 */
export const atOffset = (moment: string, offset: string): string =>
  `${clockAt(minuteNumber(moment) + offsetMinutes(offset))}:${partsOf(moment).seconds}${offset}`;

/** The last minute of a day, in the offset another moment is written with. */
export const endOfDay = (day: Day, like: string): string => `${day}T23:59:00${partsOf(like).offset}`;

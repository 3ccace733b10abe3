import { dayAt, dayNumber } from './day.ts';
import type { Day } from './values.ts';

const MINUTES_A_DAY = 1440;

const PARTS = /^(\d{4}-\d{2}-\d{2})T(\d{2}):(\d{2})(?::\d{2}(?:\.\d+)?)?(Z|[+-]\d{2}:\d{2})?$/;

type Parts = { readonly day: Day; readonly minutes: number; readonly offset: string };

/** @throws RangeError for a text that is no moment. */
function partsOf(moment: string): Parts {
  const [, day, hours, minutes, offset = ''] = PARTS.exec(moment) ?? [];
  if (day === undefined) throw new RangeError(`not a moment: ${moment}`);
  return { day, minutes: Number(hours) * 60 + Number(minutes), offset };
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
  const total = dayNumber(day) * MINUTES_A_DAY + since + minutes;
  const ofDay = ((total % MINUTES_A_DAY) + MINUTES_A_DAY) % MINUTES_A_DAY;
  const two = (number: number) => String(number).padStart(2, '0');
  const time = `${two(Math.floor(ofDay / 60))}:${two(ofDay % 60)}`;
  return `${dayAt(Math.floor(total / MINUTES_A_DAY))}T${time}:00${offset}`;
}

/** The last minute of a day, in the offset another moment is written with. */
export const endOfDay = (day: Day, like: string): string => `${day}T23:59:00${partsOf(like).offset}`;

import { twoDigits } from './numbers.ts';
import type { Day } from './values.ts';

/** The day this computer's calendar shows at a moment. */
export const localDay = (date: Date): Day =>
  `${date.getFullYear()}-${twoDigits(date.getMonth() + 1)}-${twoDigits(date.getDate())}`;

/** A moment as this computer's clock shows it, ISO 8601 with offset: `2026-01-05T09:41:07+08:00`. */
export function localMoment(date: Date): string {
  const time = [date.getHours(), date.getMinutes(), date.getSeconds()].map(twoDigits).join(':');
  const offset = -date.getTimezoneOffset();
  const minutes = Math.abs(offset);
  return `${localDay(date)}T${time}${offset < 0 ? '-' : '+'}${twoDigits(Math.floor(minutes / 60))}:${twoDigits(minutes % 60)}`;
}

import type { Day } from '../../../shared/kit/values.ts';

/** Today on this PC's calendar. */
export function localToday(): Day {
  const now = new Date();
  const two = (number: number) => String(number).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

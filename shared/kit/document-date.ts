import type { Day } from './values.ts';

/** A day as documents write it, no leading zeros: 2026年1月5日 (GB/T 9704—2012 7.3.5.4). Blank where a hand will fill it in. */
export function documentDate(day: Day | undefined): string {
  if (day === undefined) return '　　年　月　日';
  return `${Number(day.slice(0, 4))}年${Number(day.slice(5, 7))}月${Number(day.slice(8, 10))}日`;
}

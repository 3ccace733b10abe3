import { addDays, lastDayOfMonth, monthOf, monthsAfter, yearOf } from './day.ts';
import type { Day } from './values.ts';

/** How often offices report: 月、季、半年、年. */
export type PeriodKind = 'month' | 'quarter' | 'halfYear' | 'year';

/** A stretch of whole months that is reported on, both days inclusive. */
export type Period = { readonly kind: PeriodKind; readonly first: Day; readonly last: Day; readonly label: string };

export const PERIOD_KINDS: readonly { readonly kind: PeriodKind; readonly title: string; readonly months: number }[] = [
  { kind: 'month', title: '月', months: 1 },
  { kind: 'quarter', title: '季度', months: 3 },
  { kind: 'halfYear', title: '半年', months: 6 },
  { kind: 'year', title: '年', months: 12 },
];

const QUARTERS = ['一', '二', '三', '四'];

const monthsOf = (kind: PeriodKind): number => PERIOD_KINDS.find((one) => one.kind === kind)?.months ?? 1;

/** As the head of a table writes it: 2026年3月, 2026年第一季度, 2026年上半年, 2026年. */
function labelOf(kind: PeriodKind, year: number, month: number): string {
  switch (kind) {
    case 'month':
      return `${year}年${month}月`;
    case 'quarter':
      return `${year}年第${QUARTERS[(month - 1) / 3] ?? ''}季度`;
    case 'halfYear':
      return `${year}年${month === 1 ? '上' : '下'}半年`;
    case 'year':
      return `${year}年`;
  }
}

/**
 * The period of a kind that a day lies in.
 * @throws RangeError for a text that is no day.
 */
export function periodOf(kind: PeriodKind, day: Day): Period {
  const length = monthsOf(kind);
  const year = yearOf(day);
  const month = Math.floor((Number(day.slice(5, 7)) - 1) / length) * length + 1;
  const begins = monthOf(year, month);
  const ends = monthOf(year, month + length - 1);
  if (begins === undefined || ends === undefined) throw new RangeError(`not a day: ${day}`);
  return { kind, first: `${begins}-01`, last: lastDayOfMonth(ends), label: labelOf(kind, year, month) };
}

/** The last day before the period: the one its opening figures (期初) are counted on. */
export const dayBefore = (period: Period): Day => addDays(period.first, -1);

export const previousPeriod = (period: Period): Period => periodOf(period.kind, dayBefore(period));

export const nextPeriod = (period: Period): Period => periodOf(period.kind, addDays(period.last, 1));

/** The same period a year earlier. */
export const samePeriodLastYear = (period: Period): Period => periodOf(period.kind, monthsAfter(period.first, -12));

/** Whether a day lies in the period; a blank day lies in none. */
export const inPeriod = (period: Period, day: Day): boolean => day !== '' && day >= period.first && day <= period.last;

import { describe, expect, test } from 'vitest';
import {
  dayBefore,
  inPeriod,
  nextPeriod,
  type PeriodKind,
  periodOf,
  previousPeriod,
  samePeriodLastYear,
} from '../../../shared/kit/period.ts';

test.each<[PeriodKind, string, string, string, string]>([
  ['month', '2026-02-14', '2026年2月', '2026-02-01', '2026-02-28'],
  ['month', '2024-02-29', '2024年2月', '2024-02-01', '2024-02-29'],
  ['quarter', '2026-03-31', '2026年第一季度', '2026-01-01', '2026-03-31'],
  ['quarter', '2026-12-01', '2026年第四季度', '2026-10-01', '2026-12-31'],
  ['halfYear', '2026-06-30', '2026年上半年', '2026-01-01', '2026-06-30'],
  ['halfYear', '2026-07-01', '2026年下半年', '2026-07-01', '2026-12-31'],
  ['year', '2026-07-01', '2026年', '2026-01-01', '2026-12-31'],
])('%s of %s is %s', (kind, day, label, first, last) => {
  expect(periodOf(kind, day)).toEqual({ kind, label, first, last });
});

describe('neighbours', () => {
  test('of January lie in the year before', () => {
    expect(previousPeriod(periodOf('month', '2026-01-20')).label).toBe('2025年12月');
    expect(previousPeriod(periodOf('halfYear', '2026-01-20')).label).toBe('2025年下半年');
    expect(dayBefore(periodOf('year', '2026-01-20'))).toBe('2025-12-31');
  });
  test('follow each other without a gap', () => {
    for (const kind of ['month', 'quarter', 'halfYear', 'year'] as const) {
      const period = periodOf(kind, '2024-02-29');
      expect(previousPeriod(nextPeriod(period))).toEqual(period);
      expect(dayBefore(nextPeriod(period))).toBe(period.last);
    }
  });
  test('a year earlier', () => expect(samePeriodLastYear(periodOf('month', '2024-02-29')).label).toBe('2023年2月'));
});

test('a blank day lies in no period', () => {
  const period = periodOf('month', '2026-02-14');
  expect([inPeriod(period, ''), inPeriod(period, '2026-02-01'), inPeriod(period, '2026-03-01')]).toEqual([
    false,
    true,
    false,
  ]);
});

test('no day has no period', () => expect(() => periodOf('month', '2026-13-01')).toThrow(RangeError));

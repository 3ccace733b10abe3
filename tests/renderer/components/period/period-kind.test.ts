import { expect, test } from 'vitest';
import { kindOf, periodIn } from '../../../../renderer/components/period/period-kind.ts';

test('an address names a period by its kind and a day in it; the usual one of today where it names none', () => {
  expect(periodIn('quarter', '2026-05-20', 'month', '2026-11-23').label).toBe('2026年第二季度');
  expect(periodIn(undefined, undefined, 'month', '2026-11-23').label).toBe('2026年11月');
  expect(periodIn('week', '2026-13-01', 'year', '2026-11-23').label).toBe('2026年');
  expect([kindOf('quarter', 'year'), kindOf('week', 'year'), kindOf(undefined, 'month')]).toEqual([
    'quarter',
    'year',
    'month',
  ]);
});

import { expect, test } from 'vitest';
import { filtersOf, MONTH_FIGURES, monthBefore } from '../../../../renderer/pages/home/month-figures.ts';

test('the month before January is December of the year before', () => {
  expect(monthBefore('2026-01-05')).toBe('2025-12');
  expect(monthBefore('2026-03-31')).toBe('2026-02');
});

test('a figure counts the whole month by the day of receipt, and no drafts, as R7 does', () => {
  const [received] = MONTH_FIGURES;
  if (!received) throw new Error('no figures');
  const [days, states] = filtersOf(received, '2024-02');
  expect(days).toEqual({ field: 'inDate', from: '2024-02-01', to: '2024-02-29' });
  if (!states || !('is' in states)) throw new Error('no filter by state');
  expect(states.is).toHaveLength(18);
  expect(states.is).toContain('RECEIVED');
  expect(states.is).not.toContain('DRAFT');
});

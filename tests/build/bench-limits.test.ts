import { expect, test, vi } from 'vitest';
import { type Limit, printLimits } from '../bench/limits.ts';
import { storeLimits } from '../bench/store-limits.ts';

/** What is printed of the limits, and the answer. */
function printed(limits: readonly Limit[]) {
  const log = vi.spyOn(console, 'log').mockImplementation(() => undefined);
  const isWithin = printLimits(limits);
  const lines = log.mock.calls.map(([line]) => line);
  log.mockRestore();
  return { isWithin, lines };
}

test('a figure at its limit is within, one above it is over', () => {
  expect(printed([{ what: 'the file over its XML', value: 3, limit: 3, unit: 'times' }])).toEqual({
    isWithin: true,
    lines: ['     3.00 times of 3.00 (limit), 1.00 of it: the file over its XML'],
  });
  expect(
    printed([
      { what: 'gap', value: 75, limit: 50, unit: 'ms' },
      { what: 'peak', value: 400, limit: 500, unit: 'MB' },
    ]),
  ).toEqual({
    isWithin: false,
    lines: ['       75 ms of 50 (limit), 1.50 of it: gap  OVER', '      400 MB of 500 (limit), 0.80 of it: peak'],
  });
});

test('a goal that is passed is told and fails nothing', () => {
  expect(printed([{ what: 'altogether', value: 6, limit: 5, unit: 'times', isGoal: true }])).toEqual({
    isWithin: true,
    lines: ['     6.00 times of 5.00 (goal), 1.20 of it: altogether  over the goal'],
  });
});

test('what was not measured is not within', () => {
  expect(printed([{ what: 'gap', value: Number.NaN, limit: 50, unit: 'ms' }]).isWithin).toBe(false);
});

test('the store is held to multiples of the bare write and read of its own run, and what was not measured is no pass', () => {
  const figure = (what: string, milliseconds: number) => ({ what, milliseconds, note: '' });
  const limits = storeLimits([
    figure('raw packed write', 800),
    figure('raw packed read', 500),
    figure('commit 100,000 rows', 2400),
    figure('load 100,000 rows', 1000),
  ]);
  const of = (begin: string) => limits.find(({ what }) => what.startsWith(begin));
  expect(of('commit 100,000 rows')).toMatchObject({ value: 3, limit: 4, unit: 'times' });
  expect(of('load 100,000 rows')).toMatchObject({ value: 2, limit: 3, unit: 'times' });
  expect(of('checkpoint')?.value).toBeNaN();
  expect(printed(limits).isWithin).toBe(false);
});

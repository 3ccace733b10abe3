import { expect, test } from 'vitest';
import { handlingReading } from '../../../shared/rules/demand-clocks.ts';
import { urgingOf } from '../../../shared/rules/demand-urging.ts';
import { contextOn, recordOf } from './rules-support.ts';

const slip = { receivedAt: '2026-01-05T09:12:00+08:00', content: '电梯停运', category: '求助', limitRule: '咨询求助' };

// Three working days end on Thursday 01-08; urged on Friday 01-09; the fifth working day after it is Friday 01-16, and whoever
// is not done by its end (超过 5 个工作日) is in the circular.
test.each([
  ['2026-01-08', undefined],
  ['2026-01-09', '应催办'],
  ['2026-01-16', '应催办'],
  ['2026-01-17', '应催办'],
  ['2026-01-19', '应通报'],
])('on %s a slip due on 2026-01-08 calls for %s', (today, expected) => {
  const context = contextOn(today);
  expect(urgingOf(handlingReading(recordOf(slip), context), context)).toBe(expected);
});

test('a slip that was closed calls for nothing any more', () => {
  const context = contextOn('2026-01-16');
  const closed = recordOf({ ...slip, closedOn: '2026-01-12' });
  expect(urgingOf(handlingReading(closed, context), context)).toBeUndefined();
});

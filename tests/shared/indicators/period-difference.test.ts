import { expect, test } from 'vitest';
import { countOf } from '../../../shared/indicators/figure.ts';
import { periodDifference } from '../../../shared/indicators/period-difference.ts';

const figure = (...ids: readonly string[]) => countOf(ids, { ledger: 'demand' });

test('a late entry is shown beside what was reported: 601 then, 602 now', () => {
  const ids = Array.from({ length: 601 }, (_, place) => `d${place}`);
  expect(periodDifference(figure(...ids), figure(...ids, 'late'))).toEqual({
    reported: 601,
    now: 602,
    added: ['late'],
    gone: [],
  });
});

test('what is no longer among it is named too; where nothing moved there is no difference', () => {
  expect(periodDifference(figure('a', 'b'), figure('b', 'c'))).toEqual({
    reported: 2,
    now: 2,
    added: ['c'],
    gone: ['a'],
  });
  expect(periodDifference(figure('a'), figure('a'))).toBeUndefined();
});

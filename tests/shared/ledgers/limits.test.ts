import { expect, test } from 'vitest';
import { DEFAULT_PARAMETERS } from '../../../shared/ledgers/default-parameters.ts';
import { ledgers } from '../../../shared/ledgers/index.ts';

test('every limit a clock counts by can be changed in 设置: a new office has its parameter', () => {
  const known = new Set(DEFAULT_PARAMETERS.map(({ group, key }) => `${group}/${key}`));
  // A clock of no units runs to a day that somebody wrote, and has no limit of its own.
  const counted = ledgers.flatMap(({ clocks }) => clocks).filter(({ limit }) => limit.otherwise > 0);
  expect(counted.map(({ limit }) => `${limit.group}/${limit.key}`).filter((limit) => !known.has(limit))).toEqual([]);
});

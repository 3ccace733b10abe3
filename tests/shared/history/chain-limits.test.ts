import { expect, test } from 'vitest';
import { chainLimits } from '../../../shared/history/chain-limits.ts';

const restored = { chain: 'e2', lamport: 2, origin: { covers: { e1: 1 }, leaves: ['e1'] } };
const officeOf = (chain: string): string => chain.slice(0, 1);

test('a restore limits the chain it went back over, and a later one that went forward again lifts that', () => {
  const forward = { chain: 'e3', lamport: 3, origin: { covers: { e1: 4, e2: 1 }, leaves: ['e2'] } };
  expect(chainLimits([restored], officeOf)).toEqual(new Map([['e1', 1]]));
  expect(chainLimits([forward, restored], officeOf).get('e1')).toBe(4);
});

test('another office that had merged more of the chain lifts nothing', () => {
  const theirs = { chain: 'a2', lamport: 3, origin: { covers: { a1: 9, e1: 4 }, leaves: [] } };
  expect(chainLimits([restored, theirs], officeOf)).toEqual(new Map([['e1', 1]]));
});

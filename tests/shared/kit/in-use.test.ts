import { expect, test } from 'vitest';
import { isInUse } from '../../../shared/kit/in-use.ts';

test('in use from the first day to the day before the last', () => {
  expect(isInUse({ onFrom: '2026-01-01', offFrom: '2026-07-01' }, '2026-01-01')).toBe(true);
  expect(isInUse({ onFrom: '2026-01-01', offFrom: '2026-07-01' }, '2026-06-30')).toBe(true);
  expect(isInUse({ onFrom: '2026-01-01', offFrom: '2026-07-01' }, '2026-07-01')).toBe(false);
  expect(isInUse({ onFrom: '2026-01-01' }, '2025-12-31')).toBe(false);
  expect(isInUse({}, '2026-01-01')).toBe(true);
});

test('what was switched off is not in use whatever its days say; blank means in use', () => {
  expect(isInUse({ inUse: false, onFrom: '2026-01-01' }, '2026-06-30')).toBe(false);
  expect(isInUse({ inUse: true }, '2026-06-30')).toBe(true);
});

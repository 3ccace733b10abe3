import { expect, test } from 'vitest';
import { isSame } from '../../../shared/kit/is-same.ts';

test('plain values are the same where they say the same', () => {
  expect(isSame({ a: [1, { b: '甲' }], c: true }, { c: true, a: [1, { b: '甲' }] })).toBe(true);
  expect(isSame([], [])).toBe(true);
  expect(isSame(undefined, undefined)).toBe(true);
});

test.each([
  ['another text', { a: '甲' }, { a: '乙' }],
  ['a field more', { a: 1 }, { a: 1, b: undefined }],
  ['another field', { a: undefined }, { b: undefined }],
  ['another order', [1, 2], [2, 1]],
  ['another kind', { a: 1 }, { a: '1' }],
  ['nothing', null, {}],
])('%s is not the same', (_, left, right) => {
  expect(isSame(left, right)).toBe(false);
  expect(isSame(right, left)).toBe(false);
});

import { expect, test } from 'vitest';
import { percentOf, rateText } from '../../../shared/indicators/rate.ts';

test('a rate is rounded to its decimals, and nothing due is no rate', () => {
  expect(percentOf({ numerator: 507, denominator: 914 })).toBe(55.5);
  expect(percentOf({ numerator: 1, denominator: 3 }, 2)).toBe(33.33);
  expect(percentOf({ numerator: 0, denominator: 0 })).toBeUndefined();
  expect(rateText({ numerator: 8, denominator: 8 })).toBe('100.0%');
  expect(rateText({ numerator: 0, denominator: 8 })).toBe('0.0%');
  expect(rateText({ numerator: 0, denominator: 0 })).toBe('—');
});

import { expect, test } from 'vitest';
import { fixed, rounded } from '../../../shared/kit/numbers.ts';

test('numbers are rounded by the digits people see, halves away from zero, as a spreadsheet does', () => {
  // 23 of 80 and 3,907 households to 20 workers lie a hair below their half as doubles.
  expect(fixed((23 / 80) * 100, 1)).toBe('28.8');
  expect(fixed(3907 / 20, 1)).toBe('195.4');
  expect(fixed(1.005, 2)).toBe('1.01');
  expect(fixed(-1.005, 2)).toBe('-1.01');
  expect(fixed((5 / 6) * 100, 1)).toBe('83.3');
  expect(fixed(-0.04, 1)).toBe('0.0');
  expect(fixed(1_234_567.89, 2)).toBe('1234567.89');
  expect(rounded(41.25, 1)).toBe(41.3);
});

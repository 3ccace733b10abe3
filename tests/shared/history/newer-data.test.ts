import { expect, test } from 'vitest';
import { isLaterProgram } from '../../../shared/history/newer-data.ts';

test.each([
  ['0.2.0', '0.1.0', true],
  ['0.10.0', '0.9.9', true],
  ['1.0.0', '0.9.9', true],
  ['0.1.1-rc.1', '0.1.0', true],
  ['0.1.0', '0.1.0', false],
  ['0.1.0', '0.2.0', false],
  ['0.9.9', '1.0.0', false],
  // The browser has no version.
  ['0.2.0', '', false],
  ['', '0.1.0', false],
])('a program %s is later than %s: %s', (writer, reader, later) => {
  expect(isLaterProgram(writer, reader)).toBe(later);
});

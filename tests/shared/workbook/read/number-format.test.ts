import { expect, test } from 'vitest';
import { padsWithZeros, showsDate } from '../../../../shared/workbook/read/number-format.ts';

test.each([
  ['yyyy-mm-dd', true],
  ['yyyy"年"m"月"d"日"', true],
  ['[$-804]yyyy"年"m"月";@', true],
  ['上午/下午h"时"mm"分"', true],
  ['[h]:mm:ss', true],
  ['m/d/yy', true],
  ['General', false],
  ['0.00E+00', false],
  ['#,##0.00_);[Red](#,##0.00)', false],
  ['[DBNum1][$-804]General', false],
  ['0"days"', false],
  ['_ * #,##0_ ;_ * -#,##0_ ;_ * "-"_ ;_ @_ ', false],
  ['@', false],
  ['0\\m', false],
])('%s shows a date: %s', (format, expected) => {
  expect(showsDate(format)).toBe(expected);
});

test.each([
  ['000', true],
  ['"ZR-"0000', true],
  ['0', false],
  ['0.00', false],
  ['00%', false],
])('%s pads a code with zeros: %s', (format, expected) => {
  expect(padsWithZeros(format)).toBe(expected);
});

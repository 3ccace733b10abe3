import { expect, test } from 'vitest';
import { shownDay, shownNumber } from '../../../shared/forms/number-shown.ts';

test.each([
  [0.99334, '0%', '99%'],
  [0.99334, '0.0%', '99.3%'],
  [1234567.5, '#,##0.00', '1,234,567.50'],
  [1234567.5, '0.00,"千元"', '1234.57千元'],
  [7, '000', '007'],
  [12, '0"件"', '12件'],
  [-3.25, '0.00_);(0.00)', '(3.25)'],
  [-3.25, '0.0##', '-3.25'],
  [0, '0;-0;;@', ''],
  [0, '#,##0;[红色]-#,##0;"—"', '—'],
  [0.5, '# ?/?', '0.5'],
] as const)('%s under %s', (number, code, shown) => {
  expect(shownNumber(number, code)).toBe(shown);
});

test.each([
  ['yyyy"年"m"月"', '2026年6月'],
  ['[$-804]yyyy\\年mm\\月dd\\日;@', '2026年06月01日'],
  ['yyyy/m/d', '2026/6/1'],
  ['m"月"d"日"', '6月1日'],
  ['yyyy.mm', '2026.06'],
  ['yyyy/m/d h:mm', undefined],
])('1 June 2026 under %s', (code, shown) => {
  expect(shownDay('2026-06-01', code)).toBe(shown);
});

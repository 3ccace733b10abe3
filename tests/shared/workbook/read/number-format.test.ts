import { expect, test } from 'vitest';
import {
  codeText,
  numberStyle,
  percentText,
  showsDate,
  unitText,
} from '../../../../shared/workbook/read/number-format.ts';

test.each([
  ['yyyy-mm-dd', true],
  ['yyyy"年"m"月"d"日"', true],
  ['[$-804]yyyy"年"m"月";@', true],
  ['上午/下午h"时"mm"分"', true],
  ['[h]:mm:ss', true],
  ['m/d/yy', true],
  ['[$-804]aaaa;@', true],
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
  ['000', 7, '007'],
  ['"ZR-"0000', 12, 'ZR-0012'],
  ['"第"0"号"', 7, '第7号'],
  ['000-0000-0000', 13800138000, '138-0013-8000'],
  ['000-0000-0000', 5161234567, '051-6123-4567'],
  ['000', 12345, '12345'],
  ['0-00', 12345, '123-45'],
  ['\\S\\Q0000', 7, 'SQ0007'],
  ['(000) 0000', 1234567, '(123) 4567'],
])('the code format %s shows %d as %s', (format, value, shown) => {
  expect(numberStyle(format)).toEqual({ code: format });
  expect(codeText(value, format)).toBe(shown);
});

test.each(['0', '0.00', '0"人"', '0"days"', '[Red]0', '#,##0', '"¥"#,##0.00', '0\\.0,"倍"'])(
  '%s stays a number',
  (format) => expect(numberStyle(format)).toBe('number'),
);

test.each([
  ['0.0"万元"', '1.2万元'],
  ['#,##0.00\\万\\元', '1.2万元'],
  ['0.00"万"', '1.2万'],
  ['#,##0.00"元"_);(#,##0.00"元")', '1.2元'],
  ['0.00"亿元";-0.00"亿元"', '1.2亿元'],
])('the unit of %s is said with its number: %s', (format, text) => {
  const style = numberStyle(format);
  expect(typeof style === 'object' && 'unit' in style ? unitText(1.2, style.unit) : style).toBe(text);
});

test('a format that divides shows 万 of a number that counts 元', () => {
  expect(numberStyle('0\\.0,"万元"')).toEqual({ unit: '元' });
  expect(numberStyle('#,##0.0,"千元"')).toEqual({ unit: '元' });
});

test.each(['0!.0000"万元"', '#\\.0000"万元"', '#"."####"万元"', '#!.0000"万"'])(
  '%s shows 1.2345万元 of 12345, which counts 元',
  (format) => expect(numberStyle(format)).toEqual({ unit: '元' }),
);

test('codes are whole numbers from 0 on', () => {
  expect(codeText(1.5, '000')).toBeUndefined();
  expect(codeText(-1, '000')).toBeUndefined();
});

test.each([
  ['0%', 0.95, '95%'],
  ['00%', 0.07, '7%'],
  ['0.00%', 0.955, '95.5%'],
  ['0.0%;[Red]-0.0%', 19 / 23, '82.6%'],
  ['#,##0%', 12, '1200%'],
  ['0.0%', -0.0125, '-1.3%'],
  ['0%', 0.0000001, '0%'],
])('the percentage %s shows %d as %s', (format, value, shown) => {
  const style = numberStyle(format);
  expect(typeof style === 'object' && 'decimals' in style ? percentText(value, style.decimals) : style).toBe(shown);
});

test('a percent sign that is a word makes no percentage', () => {
  expect(numberStyle('0"%"')).toBe('number');
});

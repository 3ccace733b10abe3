import { describe, expect, test } from 'vitest';
import { convertCell } from '../../../../shared/kit/convert/convert-cell.ts';
import { convertText } from '../../../../shared/kit/convert/convert-text.ts';
import { longText, text } from '../../../../shared/kit/fields.ts';
import { plainLookup, typed } from './lookup.ts';

describe('a report of nothing', () => {
  test.each(['无', '/', '—', '零报告'])('%s is not what a record is of', (raw) => {
    expect(typed(raw, text('当事人甲').key())).toBe('text/no-record');
  });

  test('is a word like any other where nothing rests on it', () => {
    expect(typed('无', text('职务'))).toBe('无');
    expect(typed('零报告', longText('备注'))).toBe('零报告');
  });

  test('says what to do', () => {
    const [complaint] = convertText('零报告', longText('诉求内容').key().spec, plainLookup).complaints;
    expect(complaint?.message).toBe('“零报告”不是诉求内容。没有情况的（零报告），这一行不用导入');
  });
});

test.each(['同上', '〃', ' 同前 '])('%s points at a row that is elsewhere once the list is sorted', (raw) => {
  expect(typed(raw, text('诉求人'))).toBe('text/ditto');
  expect(typed(raw, longText('诉求内容').key())).toBe('text/ditto');
});

test('a formula whose result the file does not hold is no blank', () => {
  const { complaints } = convertCell({ kind: 'error', text: '#公式无结果' }, text('诉求人').spec, plainLookup);
  expect(complaints.map(({ code, message }) => [code, message])).toEqual([
    ['cell/uncounted', '这一格是公式，文件里没有它的结果，请用 WPS 表格打开原表、保存一次后再导入'],
  ]);
});

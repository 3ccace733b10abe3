import { describe, expect, test } from 'vitest';
import { findHeader, layOut } from '../../../../shared/workbook/import/header.ts';
import { headerWords } from '../../../../shared/workbook/import/header-words.ts';
import { HOUSING, openFirst, openFixture, POLICE, xlsxOf } from '../sample-files.ts';
import { task } from '../sample-ledger.ts';

describe('words of a header', () => {
  test.each([
    ['经费（万元）', '经费', '万元', false],
    ['应拨经费(元)', '应拨经费', '元', false],
    ['＊联 系　电话：', '联系电话', undefined, true],
    ['事项名称（必填）', '事项名称', undefined, true],
    ['信息系统(APP)', '信息系统', undefined, false],
    ['金额（单位：万元）', '金额', '万元', false],
    ['诉求人 Name', '诉求人', undefined, false],
    ['楼栋 A', '楼栋a', undefined, false],
  ])('%s', (text, bare, unit, required) => {
    const words = headerWords(text);
    expect([words.bare, words.unit, words.required]).toEqual([bare, unit, required]);
  });
});

describe('the departments’ files', () => {
  test.each([HOUSING, POLICE])('%s: title, note and blank row passed over, 填表人 left out', (name) => {
    const reader = openFixture(name);
    const layout = layOut(reader, findHeader(reader, task));
    expect(layout.rows).toEqual({ top: 3, bottom: 3 });
    expect(layout.headers.map((header) => header.text)).toEqual([
      '序号',
      '事项名称',
      '主管部门',
      '设定依据',
      '社区配合职责',
      '类别',
      '频次',
      '经费（万元）',
      '经费渠道',
      '起止时间',
      '涉及社区',
    ]);
    expect(layout.body).toEqual([4, 5, 6, 7, 8, 9, 10, 11, 12, 13]);
    expect(layout.leftOut).toEqual([{ row: 14, reason: '落款行' }]);
    expect(layout.above).toHaveLength(2);
  });
});

describe('where the header stands', () => {
  const header = ['序号', '事项名称', '主管部门', '备注'];
  const body = ['1', '宣传', '区住建局', ''];

  test.each([0, 1, 7, 30])('%i rows further down', (shift) => {
    const above = Array.from({ length: shift }, (_, row) => (row % 2 === 0 ? ['关于报送拟进社区工作事项的通知'] : []));
    expect(findHeader(openFirst(xlsxOf([...above, header, body])), task)).toEqual({ top: shift, bottom: shift });
  });

  test('shifted to the right, with odd blanks and brackets', () => {
    const reader = openFirst(
      xlsxOf([
        [null, null, '事项 名称*', '主管部门（全称）'],
        [null, null, '宣传', '区住建局'],
      ]),
    );
    const layout = layOut(reader, findHeader(reader, task));
    expect(layout.headers.map((cell) => [cell.column, cell.words.bare])).toEqual([
      [2, '事项名称'],
      [3, '主管部门'],
    ]);
  });

  test('totals, notes, signatures, repeated headers and blank rows are left out with their reason', () => {
    const reader = openFirst(
      xlsxOf([
        ['单位：万元'],
        header,
        body,
        [],
        ['小 计', '', '', ''],
        header,
        ['2', '巡查', '区住建局', ''],
        ['合计', '', '', '2'],
        ['备注：以上事项均已报批'],
        ['审核人（签字）：', '', '填表人：张三'],
        ['3', '收尾之后还有一行', '区住建局', ''],
      ]),
    );
    const layout = layOut(reader, findHeader(reader, task));
    expect(layout.unit).toBe('万元');
    expect(layout.body).toEqual([2, 6, 10]);
    expect(layout.leftOut).toEqual([
      { row: 3, reason: '空行' },
      { row: 4, reason: '合计行' },
      { row: 5, reason: '重复的表头' },
      { row: 7, reason: '合计行' },
      { row: 8, reason: '说明行' },
      { row: 9, reason: '落款行' },
    ]);
  });

  test('a header repeated in other spaces, or without its first column, is one; a record that has a word of it is none', () => {
    const spaced = ['序 号', '事 项 名 称', '主 管 部 门', '备注'];
    const rows = [header, body, spaced, ['', ...header.slice(1)], ['2', '主管部门', '区住建局', '']];
    const reader = openFirst(xlsxOf(rows));
    const layout = layOut(reader, findHeader(reader, task));
    expect(layout.leftOut).toEqual([
      { row: 2, reason: '重复的表头' },
      { row: 3, reason: '重复的表头' },
    ]);
    expect(layout.body).toEqual([1, 4]);
  });

  test('no header: says what was looked for', () => {
    const reader = openFirst(
      xlsxOf([
        ['姓名', '工资'],
        ['张三', 3000],
      ]),
    );
    expect(() => findHeader(reader, task)).toThrowError(
      expect.objectContaining({
        code: 'import/no-header',
        message: expect.stringMatching(/没有找到表头.*事项名称、申请单位、收件日期.*没有存入任何数据/),
      }),
    );
  });
});

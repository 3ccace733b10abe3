import { describe, expect, test } from 'vitest';
import { openSheet } from '../../../../shared/workbook/cells.ts';
import { readCsv } from '../../../../shared/workbook/read/read-csv.ts';

/** The rows of a text, blank cells as ''. */
function rowsOf(text: string): readonly (readonly string[])[] {
  const workbook = readCsv(text, '名单.csv');
  return workbook.sheets.flatMap((sheet) => {
    const reader = openSheet(workbook, sheet);
    return Array.from({ length: sheet.rowCount }, (_, row) =>
      sheet.columns.map((_column, column) => {
        const cell = reader.cell(row, column);
        return cell.kind === 'text' ? cell.text : '';
      }),
    );
  });
}

describe('a quote that is never closed is an ordinary character', () => {
  test.each([
    [
      '編号,名称\n1,"甲\n2,乙\n3,丙\n',
      [
        ['編号', '名称'],
        ['1', '"甲'],
        ['2', '乙'],
        ['3', '丙'],
      ],
    ],
    [
      '编号,名称\n1,"甲\n2,"乙"\n3,丙\n',
      [
        ['编号', '名称'],
        ['1', '"甲'],
        ['2', '乙'],
        ['3', '丙'],
      ],
    ],
    [
      '编号,名称\n"1,"甲"\n',
      [
        ['编号', '名称'],
        ['"1', '甲'],
      ],
    ],
    [
      '编号,名称\n1,"甲\n乙,丙"\n',
      [
        ['编号', '名称'],
        ['1', '甲\n乙,丙'],
      ],
    ],
    [
      '编号,名称\n1,"甲"乙\n',
      [
        ['编号', '名称'],
        ['1', '甲乙'],
      ],
    ],
  ])('%j', (text, rows) => expect(rowsOf(text)).toEqual(rows));
});

describe('the separator is what cuts the lines alike', () => {
  test.each([
    [
      'tabs, with sentences',
      '编号\t姓名\t诉求\n1\t张三\t路灯坏了，夜里很黑，请修，谢谢\n2\t李四\t噪音，灰尘,垃圾,占道\n',
      [
        ['编号', '姓名', '诉求'],
        ['1', '张三', '路灯坏了，夜里很黑，请修，谢谢'],
        ['2', '李四', '噪音，灰尘,垃圾,占道'],
      ],
    ],
    [
      'semicolons, with decimal commas',
      '甲;乙\n1,5;2,5\n3,5;4,5\n',
      [
        ['甲', '乙'],
        ['1,5', '2,5'],
        ['3,5', '4,5'],
      ],
    ],
    [
      'wide commas where there is no other',
      '编号，姓名\n1，张三\n',
      [
        ['编号', '姓名'],
        ['1', '张三'],
      ],
    ],
    ['one column', '姓名\n张三\n', [['姓名'], ['张三']]],
  ])('%s', (_, text, rows) => expect(rowsOf(text)).toEqual(rows));
});

test('the apostrophe that keeps a text from being a formula is no part of it', () => {
  expect(rowsOf("姓名,备注\n张三,'=1+1\n李四,'76 年生\n")).toEqual([
    ['姓名', '备注'],
    ['张三', '=1+1'],
    ['李四', "'76 年生"],
  ]);
});

test('a number kept whole as ="…" is read without the marks, quoted again or not', () => {
  expect(rowsOf('编号,电话\n="20260820001",="05161234567"\n"=""007""",=A1\n')).toEqual([
    ['编号', '电话'],
    ['20260820001', '05161234567'],
    ['007', '=A1'],
  ]);
});

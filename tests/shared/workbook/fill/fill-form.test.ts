import { deflateRawSync } from 'node:zlib';
import { unzipSync, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { LedgerError } from '../../../../shared/kit/complaint.ts';
import { fillForm, fillFormWith } from '../../../../shared/workbook/fill/fill-form.ts';
import { aboutFile } from '../../../../shared/workbook/fill/form-errors.ts';
import type { CellContent, FilledCell } from '../../../../shared/workbook/fill/put-cells.ts';
import { encryptedXlsx, fixture, POLICE } from '../sample-files.ts';
import { partOf, readBack, rowTexts, touchedParts } from './package-support.ts';
import { richTemplate } from './rich-template.ts';

const HOTLINE = fixture('上级表样-12345办理情况通报表.xlsx');
const ACCESS = fixture('上级表样-准入情况统计表.xlsx');

const put = (row: number, column: number, content: CellContent): FilledCell => ({ row, column, content });
const number = (row: number, column: number, value: number) => put(row, column, { kind: 'number', number: value });
const text = (row: number, column: number, value: string) => put(row, column, { kind: 'text', text: value });
const codeOf = (act: () => unknown): string => {
  try {
    act();
  } catch (thrown) {
    if (thrown instanceof LedgerError) return thrown.code;
    throw thrown;
  }
  return '';
};

test('the hotline form: title gap, figures, two communities more than it has rows for', () => {
  const { bytes } = fillForm(HOTLINE, [
    {
      sheet: '通报表',
      insertions: [{ below: 10, count: 2 }],
      cells: [
        put(0, 0, { kind: 'within', patches: [{ start: 5, end: 9, text: '9' }] }),
        ...[5, 6, 7, 8, 9, 10, 11, 12].flatMap((row) => [
          number(row, 0, row - 4),
          text(row, 1, `${row}号社区`),
          number(row, 2, 10),
        ]),
      ],
    },
  ]);
  expect(touchedParts(HOTLINE, bytes)).toEqual(['xl/workbook.xml', 'xl/worksheets/sheet1.xml']);
  const sheet = partOf(bytes, 'xl/worksheets/sheet1.xml');
  expect(sheet).toContain('<c r="C14" s="3"><f aca="false">SUM(C6:C13)</f></c>');
  expect(sheet).toContain('<c r="L13" s="4"><f aca="false">IF(C13=0,"",(D13+E13)/C13)</f></c>');
  expect(sheet).toContain('<mergeCell ref="A14:B14"/>');
  const reader = readBack(bytes, '通报表');
  expect(rowTexts(reader, 0)[0]).toBe('2026年9月份12345政务服务便民热线办理情况通报表');
  expect(rowTexts(reader, 12).slice(0, 3)).toEqual(['8', '12号社区', '10']);
  expect(rowTexts(reader, 14)[4]).toBe('审核人：');
});

test('compressed by a deflater passed in the file holds the same', async () => {
  const filling = [{ sheet: '通报表', insertions: [], cells: [number(5, 2, 7)] }];
  const given = await fillFormWith(async (content) => new Uint8Array(deflateRawSync(content)), HOTLINE, filling);
  const { bytes } = fillForm(HOTLINE, filling);
  expect(unzipSync(given.bytes)).toEqual(unzipSync(bytes));
  expect(touchedParts(HOTLINE, given.bytes)).toEqual(['xl/workbook.xml', 'xl/worksheets/sheet1.xml']);
});

test('a drop-down list of the blank form reaches the rows put in', () => {
  const { bytes } = fillForm(ACCESS, [{ sheet: '统计表', insertions: [{ below: 10, count: 3 }], cells: [] }]);
  expect(partOf(bytes, 'xl/worksheets/sheet1.xml')).toContain('sqref="B4:B14" type="list"');
});

test.each(['=1+1', '+86 527', '-', '@李四', '=HYPERLINK("http://x")', '\t=A1', ' 前后空格 '])(
  'the text %j stays a text',
  (value) => {
    const { bytes } = fillForm(HOTLINE, [{ sheet: '通报表', insertions: [], cells: [text(5, 1, value)] }]);
    expect(readBack(bytes, '通报表').cell(5, 1)).toEqual({ kind: 'text', text: value });
  },
);

test('what XML cannot carry is left out, rare characters and line breaks stay', () => {
  const { bytes } = fillForm(HOTLINE, [
    { sheet: '通报表', insertions: [], cells: [text(5, 15, '𠮷家\u0007<&>\n第二行_x000D_')] },
  ]);
  expect(readBack(bytes, '通报表').cell(5, 15)).toEqual({ kind: 'text', text: '𠮷家<&>\n第二行_x000D_' });
});

test('a day is a serial where the cell shows dates, else words', () => {
  const day: CellContent = { kind: 'day', day: '2026-10-08' };
  const blank = richTemplate();
  const dated = zipSync({
    ...unzipSync(blank),
    'xl/worksheets/sheet1.xml': new TextEncoder().encode(
      partOf(blank, 'xl/worksheets/sheet1.xml').replace('<c r="H5" s="5"/>', '<c r="H5" s="8"/>'),
    ),
  });
  const { bytes } = fillForm(dated, [{ sheet: '填报表', insertions: [], cells: [put(4, 7, day), put(5, 7, day)] }]);
  const reader = readBack(bytes, '填报表');
  expect(reader.cell(4, 7)).toEqual({ kind: 'date', serial: 46303 });
  expect(reader.cell(5, 7)).toEqual({ kind: 'text', text: '2026年10月8日' });
});

test('a cell no one wrote yet takes the style of its column; a blank empties one', () => {
  const { bytes } = fillForm(richTemplate(), [
    { sheet: '填报表', insertions: [], cells: [text(19, 3, '补充'), put(4, 0, { kind: 'blank' })] },
  ]);
  const sheet = partOf(bytes, 'xl/worksheets/sheet1.xml');
  expect(sheet).toContain('<row r="20"><c r="D20" s="5" t="inlineStr"><is><t>补充</t></is></c></row>');
  expect(sheet).toContain('<c r="A5" s="4"/>');
  expect(sheet).toContain('<dimension ref="A1:H20"/>');
});

describe('what is refused, with what is safe and what to do', () => {
  const filling = (sheet: string, ...cells: readonly FilledCell[]) => [{ sheet, insertions: [], cells }];
  test.each([
    ['an old .xls', () => fillForm(fixture(POLICE), filling('表')), 'form/not-xlsx'],
    ['a .csv', () => fillForm(new TextEncoder().encode('甲,乙'), filling('表')), 'form/not-xlsx'],
    ['an encrypted file', () => fillForm(encryptedXlsx(), filling('表')), 'form/encrypted'],
    ['a file cut short', () => fillForm(HOTLINE.slice(0, 3000), filling('通报表')), 'form/damaged'],
    ['a sheet that is gone', () => fillForm(HOTLINE, filling('通报')), 'form/no-sheet'],
    ['a cell now merged', () => fillForm(HOTLINE, filling('通报表', number(4, 2, 1))), 'form/merged-cell'],
    ['a cell with a formula', () => fillForm(HOTLINE, filling('通报表', number(5, 11, 1))), 'form/formula-cell'],
    [
      'a gap that is gone',
      () => fillForm(HOTLINE, filling('通报表', put(5, 2, { kind: 'within', patches: [] }))),
      'form/cell-vanished',
    ],
  ])('%s', (_, act, code) => expect(codeOf(act)).toBe(code));

  test('the message names the file where one is known', () => {
    const refusal = (bytes: Uint8Array): string => {
      try {
        fillForm(bytes, filling('表'));
      } catch (cause) {
        return String(aboutFile('月报.xls', cause));
      }
      return '';
    };
    expect(refusal(fixture(POLICE))).toContain('“月报.xls”：这不是 .xlsx 表样');
    expect(refusal(encryptedXlsx())).toContain('“月报.xls”：表样设有打开密码');
    expect(refusal(HOTLINE.slice(0, 3000))).toContain('“月报.xls”：表样文件内部有损坏');
  });

  test('the message names sheet and cell', () => {
    expect(() => fillForm(HOTLINE, filling('通报表', number(5, 11, 1)))).toThrow('“通报表”的 L6 是上级写好的公式');
    expect(() => fillForm(HOTLINE, filling('通报表', number(4, 2, 1)))).toThrow(
      '“通报表”的 C5 已并入以 C4 开头的合并单元格，填不进去。没有生成文件，原表样没有改动。表样可能改过版，请重新登记并把它改填到 C4。',
    );
    expect(() => fillForm(HOTLINE, filling('通报表', put(5, 2, { kind: 'within', patches: [] })))).toThrow(
      '“通报表”的 C6 里已没有要填空的文字。没有生成文件，原表样没有改动。表样可能改过版，请重新登记这张表样并核对 C6 填什么。',
    );
    expect(() => fillForm(HOTLINE, filling('通报'))).toThrow('没有工作表“通报”（现有：通报表）');
    expect(() => fillForm(fixture(POLICE), filling('表'))).toThrow('另存为 .xlsx 一次');
  });
});

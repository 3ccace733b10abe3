import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { readFormLook } from '../../../shared/forms/form-look.ts';
import { planFilling } from '../../../shared/forms/plan-filling.ts';
import { proposeBinding } from '../../../shared/forms/propose-binding.ts';
import { type PeriodKind, periodOf } from '../../../shared/kit/period.ts';
import { ledgerById, ledgers } from '../../../shared/ledgers/index.ts';
import { fillForm } from '../../../shared/workbook/fill/fill-form.ts';
import type { CellModel, CellValue } from '../../../shared/workbook/sheet-model.ts';
import { writeWorkbook } from '../../../shared/workbook/write/write-workbook.ts';
import { partOf, touchedParts } from '../workbook/fill/package-support.ts';
import { formContext, SEPTEMBER, slips } from './form-office.ts';

const context = formContext({ demand: slips('2026-09', SEPTEMBER) });

type Written = CellValue | null | { readonly as: string; readonly value?: CellValue };

/** A form of these lines over two rows of a table; `as` is a number format, and box says which lines are ruled. */
function formOf(
  head: readonly (readonly Written[])[],
  foot: readonly (readonly Written[])[],
  isRuled: (row: number) => boolean,
) {
  const body: readonly (readonly Written[])[] = [
    ['单位', '派遣数', '按时结案率'],
    ['晨光社区', null, { as: '0.00%' }],
    ['东湖社区', null, { as: '0.00%' }],
  ];
  const inTable = (row: number) => head.length <= row && row < head.length + body.length;
  const rows = [...head, ...body, ...foot].map((line, row) => ({
    cells: line.map((written): CellModel | undefined => {
      const bordered = inTable(row) || isRuled(row) ? { border: true } : {};
      const { as, value = undefined } = typeof written === 'object' && written && 'as' in written ? written : {};
      const own = as === undefined ? (written as CellValue | null) : value;
      const style = { font: { name: '宋体', size: 11 }, ...bordered, ...(as === undefined ? {} : { format: as }) };
      return own === null && !('border' in style)
        ? undefined
        : { style, ...(own === null || own === undefined ? {} : { value: own }) };
    }),
  }));
  const page = { landscape: false, fitToWidth: true };
  return writeWorkbook({ sheets: [{ name: '表', widths: [12, 12, 12, 12], rows, merges: [], page }] });
}

/** The form filled as it is proposed: its rows as they are shown. */
function filled(blank: Uint8Array, day = '2026-09-01', kind?: PeriodKind) {
  const sheets = readFormLook(blank);
  const { binding, usual } = proposeBinding(sheets, ledgers, context);
  const request = { context, ledgerById, period: periodOf(kind ?? usual, day), office: '顺河街道' };
  const { bytes } = fillForm(blank, planFilling(binding, sheets, request).fillings);
  const [sheet] = readFormLook(bytes);
  return { bytes, usual, row: (at: number) => (sheet?.cells[at] ?? []).map((cell) => cell?.text ?? '').join('|') };
}

test('labels without a colon are answered in the cell beside them, below them, or behind them', () => {
  const { row } = filled(
    formOf(
      [
        ['12345热线'],
        ['填报单位', null, '统计月份', { as: 'yyyy"年"m"月"' }],
        ['填报单位（盖章）  ________    填表人  ______'],
        ['填表人', '填报日期'],
        [null, null],
      ],
      [
        ['填报单位：', null, '经办人'],
        ['填表人', null],
      ],
      (row) => [1, 3, 4, 8].includes(row),
    ),
  );
  expect([1, 2, 3, 4].map(row)).toEqual([
    '填报单位|顺河街道|统计月份|2026年9月',
    '填报单位（盖章）顺河街道__    填表人李敏',
    '填表人|填报日期',
    '李敏|2026年10月8日',
  ]);
  // A label in a box with a colon is answered in the box beside it; 经办人 has none, and stands over nothing.
  expect([11, 12].map(row)).toEqual(['填报单位：|顺河街道|经办人', '填表人|李敏']);
});

test('a period in cells of dates and of numbers, and the day of filling in', () => {
  const month = (day: string): Written => ({ as: 'yyyy"年"m"月"', value: { day } });
  const { row, usual } = filled(
    formOf(
      [
        ['12345热线', month('2026-06-01'), 2026, '年', 6, '月'],
        ['填报日期', { as: 'yyyy/m/d', value: { day: '2026-07-03' } }],
      ],
      [['填表日期', 2026, '年', null, '月', null, '日']],
      () => false,
    ),
  );
  expect(usual).toBe('month');
  expect([row(0), row(1), row(8)]).toEqual([
    '12345热线|2026年9月|2026|年|9|月',
    '填报日期|2026/10/8',
    '填表日期|2026|年|10|月|8|日',
  ]);
});

test('a range of days is the period’s first and last', () => {
  const day = (value: string): Written => ({ as: 'yyyy/m/d', value: { day: value } });
  const blank = formOf([['季度12345热线', day('2026-04-01'), '至', day('2026-06-30')]], [], () => false);
  expect(filled(blank, '2026-09-01', 'quarter').row(0)).toBe('季度12345热线|2026/7/1|至|2026/9/30');
});

/** The form as it would be with the days of 1904, and a logo printed in the head of its pages. */
function withLogo1904(blank: Uint8Array): Uint8Array {
  const parts = unzipSync(blank);
  const changed = (name: string, change: (text: string) => string) => {
    parts[name] = strToU8(change(strFromU8(parts[name] ?? new Uint8Array())));
  };
  const own = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" r:id="logo"';
  const package_ = 'http://schemas.openxmlformats.org/package/2006/relationships';
  const document = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const related = (type: string, target: string) =>
    strToU8(
      `<Relationships xmlns="${package_}"><Relationship Id="logo" Type="${document}/${type}" Target="${target}"/></Relationships>`,
    );
  changed('xl/workbook.xml', (text) => text.replace(/<sheets>/, '<workbookPr date1904="1"/><sheets>'));
  changed('xl/worksheets/sheet1.xml', (text) =>
    text.replace(
      '</worksheet>',
      `<headerFooter><oddHeader>&amp;L&amp;G</oddHeader></headerFooter><legacyDrawingHF ${own}/></worksheet>`,
    ),
  );
  parts['xl/worksheets/_rels/sheet1.xml.rels'] = related('vmlDrawing', '../drawings/vmlDrawing9.vml');
  parts['xl/drawings/vmlDrawing9.vml'] = strToU8(
    '<xml><v:shape id="LH" style="width:60pt"><v:imagedata o:relid="logo"></v:shape></xml>',
  );
  parts['xl/drawings/_rels/vmlDrawing9.vml.rels'] = related('image', '../media/logo.png');
  parts['xl/media/logo.png'] = Uint8Array.from({ length: 90 }, (_, at) => at * 3);
  return zipSync(parts);
}

test('days of 1904 stay days of 1904, a cell of percent gets the share, the logo on the paper stays as it is', () => {
  // Three communities are put in below: the logo's part is no drawing of cells, and stays too.
  const blank = withLogo1904(
    formOf(
      [
        ['12345热线', { as: 'yyyy"年"m"月"', value: 44_712 }],
        ['填报日期', { as: 'yyyy/m/d' }],
      ],
      [],
      () => false,
    ),
  );
  const { bytes, row } = filled(blank);
  expect([0, 1, 3, 4].map(row)).toEqual([
    '12345热线|2026年9月',
    '填报日期|2026/10/8',
    '晨光社区|8|62.50%',
    '东湖社区|4|100.00%',
  ]);
  // 1 June 2026 is 46174, 1 September 46266 in the days of 1900.
  expect(partOf(bytes, 'xl/worksheets/sheet1.xml')).toMatch(/r="B1"[^>]*><v>44804<.*r="C4"[^>]*><v>0\.625</);
  expect(touchedParts(blank, bytes)).toEqual(['xl/worksheets/sheet1.xml']);
  expect(partOf(bytes, 'xl/worksheets/sheet1.xml')).toContain('<legacyDrawingHF ');
});

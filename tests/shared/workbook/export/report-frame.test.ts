import { describe, expect, test } from 'vitest';
import { type Report, reportSheet } from '../../../../shared/workbook/export/report-frame.ts';
import { heightFor, linesOf } from '../../../../shared/workbook/text-measure.ts';

const report: Report = {
  title: '费随事转经费落实情况表',
  sheetName: '经费',
  office: '某街道办事处',
  period: '2026年上半年',
  unit: '元',
  columns: [
    { label: '序号', width: 6 },
    { label: '事项', width: 20 },
    { label: '应拨', width: 12, group: '经费', format: '#,##0.00' },
    { label: '实拨', width: 12, group: '经费', format: '#,##0.00' },
    { label: '拨付日期', width: 12 },
  ],
  rows: [[1, '消防安全宣传教育进小区进楼栋进家庭', 20000, 10000.5, { day: '2026-03-05' }]],
  totals: ['合计', undefined, { formula: 'SUM(C5:C5)', cached: 20000 }, { formula: 'SUM(D5:D5)', cached: 10000.5 }],
  signatures: { filler: '张某', filledOn: '2026-11-03' },
};

const texts = (sheet: ReturnType<typeof reportSheet>, row: number) =>
  sheet.rows[row]?.cells.map((cell) => cell?.value ?? null);

describe('the frame of a report', () => {
  const sheet = reportSheet(report);

  test('stands in the order title, unit line, header, body, 合计, signatures', () => {
    expect(texts(sheet, 0)).toEqual(['费随事转经费落实情况表']);
    expect(texts(sheet, 1)?.filter((text) => text !== null)).toEqual([
      '填报单位（盖章）：某街道办事处',
      '填报期：2026年上半年',
      '单位：元',
    ]);
    expect(texts(sheet, 2)).toEqual(['序号', '事项', '经费', '经费', '拨付日期']);
    expect(texts(sheet, 3)).toEqual([null, null, '应拨', '实拨', null]);
    expect(texts(sheet, 5)?.[0]).toBe('合计');
    expect(texts(sheet, 6)?.[0]).toBe(
      '单位负责人：　　　　　　　审核人：　　　　　　　填表人：张某　　联系电话：　　　　　　　填报日期：2026年11月3日',
    );
  });

  test('merges the title, the heads and the groups, never one cell twice', () => {
    expect(sheet.merges).toEqual(
      expect.arrayContaining([
        { top: 0, left: 0, bottom: 0, right: 4 },
        { top: 2, left: 0, bottom: 3, right: 0 },
        { top: 2, left: 2, bottom: 2, right: 3 },
        { top: 6, left: 0, bottom: 6, right: 4 },
      ]),
    );
    const covered = sheet.merges.flatMap(({ top, left, bottom, right }) =>
      Array.from({ length: bottom - top + 1 }, (_, row) =>
        Array.from({ length: right - left + 1 }, (_, column) => `${top + row},${left + column}`),
      ).flat(),
    );
    expect(new Set(covered).size).toBe(covered.length);
  });

  test('repeats title and header on every page, freezes them, and numbers the pages', () => {
    expect(sheet.page).toMatchObject({
      landscape: true,
      fitToWidth: true,
      repeatRows: { first: 0, last: 3 },
      footer: '第 &P 页 共 &N 页',
    });
    expect(sheet.freeze).toEqual({ rows: 4, columns: 0 });
  });

  test('sets numbers right, a column of short texts in the middle, one with a long text left', () => {
    const align = sheet.rows[4]?.cells.map((cell) => cell?.style.align?.horizontal);
    expect(align).toEqual(['right', 'left', 'right', 'right', 'center']);
  });

  test('makes a row high enough for its longest text', () => {
    // 17 characters of 12 points are 204 points; the column shows 19 digits of 6 points = 114: two lines.
    expect(linesOf('消防安全宣传教育进小区进楼栋进家庭', 20, 12)).toBe(2);
    expect(sheet.rows[4]?.height).toBe(heightFor('消防安全宣传教育进小区进楼栋进家庭', 20, { name: '', size: 12 }));
    expect(sheet.rows[4]?.height).toBe(39);
  });

  test('cuts no office name: it takes the columns it needs, or the line is one where there are too few', () => {
    const office = '示例区顺河街道办事处社会工作办公室';
    const wide = reportSheet({ ...report, office });
    expect(texts(wide, 1)).toEqual([`填报单位（盖章）：${office}　　填报期：2026年上半年　　单位：元`]);
    expect(wide.merges).toContainEqual({ top: 1, left: 0, bottom: 1, right: 4 });
    const columns = [6, 14, 20, 20, 60, 34].map((width) => ({ label: '列', width }));
    const roomy = reportSheet({ ...report, columns, rows: [], office });
    // 26 characters of 12 points are 52 digits of 6 points: the first four columns.
    expect(roomy.merges).toContainEqual({ top: 1, left: 0, bottom: 1, right: 3 });
  });
});

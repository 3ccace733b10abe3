import { expect, test } from 'vitest';
import { sheetLayout } from '../../../../renderer/pages/reports/sheet-layout.ts';
import { statisticsReport } from '../../../../shared/access/reports/statistics.ts';
import { halfYear } from '../../../shared/access/reports/half-year-office.ts';

const { model, cells } = statisticsReport(halfYear);
const [sheet] = model.sheets;
if (!sheet) throw new Error('no sheet');
const layout = sheetLayout(
  sheet,
  cells.filter((cell) => cell.sheet === 0),
);

test('a report comes apart into what stands above, its heading, its body and its signatures', () => {
  expect(layout.title).toBe('社区工作事项准入情况统计表');
  expect(layout.above).toEqual(['填报单位（盖章）：某街道办事处', '填报期：2026年上半年', '单位：件、元']);
  expect(layout.body).toHaveLength(4);
  expect(layout.below).toContain('填报日期：2026年7月10日');
});

test('headings span their columns, and no column is told twice', () => {
  const [groups, labels] = layout.head;
  expect(groups?.map(({ cell, colSpan, rowSpan }) => [cell?.value, colSpan, rowSpan]).slice(0, 4)).toEqual([
    ['序号', 1, 2],
    ['申请（下派）单位', 1, 2],
    ['有效事项', 5, 1],
    ['在办申请', 7, 1],
  ]);
  const wide = (row: typeof groups) => (row ?? []).reduce((sum, { colSpan }) => sum + colSpan, 0);
  expect([wide(groups), wide(labels)]).toEqual([25, 22]);
});

test('every figure stands where its number is printed', () => {
  const figures = layout.body.flatMap((row) => row.flatMap(({ figure }) => (figure ? [figure] : [])));
  expect(figures).toHaveLength(cells.filter((cell) => cell.sheet === 0).length);
  expect(layout.body[3]?.[2]?.figure?.value).toBe(2);
});

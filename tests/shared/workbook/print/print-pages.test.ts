import { describe, expect, test } from 'vitest';
import { LINE_STYLE } from '../../../../shared/workbook/export/report-frame.ts';
import { pageWords, printedSheet } from '../../../../shared/workbook/print/print-pages.ts';
import type { SheetModel } from '../../../../shared/workbook/sheet-model.ts';
import { mergesByPlace, placedCells } from '../../../../shared/workbook/write/placed-cells.ts';

/** Without margins A4 has 595.3 by 841.9 points. */
const NO_MARGINS = { top: 0, right: 0, bottom: 0, left: 0 };

const sheetOf = (
  heights: readonly number[],
  page: Partial<SheetModel['page']> = {},
  rest: Partial<SheetModel> = {},
): SheetModel => ({
  name: '表',
  widths: [10, 10],
  rows: heights.map((height, row) => ({
    height,
    cells: [0, 1].map((column) => ({ value: `${row}/${column}`, style: LINE_STYLE })),
  })),
  merges: [],
  page: { landscape: false, fitToWidth: true, margins: NO_MARGINS, ...page },
  ...rest,
});

const pagesOf = (sheet: SheetModel) => printedSheet(sheet).pages.map(({ rows }) => rows);

describe('rows to pages', () => {
  test('a page takes rows as long as they fit', () => {
    expect(pagesOf(sheetOf([400, 400, 400]))).toEqual([[0, 1], [2]]);
    expect(pagesOf(sheetOf([400, 400, 400], { landscape: true }))).toEqual([[0], [1], [2]]);
  });

  test('a sheet of A3 lying down has its 420 mm for columns and 297 for rows', () => {
    const lying = sheetOf([400, 400, 400], { paper: 'A3', landscape: true }, { widths: [198] });
    expect(printedSheet(lying)).toMatchObject({ paper: { width: 420, height: 297 }, scale: 1 });
    expect(pagesOf(lying)).toEqual([[0, 1], [2]]);
    expect(pagesOf(sheetOf([400, 700, 400], { paper: 'A3' }))).toEqual([[0, 1], [2]]);
  });

  test('margins take their part: 148.5 mm of 297 leave 421 points', () => {
    expect(pagesOf(sheetOf([400, 400], { margins: { ...NO_MARGINS, top: 100, bottom: 48.5 } }))).toEqual([[0], [1]]);
  });

  test('rows to repeat stand on every page, and take their room there', () => {
    const sheet = sheetOf([50, 50, 400, 300, 300, 400], { repeatRows: { first: 0, last: 1 } });
    // 50 + 50 + 400 leave 342 for 300; then 100 + 300 leave 442 for 400.
    expect(pagesOf(sheet)).toEqual([
      [0, 1, 2, 3],
      [0, 1, 4, 5],
    ]);
  });

  test('a heading that would fill half the page is not repeated', () => {
    expect(pagesOf(sheetOf([500, 300, 300], { repeatRows: { first: 0, last: 0 } }))).toEqual([[0, 1], [2]]);
  });

  test('rows joined by a merged cell stay together, unless no page holds them', () => {
    const joined = { merges: [{ top: 1, left: 0, bottom: 2, right: 0 }] };
    expect(pagesOf(sheetOf([300, 300, 300], {}, joined))).toEqual([[0], [1, 2]]);
    expect(pagesOf(sheetOf([300, 600, 300], {}, joined))).toEqual([[0], [1], [2]]);
  });

  test('a page ends where the sheet says so, and nothing follows its last row', () => {
    const sheet = sheetOf([50, 100, 100, 100], { breaks: [1, 3], repeatRows: { first: 0, last: 0 } });
    expect(pagesOf(sheet)).toEqual([
      [0, 1],
      [0, 2, 3],
    ]);
  });

  test('a sheet’s own scale makes room', () => {
    expect(pagesOf(sheetOf([400, 400, 400], { scale: 0.7 }))).toEqual([[0, 1, 2]]);
  });

  test('a row higher than the page has one to itself', () => {
    expect(pagesOf(sheetOf([100, 900, 100]))).toEqual([[0], [1], [2]]);
  });

  test('a sheet without rows is one empty page', () => {
    expect(pagesOf(sheetOf([]))).toEqual([[]]);
  });
});

describe('scale', () => {
  test('shrinks to the width of the paper and never enlarges', () => {
    // 198.4 characters of 6 points are 1190.6: twice 210 mm.
    expect(printedSheet(sheetOf([10], {}, { widths: [198.43] })).scale).toBeCloseTo(0.5, 4);
    expect(printedSheet(sheetOf([10], {}, { widths: [10] })).scale).toBe(1);
    expect(printedSheet(sheetOf([10], { fitToWidth: false }, { widths: [198.43] })).scale).toBe(1);
  });

  test('a sheet at half its size has twice the rows on a page', () => {
    expect(pagesOf(sheetOf([800, 800, 800], {}, { widths: [198.43] }))).toEqual([[0, 1], [2]]);
  });

  test('a form of one sheet of paper is shrunk to its height', () => {
    const printed = printedSheet(sheetOf([800, 800], { fitToHeight: true }));
    expect(printed.scale).toBeCloseTo(0.5262, 4);
    expect(printed.pages).toHaveLength(1);
  });
});

describe('cells on a page', () => {
  const merges = [
    { top: 0, left: 0, bottom: 0, right: 1 },
    { top: 1, left: 0, bottom: 3, right: 0 },
  ];
  const sheet = sheetOf([50, 500, 500, 500], { repeatRows: { first: 0, last: 0 } }, { merges });
  const shown = (rows: readonly number[]) =>
    placedCells(sheet, { rows }, mergesByPlace(sheet)).map(({ row, column, rows: down, columns, cell }) => [
      cell.value,
      row,
      column,
      down,
      columns,
    ]);

  test('a merged cell reaches over its rows and columns', () => {
    expect(shown([0, 1, 2, 3])).toEqual([
      ['0/0', 0, 0, 1, 2],
      ['1/0', 1, 0, 3, 1],
      ['1/1', 1, 1, 1, 1],
      ['2/1', 2, 1, 1, 1],
      ['3/1', 3, 1, 1, 1],
    ]);
  });

  test('one that is cut shows again below the repeated heading', () => {
    expect(shown([0, 2])).toEqual([
      ['0/0', 0, 0, 1, 2],
      ['1/0', 1, 0, 1, 1],
      ['2/1', 1, 1, 1, 1],
    ]);
  });
});

test('the foot has its numbers in', () => {
  expect(pageWords('第 &P 页 共 &N 页', 2, 12)).toBe('第 2 页 共 12 页');
  expect(pageWords('&R&P/&N', 1, 3)).toBe('1/3');
});

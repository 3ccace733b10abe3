import { expect, test } from 'vitest';
import { fillForm } from '../../../../shared/workbook/fill/fill-form.ts';
import type { CellStyle, Edge } from '../../../../shared/workbook/sheet-model.ts';
import { writeWorkbook } from '../../../../shared/workbook/write/write-workbook.ts';
import { partOf } from './package-support.ts';

const SIDES: readonly Edge[] = ['left', 'right'];
const styleOf = (border: readonly Edge[], more: Partial<CellStyle> = {}): CellStyle => ({
  font: { name: '宋体', size: 11 },
  border,
  ...more,
});

/** Two rows in a frame: the line below the second closes it; its last cell is bold besides, which is no frame. */
const blank = writeWorkbook({
  sheets: [
    {
      name: '表',
      widths: [10, 10],
      merges: [],
      page: { landscape: false, fitToWidth: true },
      rows: [
        { cells: [{ value: '社区', style: styleOf(['top']) }] },
        { cells: [{ style: styleOf(SIDES) }, { style: styleOf(SIDES) }] },
        {
          cells: [
            { style: styleOf([...SIDES, 'bottom']) },
            { style: styleOf([...SIDES, 'bottom'], { font: { name: '宋体', size: 11, bold: true } }) },
          ],
        },
      ],
    },
  ],
});

/** The style of every cell, row by row. */
const stylesOf = (bytes: Uint8Array) =>
  [...partOf(bytes, 'xl/worksheets/sheet1.xml').matchAll(/<row .*?<\/row>/gs)].map(([row]) =>
    [...row.matchAll(/<c r="\w+" s="(\d+)"/g)].map(([, style]) => style),
  );

test('the line that closes a table stays below its last row, whatever is put in', () => {
  const [, [plain, other] = [], [closing, bold] = []] = stylesOf(blank);
  const filled = (isLast: boolean) =>
    stylesOf(fillForm(blank, [{ sheet: '表', insertions: [{ below: 2, count: 2, isLast }], cells: [] }]).bytes).slice(
      1,
    );
  expect(filled(true)).toEqual([
    [plain, other],
    [plain, bold],
    [plain, bold],
    [closing, bold],
  ]);
  expect(filled(false)).toEqual([
    [plain, other],
    [closing, bold],
    [closing, bold],
    [closing, bold],
  ]);
});

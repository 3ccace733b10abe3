import { describe, expect, test } from 'vitest';
import { layoutChanges, layoutMark, readLayout } from '../../../shared/forms/form-layout.ts';
import { type FormSheet, readFormLook } from '../../../shared/forms/form-look.ts';
import { richTemplate } from '../workbook/fill/rich-template.ts';
import { fixture } from '../workbook/sample-files.ts';
import { ACCESS, DISPUTES, HOTLINE } from './form-office.ts';

const first = (bytes: Uint8Array): FormSheet => {
  const [sheet] = readFormLook(bytes);
  if (sheet === undefined) throw new Error('no sheet');
  return sheet;
};
const hotline = first(fixture(HOTLINE));

/** The sheet with one cell saying something else. */
const withText = (sheet: FormSheet, row: number, column: number, text: string): FormSheet => ({
  ...sheet,
  cells: sheet.cells.map((line, at) =>
    at === row ? line.map((cell, place) => (cell && place === column ? { ...cell, text } : cell)) : line,
  ),
});

describe('the table of a form', () => {
  test.each([
    [HOTLINE, 5, 10, '总体情况/热线派遣数', 2],
    [ACCESS, 3, 10, '期初有效', 2],
    [DISPUTES, 5, 10, '矛盾纠纷类型/婚姻家庭（共计：  件）/化解数', 3],
  ])('%s', (file, top, bottom, headings, column) => {
    const { tables } = readLayout(first(fixture(file)));
    expect(tables).toHaveLength(1);
    const [table] = tables;
    expect([table?.top, table?.bottom]).toEqual([top, bottom]);
    expect(table?.columns.find((one) => one.column === column)?.headings.join('/')).toBe(headings);
  });

  test('of a form with a protected sheet; hidden sheets are not shown', () => {
    const sheets = readFormLook(richTemplate());
    expect(sheets.map(({ name }) => name)).toEqual(['填报表', '汇总']);
    expect(sheets[0]?.isProtected).toBe(true);
    expect(readLayout(first(richTemplate())).tables[0]?.top).toBe(4);
  });
});

describe('a changed layout', () => {
  const mark = layoutMark(readLayout(hotline));

  test('another year in the title, wider gaps and spaces are no change', () => {
    const next = withText(hotline, 0, 0, '2027年 月份12345政务服务便民热线办理情况通报表');
    expect(layoutChanges(mark, layoutMark(readLayout(next)))).toEqual([]);
  });

  test('another heading, a heading that is gone and a new one are named by their cells', () => {
    const reworded = withText(hotline, 3, 4, '逾期办结数');
    expect(layoutChanges(mark, layoutMark(readLayout(reworded)))).toEqual(['E4 由“超时办结数”改为“逾期办结数”']);
    expect(layoutChanges(mark, layoutMark(readLayout(withText(hotline, 3, 6, ''))))).toEqual(['G4 没有“退单数”了']);
    expect(layoutChanges(layoutMark(readLayout(withText(hotline, 3, 6, ''))), mark)).toEqual(['G4 多了“退单数”']);
  });

  test('a row more to be filled is told', () => {
    const longer: FormSheet = { ...hotline, cells: hotline.cells.toSpliced(8, 0, hotline.cells[8] ?? []) };
    expect(layoutChanges(mark, layoutMark(readLayout(longer)))).toContain('从 A6 起原有 6 行要填，现在有 7 行');
  });
});

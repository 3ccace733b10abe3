import { readFileSync } from 'node:fs';
import path from 'node:path';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { type FormSheet, readFormLook } from '../../../shared/forms/form-look.ts';
import { formPrint } from '../../../shared/forms/form-print.ts';
import { fillForm } from '../../../shared/workbook/fill/fill-form.ts';
import { printedSheet } from '../../../shared/workbook/print/print-pages.ts';
import type { PageModel } from '../../../shared/workbook/sheet-model.ts';
import { writeWorkbook } from '../../../shared/workbook/write/write-workbook.ts';
import { richTemplate } from '../workbook/fill/rich-template.ts';

const file = path.resolve(import.meta.dirname, '../../fixtures/上级表样-12345办理情况通报表.xlsx');

test('a superior’s form lies on one page as its page setup says, heading repeated', () => {
  const [form] = readFormLook(new Uint8Array(readFileSync(file)));
  if (form === undefined) throw new Error('no sheet');
  const sheet = formPrint(form, form);
  expect(sheet.page).toMatchObject({ landscape: true, fitToWidth: true, repeatRows: { first: 0, last: 4 } });
  expect(sheet.merges).toEqual(form.merges);
  const { pages, scale } = printedSheet(sheet);
  expect(pages).toHaveLength(1);
  expect(scale).toBeLessThanOrEqual(1);
});

/** A form whose page is set up with care: title rows, an area, breaks, margins, a foot. */
const careful = (page: Partial<PageModel>): FormSheet => {
  const style = { font: { name: '宋体', size: 11 }, border: true };
  const rows = Array.from({ length: 40 }, (_, row) => ({
    height: 20,
    cells: Array.from({ length: 4 }, (__, column) => ({ value: `${row}/${column}`, style })),
  }));
  const merges = [{ top: 0, left: 0, bottom: 0, right: 2 }];
  const sheet = {
    name: '月 报',
    widths: [10, 10, 10, 30],
    rows,
    merges,
    page: { landscape: false, fitToWidth: false, ...page },
  };
  const [form] = readFormLook(writeWorkbook({ sheets: [sheet] }));
  if (form === undefined) throw new Error('no sheet');
  return form;
};

const printOf = (page: Partial<PageModel>) => formPrint(careful(page), careful(page));

test('the headings of the blank form are repeated when its table is full', () => {
  const style = { font: { name: '宋体', size: 11 }, border: true };
  const rows = (body: string) => [
    { cells: ['序号', '姓名', '社区'].map((value) => ({ value, style })) },
    { cells: ['', '', ''].map(() => ({ value: body, style })) },
  ];
  const sheet = { name: '表', widths: [10, 10, 10], merges: [], page: { landscape: false, fitToWidth: true } };
  const look = (body: string) => readFormLook(writeWorkbook({ sheets: [{ ...sheet, rows: rows(body) }] }))[0];
  const [blank, full] = [look(''), look('满')];
  if (blank === undefined || full === undefined) throw new Error('no sheet');
  expect(formPrint(full, blank).page.repeatRows).toEqual({ first: 0, last: 0 });
});

test('the form’s own titles, area, margins and foot are kept on paper', () => {
  const margins = { top: 20, right: 15, bottom: 25, left: 15 };
  const form = careful({
    repeatRows: { first: 1, last: 2 },
    printArea: { top: 1, left: 0, bottom: 29, right: 2 },
    footer: '第 &P 页',
    margins,
  });
  const sheet = formPrint(form, form);
  expect(sheet.widths).toHaveLength(3);
  expect(sheet.rows).toHaveLength(29);
  expect(sheet.rows[0]?.cells.map((cell) => cell?.value)).toEqual(['1/0', '1/1', '1/2']);
  // The title is merged above the area.
  expect(sheet.merges).toEqual([]);
  expect(sheet.page).toMatchObject({ repeatRows: { first: 0, last: 1 }, footer: '&C第 &P 页' });
  expect(sheet.page.margins?.bottom).toBeCloseTo(25, 1);
});

test('a form is printed on its own paper: A3 lying down, shrunk onto one page only where the form says so', () => {
  const sheet = printOf({ paper: 'A3', landscape: true, fitToWidth: true, fitToHeight: true });
  expect(sheet.page).toMatchObject({ paper: 'A3', landscape: true, fitToHeight: true });
  expect(printedSheet(sheet).paper).toEqual({ width: 420, height: 297 });
  expect(printedSheet(sheet).pages).toHaveLength(1);
  expect(printOf({ paper: 'A3', fitToWidth: true }).page.fitToHeight).toBeUndefined();
  expect(printOf({}).page.paper).toBe('A4');
});

/** The same form with another page setup in its file. */
const setUp = (setup: string): FormSheet['page'] => {
  const parts = unzipSync(richTemplate());
  const key = 'xl/worksheets/sheet1.xml';
  const sheet = strFromU8(parts[key] ?? new Uint8Array()).replace(/<pageSetup[^>]*>/, setup);
  const [form] = readFormLook(zipSync({ ...parts, [key]: strToU8(sheet) }));
  if (form === undefined) throw new Error('no sheet');
  return form.page;
};

test('a paper no office here prints on is A4; several pages high is not one page high; what is centred stays so', () => {
  expect(setUp('<pageSetup orientation="landscape"/>').paper).toBeUndefined();
  expect(setUp('<pageSetup paperSize="1" fitToHeight="3"/>')).toEqual(
    expect.not.objectContaining({ fitToHeight: true }),
  );
  expect(setUp('<pageSetup paperSize="12"/>')).toMatchObject({ paper: 'B4', centered: true, fitToHeight: true });
});

test('a form without a foot gets none; one with fonts in it is left to the office suite', () => {
  expect(printOf({}).page.footer).toBe('');
  expect(printOf({ footer: '&"宋体"第 &P 页' }).page.footer).toBe('');
});

test('rows put in move area and breaks along: the paper shows all of them', () => {
  const blank = richTemplate();
  const cells = Array.from({ length: 50 }, (_, at) => ({
    row: 4 + at,
    column: 1,
    content: { kind: 'text' as const, text: `第${at + 1}社区` },
  }));
  const before = readFormLook(blank)[0];
  const filled = readFormLook(
    fillForm(blank, [{ sheet: '填报表', insertions: [{ below: 6, count: 47 }], cells }]).bytes,
  )[0];
  if (before === undefined || filled === undefined) throw new Error('no sheet');
  expect(before.page).toMatchObject({ repeatRows: { first: 0, last: 3 }, printArea: { top: 0, bottom: 10, right: 7 } });
  expect(filled.page).toMatchObject({ repeatRows: { first: 0, last: 3 }, printArea: { top: 0, bottom: 57, right: 7 } });
  const printed = printedSheet(formPrint(filled, before));
  expect(printed.pages.length).toBeGreaterThanOrEqual(2);
  for (const page of printed.pages) expect(page.rows.slice(0, 4)).toEqual([0, 1, 2, 3]);
});

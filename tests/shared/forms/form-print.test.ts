import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { readFormLook } from '../../../shared/forms/form-look.ts';
import { formPrint } from '../../../shared/forms/form-print.ts';
import { printedSheet } from '../../../shared/workbook/print-pages.ts';

const file = path.resolve(import.meta.dirname, '../../fixtures/上级表样-12345办理情况通报表.xlsx');

test('a superior’s form lies on one page as its page setup says, heading repeated', () => {
  const [form] = readFormLook(new Uint8Array(readFileSync(file)));
  if (form === undefined) throw new Error('no sheet');
  const sheet = formPrint(form);
  expect(sheet.page).toEqual({ landscape: true, fitToWidth: true, repeatRows: { first: 0, last: 4 } });
  expect(sheet.merges).toEqual(form.merges);
  const { pages, scale } = printedSheet(sheet);
  expect(pages).toHaveLength(1);
  expect(scale).toBeLessThanOrEqual(1);
});

import { expect, test } from 'vitest';
import { LINE_STYLE } from '../../../../shared/workbook/export/report-frame.ts';
import { ledgerPrint } from '../../../../shared/workbook/print/ledger-print.ts';
import type { SheetModel } from '../../../../shared/workbook/sheet-model.ts';

const list: SheetModel = {
  name: '民情诉求',
  widths: [10, 20],
  rows: ['标题', '导出人', '列名', '一'].map((value) => ({ cells: [{ value, style: LINE_STYLE }] })),
  merges: [],
  page: { landscape: true, fitToWidth: true, repeatRows: { first: 2, last: 2 } },
};

test('a list on paper has its title on every page and a line to sign below', () => {
  const { rows, merges, page } = ledgerPrint(list, '李敏', '2026-11-25');
  expect(page.repeatRows).toEqual({ first: 0, last: 2 });
  expect(rows.at(-1)?.cells[0]?.value).toBe('填表人：李敏　　审核人：　　　　　　　　填表日期：2026年11月25日');
  expect(merges).toEqual([{ top: 4, left: 0, bottom: 4, right: 1 }]);
});

test('without an operator there is room for a name', () => {
  expect(ledgerPrint(list, '', '2026-11-25').rows.at(-1)?.cells[0]?.value).toMatch(/^填表人：　{8}审核人/);
});

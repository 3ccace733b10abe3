import { expect, test } from 'vitest';
import { cellFinder } from '../../../../shared/workbook/import/cell-finder.ts';
import { findHeader, layOut } from '../../../../shared/workbook/import/header.ts';
import { stackSheets } from '../../../../shared/workbook/import/stacked-sheets.ts';
import { openFirst, xlsxOf } from '../sample-files.ts';
import { planRows, task } from '../sample-ledger.ts';

const HEADER = ['事项名称', '主管部门', '备注'];

/** A sheet whose departments stand once for the rows below them; a subtotal between them is no record. */
function monthly(name: string, ...rows: readonly (readonly (string | null)[])[]) {
  const opened = openFirst(xlsxOf([HEADER, ...rows]));
  const reader = { ...opened, sheet: { ...opened.sheet, name } };
  return { reader, layout: layOut(reader, findHeader(reader, task)) };
}

const FIRST = monthly(
  '1月',
  ['宣传', '区住建局', '一'],
  ['巡查', null, '二'],
  ['小计', '2', null],
  ['走访', ' ', '三'],
  ['登记', '区公安分局', '四'],
  ['核查', null, '五'],
);
const SECOND = monthly('2月', ['统计', null, '六'], ['调查', '区民政局', '七'], ['建档', null, '八']);

test('a blank cell stands for the last one filled above it on its sheet, in whatever order rows are asked for', () => {
  const { reader, layout } = stackSheets(FIRST, [SECOND]);
  const { body } = layout;
  const ask = (rows: readonly number[]) => {
    const find = cellFinder({ reader, body, fillDown: [1] });
    return new Map(
      rows.map((row) => {
        const found = find(row, 1);
        return [row, found?.cell.kind === 'text' ? `${found.cell.text} ${found.from}` : ''];
      }),
    );
  };
  const downwards = ask(body);
  expect([...downwards.values()]).toEqual([
    '区住建局 cell',
    '区住建局 fillDown',
    '区住建局 fillDown',
    '区公安分局 cell',
    '区公安分局 fillDown',
    '',
    '区民政局 cell',
    '区民政局 fillDown',
  ]);
  const orders = [body.toReversed(), [4, 0, 7, 2, 1, 5, 3, 6, 4, 2].map((place) => body[place] ?? 0)];
  for (const order of orders) {
    for (const [row, found] of ask(order)) expect(found).toBe(downwards.get(row));
  }
  expect(cellFinder({ reader, body, fillDown: [] })(body[1] ?? 0, 1)).toBeUndefined();
});

test('cells read again for the preview say what the plan was made of', () => {
  const rows = [HEADER, ['宣传', '区住建局', '一'], ['巡查', null, '二'], ['走访', null, '三']];
  const plan = planRows(rows, { change: (mapping) => ({ ...mapping, fillDown: [1] }) });
  const valuesRead = (row: number) => Object.fromEntries(plan.cellsOf(row).map(({ field, value }) => [field, value]));
  for (const { row, values } of plan.rows.toReversed()) expect(valuesRead(row)).toEqual(values);
});

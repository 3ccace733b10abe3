import { expect, test } from 'vitest';
import { cellsOfText } from '../../../../renderer/components/entry-grid/copied-table.ts';
import { hasHeader, pastedCells } from '../../../../renderer/components/entry-grid/pasted-cells.ts';
import { demand } from '../../../../shared/ledgers/demand.ts';
import { department } from '../../../../shared/ledgers/department.ts';

const number = demand.fields[demand.numbering?.field ?? '']?.label ?? '';

test('rows over records carry their numbers, rows below the last one none', () => {
  const cells = cellsOfText('李军\t路灯不亮\n王芳\t110101199001011237\n赵六\t井盖');
  const pasted = pastedCells(demand, cells, ['person', 'content'], ['SQ-2026-0001', 'SQ-2026-0002']);
  expect(pasted).toMatchObject({ over: 2, added: 1, leftOut: 0 });
  expect(cellsOfText(pasted.table)).toEqual([
    [number, demand.fields.person?.label, demand.fields.content?.label],
    ['SQ-2026-0001', '李军', '路灯不亮'],
    ['SQ-2026-0002', '王芳', '110101199001011237'],
    ['', '赵六', '井盖'],
  ]);
});

test('columns right of the last one are left out, and said', () => {
  expect(pastedCells(demand, [['李军', '路灯不亮', '多的']], ['person', 'content'], []).leftOut).toBe(1);
});

test('a ledger without numbers only gets new rows', () => {
  const pasted = pastedCells(department, [['区住建局']], ['name'], ['不用']);
  expect(pasted).toMatchObject({ over: 0, added: 1 });
  expect(cellsOfText(pasted.table)[1]).toEqual(['区住建局']);
});

test('a header is known by the labels in it', () => {
  const labels = [demand.fields.person?.label ?? '', demand.fields.content?.label ?? ''];
  expect(hasHeader(demand, [labels, ['李军', '路灯不亮']])).toBe(true);
  expect(hasHeader(demand, [['李军', '路灯不亮']])).toBe(false);
});

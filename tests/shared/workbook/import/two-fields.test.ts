import { expect, test } from 'vitest';
import { findHeader, layOut } from '../../../../shared/workbook/import/header.ts';
import { NO_CHOICES } from '../../../../shared/workbook/import/import-choices.ts';
import { lookupIn } from '../../../../shared/workbook/import/import-lookup.ts';
import { type ColumnTarget, fieldsOf, proposeMapping } from '../../../../shared/workbook/import/mapping.ts';
import { withTarget } from '../../../../shared/workbook/import/mapping-choices.ts';
import { planImport } from '../../../../shared/workbook/import/plan-import.ts';
import { openFirst, xlsxOf } from '../sample-files.ts';
import { cellAt, contextOf, ledgerById, office, task } from '../sample-ledger.ts';

const column = 3;

/** Plans rows whose fourth column the clerk put to this target. */
function planWith(target: ColumnTarget, cells: readonly string[]) {
  const rows = cells.map((cell, at) => [`宣传${at}`, '区住建局', '2026-1-5', cell]);
  const reader = openFirst(xlsxOf([['事项名称', '主管部门', '收件日期', '地址'], ...rows]));
  const layout = layOut(reader, findHeader(reader, task));
  const context = contextOf(office);
  return planImport({
    reader,
    layout,
    mapping: withTarget(proposeMapping(layout, task), column, target),
    ledger: task,
    ledgerById,
    context,
    lookup: lookupIn(context, ledgerById),
    choices: NO_CHOICES,
  });
}

const ADDRESS: ColumnTarget = { kind: 'both', fields: ['community', 'remark'] };

test('an address gives its community and stays whole in the other field; what was read is said', () => {
  expect(fieldsOf(ADDRESS)).toEqual(['community', 'remark']);
  const plan = planWith(ADDRESS, ['顺河街道晨光社区3号楼']);
  const [row] = plan.rows;
  expect(row?.values).toMatchObject({ community: 'c1', remark: '顺河街道晨光社区3号楼' });
  expect(cellAt(plan, 0, 'community')?.changed).toBe('从“顺河街道晨光社区3号楼”里认出“晨光社区”');
  expect(row?.status).toBe('new');
});

test('none or several named: empty, and the row says so', () => {
  const { rows } = planWith(ADDRESS, ['幸福路12号', '晨光社区与东湖社区交界']);
  for (const row of rows) {
    expect(row.values.community).toBeUndefined();
    expect(row.values.remark).toBeDefined();
    expect(row.complaints).toMatchObject([{ code: 'import/not-mentioned', field: 'community', severity: 'warning' }]);
  }
});

test('a choice is found by its words too, the longest of them', () => {
  const target: ColumnTarget = { kind: 'both', fields: ['category', 'remark'] };
  const [row] = planWith(target, ['夜间巡查（公共安全）']).rows;
  expect(row?.values).toMatchObject({ category: '公共安全', remark: '夜间巡查（公共安全）' });
});

import { expect, test } from 'vitest';
import { referenceResolver } from '../../../../shared/kit/convert/reference-resolver.ts';
import type { LedgerRecord } from '../../../../shared/kit/values.ts';
import { organisation } from '../../../../shared/ledgers/organisation.ts';
import { findHeader, layOut } from '../../../../shared/workbook/import/header.ts';
import { NO_CHOICES } from '../../../../shared/workbook/import/import-choices.ts';
import { proposeMapping } from '../../../../shared/workbook/import/mapping.ts';
import { writesOf } from '../../../../shared/workbook/import/plan.ts';
import { planImport } from '../../../../shared/workbook/import/plan-import.ts';
import { openFirst, xlsxOf } from '../sample-files.ts';
import { contextOf } from '../sample-ledger.ts';

function planTree(rows: readonly (readonly string[])[], stored: readonly LedgerRecord[] = []) {
  const reader = openFirst(xlsxOf([['层级', '名称', '上级单位'], ...rows]));
  const layout = layOut(reader, findHeader(reader, organisation));
  const ledgerById = (id: string) => (id === organisation.id ? organisation : undefined);
  let last = 0;
  return planImport({
    reader,
    layout,
    mapping: proposeMapping(layout, organisation),
    ledger: organisation,
    ledgerById,
    context: contextOf({ organisation: stored }),
    lookup: { resolve: referenceResolver(ledgerById, () => stored), options: (field) => field.options ?? [] },
    choices: NO_CHOICES,
    newId: () => {
      last += 1;
      return `o${last}`;
    },
  });
}

test('a list of the whole tree comes in at once, in whatever order it stands', () => {
  const plan = planTree([
    ['社区', '晨光社区', '顺河街道'],
    ['街道', '顺河街道', ''],
    ['网格', '第1网格', '晨光社区'],
  ]);
  expect(plan.counts).toMatchObject({ new: 3, heldBack: 0 });
  expect(writesOf(plan)).toEqual([
    { kind: 'create', ledger: 'organisation', id: 'o1', values: { level: '社区', name: '晨光社区', parent: 'o2' } },
    { kind: 'create', ledger: 'organisation', id: 'o2', values: { level: '街道', name: '顺河街道' } },
    { kind: 'create', ledger: 'organisation', id: 'o3', values: { level: '网格', name: '第1网格', parent: 'o1' } },
  ]);
});

test('sent again, the tree is recognised, the top of it too, which has nothing above', () => {
  const stored = [
    { id: 's', rev: 'a/1/0', values: { level: '街道', name: '顺河街道' } },
    { id: 'c', rev: 'a/1/0', values: { level: '社区', name: '晨光社区', parent: 's' } },
  ];
  const plan = planTree(
    [
      ['街道', '顺河街道', ''],
      ['社区', '晨光社区', '顺河街道'],
      ['网格', '第1网格', '晨光社区'],
    ],
    stored,
  );
  expect(plan.rows.map((row) => row.status)).toEqual(['unchanged', 'unchanged', 'new']);
});

test('who stands under a row that is not taken is held back too, with the reason', () => {
  const plan = planTree([
    ['大街道', '顺河街道', ''],
    ['社区', '晨光社区', '顺河街道'],
    ['网格', '第1网格', '晨光社区'],
  ]);
  expect(plan.rows.map((row) => row.status)).toEqual(['heldBack', 'heldBack', 'heldBack']);
  expect(plan.rows.slice(1).map((row) => row.reason)).toEqual([
    '它指向的本表第 2 行没有导入',
    '它指向的本表第 3 行没有导入',
  ]);
  expect(writesOf(plan)).toEqual([]);
});

test('a name that stands twice in the file is not guessed; rules of the ledger see the rows as they will be', () => {
  const plan = planTree([
    ['社区', '晨光社区', ''],
    ['小区', '晨光社区', ''],
    ['网格', '第1网格', '晨光社区'],
    ['社区', '东湖社区', '康平小区'],
    ['小区', '康平小区', ''],
  ]);
  expect(plan.rows[2]?.reason).toContain('对应不止一个');
  expect(plan.rows[3]?.reason).toContain('社区的上级不能是小区');
});

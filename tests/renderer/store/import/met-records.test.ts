import { describe, expect, test } from 'vitest';
import type { PlanRowView } from '../../../../renderer/store/import/import-api.ts';
import type { LedgerStore } from '../../../../renderer/store/ledger-store.ts';
import type { Values } from '../../../../shared/kit/values.ts';
import { xlsxOf } from '../../../shared/workbook/sample-files.ts';
import { receiptOf } from '../support.ts';
import { emptyOffice, openImport } from './import-support.ts';

type Rows = Parameters<typeof xlsxOf>[0];

async function create(store: LedgerStore, ledger: string, values: Values): Promise<string> {
  const receipt = receiptOf(await store.write([{ kind: 'create', ledger, values }], { kind: 'create', text: '新增' }));
  const id = receipt.records[0]?.id;
  if (id === undefined) throw new Error('nothing was made');
  return id;
}

async function planned(store: LedgerStore, ledger: string, rows: Rows): Promise<readonly PlanRowView[]> {
  const session = await openImport(store, ledger, xlsxOf(rows));
  return (await session.planWindow('all', 0, 100)).rows;
}

const DEMANDS = ['诉求编号', '接收时间', '诉求内容', '诉求人'];

describe('a row that names a record by its number', () => {
  async function officeWithDemand() {
    const store = await emptyOffice();
    const values = { receivedAt: '2026-08-20T09:00:00+08:00', content: '晨光路路灯不亮', person: '王秀英' };
    await create(store, 'demand', values);
    return store;
  }

  test('but agrees with it in nothing is another office’s: skipped until the clerk decides', async () => {
    const store = await officeWithDemand();
    const rows = [DEMANDS, ['SQ-2026-0001', '2026-09-02 10:00', '电梯停运', '李军']];
    const [row] = await planned(store, 'demand', rows);
    expect([row?.status, row?.action]).toEqual(['suspectedDuplicate', 'skip']);
    expect(row?.reason).toBe(
      '编号 SQ-2026-0001 在本台账是另一诉求：「接收时间」「诉求内容」「诉求人」都不同，可能是别处的编号',
    );
    const session = await openImport(store, 'demand', xlsxOf(rows));
    await session.decideDuplicate(1, 'create');
    expect((await session.planWindow('all', 0, 10)).rows[0]?.action).toBe('create');
    await session.decideDuplicate(1, 'update');
    expect((await session.planWindow('all', 0, 10)).rows[0]).toMatchObject({ status: 'update', action: 'update' });
  });

  test('and differs in some things updates it', async () => {
    const store = await officeWithDemand();
    const rows = [DEMANDS, ['SQ-2026-0001', '2026-08-20 09:00', '晨光路两盏路灯不亮', '王秀英']];
    expect((await planned(store, 'demand', rows))[0]).toMatchObject({ status: 'update', action: 'update' });
  });
});

test('a row that is a stored record is not called a repetition of it', async () => {
  const store = await emptyOffice();
  const values = {
    receivedAt: '2026-08-20T09:00:00+08:00',
    content: '晨光路路灯不亮',
    person: '王秀英',
    phone: '13900000001',
  };
  await create(store, 'demand', values);
  const rows = [
    ['接收时间', '诉求内容', '诉求人', '联系电话'],
    ['2026-08-20 09:00', '晨光路路灯不亮', '王秀英', '13900000001'],
  ];
  const [row] = await planned(store, 'demand', rows);
  expect([row?.status, row?.complaints.map(({ message }) => message)]).toEqual(['unchanged', []]);
});

describe('a list that does not say where its units belong', () => {
  async function officeWithCommunities() {
    const store = await emptyOffice();
    const street = await create(store, 'organisation', { level: '街道', name: '示例街道' });
    await create(store, 'organisation', { level: '社区', name: '晨光社区', parent: street, households: 900 });
    return store;
  }

  test('names the community that is there already', async () => {
    const store = await officeWithCommunities();
    const rows = [
      ['层级', '社区名称', '户数'],
      ['社区', '晨光社区', 1200],
      ['社区', '东湖社区', 800],
    ];
    const [known, fresh] = await planned(store, 'organisation', rows);
    expect([known?.status, known?.action, known?.reason]).toEqual([
      'suspectedDuplicate',
      'skip',
      '层级、名称与已有记录“晨光社区”相同，但「户数」不同',
    ]);
    expect(fresh?.status).toBe('new');
  });

  test('one of another street of the same name is another', async () => {
    const store = await officeWithCommunities();
    const other = await create(store, 'organisation', { level: '街道', name: '顺河街道' });
    expect(other).not.toBe('');
    const rows = [
      ['层级', '社区名称', '上级单位', '户数'],
      ['社区', '晨光社区', '顺河街道', 1200],
    ];
    expect((await planned(store, 'organisation', rows))[0]?.status).toBe('new');
  });
});

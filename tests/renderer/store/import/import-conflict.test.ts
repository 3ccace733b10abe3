import { expect, test } from 'vitest';
import type { ImportSession } from '../../../../renderer/store/import/import-api.ts';
import type { LedgerStore } from '../../../../renderer/store/ledger-store.ts';
import type { Values } from '../../../../shared/kit/values.ts';
import { xlsxOf } from '../../../shared/workbook/sample-files.ts';
import { receiptOf, recordsOf } from '../support.ts';
import { emptyOffice, openImport } from './import-support.ts';

const HEADER = ['工单编号', '接收时间', '诉求人', '诉求内容', '联系电话', '满意度', '备注'];
const row = (order: string, phone: string, satisfaction: string, remark: string) => [
  order,
  '2026-09-01 08:00',
  '李军',
  `路灯不亮 ${order}`,
  phone,
  satisfaction,
  remark,
];

async function importOf(
  store: LedgerStore,
  rows: readonly (readonly string[])[],
  header = HEADER,
): Promise<ImportSession> {
  const session = await openImport(store, 'demand', xlsxOf([header, ...rows]));
  await session.setConstant('receivedAt', undefined);
  return session;
}

async function imported(): Promise<LedgerStore> {
  const store = await emptyOffice();
  const first = [
    row('A1', '13800000001', '', '原'),
    row('B1', '13800000002', '', ''),
    row('C1', '13800000003', '', ''),
  ];
  receiptOf(await (await importOf(store, first)).execute());
  return store;
}

async function edit(store: LedgerStore, orderNo: string, patch: Values): Promise<void> {
  const found = (await store.rows({ ledger: 'demand' })).find(({ values }) => values.orderNo === orderNo);
  const { id = '', rev = '' } = found ?? {};
  receiptOf(await store.write([{ kind: 'edit', ledger: 'demand', id, rev, patch }], { kind: 'edit', text: '修改' }));
}

async function stored(store: LedgerStore, orderNo: string): Promise<Values | undefined> {
  return (await store.rows({ ledger: 'demand' })).find(({ values }) => values.orderNo === orderNo)?.values;
}

test('changed here since the last import, and the file says otherwise: a conflict that keeps what is here', async () => {
  const store = await imported();
  await store.setOperator('李敏');
  await edit(store, 'A1', { phone: '13900000009' });
  // Changed and changed back is as the import left it; a later import settles what was changed before.
  await edit(store, 'B1', { remark: '改' });
  await edit(store, 'B1', { remark: '' });
  const session = await importOf(store, [
    row('A1', '13800000001', '满意', ''),
    row('B1', '13800000002', '', '新'),
    row('C1', '13800000003', '', ''),
  ]);
  expect(await session.plan()).toMatchObject({
    tabs: { conflict: 1, unchanged: 1, duplicate: 1 },
    counts: { conflict: 1, suspectedDuplicate: 1, unchanged: 1 },
    willUpdate: 0,
  });
  const [conflict] = (await session.planWindow('conflict', 0, 5)).rows;
  expect(conflict?.reason).toBe(
    '工单编号与已有记录“SQ-2026-0001”相同；上次导入后，「联系电话」在这里改过，与本表不同，请选定用哪一个',
  );
  // What is here is somebody else's, and shown as lists show it.
  const changedHere = { imported: '138****0001', at: '2026-01-05T09:41:07+08:00', operator: '李敏' };
  expect(conflict?.differences).toEqual([
    { field: 'phone', before: '139****0009', after: '13800000001', kept: true, changedHere },
    { field: 'satisfaction', after: '满意', kept: true },
  ]);
  expect(conflict?.storedTexts).toEqual({ phone: '139****0009' });
  expect(await session.execute()).toMatchObject({ ok: false, complaints: [{ code: 'import/nothing-to-do' }] });
});

test('cell by cell or the whole row; what is taken is written and nothing else, and blanks erase nothing', async () => {
  const store = await imported();
  await edit(store, 'A1', { phone: '13900000009', remark: '这里写的' });
  const session = await importOf(store, [row('A1', '13700000007', '满意', '')]);
  expect(await session.decideConflict(1, 'satisfaction', 'sheet')).toMatchObject({
    willUpdate: 1,
    tabs: { conflict: 1 },
  });
  expect(await session.decideConflict(1, 'all', 'sheet')).toMatchObject({ willUpdate: 1 });
  expect(await session.decideConflict(1, 'phone', 'here')).toMatchObject({ willUpdate: 1 });
  receiptOf(await session.execute());
  expect(await stored(store, 'A1')).toMatchObject({ phone: '13900000009', satisfaction: '满意', remark: '这里写的' });
  // The last import is now this one, and nothing was changed by hand after it.
  const again = await importOf(store, [row('A1', '13700000007', '满意', '')]);
  expect(await again.plan()).toMatchObject({ counts: { conflict: 0, suspectedDuplicate: 1 } });
});

test('a conflict can be a record of its own after all, and back', async () => {
  const store = await imported();
  await edit(store, 'A1', { phone: '13900000009' });
  const session = await importOf(store, [row('A1', '13700000007', '', '')]);
  expect(await session.decideDuplicate(1, 'create')).toMatchObject({ willCreate: 1, tabs: { conflict: 1 } });
  expect(await session.decideConflict(1, 'all', 'here')).toMatchObject({ willCreate: 0, willUpdate: 0 });
  await session.decideDuplicate(1, 'create');
  receiptOf(await session.execute());
  expect((await recordsOf(store, 'demand')).size).toBe(4);
});

test('found by its own number, the rest of the row goes in and only what was changed here stays', async () => {
  const store = await imported();
  await edit(store, 'A1', { phone: '13900000009' });
  const number = String((await stored(store, 'A1'))?.demandNo);
  const session = await importOf(store, [[number, '13700000007', '满意']], ['诉求编号', '联系电话', '满意度']);
  expect(await session.plan()).toMatchObject({ tabs: { conflict: 1 }, willUpdate: 1 });
  receiptOf(await session.execute());
  expect(await stored(store, 'A1')).toMatchObject({ phone: '13900000009', satisfaction: '满意', remark: '原' });
});

test('a record that no import ever wrote is no conflict: there is nothing it was changed since', async () => {
  const store = await emptyOffice();
  const values = { orderNo: 'D1', receivedAt: '2026-09-01T08:00:00+08:00', content: '路灯不亮', phone: '110' };
  receiptOf(await store.write([{ kind: 'create', ledger: 'demand', values }], { kind: 'create', text: '登记' }));
  await edit(store, 'D1', { phone: '120' });
  const session = await importOf(store, [row('D1', '13700000007', '', '')]);
  expect(await session.plan()).toMatchObject({ counts: { conflict: 0, suspectedDuplicate: 1 } });
});

test('what an act decided is not in question: the sheet leaves it, and the row says so', async () => {
  const store = await imported();
  const act = async (transition: string, values: Values) => {
    const found = (await store.rows({ ledger: 'demand' })).find((one) => one.values.orderNo === 'A1');
    const { id = '', rev = '' } = found ?? {};
    const input = { on: '2026-01-05', values };
    receiptOf(await store.transition({ ledger: 'demand', id, rev, transition, input }));
  };
  await edit(store, 'A1', { receivedAt: '2026-01-04T08:00:00+08:00' });
  await act('close', { outcome: '已解决', result: '已修好' });
  await act('visit', { satisfaction: '基本满意' });
  const number = String((await stored(store, 'A1'))?.demandNo);
  const session = await importOf(store, [[number, '满意', '新']], ['诉求编号', '满意度', '备注']);
  const [row] = (await session.planWindow('update', 0, 5)).rows;
  expect(row?.differences).toEqual([{ field: 'remark', before: '原', after: '新' }]);
  expect(row?.complaints.map(({ code, field }) => `${code} ${field}`)).toContain('decision/taken satisfaction');
  receiptOf(await session.execute());
  expect(await stored(store, 'A1')).toMatchObject({ satisfaction: '基本满意', remark: '新' });
});

test('a state that follows from what the sheet fills is shown as a difference, and exactly that is noted', async () => {
  const store = await imported();
  const header = ['工单编号', '诉求内容', '接收时间', '诉求人', '办结日期'];
  const closed = ['A1', '路灯不亮 A1', '2026-09-01 08:00', '李军', '2026-09-05'];
  const session = await importOf(store, [closed], header);
  // What may be skipped says nothing of a state yet.
  expect((await session.planWindow('all', 0, 1)).rows[0]?.differences.map(({ field }) => field)).toEqual(['closedOn']);
  await session.decideDuplicate(1, 'update');
  const [row] = (await session.planWindow('all', 0, 1)).rows;
  const before = (await stored(store, 'A1'))?.state;
  expect(row?.differences.at(-1)).toEqual({ field: 'state', before, after: 'CLOSED', follows: true });
  expect(row?.reason).toMatch(/「办结日期」不同；状态随之变为“已办结”$/);
  expect([row?.storedTexts.state, row?.texts.state]).toEqual(['已接收', '已办结']);
  receiptOf(await session.execute());
  expect(await stored(store, 'A1')).toMatchObject({ closedOn: '2026-09-05', state: 'CLOSED' });
});

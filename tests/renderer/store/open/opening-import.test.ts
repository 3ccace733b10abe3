import { expect, test } from 'vitest';
import { openImportSession } from '../../../../renderer/store/import/import-session.ts';
import type { LedgerStore } from '../../../../renderer/store/ledger-store.ts';
import { strayTaskToApplication } from '../../../../shared/access/stray-task-rules.ts';
import { ledgers } from '../../../../shared/ledgers/index.ts';
import { readWorkbook } from '../../../../shared/workbook/read/read-workbook.ts';
import { xlsxOf } from '../../../shared/workbook/sample-files.ts';
import { Desk, receiptOf, recordsOf } from '../support.ts';

const OFFICE = [
  { kind: 'create', ledger: 'department', id: 'd1', values: { name: '区住建局' } },
  { kind: 'create', ledger: 'organisation', id: 'c1', values: { level: '社区', name: '晨光社区' } },
] as const;

async function office(): Promise<LedgerStore> {
  const desk = new Desk();
  desk.ledgers = ledgers;
  const store = await desk.open();
  await store.setToday('2026-11-23');
  receiptOf(await store.write(OFFICE, { kind: 'setup', text: '设置单位' }));
  return store;
}

const SHEET = [
  [
    '责任部门',
    '事项名称',
    '状态',
    '收件日期',
    '准入文号',
    '决定日期',
    '有效期起止',
    '公布日期',
    '启动日期',
    '涉及社区',
  ],
  [
    '区住建局',
    '二次供水设施巡查',
    '实施中',
    '2025-03-03',
    '准〔2025〕3号',
    '2025-03-20',
    '2025.4-2027.3',
    '2025-03-25',
    '2025-04-01',
    '晨光',
  ],
  ['区住建局', '老旧小区摸排', '已公布', '2025-05-06', '', '2025-05-20', '2025.6-2027.5', '2025-05-25', '', '晨光'],
];

test('存量导入 through the store: state and papers are written, what lacks its number waits, one undo takes it back', async () => {
  const store = await office();
  const { ledgerById, context, write, changedSinceImport, stamp } = store;
  const target = { ledgerById, context, write, changedSinceImport, stamp, newId: () => 'unused' };
  const session = await openImportSession(target, readWorkbook(xlsxOf(SHEET), '存量.xlsx'), 'application', '存量.xlsx');
  expect(session.view().opening).toBe(false);
  expect(session.view().columns.map(({ header, target: to }) => [header, to.kind])).toContainEqual(['状态', 'ignore']);
  const view = await session.setOpening(true);
  expect(view.opening).toBe(true);
  expect(view.missingKeys).toEqual([]);
  expect(await session.plan()).toMatchObject({ willCreate: 1, willSkip: 1, tabs: { heldBack: 1 } });
  expect((await session.planWindow('heldBack', 0, 5)).rows[0]?.reason).toContain('没有准入文号');
  const receipt = receiptOf(await session.execute());
  const [stored] = (await recordsOf(store, 'application')).values();
  expect(stored).toMatchObject({
    values: {
      caseNo: 'ZR-2025-0001',
      state: 'ACTIVE',
      stock: true,
      decisions: [{ docNo: '准〔2025〕3号', validTo: '2027-03-31' }],
      steps: [{ to: 'RECEIVED' }, { to: 'APPROVED' }, { to: 'PUBLISHED' }, { to: 'ACTIVE' }],
    },
  });
  const [id = ''] = [...(await recordsOf(store, 'application')).keys()];
  const offers = (await store.view('application', id))?.offers.map(({ transition }) => transition);
  expect(offers).toEqual(expect.arrayContaining(['suspend', 'evaluate', 'exit']));
  receiptOf(await store.undo(receipt.batch));
  expect((await recordsOf(store, 'application')).size).toBe(0);
});

test('T23a is one batch: both records name each other, and one undo takes both back', async () => {
  const store = await office();
  const order = { date: '2026-11-20', channel: '微信群', sender: 'd1', itemName: '统计行道树', targets: ['c1'] };
  const created = receiptOf(
    await store.write([{ kind: 'create', ledger: 'strayTask', values: order }], { kind: 'create', text: '登记' }),
  );
  const id = created.records[0]?.id ?? '';
  const record = store.context().record('strayTask', id);
  const act = record && strayTaskToApplication(record, store.context(), 'a1');
  if (!act || 'complaints' in act) throw new Error('refused');
  const receipt = receiptOf(await store.write(act.writes, { kind: 'edit', text: '清单外下派转申请' }));
  expect((await recordsOf(store, 'application')).get('a1')).toMatchObject({
    values: { caseNo: 'ZR-2026-0001', strayTask: id, applicant: 'd1', state: 'DRAFT' },
  });
  expect((await recordsOf(store, 'strayTask')).get(id)).toMatchObject({
    values: { strayNo: 'XP-2026-0001', action: '转申请', application: 'a1' },
  });
  receiptOf(await store.undo(receipt.batch));
  expect((await recordsOf(store, 'application')).size).toBe(0);
  expect((await recordsOf(store, 'strayTask')).get(id)).not.toMatchObject({ values: { application: 'a1' } });
});

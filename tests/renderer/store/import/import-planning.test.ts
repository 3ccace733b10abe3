import { afterEach, expect, test, vi } from 'vitest';
import type { ImportTarget } from '../../../../renderer/store/import/import-session.ts';
import type { LedgerStore } from '../../../../renderer/store/ledger-store.ts';
import { fc } from '../../../properties.ts';
import { xlsxOf } from '../../../shared/workbook/sample-files.ts';
import { receiptOf, recordsOf } from '../support.ts';
import { withoutPatience } from '../without-patience.ts';
import { emptyOffice, openImport } from './import-support.ts';

const ROWS = 400;
const LONG = xlsxOf([
  ['工单编号', '接收时间', '诉求人', '所属社区', '诉求内容'],
  ...Array.from({ length: ROWS }, (_, at) => [`G${at}`, '2026-09-01 08:00', `居民${at}`, '', `路灯不亮 ${at}`]),
]);

/** A session on a long sheet that hears of its progress, each time after it paused. */
function long(store: LedgerStore, onPlanned: (done: number, of: number) => void = () => {}) {
  const onProgress: ImportTarget['onProgress'] = (task, done, of) => {
    if (task === 'plan') onPlanned(done, of);
  };
  return openImport(store, 'demand', LONG, '九月.xlsx', { onProgress });
}

afterEach(() => vi.restoreAllMocks());

test('a plan is worked out in slices: other questions are answered meanwhile, and it says how far it is', async () => {
  const store = await emptyOffice();
  withoutPatience();
  const told: number[] = [];
  const session = await long(store, (done, of) => {
    expect(of).toBe(ROWS);
    told.push(done);
  });
  const planning = session.plan();
  const asked = store.window({ ledger: 'demand' }, 0, 10).then(() => told.length);
  expect((await planning).willCreate).toBe(ROWS);
  expect(await asked).toBeLessThan(ROWS);
  expect(told.at(-1)).toBe(ROWS);
});

test('cancelled at any row, nothing is written, and the plan can be asked for again', async () => {
  const store = await emptyOffice();
  const before = await recordsOf(store, 'demand');
  withoutPatience();
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 1, max: ROWS }), async (at) => {
      const session = await long(store, (done) => {
        if (done === at) session.cancel();
      });
      await expect(session.plan()).rejects.toThrowError(expect.objectContaining({ code: 'import/cancelled' }));
      expect(await recordsOf(store, 'demand')).toEqual(before);
    }),
    { numRuns: 8, examples: [[1], [ROWS]] },
  );
  let patience = 1;
  const session = await long(store, () => {
    patience -= 1;
    if (patience === 0) session.cancel();
  });
  await expect(session.plan()).rejects.toThrowError();
  expect((await session.plan()).willCreate).toBe(ROWS);
  receiptOf(await session.execute());
});

const COMMUNITY = { level: '社区', name: '晨光社区' };

test('what the plan looked up elsewhere counts too: a community renamed since the preview', async () => {
  const store = await emptyOffice();
  const draft = { kind: 'create' as const, ledger: 'organisation', id: 'c1', values: COMMUNITY };
  const receipt = receiptOf(await store.write([draft], { kind: 'create', text: '登记' }));
  const session = await openImport(
    store,
    'demand',
    xlsxOf([
      ['工单编号', '接收时间', '所属社区', '诉求内容'],
      ['G1', '2026-09-01 08:00', '晨光社区', '路灯不亮'],
    ]),
  );
  expect((await session.plan()).willCreate).toBe(1);
  const patch = { name: '新晨社区' };
  const rev = receipt.records[0]?.rev ?? '';
  receiptOf(
    await store.write([{ kind: 'edit', ledger: 'organisation', id: 'c1', rev, patch }], { kind: 'edit', text: '改名' }),
  );
  expect(await session.execute()).toMatchObject({ ok: false, complaints: [{ code: 'import/changed-meanwhile' }] });
  expect(await session.plan()).toMatchObject({ willCreate: 0, tabs: { heldBack: 1 } });
  expect((await recordsOf(store, 'demand')).size).toBe(0);
});

test('a change that changes no row of the plan does not hold the import up', async () => {
  const store = await emptyOffice();
  const session = await long(store);
  expect((await session.plan()).willCreate).toBe(ROWS);
  receiptOf(
    await store.write([{ kind: 'create', ledger: 'organisation', values: COMMUNITY }], {
      kind: 'create',
      text: '登记',
    }),
  );
  receiptOf(await session.execute());
});

test('a batch that is written while the import waits for its turn is noticed', async () => {
  const store = await emptyOffice();
  const session = await openImport(store, 'demand', LONG);
  await session.plan();
  const values = { receivedAt: '2026-09-01T08:00:00+08:00', content: '路灯不亮 0', orderNo: 'G0' };
  const other = store.write([{ kind: 'create', ledger: 'demand', values }], { kind: 'create', text: '登记' });
  const outcome = await session.execute();
  receiptOf(await other);
  expect(outcome).toMatchObject({ ok: false, complaints: [{ code: 'import/changed-meanwhile' }] });
  expect(await session.plan()).toMatchObject({ willCreate: ROWS - 1 });
});

test('the records are set up once for all decisions about a sheet, and anew once something changed', async () => {
  const store = await emptyOffice();
  let asked = 0;
  const context = () => {
    const real = store.context();
    return {
      ...real,
      records: (ledger: string) => {
        if (ledger === 'demand') asked += 1;
        return real.records(ledger);
      },
    };
  };
  const session = await openImport(store, 'demand', LONG, '九月.xlsx', { context });
  expect((await session.plan()).willCreate).toBe(ROWS);
  const once = asked;
  expect((await session.leaveEmpty('all', true)).willCreate).toBe(ROWS);
  expect(asked).toBe(once);
  const values = { receivedAt: '2026-09-01T08:00:00+08:00', content: '路灯不亮 0', orderNo: 'G0' };
  receiptOf(await store.write([{ kind: 'create', ledger: 'demand', values }], { kind: 'create', text: '登记' }));
  expect((await session.leaveEmpty('all', false)).willCreate).toBe(ROWS - 1);
});

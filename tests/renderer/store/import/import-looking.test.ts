import { afterEach, expect, test, vi } from 'vitest';
import { importService } from '../../../../renderer/store/import/import-service.ts';
import type { ImportTarget } from '../../../../renderer/store/import/import-session.ts';
import type { LedgerStore } from '../../../../renderer/store/ledger-store.ts';
import { readWorkbook } from '../../../../shared/workbook/read/read-workbook.ts';
import { xlsxOf } from '../../../shared/workbook/sample-files.ts';
import { withoutPatience } from '../without-patience.ts';
import { emptyOffice, openImport } from './import-support.ts';

const RECORDS = 300;
const LONG = xlsxOf([
  ['某街道诉求台账'],
  ['工单编号', '接收时间', '所属社区', '诉求内容'],
  ...Array.from({ length: RECORDS }, (_, at) => [`G${at}`, '2026-09-01 08:00', '', `路灯不亮 ${at}`]),
]);
const ROWS = RECORDS + 2;

afterEach(() => vi.restoreAllMocks());

const cancelled = expect.objectContaining({ code: 'import/cancelled' });

test('a sheet is looked over in slices: other questions are answered meanwhile, and it says how far it is', async () => {
  const store = await emptyOffice();
  withoutPatience();
  const told: (readonly [string, number, number])[] = [];
  const opening = openImport(store, 'demand', LONG, '九月.xlsx', { onProgress: (...one) => told.push(one) });
  const asked = store.window({ ledger: 'demand' }, 0, 10).then(() => told.length);
  expect((await opening).view()).toMatchObject({ bodyRows: RECORDS, header: { top: 1, bottom: 1 } });
  expect(told.length).toBeGreaterThan(await asked);
  expect(told.at(-1)).toEqual(['look', ROWS, ROWS]);
});

test('another header cancelled on the way leaves the sheet as it was understood', async () => {
  const store = await emptyOffice();
  let stopAt = Number.POSITIVE_INFINITY;
  const onProgress: ImportTarget['onProgress'] = (_, done) => {
    if (done >= stopAt) session.cancel();
  };
  const session = await openImport(store, 'demand', LONG, '九月.xlsx', { onProgress });
  const before = session.view();
  withoutPatience();
  stopAt = 100;
  await expect(session.setHeader({ top: 0, bottom: 1 })).rejects.toThrowError(cancelled);
  expect(session.view()).toEqual(before);
  stopAt = Number.POSITIVE_INFINITY;
  expect((await session.setHeader({ top: 0, bottom: 1 })).header).toEqual({ top: 0, bottom: 1 });
});

test('changes asked for together are made one after the other, and the plan waits for them', async () => {
  const session = await openImport(await emptyOffice(), 'demand', LONG);
  withoutPatience();
  const changes = [
    session.setConstant('source', '社区上报'),
    session.setTarget(0, { kind: 'ignore' }),
    session.setConstant('category', '求助'),
  ];
  const planning = session.plan();
  expect((await Promise.all(changes)).map(({ constants }) => constants)).toEqual([
    { source: '社区上报' },
    { source: '社区上报' },
    { source: '社区上报', category: '求助' },
  ]);
  expect(await planning).toMatchObject({ willCreate: RECORDS });
  const [first] = (await session.planWindow('new', 0, 1)).rows;
  expect(first?.values).toMatchObject({ source: '社区上报', category: '求助' });
  expect(first?.values.orderNo).toBeUndefined();
});

/** The store's side of the wizard, with one workbook waiting in a port. */
function waiting(store: LedgerStore) {
  const { ledgerById, context, write, changedSinceImport, stamp } = store;
  const target = { ledgerById, context, write, changedSinceImport, stamp, newId: () => crypto.randomUUID() };
  const { port1, port2 } = new MessageChannel();
  port1.postMessage(readWorkbook(LONG, '九月.xlsx'));
  return { imports: importService(target, () => {}), port: port2, sent: port1 };
}

test('an import that is being opened can be cancelled; the next one opens', async () => {
  const { imports, port, sent } = waiting(await emptyOffice());
  const next = waiting(await emptyOffice());
  withoutPatience();
  const opening = imports.openImport(port, 'demand', '九月.xlsx');
  imports.cancelOpening();
  await expect(opening).rejects.toThrowError(cancelled);
  const session = await next.imports.openImport(next.port, 'demand', '九月.xlsx');
  expect(session.view().bodyRows).toBe(RECORDS);
  sent.close();
  next.sent.close();
});

test('a file that is refused, on reading or for want of a header, leaves no row and no step behind', async () => {
  const store = await emptyOffice();
  const { total: before } = await store.batches(0, 1);
  const wide = '<table><tr><td colspan="99999">甲</td><td>乙</td></tr></table>';
  const refused: readonly (readonly [code: string, bytes: Uint8Array])[] = [
    ['import/damaged', LONG.slice(0, 4000)],
    ['import/too-many-cells', new TextEncoder().encode(wide)],
    ['import/no-header', xlsxOf([['甲', '乙']])],
  ];
  for (const [code, bytes] of refused) {
    const importing = async () => (await openImport(store, 'demand', bytes)).plan();
    await expect(importing()).rejects.toMatchObject({ code });
  }
  expect(await store.rows({ ledger: 'demand' })).toEqual([]);
  expect((await store.batches(0, 1)).total).toBe(before);
});

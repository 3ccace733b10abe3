import { expect, test } from 'vitest';
import { xlsxOf } from '../../../shared/workbook/sample-files.ts';
import { receiptOf } from '../support.ts';
import { emptyOffice, openImport } from './import-support.ts';

const HEADER = ['事项名称', '主管部门', '收件日期'];
const FILE = xlsxOf([
  ['拟进社区工作事项', '', ''],
  HEADER,
  ['反诈宣传', '区公安分局', '2026-09-01'],
  ['反诈宣传', '区公安分局', '2026-09-01'],
  ['', '区公安分局', '2026-09-02'],
]);

type Session = Awaited<ReturnType<typeof openImport>>;
const rowsOf = async (session: Session) => (await session.planWindow('all', 0, 9)).rows;

test('a row left out by hand is counted, is met by no other row, and is taken back as it was', async () => {
  const session = await openImport(await emptyOffice(), 'application', FILE);
  const before = await session.acceptReference('department', '区公安分局', true);
  expect(before.counts).toMatchObject({ new: 1, duplicateInFile: 1, heldBack: 1, setAside: 0 });

  const plan = await session.setAside(2, true);
  expect(plan).toMatchObject({ counts: { new: 1, heldBack: 1, setAside: 1 }, willSkip: 2, tabs: { setAside: 1 } });
  expect((await rowsOf(session)).map(({ status, action }) => [status, action])).toEqual([
    ['setAside', 'skip'],
    ['new', 'create'],
    ['heldBack', 'skip'],
  ]);
  expect((await session.planWindow('setAside', 0, 9)).rows).toMatchObject([{ row: 2, complaints: [] }]);
  expect((await session.setAside(2, false)).counts).toEqual(before.counts);
});

test('it is neither written nor sent out as faulty, and asks for no name to be registered', async () => {
  const store = await emptyOffice();
  const session = await openImport(store, 'application', FILE);
  await session.setAside(2, true);
  await session.setAside(3, true);
  expect(await session.setAside(4, true)).toMatchObject({ willCreate: 0, willSkip: 3, newReferences: [] });
  expect(await session.faultyRows()).toBeUndefined();
  await session.setAside(2, false);
  await session.acceptReference('department', '区公安分局', true);
  receiptOf(await session.execute());
  expect(await store.rows({ ledger: 'application' })).toHaveLength(1);
});

test('rows left out stay so where the header is moved and where other sheets go along, not on another sheet', async () => {
  const session = await openImport(await emptyOffice(), 'application', FILE);
  await session.setAside(3, true);
  await session.setHeader({ top: 0, bottom: 1 });
  await session.joinSheets([]);
  expect((await session.plan()).counts.setAside).toBe(1);
  await session.asFound();
  expect((await session.plan()).counts.setAside).toBe(0);
});

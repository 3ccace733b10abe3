import { expect, test } from 'vitest';
import { openImportSession } from '../../../../renderer/store/import/import-session.ts';
import type { LedgerStore } from '../../../../renderer/store/ledger-store.ts';
import { ledgers } from '../../../../shared/ledgers/index.ts';
import { readWorkbook } from '../../../../shared/workbook/read/read-workbook.ts';
import { xlsxOf } from '../../../shared/workbook/sample-files.ts';
import { Desk, receiptOf } from '../support.ts';

const HEADER = [
  '信访件编号',
  '姓名',
  '居住地',
  '来访日期',
  '信访方式',
  '信访目的',
  '反映问题',
  '代表人数',
  '受理日期',
  '办理途径',
  '出具日期',
  '办结日期',
];

/** As 信访信息系统 gives it out: own numbers, own words, every state. */
const EXPORT = [
  HEADER,
  ['SY001', '王某某', '测试小区3幢', '2026-01-04', '走访', '求决', '楼上漏水', 5, '2026-01-04', '信访程序', '', ''],
  ['SY002', '李某某', '测试小区5幢', '2026-01-04', '网上信访', '意见建议', '增设座椅', '', '', '', '', ''],
  ['SY003', '吴某某', '测试小区6幢', '2026-01-04', '走访', '求决', '停车', 8, '2026-01-04', '⑥', '', ''],
  ['SY004', '周某某', '测试小区7幢', '2026-01-04', '来信', '求决', '噪音', '', '2026-01-03', '⑥', '', ''],
  [
    'SY005',
    '郑某某',
    '测试小区8幢',
    '2025-09-01',
    '走访',
    '求决',
    '拆迁',
    '',
    '2025-09-02',
    '⑥',
    '2025-10-20',
    '2025-11-30',
  ],
];

function importInto(store: LedgerStore, rows: typeof EXPORT) {
  let last = 0;
  const newId = () => {
    last += 1;
    return `new${last}`;
  };
  const { ledgerById, context, write, changedSinceImport, stamp } = store;
  const target = { ledgerById, context, write, changedSinceImport, stamp, newId };
  return openImportSession(target, readWorkbook(xlsxOf(rows), '信访.xlsx'), 'petition', '信访.xlsx');
}

test('an export of the official system is read by its words; what breaks a rule is listed with the row', async () => {
  const desk = new Desk();
  desk.ledgers = ledgers;
  const store = await desk.open();
  const session = await importInto(store, EXPORT);
  expect(session.view().columns.map(({ target }) => ('field' in target ? target.field : target.kind))).toEqual([
    'systemNo',
    'petitioner',
    'address',
    'receivedOn',
    'form',
    'kind',
    'matter',
    'representatives',
    'acceptedOn',
    'route',
    'opinionOn',
    'closedOn',
  ]);
  const held = (await session.planWindow('heldBack', 0, 10)).rows;
  expect(held.map(({ values, reason }) => `${values.systemNo} ${reason}`)).toEqual([
    'SY003 多人走访应推选代表，不超过 5 人，现为 8 人。请核对后填实际推选的代表人数。',
    'SY004 受理日期（2026-01-03）不能早于收到日期（2026-01-04）',
  ]);
  const told = receiptOf(await session.execute()).warnings.map(({ code }) => code);
  expect(told).toContain('petition/opinion-number');
  const { rows } = await store.window({ ledger: 'petition', sort: { field: 'systemNo', descending: false } }, 0, 10);
  expect(rows.map(({ values, derived }) => [values.systemNo, values.state, derived.deadline])).toEqual([
    // Accepted, with no day of the notice: that is owed before the sixty days end.
    ['SY001', 'HANDLING', '2026-01-19'],
    ['SY002', 'REGISTERED', '2026-01-19'],
    ['SY005', 'CLOSED', '2025-11-03'],
  ]);
});

test('the same number a second time is the same matter: what moved on is shown, and the state moves with it', async () => {
  const desk = new Desk();
  desk.ledgers = ledgers;
  const store = await desk.open();
  const [header = [], first = []] = EXPORT;
  receiptOf(await (await importInto(store, [header, first])).execute());
  const moved = [...first.slice(0, 10), '2026-01-05', ''];
  const again = await importInto(store, [header, moved]);
  const { counts } = await again.plan();
  expect(counts.suspectedDuplicate).toBe(1);
  const row = (await again.planWindow('all', 0, 1)).rows[0];
  await again.decideDuplicate(row?.row ?? 0, 'update');
  receiptOf(await again.execute());
  const { rows } = await store.window({ ledger: 'petition' }, 0, 10);
  expect(rows.map(({ values }) => values.state)).toEqual(['ANSWERED']);
});

test('a masked export come back changes no name, and its stars never become one', async () => {
  const desk = new Desk();
  desk.ledgers = ledgers;
  const store = await desk.open();
  const [header = [], first = [], second = []] = EXPORT;
  receiptOf(await (await importInto(store, [header, first])).execute());
  const masked = (row: (typeof EXPORT)[number], matter: string) =>
    row.with(1, `${String(row[1]).slice(0, 1)}**`).with(6, matter);
  const again = await importInto(store, [header, masked(first, '楼上漏水严重'), masked(second, '增设座椅')]);
  const { rows } = await again.planWindow('all', 0, 10);
  expect(rows.map(({ status, differences }) => [status, differences.map(({ field }) => field)])).toEqual([
    ['suspectedDuplicate', ['matter']],
    ['heldBack', []],
  ]);
  expect(rows[1]?.reason).toBe('“信访人”里是带星号的遮盖内容，请填写完整内容或留空');
});

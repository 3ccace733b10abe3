import { describe, expect, test } from 'vitest';
import { utils, write } from 'xlsx';
import type { ImportSession } from '../../../../renderer/store/import/import-api.ts';
import type { LedgerStore } from '../../../../renderer/store/ledger-store.ts';
import type { Values } from '../../../../shared/kit/values.ts';
import { readWorkbook } from '../../../../shared/workbook/read/read-workbook.ts';
import { receiptOf } from '../support.ts';
import { emptyOffice, openImport } from './import-support.ts';

const HEADER = ['工单编号', '接收时间', '诉求人', '诉求内容', '说明', '所属社区'];
type Rows = readonly (readonly string[])[];

function bookOf(sheets: readonly (readonly [name: string, rows: Rows])[]): Uint8Array {
  const book = utils.book_new();
  for (const [name, rows] of sheets)
    utils.book_append_sheet(book, utils.aoa_to_sheet(rows.map((row) => [...row])), name);
  return new Uint8Array(write(book, { type: 'array', bookType: 'xlsx' }));
}

const row = (order: string, month: string, community = ''): readonly string[] => [
  order,
  `2026-${month}-05 08:00`,
  '李军',
  `路灯不亮 ${order}`,
  '急',
  community,
];

/** Twelve months, one of them empty, one sent with rows of another, one with a title above; and sheets of other columns. */
const YEAR = bookOf([
  ['1月', [HEADER, row('A1', '01', '晨光社区'), row('A2', '01')]],
  ['2月', [['二月诉求'], HEADER, row('', '02'), row('A1', '01', '晨光社区'), ['合计', '', '2']]],
  ['3月', []],
  ['填表说明', [['每月一张']]],
  ['4月', [HEADER.slice(0, 4), row('D1', '04').slice(0, 4)]],
  ...['5月', '6月'].map((name, at) => [name, [HEADER, row(`E${at}`, `0${at + 5}`)]] as const),
]);

async function office(): Promise<LedgerStore> {
  const store = await emptyOffice();
  const values = { level: '社区', name: '晨光社区' };
  receiptOf(
    await store.write([{ kind: 'create', ledger: 'organisation', id: 'c1', values }], { kind: 'create', text: '登记' }),
  );
  return store;
}

const demands = async (store: LedgerStore): Promise<readonly Values[]> =>
  (await store.rows({ ledger: 'demand' })).map(({ values }) => values);

test('sheets of the same columns become one plan, one batch, one undo; each row says its sheet', async () => {
  const store = await office();
  const session = await openImport(store, 'demand', YEAR, '全年.xlsx');
  const { sheets, bodyRows } = session.view();
  expect(sheets.map(({ name, sameColumns }) => [name, sameColumns])).toEqual([
    ['1月', false],
    ['2月', true],
    ['3月', false],
    ['填表说明', false],
    ['4月', false],
    ['5月', true],
    ['6月', true],
  ]);
  expect(bodyRows).toBe(2);
  await session.setTarget(4, { kind: 'field', field: 'remark' });
  await session.acceptFillDown(5, true);
  // 4月 has other columns and is passed over.
  expect(await session.joinSheets([1, 4, 5, 6])).toMatchObject({
    joined: [1, 5, 6],
    bodyRows: 6,
    leftOut: [{ reason: '合计行', rows: 1, taken: 0 }],
  });

  expect(await session.plan()).toMatchObject({ willCreate: 5, counts: { new: 5, duplicateInFile: 1 } });
  const { rows } = await session.planWindow('all', 0, 10);
  expect(rows.map(({ place, status }) => [place, status])).toEqual([
    [{ sheet: '1月', row: 1 }, 'new'],
    [{ sheet: '1月', row: 2 }, 'new'],
    [{ sheet: '2月', row: 2 }, 'new'],
    [{ sheet: '2月', row: 3 }, 'duplicateInFile'],
    [{ sheet: '5月', row: 1 }, 'new'],
    [{ sheet: '6月', row: 1 }, 'new'],
  ]);
  expect(rows[3]?.reason).toBe('工单编号与“1月”第 2 行相同');
  // Filled down within a sheet, never from one into the next.
  expect(rows.map(({ values }) => values.community)).toEqual(['c1', 'c1', undefined, 'c1', undefined, undefined]);

  const { batch } = receiptOf(await session.execute());
  expect(await demands(store)).toHaveLength(5);
  expect((await demands(store)).every(({ remark }) => remark === '急')).toBe(true);
  receiptOf(await store.undo(batch));
  expect(await demands(store)).toEqual([]);
});

test('rows that wait come back with their sheet; another sheet at hand begins alone', async () => {
  const store = await office();
  const book = bookOf([
    ['1月', [HEADER, row('A1', '01')]],
    ['2月', [HEADER, row('B1', '13')]],
  ]);
  const session = await openImport(store, 'demand', book, '全年.xlsx');
  await session.joinSheets([1]);
  expect(await session.plan()).toMatchObject({ willCreate: 1, tabs: { heldBack: 1 } });
  const faulty = await session.faultyRows();
  const [sheet] = readWorkbook(faulty?.bytes ?? new Uint8Array(), 'back.xlsx').sheets;
  expect(sheet?.rowCount).toBe(2);
  const back = await openImport(store, 'demand', faulty?.bytes ?? new Uint8Array(), 'back.xlsx');
  expect(back.sheetWindow(1, 1).rows[0]?.cells[0]).toBe('2月 2');
  expect(await session.chooseSheet(1)).toMatchObject({ joined: [], bodyRows: 1 });
});

/** An office that knows 晨光 (c1) and 东湖 (c2). */
async function twoCommunities(): Promise<LedgerStore> {
  const store = await office();
  const values = { level: '社区', name: '东湖社区' };
  receiptOf(
    await store.write([{ kind: 'create', ledger: 'organisation', id: 'c2', values }], { kind: 'create', text: '登记' }),
  );
  return store;
}

/** A sheet without a column that says whose its one row is. */
const sheetOf = (title: string, order: string): Rows => [[title], HEADER.slice(0, 4), row(order, '01').slice(0, 4)];

test('what a sheet’s own title names holds for its rows alone; what the clerk typed holds for all', async () => {
  const store = await twoCommunities();
  const book = bookOf([
    ['晨光', sheetOf('填报单位：晨光社区', 'A1')],
    ['东湖', sheetOf('填报单位：东湖社区', 'B1')],
  ]);
  const session = await openImport(store, 'demand', book, '两个社区.xlsx');
  expect((await session.joinSheets([1])).constants.community).toBe('c1');
  await session.setConstant('source', '社区上报');
  const { rows } = await session.planWindow('all', 0, 10);
  expect(rows.map((one) => [one.values.community, one.values.source])).toEqual([
    ['c1', '社区上报'],
    ['c2', '社区上报'],
  ]);
});

describe('a sheet that contradicts itself', () => {
  const communities = async (session: ImportSession) =>
    (await session.planWindow('all', 0, 9)).rows.map(({ values }) => values.community);

  test('what is answered for it leaves sheets alone that say something else', async () => {
    const book = bookOf([
      ['晨光', sheetOf('填报单位：东湖社区', 'A1')],
      ['东湖', sheetOf('填报单位：东湖社区', 'B1')],
      ['二月', sheetOf('诉求', 'C1')],
    ]);
    const session = await openImport(await twoCommunities(), 'demand', book);
    expect(session.view().constants.community).toBeUndefined();
    await session.setConstant('community', 'c1');
    expect((await session.joinSheets([1, 2])).contradicted).toEqual([]);
    expect(await communities(session)).toEqual(['c1', 'c2', 'c1']);
  });

  test('is told of where it goes along with another, and its rows have what is chosen for it', async () => {
    const book = bookOf([
      ['东湖', sheetOf('填报单位：东湖社区', 'B1')],
      ['晨光', sheetOf('填报单位：东湖社区', 'A1')],
    ]);
    const session = await openImport(await twoCommunities(), 'demand', book);
    const view = await session.joinSheets([1]);
    expect(view.contradicted).toEqual([
      {
        sheet: '晨光',
        field: 'community',
        why: '表内标题写明“东湖社区”，工作表名写明“晨光”，两处不同，请选定',
      },
    ]);
    expect(await communities(session)).toEqual(['c2', undefined]);
    const chosen = await session.setSheetConstant('晨光', 'community', 'c1');
    expect(chosen.contradicted).toMatchObject([{ sheet: '晨光', field: 'community', value: 'c1' }]);
    expect(await communities(session)).toEqual(['c2', 'c1']);
    await session.setSheetConstant('晨光', 'community', undefined);
    expect(await communities(session)).toEqual(['c2', undefined]);
  });
});

test('a row taken for a record stays taken when another sheet goes along', async () => {
  const sheet = (order: string): Rows => [HEADER, row(order, '01'), ['合计', '', '2']];
  const book = bookOf([
    ['1月', sheet('A1')],
    ['2月', sheet('B1')],
    ['3月', sheet('C1')],
  ]);
  const session = await openImport(await office(), 'demand', book);
  await session.joinSheets([1]);
  expect(await session.takeRow({ sheet: '2月', row: 2 }, true)).toMatchObject({ bodyRows: 3 });
  expect(await session.joinSheets([1, 2])).toMatchObject({ joined: [1, 2], bodyRows: 4 });
});

test('sheets whose rows name each other, one after the other: each makes records of its own', async () => {
  const store = await emptyOffice();
  const sheetOf = (name: string): Rows => [
    ['层级', '名称', '上级单位'],
    ['社区', `${name}社区`, ''],
    ['网格', `${name}一网格`, `${name}社区`],
  ];
  const book = bookOf([
    ['甲', sheetOf('甲')],
    ['乙', sheetOf('乙')],
  ]);
  const session = await openImport(store, 'organisation', book, '网格.xlsx');
  receiptOf(await session.execute());
  await session.chooseSheet(1);
  receiptOf(await session.execute());
  const units = await store.rows({ ledger: 'organisation' });
  expect(units.map(({ values }) => values.name).toSorted()).toEqual(['乙一网格', '乙社区', '甲一网格', '甲社区']);
});

describe('each sheet states its own unit', () => {
  const FUNDS = ['排查日期', '当事人甲', '案由', '涉及金额'];
  const MONTHS = bookOf([
    ['1月', [['单位：元'], FUNDS, ['2026-01-05', '张三', '欠薪', '12000']]],
    ['2月', [['单位：万元'], FUNDS, ['2026-02-05', '李四', '欠薪', '1.2'], ['2026-02-06', '王五', '欠薪', '约3']]],
  ]);
  const amounts = async (session: ImportSession) =>
    (await session.planWindow('all', 0, 9)).rows.map(({ values }) => values.amount);

  test('read as one, the amounts of each are in its own', async () => {
    const session = await openImport(await office(), 'dispute', MONTHS);
    await session.joinSheets([1]);
    expect(await amounts(session)).toEqual([1_200_000, 1_200_000, undefined]);
  });

  test('chosen one after the other', async () => {
    const session = await openImport(await office(), 'dispute', MONTHS);
    expect(await amounts(session)).toEqual([1_200_000]);
    await session.chooseSheet(1);
    expect(await amounts(session)).toEqual([1_200_000, undefined]);
    await session.chooseSheet(0);
    expect(await amounts(session)).toEqual([1_200_000]);
  });
});

test('the sheet first shown is that of the rows, not the summary or the example before it', async () => {
  const example: Rows = [HEADER, row('示例', '01')];
  const session = await openImport(
    await office(),
    'demand',
    bookOf([
      ['汇总', example],
      ['填表说明', example],
      ['明细', [HEADER, row('A1', '01')]],
    ]),
  );
  expect(session.view()).toMatchObject({ sheet: 2 });
  const only = await openImport(await office(), 'demand', bookOf([['汇总', example]]));
  expect(only.view()).toMatchObject({ sheet: 0, bodyRows: 1 });
});

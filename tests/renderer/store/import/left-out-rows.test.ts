import { expect, test } from 'vitest';
import { utils, write } from 'xlsx';
import { xlsxOf } from '../../../shared/workbook/sample-files.ts';
import { emptyOffice, openImport } from './import-support.ts';

type Rows = readonly (readonly string[])[];

const HEADER = ['工单编号', '接收时间', '所属社区', '诉求内容'];
const record = (no: string, what: string) => [no, '2026-09-01', '', what];
const blank = ['', '', '', ''];

const open = async (rows: Rows) => openImport(await emptyOffice(), 'demand', xlsxOf(rows));

const MESSY: Rows = [
  HEADER,
  record('G1', '路灯不亮'),
  blank,
  record('G2', '积水'),
  ['小计', '2', '', ''],
  HEADER,
  blank,
  ['备注：井盖松动，已派单'],
  ['填表人：', '李敏'],
  blank,
];

test('every row that is no record is counted by its reason, blank ones between records too, and listed with its text', async () => {
  const session = await open(MESSY);
  expect(session.view()).toMatchObject({
    bodyRows: 2,
    leftOut: [
      { reason: '空行', rows: 2, taken: 0 },
      { reason: '合计行', rows: 1, taken: 0 },
      { reason: '重复的表头', rows: 1, taken: 0 },
      { reason: '说明行', rows: 1, taken: 0 },
      { reason: '落款行', rows: 1, taken: 0 },
    ],
  });
  expect(session.leftOutWindow(1, 2)).toEqual({
    total: 6,
    rows: [
      { place: { row: 4 }, reason: '合计行', isTaken: false, text: '小计 | 2' },
      { place: { row: 5 }, reason: '重复的表头', isTaken: false, text: HEADER.join(' | ') },
    ],
  });
});

test('a list longer than the part of the sheet that is shown is told to its end', async () => {
  const rows = Array.from({ length: 70 }, (_, at) => [record(`G${at}`, `第${at}件`), ['小计', '1']]).flat();
  const session = await open([HEADER, ...rows]);
  expect(session.view().leftOut).toEqual([{ reason: '合计行', rows: 70, taken: 0 }]);
  expect(session.leftOutWindow(69, 50)).toMatchObject({ total: 70, rows: [{ place: { row: 140 } }] });
});

test('a row wrongly left out is taken in, and left out again', async () => {
  const session = await open([HEADER, record('G1', '路灯不亮'), ['备注：井盖松动', '', '', '']]);
  expect(await session.plan()).toMatchObject({ tabs: { all: 1 } });
  const view = await session.takeRow({ row: 2 }, true);
  expect(view).toMatchObject({ bodyRows: 2, leftOut: [{ reason: '说明行', rows: 1, taken: 1 }] });
  expect(session.leftOutWindow(0, 5).rows[0]?.isTaken).toBe(true);
  expect(session.sheetWindow(2, 1).rows[0]?.leftOut).toBeUndefined();
  await session.plan();
  expect((await session.planWindow('all', 1, 1)).rows[0]).toMatchObject({
    row: 2,
    values: { orderNo: '备注:井盖松动' },
  });
  expect(await session.takeRow({ row: 2 }, false)).toMatchObject({ bodyRows: 1 });
  expect(await session.plan()).toMatchObject({ tabs: { all: 1 } });
  expect(session.sheetWindow(2, 1).rows[0]?.leftOut).toBe('说明行');
});

test('what a row taken in says in a column without a header is shown, and goes where the clerk says', async () => {
  const session = await open([
    [...HEADER, ''],
    [...record('G1', '路灯不亮'), ''],
    ['备注：井盖松动', '', '', '', '领导批示'],
  ]);
  expect(session.view().columns).toHaveLength(4);
  const view = await session.takeRow({ row: 2 }, true);
  expect(view.columns[4]).toMatchObject({ column: 4, header: '（第 E 列，无列名）', target: { kind: 'ignore' } });
  await session.setTarget(4, { kind: 'field', field: 'remark' });
  await session.plan();
  expect((await session.planWindow('all', 1, 1)).rows[0]?.values).toMatchObject({ remark: '领导批示' });
});

test('a row taken in stays a record where the header is moved, as long as it stands below it', async () => {
  const session = await open([['街道诉求'], HEADER, record('G1', '路灯不亮'), ['备注：井盖松动', '', '', '', '急']]);
  await session.takeRow({ row: 3 }, true);
  const moved = await session.setHeader({ top: 0, bottom: 1 });
  expect(moved).toMatchObject({ bodyRows: 2, leftOut: [{ reason: '说明行', rows: 1, taken: 1 }] });
  expect(moved.columns.at(-1)?.header).toBe('（第 E 列，无列名）');
  expect(await session.setHeader({ top: 3, bottom: 3 })).toMatchObject({ bodyRows: 0, leftOut: [] });
});

test('rows below what looks like another header are all taken for records at once, and all left out again', async () => {
  const head = ['社区', '值班人员', '办公电话', '职务'];
  const rows = [
    ['G2', '时间不清', '', '积水'],
    [...record('G3', '噪声'), '急'],
  ];
  const session = await open([HEADER, record('G1', '路灯不亮'), blank, head, ...rows]);
  const other = { reason: '另一张表的行', rows: 2, taken: 0 };
  expect(session.view()).toMatchObject({ bodyRows: 1, leftOut: expect.arrayContaining([other]) });
  const taken = await session.takeOtherTable(true);
  expect(taken).toMatchObject({ bodyRows: 3, leftOut: expect.arrayContaining([{ ...other, taken: 2 }]) });
  expect(taken.columns.at(-1)?.header).toBe('（第 E 列，无列名）');
  expect((await session.planWindow('all', 0, 9)).rows.map(({ row }) => row)).toEqual([1, 4, 5]);
  expect(await session.takeOtherTable(false)).toMatchObject({ bodyRows: 1 });
});

test('they stay taken, in their order, where the header is moved', async () => {
  const others = [['G2', '时间不清', '', '积水'], record('G3', '噪声'), record('G4', '漏水')];
  const head = ['社区', '值班人员', '办公电话', '职务'];
  const session = await open([['街道诉求'], HEADER, record('G1', '路灯不亮'), blank, head, ...others]);
  await session.takeOtherTable(true);
  expect(await session.setHeader({ top: 0, bottom: 1 })).toMatchObject({ bodyRows: 4 });
  expect((await session.planWindow('all', 0, 9)).rows.map(({ row }) => row)).toEqual([2, 5, 6, 7]);
});

test('a blank row holds nothing to take; what was decided about other rows stays', async () => {
  const session = await open(MESSY);
  await session.mend(1, 'content', '路灯全不亮');
  expect((await session.takeRow({ row: 2 }, true)).bodyRows).toBe(2);
  await session.takeRow({ row: 7 }, true);
  expect((await session.planWindow('all', 0, 1)).rows[0]?.texts.content).toBe('路灯全不亮');
});

test('of sheets imported together each row is told and taken in its own sheet', async () => {
  const sheet = (no: string) => utils.aoa_to_sheet([HEADER, record(no, '路灯不亮'), ['备注：井盖松动', '']]);
  const book = utils.book_new(sheet('G1'), '1月');
  utils.book_append_sheet(book, sheet('G2'), '2月');
  const bytes = new Uint8Array(write(book, { type: 'array', bookType: 'xlsx' }));
  const session = await openImport(await emptyOffice(), 'demand', bytes);
  await session.joinSheets([1]);
  expect(session.leftOutWindow(0, 9).rows.map(({ place }) => place)).toEqual([
    { row: 2, sheet: '1月' },
    { row: 2, sheet: '2月' },
  ]);
  expect(await session.takeRow({ row: 2, sheet: '2月' }, true)).toMatchObject({
    bodyRows: 3,
    joined: [1],
    leftOut: [{ reason: '说明行', rows: 2, taken: 1 }],
  });
});

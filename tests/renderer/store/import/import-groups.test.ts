import { expect, test } from 'vitest';
import { utils, write } from 'xlsx';
import type { ImportSession } from '../../../../renderer/store/import/import-api.ts';
import { xlsxOf } from '../../../shared/workbook/sample-files.ts';
import { emptyOffice, openImport } from './import-support.ts';

type Rows = readonly (readonly (string | number | null)[])[];

const COLUMNS = ['工单编号', '接收时间', '诉求内容', '备注'];
const G1 = ['G1', '2026-09-01', '路灯不亮', '急'];
const G2 = ['G2', '2026-09-02', '积水', null];
const G3 = ['G3', '2026-09-03', '噪声', null];
const SHEET: Rows = [COLUMNS, ['晨光社区'], G1, G2, ['东湖社区'], G3];

async function open(bytes: Uint8Array, ledger = 'demand'): Promise<ImportSession> {
  const store = await emptyOffice();
  const communities = ['晨光社区', '东湖社区'].map((name) => ({
    kind: 'create' as const,
    ledger: 'organisation',
    id: name,
    values: { level: '社区', name },
  }));
  await store.write(communities, { kind: 'create', text: '登记社区' });
  return openImport(store, ledger, bytes, '台账.xlsx');
}

const openRows = (rows: Rows) => open(xlsxOf(rows.map((row) => [...row])));

/** The place and the community of each row of the plan. */
async function communities(session: ImportSession, field = 'community') {
  await session.plan();
  const { rows } = await session.planWindow('all', 0, 99);
  return rows.map(({ place, values }) => [place.row, values[field]]);
}

const leftOut = (session: ImportSession) =>
  session.leftOutWindow(0, 99).rows.map(({ place, reason }) => [place.row, reason]);

test('rows that name a community alone are proposed for those below, and fill them once accepted', async () => {
  const session = await openRows(SHEET);
  const groups = { field: 'community', rows: 2, names: ['晨光社区', '东湖社区'] };
  expect(session.view().groups).toEqual({ ...groups, accepted: false });
  expect(leftOut(session)).toEqual([
    [1, '分组标题行'],
    [4, '分组标题行'],
  ]);
  expect(await communities(session)).toEqual([
    [2, undefined],
    [3, undefined],
    [5, undefined],
  ]);
  expect((await session.acceptGroups('community', true)).groups).toEqual({ ...groups, accepted: true });
  expect(await communities(session)).toEqual([
    [2, '晨光社区'],
    [3, '晨光社区'],
    [5, '东湖社区'],
  ]);
  const [first] = (await session.planWindow('all', 0, 1)).rows;
  expect(first?.cells.find(({ field }) => field === 'community')).toMatchObject({
    from: 'fillDown',
    shown: '晨光社区',
  });
  await session.acceptGroups('community', false);
  expect(await communities(session)).toContainEqual([2, undefined]);
});

test('merged over the width, numbered and counted; rows before the first of them stay blank', async () => {
  const sheet = utils.aoa_to_sheet([COLUMNS, G1, ['一、晨光社区（2件）'], G2, [], [null, '（二）东湖社区：'], G3]);
  sheet['!merges'] = [{ s: { r: 2, c: 0 }, e: { r: 2, c: 3 } }];
  const session = await open(new Uint8Array(write(utils.book_new(sheet, '9月'), { type: 'array', bookType: 'xlsx' })));
  expect(session.view().groups?.names).toEqual(['晨光社区', '东湖社区']);
  await session.acceptGroups('community', true);
  expect(await communities(session)).toEqual([
    [1, undefined],
    [3, '晨光社区'],
    [6, '东湖社区'],
  ]);
});

test('a community nobody has registered ends the group above it; a title of another kind does not', async () => {
  const sheet = utils.aoa_to_sheet([COLUMNS, ['晨光社区'], ['已办结'], G1, ['星光社区'], G2]);
  sheet['!merges'] = [{ s: { r: 2, c: 0 }, e: { r: 2, c: 3 } }];
  const session = await open(new Uint8Array(write(utils.book_new(sheet, '9月'), { type: 'array', bookType: 'xlsx' })));
  expect(session.view().groups).toMatchObject({ rows: 1, names: ['晨光社区'] });
  await session.acceptGroups('community', true);
  expect(await communities(session)).toEqual([
    [3, '晨光社区'],
    [5, undefined],
  ]);
});

test('sheets read as one: what a sheet’s group rows say is not meant for the next', async () => {
  const book = utils.book_new(utils.aoa_to_sheet([COLUMNS, ['晨光社区'], G1]), '8月');
  const second = utils.aoa_to_sheet([COLUMNS, G2, ['东湖社区'], G3]);
  second['!merges'] = [{ s: { r: 2, c: 0 }, e: { r: 2, c: 3 } }];
  utils.book_append_sheet(book, second, '9月');
  const session = await open(new Uint8Array(write(book, { type: 'array', bookType: 'xlsx' })));
  await session.acceptGroups('community', true);
  const view = await session.joinSheets([1]);
  expect(view.groups).toEqual({ field: 'community', rows: 2, names: ['晨光社区', '东湖社区'], accepted: true });
  expect(await communities(session)).toEqual([
    [2, '晨光社区'],
    [1, undefined],
    [3, '东湖社区'],
  ]);
});

test('nothing is proposed where a column or a value for all rows says it', async () => {
  const withColumn = await openRows([[...COLUMNS, '所属社区'], ['晨光社区'], [...G1, '东湖社区']]);
  expect(withColumn.view().groups).toBeUndefined();
  const session = await openRows(SHEET);
  await session.acceptGroups('community', true);
  expect((await session.setConstant('community', '东湖社区')).groups).toBeUndefined();
  expect(await communities(session)).toContainEqual([2, '东湖社区']);
  await session.setConstant('community', undefined);
  expect((await session.setTarget(3, { kind: 'field', field: 'community' })).groups).toBeUndefined();
});

test('a row that is taken as a record names no group; a row with more in it is none', async () => {
  const session = await openRows([COLUMNS, ['晨光社区'], G1, ['东湖社区', '2026-09-02'], G3]);
  expect(session.view().groups?.names).toEqual(['晨光社区']);
  const view = await session.takeRow({ row: 1 }, true);
  expect([view.groups, view.bodyRows]).toEqual([undefined, 4]);
});

test('a key that group rows fill is not missing, and goes out with the rows held back', async () => {
  const session = await open(
    xlsxOf([
      ['姓名', '身份证号', '岗位'],
      ['晨光社区', null, null],
      ['李敏', '1101', '社区工作者'],
    ]),
    'worker',
  );
  expect(session.view().missingKeys).toContain('community');
  expect((await session.acceptGroups('community', true)).missingKeys).not.toContain('community');
  await session.plan();
  const faulty = await session.faultyRows();
  expect(faulty && (await open(faulty.bytes, 'worker')).view().columns.map(({ target }) => target)).toContainEqual({
    kind: 'field',
    field: 'community',
  });
});

test('accepted for a form, it is for the next file of the same one, where group rows stand there too', async () => {
  const kept = (await (await openRows(SHEET)).acceptGroups('community', true)).setByHand;
  expect(kept?.groupRows).toBe('community');
  const next = await openRows([COLUMNS, ['东湖社区'], G1]);
  const view = await next.recall(kept ? [kept] : []);
  expect(view).toMatchObject({ groups: { accepted: true }, recalled: { parts: ['groupRows'] } });
  expect(await communities(next)).toEqual([[2, '东湖社区']]);
  const plain = await openRows([COLUMNS, G1]);
  expect((await plain.recall(kept ? [kept] : [])).recalled?.parts).toEqual([]);
});

import { expect, test } from 'vitest';
import { utils, write } from 'xlsx';
import type { ImportSession, ImportView } from '../../../../renderer/store/import/import-api.ts';
import type { KeptForm } from '../../../../shared/workbook/import/kept-form.ts';
import { xlsxOf } from '../../../shared/workbook/sample-files.ts';
import { emptyOffice, openImport } from './import-support.ts';

type Rows = readonly (readonly string[])[];

const open = async (rows: Rows, name = '九月.xlsx'): Promise<ImportSession> =>
  openImport(await emptyOffice(), 'demand', xlsxOf(rows), name);

const COLUMNS = ['工单编号', '接收时间', '所属社区', '诉求内容', '说法'];
const SHEET: Rows = [
  COLUMNS,
  ['G1', '2026-09-01', '晨光社区', '路灯不亮', '急'],
  ['G2', '2026-09-02', '', '积水', '缓'],
];

/** What going to the preview remembers. */
function setByHand({ setByHand: form }: ImportView): KeptForm {
  if (form === undefined) throw new Error('no header');
  return form;
}

/** The sheet as a clerk leaves it: a column put to a field, a value for all rows, blanks filled. */
async function byHand(rows: Rows = SHEET): Promise<KeptForm> {
  const session = await open(rows);
  await session.setTarget(4, { kind: 'field', field: 'remark' });
  await session.setConstant('source', '社区上报');
  return setByHand(await session.acceptFillDown(2, true));
}

test('columns, a value for all rows and filled blanks are proposed for the next file of the same form, and said', async () => {
  const kept = await byHand();
  const next = await open([...SHEET, ['G3', '2026-10-01', '', '噪声', '急']], '十月.xlsx');
  const view = await next.recall([kept]);
  expect(view.recalled).toEqual({ fingerprint: kept.fingerprint, parts: ['columns', 'constants', 'fillDown'] });
  expect(view.columns[4]).toMatchObject({ target: { field: 'remark' }, why: '同样的表上次这样对应' });
  expect(view.columns[3]?.byHand).toBeUndefined();
  expect(view.constants).toEqual({ source: '社区上报' });
  expect(view.proposed).toEqual([{ field: 'source', value: '社区上报', why: '同样的表上次这样填，请核对' }]);
  expect(view.fillDown).toMatchObject([{ column: 2, accepted: true }]);
  expect(setByHand(view)).toEqual(kept);
});

test('what was refused this time is not proposed next time; what this file did not ask about still is', async () => {
  const kept = await byHand();
  const refusing = await open(SHEET);
  await refusing.recall([kept]);
  await refusing.setConstant('source', undefined);
  expect(setByHand(await refusing.acceptFillDown(2, false))).toMatchObject({ constants: {}, fillDown: [] });
  const full = await open(SHEET.filter((row) => row[2] !== ''));
  const view = await full.recall([kept]);
  expect(view.fillDown).toEqual([]);
  expect(setByHand(view).fillDown).toEqual([2]);
});

test('a file that nothing was set for is as the program finds it', async () => {
  const session = await open(SHEET);
  const view = await session.recall([]);
  expect(view.recalled).toBeUndefined();
  expect(setByHand(view)).toMatchObject({ targets: [], constants: {}, fillDown: [] });
});

test('whose file it is and its days are never carried to the next file, though the form is the same', async () => {
  const rows = [
    ['工单编号', '诉求内容'],
    ['G1', '路灯不亮'],
  ];
  const store = await emptyOffice();
  const community = {
    kind: 'create',
    ledger: 'organisation',
    id: 'u1',
    values: { level: '社区', name: '晨光社区' },
  } as const;
  await store.write([community], { kind: 'edit', text: '登记' });
  const session = await openImport(store, 'demand', xlsxOf(rows), '九月.xlsx');
  await session.setConstant('community', 'u1');
  await session.setConstant('receivedOn', '2026-09-30');
  const kept = setByHand(await session.setConstant('source', '社区上报'));
  expect(kept.constants).toEqual({ source: '社区上报' });
  // What the file's name says is its own as well.
  const named = await openImport(store, 'demand', xlsxOf(rows), '晨光社区-九月.xlsx');
  expect(named.view().constants).toMatchObject({ community: 'u1' });
  expect(setByHand(named.view()).constants).toEqual({});
});

const ODD: Rows = [
  ['某街道', '', '', '', ''],
  ['甲', '乙', '丙', '丁', '戊'],
  ['工单编号', '接收时间', '所属社区', '诉求内容', '说法'],
  ['G1', '2026-09-01', '', '路灯不亮', '急'],
];

test('header rows set by hand are taken where the same rows say the same again; the clerk may go back', async () => {
  const session = await open(ODD);
  expect(session.view().header).toEqual({ top: 2, bottom: 2 });
  const kept = setByHand(await session.setHeader({ top: 1, bottom: 2 }));
  expect(kept.rows).toEqual({ top: 1, bottom: 2 });

  const next = await open([...ODD, ['G2', '2026-10-01', '', '积水', '缓']], '十月.xlsx');
  const view = await next.recall([kept]);
  expect(view).toMatchObject({
    header: { top: 1, bottom: 2 },
    recalled: { fingerprint: kept.fingerprint, parts: ['header'] },
  });
  const found = await next.asFound();
  expect(found).toMatchObject({
    header: { top: 2, bottom: 2 },
    recalled: { fingerprint: kept.fingerprint, parts: [] },
  });
  expect(setByHand(found)).toMatchObject({ targets: [], constants: {}, fillDown: [] });
  expect(setByHand(found).rows).toBeUndefined();
});

test('rows that say something else at that place are looked for anew', async () => {
  const kept = setByHand(await (await open(ODD)).setHeader({ top: 1, bottom: 2 }));
  const next = await open([['另一行'], ...ODD], '十月.xlsx');
  expect(await next.recall([kept])).toMatchObject({ header: { top: 3, bottom: 3 }, recalled: { parts: [] } });
});

test('a header that only the clerk knows is found the second time', async () => {
  const rows = [['名册'], ['甲', '乙'], ['路灯不亮', '晨光社区']];
  const session = await open(rows);
  expect(session.view().problem).toContain('没有找到表头');
  await session.setHeader({ top: 1, bottom: 1 });
  const kept = setByHand(await session.setTarget(0, { kind: 'field', field: 'content' }));
  const view = await (await open([...rows, ['积水', '东湖社区']])).recall([kept]);
  expect(view).toMatchObject({ header: { top: 1, bottom: 1 }, bodyRows: 2 });
  expect(view.problem).toBeUndefined();
  expect(view.columns[0]?.target).toEqual({ kind: 'field', field: 'content' });
});

test('a field the program no longer has leaves its column as proposed', async () => {
  const kept = await byHand();
  const gone: KeptForm = {
    ...kept,
    targets: [{ column: 4, target: { kind: 'field', field: 'noSuchField' } }],
    constants: { noSuchField: 'x' },
  };
  const view = await (await open(SHEET)).recall([gone]);
  expect(view.columns[4]?.target).toEqual({ kind: 'ignore' });
  expect(view.constants).toEqual({});
});

test('the next sheet of the workbook is taken as the form at hand, wherever its header was set', async () => {
  const book = utils.book_new(utils.aoa_to_sheet(ODD.map((row) => [...row])), '9月');
  utils.book_append_sheet(book, utils.aoa_to_sheet(ODD.map((row) => [...row])), '10月');
  const bytes = new Uint8Array(write(book, { type: 'array', bookType: 'xlsx' }));
  const session = await openImport(await emptyOffice(), 'demand', bytes);
  await session.setHeader({ top: 1, bottom: 2 });
  await session.setTarget(4, { kind: 'field', field: 'remark' });
  const view = await session.chooseSheet(1);
  expect(view).toMatchObject({ sheet: 1, header: { top: 1, bottom: 2 } });
  expect(view.columns[4]?.target).toEqual({ kind: 'field', field: 'remark' });
});

test('who is responsible for one file’s rows is not typed into those of the next', async () => {
  const session = await open(SHEET, '晨光.xlsx');
  await session.setConstant('handler', '张三');
  expect(setByHand(await session.setConstant('source', '社区上报')).constants).toEqual({ source: '社区上报' });
  const kept = { ...(await byHand()), constants: { handler: '张三' } };
  expect((await (await open(SHEET, '东湖.xlsx')).recall([kept])).constants).toEqual({});
});

test.each([
  ['application', 'decisions', 'changes by acts alone', ['事项名称', '申请部门']],
  ['worker', 'coefficient', 'is filled by the program today', ['姓名', '性别']],
])('a column of %s kept for %s, which %s, is as proposed', async (ledger, field, _, words) => {
  const rows = [
    [...words, '某栏'],
    ['张三', '女', '1.2'],
  ];
  const openAs = async () => openImport(await emptyOffice(), ledger, xlsxOf(rows));
  const first = await openAs();
  const kept = setByHand(await first.setTarget(2, { kind: 'field', field }));
  const view = await (await openAs()).recall([kept]);
  expect(view.columns[2]?.target).toEqual({ kind: 'ignore' });
  expect(view.recalled?.parts).toEqual([]);
});

test('a column that takes a field, now or as last time, leaves no value for all rows that its blanks would take', async () => {
  const rows = [
    ['社区', '当事人甲', '某日'],
    ['晨光社区', '王某', ''],
  ];
  const openDisputes = async () => openImport(await emptyOffice(), 'dispute', xlsxOf(rows));
  const session = await openDisputes();
  expect(session.view().constants).toHaveProperty('foundOn');
  const view = await session.setTarget(2, { kind: 'field', field: 'foundOn' });
  expect(view.constants).toEqual({});
  expect((await (await openDisputes()).recall([setByHand(view)])).constants).toEqual({});
});

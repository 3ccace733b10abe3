import { describe, expect, test } from 'vitest';
import { utils, write } from 'xlsx';
import type { ImportSession } from '../../../../renderer/store/import/import-api.ts';
import { workbookFrom } from '../../../../renderer/store/import/import-port.ts';
import { openImportSession } from '../../../../renderer/store/import/import-session.ts';
import type { Draft } from '../../../../renderer/store/store-api.ts';
import type { Reason } from '../../../../shared/history/change.ts';
import type { LedgerRecord } from '../../../../shared/kit/values.ts';
import { buffersOf } from '../../../../shared/workbook/cells.ts';
import { readWorkbook } from '../../../../shared/workbook/read/read-workbook.ts';
import { fixture, HOUSING, POLICE, xlsxOf } from '../../../shared/workbook/sample-files.ts';
import { contextOf, ledgerById, office } from '../../../shared/workbook/sample-ledger.ts';

type Opened = {
  readonly session: ImportSession;
  readonly written: { drafts: readonly Draft[]; reason: Reason }[];
  /** The store's records of the sample ledger; a test may change them under the session. */
  readonly tasks: LedgerRecord[];
};

async function open(bytes: Uint8Array, name: string): Promise<Opened> {
  const tasks: LedgerRecord[] = [];
  const records: { readonly [ledger: string]: readonly LedgerRecord[] } = { ...office, task: tasks };
  const written: Opened['written'] = [];
  let last = 0;
  const target = {
    ledgerById,
    context: () => contextOf(records),
    write: async (drafts: readonly Draft[], reason: Reason) => {
      written.push({ drafts, reason });
      return {
        ok: true as const,
        receipt: { batch: 'a/1', at: '', durability: 'both' as const, records: [], warnings: [] },
      };
    },
    newId: () => {
      last += 1;
      return `new${last}`;
    },
    changedSinceImport: async () => new Map(),
    stamp: () => JSON.stringify(records),
  };
  return { session: await openImportSession(target, readWorkbook(bytes, name), 'task', name), written, tasks };
}

describe('a department’s file, step by step', () => {
  test('header, columns, proposals', async () => {
    const view = (await open(fixture(HOUSING), HOUSING)).session.view();
    expect(view.sheets).toEqual([
      { name: '申报表', hidden: false, rows: 15, columns: 11, hasHeader: true, sameColumns: false },
    ]);
    expect(view.header).toEqual({ top: 3, bottom: 3 });
    expect(view.bodyRows).toBe(10);
    expect(view.constants).toEqual({ inDate: '2026-11-23' });
    expect(view.missingKeys).toEqual([]);
    expect(view.fillDown).toEqual([
      { column: 2, header: '主管部门', field: 'applicant', blanks: 9, names: ['区住建局'], accepted: false },
    ]);
  });

  test('rows without a department wait until the fill-down is accepted; then what is shown is what is written', async () => {
    const { session, written } = await open(fixture(HOUSING), HOUSING);
    expect(await session.plan()).toMatchObject({ willCreate: 1, tabs: { new: 1, heldBack: 9 } });
    await session.acceptFillDown(2, true);
    const plan = await session.plan();
    expect(plan).toMatchObject({ willCreate: 9, willSkip: 1, tabs: { all: 10, new: 9, heldBack: 1 } });
    const [economy] = (await session.planWindow('heldBack', 0, 10)).rows;
    expect(economy?.reason).toContain('“经济”不属于');
    await session.execute();
    expect(written[0]?.reason).toEqual({ kind: 'import', text: `导入 ${HOUSING}` });
    const shown = (await session.planWindow('new', 0, 100)).rows.map((row) => row.values);
    expect(written[0]?.drafts.map((draft) => draft.kind === 'create' && draft.values)).toEqual(shown);
  });

  test('values are told in words, names of references among them', async () => {
    const { session } = await open(fixture(HOUSING), HOUSING);
    await session.acceptFillDown(2, true);
    const [row] = (await session.planWindow('all', 3, 1)).rows;
    expect(row?.texts).toMatchObject({ targets: '晨光社区、东湖社区', funds: '30,000.00 元' });
  });

  test('an unknown department is registered together with the rows that name it', async () => {
    const { session, written } = await open(fixture(POLICE), POLICE);
    await session.acceptFillDown(2, true);
    expect(await session.plan()).toMatchObject({
      willCreate: 0,
      newReferences: [{ name: '区公安分局', rows: { length: 10 } }],
    });
    await session.acceptReference('department', '区公安分局', true);
    expect((await session.plan()).willCreate).toBe(7);
    expect((await session.planWindow('new', 0, 1)).rows[0]?.texts.applicant).toBe('区公安分局');
    await session.execute();
    expect(written[0]?.drafts[0]).toEqual({
      kind: 'create',
      ledger: 'department',
      values: { name: '区公安分局' },
      id: 'new1',
    });
    expect(written[0]?.drafts).toHaveLength(8);
  });
});

describe('the clerk’s hand', () => {
  const rows = [['名册'], ['甲', '乙'], ['宣传', '区住建局'], ['巡查', '区住建局']];

  test('points at a header the program does not know, and says what the columns are', async () => {
    const { session } = await open(xlsxOf(rows), '名册.xlsx');
    expect(session.view().problem).toContain('没有找到表头');
    await expect(session.plan()).rejects.toThrowError(expect.objectContaining({ code: 'import/no-header' }));
    await session.setHeader({ top: 1, bottom: 1 });
    await session.setTarget(0, { kind: 'field', field: 'name' });
    await session.setTarget(1, { kind: 'field', field: 'applicant' });
    await session.setConstant('inDate', undefined);
    expect(session.view().missingKeys).toEqual(['inDate']);
    await session.setConstant('inDate', '2026-11-20');
    expect(await session.plan()).toMatchObject({ willCreate: 2, willSkip: 0 });
    expect((await session.planWindow('new', 1, 1)).rows[0]?.values.inDate).toBe('2026-11-20');
  });

  test('takes faulty rows with the cell left empty, one by one or all', async () => {
    const { session } = await open(
      xlsxOf([
        ['事项名称', '主管部门', '经费'],
        ['宣传', '区住建局', '待定'],
        ['巡查', '区住建局', '面议'],
      ]),
      'a.xlsx',
    );
    expect((await session.plan()).willCreate).toBe(0);
    expect(await session.leaveEmpty(1, true)).toMatchObject({ willCreate: 1, leftEmpty: 1 });
    expect(await session.leaveEmpty('all', true)).toMatchObject({ willCreate: 2, leaveEmptyAll: true });
    expect(await session.leaveEmpty(2, false)).toMatchObject({ willCreate: 1, leaveEmptyAll: false });
  });

  test('a record changed between preview and execution stops the whole import, and nothing is written', async () => {
    const { session, written, tasks } = await open(
      xlsxOf([
        ['事项名称', '主管部门', '备注'],
        ['宣传', '区住建局', '新'],
      ]),
      'a.xlsx',
    );
    tasks.push({ id: 't1', rev: 'a/1/0', values: { name: '宣传', applicant: 'd1', inDate: '2026-11-23' } });
    await session.decideDuplicate(1, 'update');
    expect((await session.plan()).willUpdate).toBe(1);
    tasks[0] = { id: 't1', rev: 'a/2/0', values: { name: '宣传', applicant: 'd1', inDate: '2026-11-23' } };
    expect(await session.execute()).toMatchObject({ ok: false, complaints: [{ code: 'import/changed-meanwhile' }] });
    expect(written).toEqual([]);
    expect(await session.execute()).toMatchObject({ ok: true });
    expect(written[0]?.drafts).toEqual([
      { kind: 'edit', ledger: 'task', id: 't1', rev: 'a/2/0', patch: { remark: '新' } },
    ]);
  });

  test('a row whose record was entered since the preview does not become a second one', async () => {
    const { session, written, tasks } = await open(
      xlsxOf([
        ['事项名称', '主管部门', '备注'],
        ['宣传', '区住建局', '新'],
      ]),
      'a.xlsx',
    );
    expect((await session.plan()).willCreate).toBe(1);
    tasks.push({ id: 't1', rev: 'a/1/0', values: { name: '宣传', applicant: 'd1', inDate: '2026-11-23' } });
    expect(await session.execute()).toMatchObject({ ok: false, complaints: [{ code: 'import/changed-meanwhile' }] });
    expect(written).toEqual([]);
    expect((await session.plan()).willCreate).toBe(0);
  });

  test('a row equal to a record deleted since the preview is not lost', async () => {
    const { session, tasks } = await open(
      xlsxOf([
        ['事项名称', '主管部门'],
        ['宣传', '区住建局'],
      ]),
      'a.xlsx',
    );
    tasks.push({ id: 't1', rev: 'a/1/0', values: { name: '宣传', applicant: 'd1', inDate: '2026-11-23' } });
    expect((await session.plan()).willCreate).toBe(0);
    tasks.pop();
    expect(await session.execute()).toMatchObject({ ok: false, complaints: [{ code: 'import/changed-meanwhile' }] });
    expect((await session.plan()).willCreate).toBe(1);
  });

  test('asked twice at once, it is written once', async () => {
    const { session, written } = await open(fixture(HOUSING), HOUSING);
    session.leaveEmpty('all', true);
    const outcomes = await Promise.all([session.execute(), session.execute()]);
    expect(written).toHaveLength(1);
    expect(outcomes).toMatchObject([{ ok: true }, { ok: false, complaints: [{ code: 'import/running' }] }]);
  });

  test('mends a cell, gives the held-back rows back, and remembers which file it was', async () => {
    const { session, written } = await open(
      xlsxOf([
        ['事项名称', '主管部门', '经费'],
        ['宣传', '区住建局', '待定'],
        ['巡查', '区住建局', '面议'],
      ]),
      '九月.xlsx',
    );
    expect(await session.mend(1, 'funds', '1200')).toMatchObject({ willCreate: 1, willSkip: 1 });
    expect(await session.execute('sha256:abc')).toMatchObject({ ok: true });
    expect(written[0]?.drafts).toMatchObject([{ values: { name: '宣传', funds: 120_000 } }]);
    expect(written[0]?.reason).toEqual({ kind: 'import', text: '导入 九月.xlsx', of: 'sha256:abc' });
    const faulty = await session.faultyRows();
    expect(faulty?.name).toBe('九月-未导入的行.xlsx');
    const back = (await open(faulty?.bytes ?? new Uint8Array(), 'back.xlsx')).session;
    expect(await back.plan()).toMatchObject({ willCreate: 0, tabs: { heldBack: 1 } });
  });

  test('twelve months in twelve sheets: what was chosen for one holds for the next of the same form', async () => {
    const month = (name: string) => [
      ['事项名称', '主管部门', '说法'],
      [`${name}宣传`, '区住建局', '急'],
      [`${name}巡查`, '', '缓'],
    ];
    const book = utils.book_new(utils.aoa_to_sheet(month('一月')), '1月');
    utils.book_append_sheet(book, utils.aoa_to_sheet([['填表说明']]), '说明');
    utils.book_append_sheet(book, utils.aoa_to_sheet(month('二月')), '2月');
    utils.book_append_sheet(book, utils.aoa_to_sheet([...month('三月').map((row) => [...row, '多一列'])]), '3月');
    const { session, written } = await open(
      new Uint8Array(write(book, { type: 'array', bookType: 'xlsx' })),
      '全年.xlsx',
    );
    await session.setTarget(2, { kind: 'field', field: 'remark' });
    await session.setConstant('inDate', '2026-01-31');
    await session.acceptFillDown(1, true);
    expect(await session.execute()).toMatchObject({ ok: true });
    const second = await session.chooseSheet(2);
    expect(second.columns.map(({ target }) => target.kind)).toEqual(['field', 'field', 'field']);
    expect(second).toMatchObject({ constants: { inDate: '2026-01-31' }, fillDown: [{ column: 1, accepted: true }] });
    expect(await session.execute()).toMatchObject({ ok: true });
    expect(written[1]?.drafts).toMatchObject([
      { values: { name: '二月宣传', inDate: '2026-01-31', remark: '急' } },
      { values: { name: '二月巡查', applicant: 'd1', remark: '缓' } },
    ]);
    // Another form begins anew.
    expect(await session.chooseSheet(3)).toMatchObject({
      constants: { inDate: '2026-11-23' },
      fillDown: [{ accepted: false }],
    });
  });

  test('nothing to import says so instead of writing an empty batch', async () => {
    const { session, written } = await open(
      xlsxOf([
        ['事项名称', '主管部门'],
        ['宣传', '没有这个部门'],
      ]),
      'a.xlsx',
    );
    expect(await session.execute()).toMatchObject({ ok: false, complaints: [{ code: 'import/nothing-to-do' }] });
    expect(written).toEqual([]);
  });
});

test('the sheet can be looked at as it is', async () => {
  const window = (await open(fixture(HOUSING), HOUSING)).session.sheetWindow(3, 2);
  expect(window.rows[0]?.cells.slice(0, 3)).toEqual(['序号', '事项名称', '主管部门']);
  expect(window.rows[1]?.cells[9]).toBe('2026.12-2027.1');
});

test('the workbook comes through the port without being copied', async () => {
  const { port1, port2 } = new MessageChannel();
  const workbook = readWorkbook(fixture(HOUSING), HOUSING);
  const buffers = [...new Set(buffersOf(workbook))].filter((buffer) => buffer instanceof ArrayBuffer);
  port1.postMessage(workbook, buffers);
  expect((await workbookFrom(port2)).sheets[0]?.name).toBe('申报表');
  expect(workbook.texts.bytes.byteLength).toBe(0);
});

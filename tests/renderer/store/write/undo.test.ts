import { describe, expect, test } from 'vitest';
import type { LedgerStore } from '../../../../renderer/store/ledger-store.ts';
import type { Draft } from '../../../../renderer/store/store-api.ts';
import { Desk, receiptOf, refusalOf } from '../support.ts';

const CREATE = { kind: 'create', text: '登记' } as const;
const EDIT = { kind: 'edit', text: '修改' } as const;
const DELETE = { kind: 'delete', text: '删除' } as const;

const aCase = (values: Record<string, unknown> = {}): Draft => ({
  kind: 'create',
  ledger: 'application',
  values: { inDate: '2026-01-05', name: '安全巡查', ...values } as never,
});

const aDepartment = (name: string, id?: string): Draft => ({
  kind: 'create',
  ledger: 'department',
  values: { name },
  ...(id === undefined ? {} : { id }),
});

async function write(store: LedgerStore, draft: Draft, reason: Parameters<LedgerStore['write']>[1]) {
  const { batch, records } = receiptOf(await store.write([draft], reason));
  const [record] = records;
  if (!record) throw new Error('nothing written');
  return { batch, id: record.id, rev: record.rev };
}

const values = async (store: LedgerStore, id: string) => (await store.view('application', id))?.row.values;

describe('undo', () => {
  test('puts fields and child rows back where they stood, and undoing that brings them again', async () => {
    const store = await new Desk().open();
    const opinions = [
      { id: 'o1', community: '晨光', opinion: '同意' },
      { id: 'o2', community: '东湖', opinion: '同意' },
      { id: 'o3', community: '康平', opinion: '同意' },
    ];
    const { id, rev } = await write(store, aCase({ persons: 3, opinions }), CREATE);
    const before = await values(store, id);
    const changed = [
      opinions[2],
      { id: '', community: '新村', opinion: '不同意' },
      { ...opinions[0], opinion: '缓办' },
    ];
    const patch = { name: '安全巡查（改）', opinions: changed as never };
    const edit = await write(store, { kind: 'edit', ledger: 'application', id, rev, patch, clear: ['persons'] }, EDIT);
    const after = await values(store, id);
    expect(after?.persons).toBeUndefined();
    expect(after?.opinions).toMatchObject([{ id: 'o3' }, { community: '新村' }, { id: 'o1', opinion: '缓办' }]);
    const undone = receiptOf(await store.undo(edit.batch));
    expect(await values(store, id)).toEqual(before);
    receiptOf(await store.undo(undone.batch));
    expect(await values(store, id)).toEqual(after);
  });

  test('is planned before it is done, and leaves what changed since with the reason', async () => {
    const store = await new Desk().open();
    const two = receiptOf(
      await store.write([aDepartment('区民政局', 'd1'), aDepartment('区住建局', 'd2')], {
        kind: 'import',
        text: '导入',
      }),
    );
    await write(
      store,
      { kind: 'edit', ledger: 'department', id: 'd1', rev: `${two.batch}/0`, patch: { shortName: '民政' } },
      EDIT,
    );
    const plan = await store.planUndo(two.batch);
    expect(plan).toEqual({
      batch: two.batch,
      undoable: 1,
      blocked: [{ ledger: 'department', id: 'd1', title: '区民政局', why: '之后又被修改过' }],
    });
    const undone = receiptOf(await store.undo(two.batch));
    expect(undone.records.map(({ id }) => id)).toEqual(['d2']);
    expect(undone.warnings.map(({ message }) => message)).toEqual(['“区民政局”保持不变：之后又被修改过']);
    expect(refusalOf(await store.undo(two.batch))).toEqual(['undo/nothing']);
  });

  test('a live reference keeps a record from being undone or deleted, and is named', async () => {
    const store = await new Desk().open();
    const department = await write(store, aDepartment('区住建局'), CREATE);
    const one = await write(store, aCase({ applicant: department.id }), CREATE);
    const plan = await store.planUndo(department.batch);
    expect(plan.blocked[0]?.why).toBe('还被引用：准入申请“ZR-2026-0001 安全巡查”');
    expect(refusalOf(await store.undo(department.batch))).toEqual(['undo/nothing']);
    const remove: Draft = { kind: 'delete', ledger: 'department', id: department.id, rev: department.rev };
    const refused = await store.write([remove], DELETE);
    expect(refusalOf(refused)).toEqual(['record/referenced']);
    expect(refused.ok ? '' : refused.complaints[0]?.message).toContain('准入申请“ZR-2026-0001 安全巡查”');
    await store.undo(one.batch);
    expect((await store.write([remove], DELETE)).ok).toBe(true);
  });

  test('a record goes only if those that point at it let go, edited in the same batch or not', async () => {
    const store = await new Desk().open();
    const { id: department, rev } = await write(store, aDepartment('住建局'), CREATE);
    const one = await write(store, aCase({ applicant: department }), CREATE);
    const gone: Draft = { kind: 'delete', ledger: 'department', id: department, rev };
    const edit = (patch: object): Draft => ({
      kind: 'edit',
      ledger: 'application',
      id: one.id,
      rev: one.rev,
      patch: { ...patch },
    });
    expect(refusalOf(await store.write([gone, edit({ name: '另一个名称' })], EDIT))).toContain('record/referenced');
    receiptOf(await store.write([gone, edit({ applicant: undefined })], EDIT));
  });

  test('records that point at each other within one batch go together', async () => {
    const store = await new Desk().open();
    const drafts = [aDepartment('区住建局', 'd1'), aCase({ applicant: 'd1', helpers: ['d1'] })];
    const { batch } = receiptOf(await store.write(drafts, { kind: 'import', text: '导入' }));
    receiptOf(await store.undo(batch));
    expect((await store.status()).counts).toEqual({ application: 0, department: 0 });
    expect((await store.trash('application')).map((record) => record.values.name)).toEqual(['安全巡查']);
  });

  test('what would come back pointing at a deleted record stays away until that is restored', async () => {
    const store = await new Desk().open();
    const department = await write(store, aDepartment('区住建局'), CREATE);
    const one = await write(store, aCase({ applicant: department.id }), CREATE);
    const gone = await write(store, { kind: 'delete', ledger: 'application', id: one.id, rev: one.rev }, DELETE);
    await write(store, { kind: 'delete', ledger: 'department', id: department.id, rev: department.rev }, DELETE);
    expect((await store.planUndo(gone.batch)).blocked[0]?.why).toContain('请先恢复被引用的记录');
    expect(refusalOf(await store.restoreDeleted('application', one.id))).toEqual(['record/dangling']);
    receiptOf(await store.restoreDeleted('department', department.id));
    receiptOf(await store.restoreDeleted('application', one.id));
    expect(await values(store, one.id)).toMatchObject({ applicant: department.id, caseNo: 'ZR-2026-0001' });
    const history = await store.history('application', one.id);
    expect(history.map(({ kind }) => kind)).toEqual(['create', 'delete', 'create']);
  });

  test('the list of batches says which are undone, and a redone one is not', async () => {
    const store = await new Desk().open();
    const { batch } = await write(store, aCase(), CREATE);
    const undone = receiptOf(await store.undo(batch));
    const flags = async () => (await store.batches(0, 10)).batches.map((one) => one.undone);
    expect(await flags()).toEqual([false, true]);
    await store.undo(undone.batch);
    expect(await flags()).toEqual([false, true, false]);
  });
});

import { describe, expect, test } from 'vitest';
import type { LedgerStore } from '../../../renderer/store/ledger-store.ts';
import type { Draft } from '../../../renderer/store/store-api.ts';
import { Desk, receiptOf, recordsOf, refusalOf } from './support.ts';

const CREATE = { kind: 'create', text: '登记' } as const;
const EDIT = { kind: 'edit', text: '修改' } as const;

const newCase = (name: string, more: Record<string, string | number> = {}): Draft => ({
  kind: 'create',
  ledger: 'application',
  values: { inDate: '2026-01-05', name, ...more },
});

async function created(store: LedgerStore, draft: Draft) {
  const receipt = receiptOf(await store.write([draft], CREATE));
  const [record] = receipt.records;
  if (!record) throw new Error('nothing was created');
  return { ...record, batch: receipt.batch };
}

const valuesOf = async (store: LedgerStore, id: string, ledger = 'application') =>
  (await store.view(ledger, id))?.row.values;

describe('writing', () => {
  test('a saved record is there after a restart, with its number, its first state and its rev', async () => {
    const desk = new Desk();
    const store = await desk.open();
    const receipt = receiptOf(await store.write([newCase('安全巡查')], CREATE));
    expect(receipt.durability).toBe('both');
    const again = await desk.open();
    const { rows, total } = await again.window({ ledger: 'application' }, 0, 10);
    expect(total).toBe(1);
    expect(rows[0]?.rev).toBe(`${receipt.batch}/0`);
    expect(rows[0]?.values).toMatchObject({ caseNo: 'ZR-2026-0001', state: 'received', name: '安全巡查' });
    expect(await recordsOf(again, 'application')).toEqual(await recordsOf(store, 'application'));
  });

  test('without a journal the receipt says there is one copy only', async () => {
    const desk = new Desk();
    const { journal: _, ...parts } = desk.parts();
    const { LedgerStore } = await import('../../../renderer/store/ledger-store.ts');
    const store = await LedgerStore.open(parts);
    expect(receiptOf(await store.write([newCase('甲')], CREATE)).durability).toBe('oneCopy');
  });

  test('an edit on a stale rev is refused and writes nothing', async () => {
    const store = await new Desk().open();
    const { id, rev } = await created(store, newCase('甲'));
    const edit = (name: string): Draft => ({ kind: 'edit', ledger: 'application', id, rev, patch: { name } });
    expect((await store.write([edit('乙')], EDIT)).ok).toBe(true);
    expect(refusalOf(await store.write([edit('丙')], EDIT))).toEqual(['record/changed']);
    expect(await valuesOf(store, id)).toMatchObject({ name: '乙' });
  });

  test('an act on a case that changed since it was looked at is refused, and an edit after the act too', async () => {
    const store = await new Desk().open();
    const { id, rev } = await created(store, newCase('甲'));
    const edit: Draft = { kind: 'edit', ledger: 'application', id, rev, patch: { notes: '乙窗口改的' } };
    const input = { on: '2026-01-05', values: { docNo: '北街发〔2026〕1号' } };
    const approve = (at: string) =>
      store.transition({ ledger: 'application', id, rev: at, transition: 'approve', input });
    receiptOf(await store.write([edit], EDIT));
    expect(refusalOf(await approve(rev))).toEqual(['record/changed']);
    expect(await valuesOf(store, id)).toMatchObject({ state: 'received', notes: '乙窗口改的' });
    const seen = (await store.view('application', id))?.row.rev ?? '';
    receiptOf(await approve(seen));
    expect(refusalOf(await store.write([{ ...edit, rev: seen, patch: { notes: '甲窗口改的' } }], EDIT))).toEqual([
      'record/changed',
    ]);
    const remove: Draft = { kind: 'delete', ledger: 'application', id, rev: seen };
    expect(refusalOf(await store.write([remove], { kind: 'delete', text: '删除' }))).toEqual(['record/changed']);
    expect(await valuesOf(store, id)).toMatchObject({ state: 'approved', notes: '乙窗口改的' });
  });

  test('numbers are never given twice, not after deletion, undo or restart', async () => {
    const desk = new Desk();
    const store = await desk.open();
    const first = await created(store, newCase('甲'));
    await store.write([{ kind: 'delete', ledger: 'application', id: first.id, rev: first.rev }], {
      kind: 'delete',
      text: '删除',
    });
    const second = await created(store, newCase('乙'));
    expect(await valuesOf(store, second.id)).toMatchObject({ caseNo: 'ZR-2026-0002' });
    await store.undo(second.batch);
    await store.checkpoint();
    const again = await desk.open();
    const third = await created(again, newCase('丙'));
    expect(await valuesOf(again, third.id)).toMatchObject({ caseNo: 'ZR-2026-0003' });
  });

  test('a transition writes state and decision; the same fields by hand are refused', async () => {
    const store = await new Desk().open();
    await store.setOperator('王芳');
    const { id, rev } = await created(store, newCase('甲'));
    const byHand: Draft = { kind: 'edit', ledger: 'application', id, rev, patch: { docNo: '北街发〔2026〕1号' } };
    expect(refusalOf(await store.write([byHand], EDIT))).toEqual(['decision/edit']);
    const input = { on: '2026-01-05', by: '李主任', values: { docNo: '北街发〔2026〕1号' } };
    receiptOf(await store.transition({ ledger: 'application', id, rev, transition: 'approve', input }));
    expect(await valuesOf(store, id)).toMatchObject({ state: 'approved', docNo: '北街发〔2026〕1号' });
    const [latest] = await store.history('application', id);
    expect(latest).toMatchObject({ kind: 'update', operator: '王芳', reason: { kind: 'transition', text: '审定' } });
    expect(latest?.fields.map(({ field }) => field)).toEqual(['docNo', 'state', 'steps']);
  });
});

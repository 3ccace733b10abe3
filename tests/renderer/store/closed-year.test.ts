import { describe, expect, test } from 'vitest';
import type { LedgerStore } from '../../../renderer/store/ledger-store.ts';
import type { Values } from '../../../shared/kit/values.ts';
import { ledgers } from '../../../shared/ledgers/index.ts';
import { Desk, receiptOf, refusalOf } from './support.ts';

/** An office with a demand closed in 2025, one still open, and the year closed. The desk's day is 2026-01-05. */
async function office() {
  const desk = new Desk();
  desk.ledgers = ledgers;
  const store = await desk.open();
  const create = async (ledger: string, values: Values) =>
    receiptOf(await store.write([{ kind: 'create', ledger, values }], { kind: 'create', text: '新增' }));
  const made = async (ledger: string, values: Values) => (await create(ledger, values)).records[0]?.id ?? '';
  const received = { receivedAt: '2025-12-20T09:00:00+08:00', content: '电梯停运' };
  const done = await made('demand', { ...received, closedOn: '2025-12-28' });
  const open = await made('demand', { ...received, content: '漏水' });
  const edited = await edit(store, done, { remark: '结转前' });
  const closing = await create('closedYear', { year: '2025', closedOn: '2026-01-05' });
  return { store, done, open, edited: receiptOf(edited), closing, create };
}

async function edit(store: LedgerStore, id: string, patch: Values) {
  const rev = (await store.view('demand', id))?.row.rev ?? '';
  return store.write([{ kind: 'edit', ledger: 'demand', id, rev, patch }], { kind: 'edit', text: '修改诉求' });
}

describe('a closed year', () => {
  test('refuses changes and deletions of what was closed in it, and says what may still be done', async () => {
    const { store, done } = await office();
    const refused = await edit(store, done, { remark: '改一改' });
    expect(refusalOf(refused)).toEqual(['year/closed']);
    expect(!refused.ok && refused.complaints[0]?.message).toBe(
      '“SQ-2025-0001 电梯停运”没有改动：2025 年已结转，当年办结的诉求只能查看、办理后续环节或更正。这次没有写入任何数据。',
    );
    const rev = (await store.view('demand', done))?.row.rev ?? '';
    const deleted = await store.write([{ kind: 'delete', ledger: 'demand', id: done, rev }], {
      kind: 'delete',
      text: '',
    });
    expect(refusalOf(deleted)).toEqual(['year/closed']);
  });

  test('keeps undo away from it', async () => {
    const { store, edited } = await office();
    expect((await store.planUndo(edited.batch)).blocked.map(({ why }) => why)).toEqual([
      '2025 年已结转，当年办结的诉求只能查看、办理后续环节或更正',
    ]);
  });

  test('lets open cases carry over: they are handled on', async () => {
    const { store, open } = await office();
    receiptOf(await edit(store, open, { remark: '继续办' }));
  });

  test('lets a household that is still paid go to another clerk, and nothing else of it be changed', async () => {
    const { store, create } = await office();
    const paid = { head: '吴某某', acceptedOn: '2025-01-06', confirmedOn: '2025-01-20', clerk: '李敏' };
    const id = (await create('relief', paid)).records[0]?.id ?? '';
    const change = async (patch: Values) => {
      const rev = (await store.view('relief', id))?.row.rev ?? '';
      return store.write([{ kind: 'edit', ledger: 'relief', id, rev, patch }], { kind: 'edit', text: '移交' });
    };
    receiptOf(await change({ clerk: '王芳' }));
    expect(refusalOf(await change({ clerk: '王芳', members: 4 }))).toEqual(['year/closed']);
  });

  test('takes a return visit: a fact of its own day', async () => {
    const { store, done } = await office();
    const rev = (await store.view('demand', done))?.row.rev ?? '';
    const visit = { on: '2026-01-05', values: { satisfaction: '满意' } };
    receiptOf(await store.transition({ ledger: 'demand', id: done, rev, transition: 'visit', input: visit }));
  });

  test('marks what is entered for it afterwards', async () => {
    const { create, store } = await office();
    const late = await create('demand', { receivedAt: '2025-11-11T09:00:00+08:00', content: '补录的' });
    expect(late.warnings.map(({ code }) => code)).toContain('year/late');
    const id = late.records[0]?.id ?? '';
    expect((await store.view('demand', id))?.row.values.lateFor).toBe('2025');
    const now = await create('demand', { receivedAt: '2026-01-04T09:00:00+08:00', content: '今年的' });
    expect((await store.view('demand', now.records[0]?.id ?? ''))?.row.values.lateFor).toBeUndefined();
  });

  test('is opened again by taking its closing back', async () => {
    const { store, done, closing } = await office();
    receiptOf(await store.undo(closing.batch));
    receiptOf(await edit(store, done, { remark: '可以改了' }));
  });

  test('is closed once, and not before it is over', async () => {
    const { store } = await office();
    const close = (year: string) =>
      store.write([{ kind: 'create', ledger: 'closedYear', values: { year, closedOn: '2026-01-05' } }], {
        kind: 'create',
        text: '年度结转',
      });
    expect(refusalOf(await close('2025'))[0]).toBe('year/closed');
    expect(refusalOf(await close('2026'))[0]).toBe('year/not-over');
    expect(refusalOf(await close('25'))[0]).toBe('year/form');
  });
});

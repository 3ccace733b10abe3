import { describe, expect, test } from 'vitest';
import { Desk, departments, emptied, receiptOf, recordsOf } from '../support.ts';

const CREATE = { kind: 'create', text: '登记' } as const;

describe('a database that is emptied while it is open', () => {
  test('is not written on: the save is refused, and the next start finds everything in the journal', async () => {
    const desk = new Desk();
    const store = await desk.openNoted();
    // Two blocks, so that a checkpoint of what changed last would hold one of them.
    await store.write(departments(700), CREATE);
    await store.checkpoint();
    const expected = await recordsOf(store, 'department');
    await emptied(desk);
    await expect(store.write(departments(1, 700), CREATE)).rejects.toMatchObject({ code: 'store/emptied' });
    await store.checkpoint().catch(() => undefined);
    await store.keepNote();
    expect(await recordsOf(store, 'department')).toEqual(expected);

    const again = await desk.openNoted();
    expect(await again.status()).toMatchObject({ isEmpty: true, journalAhead: 1 });
    expect(desk.note?.records).toBe(700);
    const rescue = desk.rescue(again);
    await rescue.adopt(await rescue.rebuild({ kind: 'latest' }));
    expect(await recordsOf(await desk.openNoted(), 'department')).toEqual(expected);
  });

  test('can still be snapshotted, because the records are in memory', async () => {
    const desk = new Desk();
    const store = await desk.openNoted();
    await store.write(departments(3), CREATE);
    await emptied(desk);
    const id = await store.snapshot();
    const fresh = await new Desk('other').open({ snapshots: desk.snapshots.api });
    await fresh.restoreSnapshot({ id });
    expect((await fresh.status()).counts.department).toBe(3);
  });
});

test('a database whose connection was cut goes on as before', async () => {
  const desk = new Desk();
  const { database } = desk.parts();
  const store = await desk.open({ database });
  await store.write(departments(1), CREATE);
  database.close({ disableAutoOpen: false });
  expect(receiptOf(await store.write(departments(1, 1), CREATE)).durability).toBe('both');
  expect((await recordsOf(await desk.open(), 'department')).size).toBe(2);
});

import { describe, expect, test } from 'vitest';
import type { LedgerStore } from '../../../../renderer/store/ledger-store.ts';
import { type Desk, receiptOf, recordsOf } from '../support.ts';
import { CASE, edit, merged, office, packed, rowOf, secondPc, write } from './offices.ts';

const PERSON = '张三丰';

/** Two PCs of one office that both have a case about a person. */
async function twoPcs() {
  const first = await office('e', '城东街道');
  const id = await write(first.store, 'application', { ...CASE, contact: PERSON, notes: `${PERSON}来电` });
  const second = await secondPc(first.desk, 'f');
  return { first, second, id };
}

async function remove(store: LedgerStore, id: string): Promise<void> {
  const { rev } = await rowOf(store, id);
  receiptOf(await store.write([{ kind: 'delete', ledger: 'application', id, rev }], { kind: 'delete', text: '删除' }));
}

const purge = async (store: LedgerStore, id: string) =>
  receiptOf(
    await store.purge({
      records: [{ ledger: 'application', id }],
      words: [PERSON],
      basis: '本人申请',
      withFiles: false,
    }),
  );

/** Everything a PC's database and journal hold, as text. */
async function everythingOn(desk: Desk): Promise<string> {
  const { batches, aside, blocks } = desk.parts().database;
  const rows = [...(await batches.toArray()), ...(await aside.toArray()), ...(await blocks.toArray())];
  return [...rows.map(({ bytes }) => bytes), desk.journal.bytes].map((bytes) => new TextDecoder().decode(bytes)).join();
}

describe('a record purged in the trash of one PC', () => {
  test('goes on the other too, where it still stood, and does not come back from the log', async () => {
    const { first, second, id } = await twoPcs();
    await remove(first.store, id);
    await purge(first.store, id);
    await merged(second.store, await packed(first.store));
    expect((await recordsOf(second.store, 'application')).has(id)).toBe(false);
    expect(await second.store.trash('application')).toEqual([]);
    expect(await everythingOn(second.desk)).not.toContain(PERSON);
    expect((await second.store.verify()).broken).toBeUndefined();
    second.desk.loseDatabase();
    await (await second.desk.open()).recoverFromJournal();
    const again = await second.desk.open();
    expect((await recordsOf(again, 'application')).has(id)).toBe(false);
    expect(await again.trash('application')).toEqual([]);
  });

  test('goes where it lay in the trash too', async () => {
    const { first, second, id } = await twoPcs();
    await remove(first.store, id);
    await merged(second.store, await packed(first.store));
    expect(await second.store.trash('application')).toHaveLength(1);
    await purge(first.store, id);
    await merged(second.store, await packed(first.store));
    expect(await second.store.trash('application')).toEqual([]);
    expect(await everythingOn(second.desk)).not.toContain(PERSON);
  });
});

describe('a record purged on one PC and changed on the other, which did not know', () => {
  /** The change comes after the purge in the order of the fold, or before it. */
  async function purgedAndChanged(order: 'later' | 'earlier') {
    const { first, second, id } = await twoPcs();
    const ahead = order === 'later' ? second : first;
    for (const name of ['民政局', '公安局', '住建局']) await write(ahead.store, 'department', { name });
    await edit(second.store, id, { notes: `${PERSON}又来电`, persons: 5 });
    await purge(first.store, id);
    return { first, second, id };
  }

  test.each(['later', 'earlier'] as const)('stays without the person where it was purged (%s)', async (order) => {
    const { first, second, id } = await purgedAndChanged(order);
    const file = await packed(second.store);
    expect((await first.store.exchange.prepareMerge(file)).purgedAgain).toBe(1);
    receiptOf(await first.store.exchange.mergePrepared(undefined));
    const { values } = await rowOf(first.store, id);
    expect([values.notes, values.persons]).toEqual(['（已清除）来电', undefined]);
    expect(await first.store.exchange.conflicts()).toEqual([]);
    expect(await everythingOn(first.desk)).not.toContain(PERSON);
    expect((await first.store.verify()).broken).toBeUndefined();
    // What goes on from the purge counts, and the same package has nothing new.
    await edit(first.store, id, { persons: 7 });
    expect((await first.store.exchange.prepareMerge(file)).purgedAgain).toBe(0);
    expect((await rowOf(await first.desk.open(), id)).values.persons).toBe(7);
  });

  test.each(['later', 'earlier'] as const)('loses the person on the other PC too (%s)', async (order) => {
    const { first, second, id } = await purgedAndChanged(order);
    expect((await second.store.exchange.prepareMerge(await packed(first.store))).purgedAgain).toBe(1);
    receiptOf(await second.store.exchange.mergePrepared(undefined));
    expect((await rowOf(second.store, id)).values.notes).toBe('（已清除）来电');
    expect(await second.store.exchange.conflicts()).toEqual([]);
    expect((await second.store.findPerson([PERSON])).records).toEqual([]);
    expect((await rowOf(await second.desk.open(), id)).values.notes).toBe('（已清除）来电');
  });

  test('is gone on both where it was purged in the trash', async () => {
    const { first, second, id } = await twoPcs();
    await remove(first.store, id);
    await purge(first.store, id);
    for (const name of ['民政局', '公安局', '住建局']) await write(second.store, 'department', { name });
    await edit(second.store, id, { notes: `${PERSON}又来电` });
    const [ofFirst, ofSecond] = [await packed(first.store), await packed(second.store)];
    for (const [{ store }, file] of [
      [first, ofSecond],
      [second, ofFirst],
    ] as const) {
      await merged(store, file);
      expect((await recordsOf(store, 'application')).has(id)).toBe(false);
      expect(await store.trash('application')).toEqual([]);
    }
    expect(await everythingOn(first.desk)).not.toContain(PERSON);
  });
});

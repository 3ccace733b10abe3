import { describe, expect, test } from 'vitest';
import type { LedgerStore } from '../../../../renderer/store/ledger-store.ts';
import { type Desk, receiptOf, recordsOf } from '../support.ts';
import { CASE, merged, office, packed, rowOf, secondPc, write } from './offices.ts';

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

import { describe, expect, test } from 'vitest';
import type { LedgerDatabase } from '../../../../renderer/store/database.ts';
import type { LedgerStore } from '../../../../renderer/store/ledger-store.ts';
import { createRescue, type RescueApi } from '../../../../renderer/store/open/rescue.ts';
import { allOf, CASE, merged, office, packed, write } from '../exchange/offices.ts';
import type { Desk } from '../support.ts';

type Spoil = (database: LedgerDatabase) => void;

const unreadable = () => {
  throw new DOMException('Failed to read large IndexedDB value', 'DataError');
};

const metaRow =
  (...keys: readonly string[]): Spoil =>
  (database) => {
    database.meta.hook('reading', (row) => (keys.includes(row?.key) ? unreadable() : row));
  };

const firstBatch: Spoil = (database) => {
  database.batches.hook('reading', (row) => (row?.sequence === 1 && row.chain === 'd1' ? unreadable() : row));
};

const cases: Spoil = (database) => {
  database.blocks.hook('reading', (row) => (row?.ledger === 'application' ? unreadable() : row));
};

/** A rescue beside an open store, the rows of whose database cannot be read any more. */
function rescueOf(desk: Desk, store: LedgerStore, spoil: Spoil): RescueApi {
  const { database, ...parts } = desk.parts();
  return createRescue({
    parts,
    make: (name) => {
      const made = desk.make(name);
      if (name === database.name) spoil(made);
      return made;
    },
    names: desk.names,
    inUse: database.name,
    note: { read: async () => desk.note, write: desk.writeNote },
    opened: () => store,
    onEvent: () => undefined,
  });
}

/** A district that has merged a street, whose journal holds everything. */
async function district() {
  const east = await office('e', '城东街道');
  await write(east.store, 'application', CASE);
  const { desk, store } = await office('d', '示范区', '区');
  await write(store, 'application', CASE);
  await merged(store, await packed(east.store));
  await store.checkpoint();
  return { desk, store };
}

async function remade(desk: Desk, store: LedgerStore, spoil: Spoil) {
  const rescue = rescueOf(desk, store, spoil);
  const made = await rescue.rebuild({ kind: 'latest' });
  await rescue.adopt(made);
  return { made, anew: await desk.openNoted() };
}

describe('a row that cannot be read any more costs no record', () => {
  test('what is noted of merges and purges costs those notes, and that is said', async () => {
    const { desk, store } = await district();
    const expected = await allOf(store, 'application');
    const { made, anew } = await remade(desk, store, metaRow('union', 'purges', 'handedOver'));
    expect(await allOf(anew, 'application')).toEqual(expected);
    expect((await anew.status()).office).toBe('示范区');
    expect(await anew.exchange.merges()).toEqual([]);
    expect(made.said).toEqual([expect.stringContaining('以前的并入不能再整批撤销')]);
  });

  test('nor does it where the records are made anew from a snapshot', async () => {
    const { desk, store } = await district();
    const id = await store.snapshot();
    const expected = await allOf(store, 'application');
    await desk.parts().database.meta.put({ key: 'purges', value: [] });
    const rescue = rescueOf(desk, store, metaRow('union', 'purges'));
    const made = await rescue.rebuild({ kind: 'snapshot', from: { id }, withJournal: true });
    await rescue.adopt(made);
    expect(await allOf(await desk.openNoted(), 'application')).toEqual(expected);
    expect(made.said).toEqual([expect.stringContaining('再清除一次')]);
  });

  test.each([
    ['a batch', firstBatch, [expect.stringContaining('有 1 步操作记录读不出来，已由日志副本补上')]],
    ['a block of the checkpoint', cases, []],
    ['the checkpoint', metaRow('checkpoint'), []],
  ])('%s is made good by the log and the journal', async (_what, spoil, said) => {
    const { desk, store } = await district();
    const expected = await allOf(store, 'application');
    const { made, anew } = await remade(desk, store, spoil);
    expect(await allOf(anew, 'application')).toEqual(expected);
    expect(made.said).toEqual(said);
    expect((await anew.verify()).broken).toBeUndefined();
  });

  test('a batch that the journal lost, too, costs its history: the checkpoint has the records', async () => {
    const { desk, store } = await district();
    await write(store, 'application', { ...CASE, name: '检查点以后' });
    const [cases, units] = [await allOf(store, 'application'), await allOf(store, 'organisation')];
    desk.journal.bytes = new Uint8Array();
    const { made, anew } = await remade(desk, store, firstBatch);
    expect(await allOf(anew, 'application')).toEqual(cases);
    expect(await allOf(anew, 'organisation')).toEqual(units);
    expect(made.said).toEqual([expect.stringContaining('有 1 步操作记录在数据库和日志副本里都读不出来')]);
    await write(anew, 'application', { ...CASE, name: '恢复以后' });
    const again = await desk.openNoted();
    expect((await allOf(again, 'application')).size).toBe(cases.size + 1);
    expect(await allOf(again, 'organisation')).toEqual(units);
  });

  test('a block of records that stand on a snapshot is made good by the snapshot', async () => {
    const { desk, store } = await office('d', '示范区', '区');
    await write(store, 'application', CASE);
    const other = await office('o', '示范区', '区');
    other.desk.snapshots = desk.snapshots;
    const id = await store.snapshot();
    const moved = await other.desk.openNoted();
    await moved.restoreSnapshot({ id });
    await moved.setOperator('经办');
    await write(moved, 'application', CASE);
    const expected = await allOf(moved, 'application');
    expect(expected.size).toBe(2);
    const { anew } = await remade(other.desk, moved, cases);
    expect(await allOf(anew, 'application')).toEqual(expected);
  });
});

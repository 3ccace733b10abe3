import { describe, expect, test } from 'vitest';
import type { LedgerStore } from '../../../../renderer/store/ledger-store.ts';
import type { RebuildSource } from '../../../../renderer/store/open/rebuild.ts';
import type { Draft } from '../../../../renderer/store/store-api.ts';
import { defineLedger } from '../../../../shared/kit/define-ledger.ts';
import { text } from '../../../../shared/kit/fields.ts';
import { Desk, receiptOf, recordsOf } from '../support.ts';

const CREATE = { kind: 'create', text: '登记' } as const;

const department = (id: string): Draft => ({ kind: 'create', ledger: 'department', id, values: { name: `部门${id}` } });

const write = async (store: LedgerStore, ...ids: readonly string[]) => {
  for (const id of ids) receiptOf(await store.write([department(id)], CREATE));
};

const namesIn = async (store: LedgerStore) => [...(await recordsOf(store, 'department')).keys()];

/** Makes the records anew, uses them, and opens what the next start will. */
const restart = async (desk: Desk, source: RebuildSource, opened?: LedgerStore) => {
  const rescue = desk.rescue(opened);
  const made = await rescue.rebuild(source);
  await rescue.adopt(made);
  return { made, store: await desk.openNoted() };
};

/** One changed byte in the middle of a stored batch. */
const damage = async (desk: Desk, chain: string, sequence: number) => {
  const { database } = desk.parts();
  const stored = await database.batches.get([chain, sequence, 0]);
  const bytes = stored?.bytes.slice() ?? new Uint8Array();
  bytes.set([33], bytes.length - 10);
  if (stored) await database.batches.put({ ...stored, bytes });
};

/** Takes one batch's bytes out of the journal. */
const cutOut = (desk: Desk, from: number, to: number) => {
  const { bytes } = desk.journal;
  desk.journal.bytes = Uint8Array.from([...bytes.subarray(0, from), ...bytes.subarray(to)]);
};

const LATEST = { kind: 'latest' } as const;

describe('records made anew', () => {
  test('from the journal, in a database of their own; the old one stays as it was', async () => {
    const desk = new Desk();
    await write(await desk.openNoted(), 'd1', 'd2');
    const expected = await recordsOf(await desk.openNoted(), 'department');
    desk.loseDatabase();
    const { made, store } = await restart(desk, LATEST);
    expect(made).toMatchObject({ database: 'street-ledger-2', batches: 2, counts: { department: 2 }, said: [] });
    expect(await recordsOf(store, 'department')).toEqual(expected);
    expect(desk.note).toMatchObject({ database: 'street-ledger-2', records: 2, left: [{ database: 'street-ledger' }] });
    expect(await store.status()).toMatchObject({ journalAhead: 0, journalBehind: 0, isEmpty: false });
    await write(store, 'd3');
    expect(await namesIn(await desk.openNoted())).toEqual(['d1', 'd2', 'd3']);
  });

  test('nothing of what is made reaches the journal or the note before it is used, and what is not used is gone', async () => {
    const desk = new Desk();
    await write(await desk.openNoted(), 'd1');
    desk.loseDatabase();
    const [journal, note] = [desk.journal.bytes.slice(), desk.note];
    const rescue = desk.rescue();
    const made = await rescue.rebuild(LATEST);
    expect(desk.journal.bytes).toEqual(journal);
    expect(desk.note).toEqual(note);
    await rescue.discard(made);
    expect(await desk.names()).toEqual([]);
  });

  test('from the present records and what only the journal has, with their history and undo', async () => {
    const desk = new Desk();
    const store = await desk.openNoted();
    await write(store, 'd1', 'd2');
    const { chain } = await store.status();
    await desk.make('street-ledger').batches.bulkDelete([0, 1].map((part) => [chain, 2, part]));
    const setBack = await desk.openNoted();
    expect(await setBack.status()).toMatchObject({ journalAhead: 1, counts: { department: 1 } });
    const { made, store: anew } = await restart(desk, LATEST, setBack);
    expect(made).toMatchObject({ batches: 1, said: [] });
    expect(await namesIn(anew)).toEqual(['d1', 'd2']);
    expect(await anew.history('department', 'd1')).toHaveLength(1);
    expect((await desk.snapshots.api.list()).snapshots.map(({ reason }) => reason)).toEqual(['restore']);
    expect(receiptOf(await anew.write([department('d3')], CREATE)).batch.startsWith(chain)).toBe(false);
    expect((await anew.verify()).broken).toBeUndefined();
  });

  test('from the snapshot the log stands on and the journal beyond it, not from a later one that lacks its basis', async () => {
    const desk = new Desk();
    const store = await desk.openNoted();
    await write(store, 'd1');
    const id = await store.snapshot();
    // Another machine, which has the file only; a snapshot of what it had before lies there too.
    const other = new Desk('other');
    other.snapshots = desk.snapshots;
    const moved = await other.openNoted();
    await write(moved, 'x1');
    await moved.restoreSnapshot({ id });
    await write(moved, 'd2');
    const expected = await recordsOf(moved, 'department');
    const { snapshots: taken } = await other.snapshots.api.list();
    expect(taken.map(({ reason }) => reason)).toEqual(['restored', 'restore', 'asked']);
    other.loseDatabase();
    expect((await other.rescue().rebuild(LATEST)).snapshot?.reason).toBe('restored');
    other.snapshots.damaged.add(taken[0]?.id ?? '');
    const { made, store: anew } = await restart(other, LATEST);
    expect(made.snapshot?.id).toBe(id);
    expect(await recordsOf(anew, 'department')).toEqual(expected);
  });
});

describe('a damaged journal', () => {
  test('with a snapshot loses nothing the snapshot covers, and says what is damaged', async () => {
    const desk = new Desk();
    const store = await desk.openNoted();
    await write(store, 'd1');
    const first = desk.journal.bytes.length;
    await write(store, 'd2');
    await store.snapshot();
    await write(store, 'd3');
    const expected = await recordsOf(store, 'department');
    desk.loseDatabase();
    cutOut(desk, 0, first);
    const { made, store: anew } = await restart(desk, LATEST);
    expect(await recordsOf(anew, 'department')).toEqual(expected);
    expect(made.snapshot?.counts).toMatchObject({ department: 2 });
  });

  test('names the snapshots that could not be read at all', async () => {
    const desk = new Desk();
    const store = await desk.openNoted();
    await write(store, 'd1');
    const first = desk.journal.bytes.length;
    await store.snapshot();
    await write(store, 'd2');
    desk.loseDatabase();
    cutOut(desk, 0, first);
    desk.snapshots.unread = ['20260106T094107-0123456789ab.slsnap'];
    const { said } = await desk.rescue().rebuild(LATEST);
    expect(said.join()).toContain('20260106T094107-0123456789ab.slsnap');
  });

  test('whose newest snapshot is spoilt takes the one before, and says so', async () => {
    const desk = new Desk();
    const store = await desk.openNoted();
    await write(store, 'd1');
    const first = desk.journal.bytes.length;
    await store.snapshot();
    await write(store, 'd2');
    desk.snapshots.damaged.add(await store.snapshot());
    const expected = await recordsOf(store, 'department');
    desk.loseDatabase();
    cutOut(desk, 0, first);
    const { made, store: anew } = await restart(desk, LATEST);
    expect(made.said.join()).toContain('已损坏，改用了更早的一份');
    expect(await recordsOf(anew, 'department')).toEqual(expected);
  });

  test('without any snapshot gives what can be read, and says that a piece is missing', async () => {
    const desk = new Desk();
    const store = await desk.openNoted();
    await write(store, 'd1');
    const first = desk.journal.bytes.length;
    await write(store, 'd2');
    const second = desk.journal.bytes.length;
    await write(store, 'd3');
    desk.loseDatabase();
    cutOut(desk, first, second);
    const { made, store: anew } = await restart(desk, LATEST);
    expect(await namesIn(anew)).toEqual(['d1', 'd3']);
    expect(made.said[0]).toContain('有一段已损坏或缺失');
    // The journal took everything that can be written, in the new chain.
    await write(anew, 'd4');
    expect((await anew.status()).journalBehind).toBe(0);
  });
});

test('a batch damaged in both copies is said at every start until a snapshot that holds it is taken', async () => {
  const desk = new Desk();
  const store = await desk.openNoted();
  await write(store, 'd1');
  const first = desk.journal.bytes.length;
  await write(store, 'd2', 'd3');
  const id = await store.snapshot();
  const expected = await recordsOf(store, 'department');
  const { chain } = await store.status();
  await damage(desk, chain, 2);
  desk.journal.bytes[first + 300] = 33;
  for (const [start, count] of [2, 3].entries()) {
    const again = await desk.openNoted();
    expect(await again.status()).toMatchObject({ counts: { department: count } });
    expect((await again.status()).damaged + (await again.status()).journalAhead).toBeGreaterThan(0);
    // A checkpoint must not make it be forgotten.
    await write(again, `e${start}`);
    await again.checkpoint();
  }
  const opened = await desk.openNoted();
  const { store: anew } = await restart(desk, { kind: 'snapshot', from: { id }, withJournal: true }, opened);
  const found = await recordsOf(anew, 'department');
  for (const [key, value] of expected) expect(found.get(key)).toEqual(value);
  expect((await anew.status()).damaged).toBe(0);
});

test('starting empty leaves everything where it is, and the journal is not offered again', async () => {
  const desk = new Desk();
  await write(await desk.openNoted(), 'd1');
  const { store } = await restart(desk, { kind: 'nothing' }, await desk.openNoted());
  expect(await store.status()).toMatchObject({ isEmpty: true, journalAhead: 0, journalBehind: 0 });
  await write(store, 'd9');
  expect(await namesIn(store)).toEqual(['d9']);
  // And back again, by the snapshot that was taken of what was there.
  const [info] = (await desk.snapshots.api.list()).snapshots;
  await store.restoreSnapshot({ id: info?.id ?? '' });
  expect(await namesIn(store)).toEqual(['d1']);
});

describe('old databases', () => {
  test('are kept until the clerk removes one; the one in use cannot be', async () => {
    const desk = new Desk();
    await write(await desk.openNoted(), 'd1');
    await restart(desk, LATEST, await desk.openNoted());
    const rescue = desk.rescue();
    expect(await rescue.oldDatabases()).toMatchObject([{ database: 'street-ledger', records: 1 }]);
    await expect(rescue.removeOldDatabase('street-ledger-2')).rejects.toMatchObject({ code: 'rescue/in-use' });
    await rescue.removeOldDatabase('street-ledger');
    expect(await rescue.oldDatabases()).toEqual([]);
    expect(await namesIn(await desk.openNoted())).toEqual(['d1']);
  });
});

describe('data of a later program', () => {
  const later = (version: number) =>
    defineLedger({
      id: 'department',
      title: '部门',
      noun: '部门',
      group: '基础',
      version,
      fields: { name: text('全称').key() },
      titleField: 'name',
      columns: ['name'],
    });

  test.each(['the log', 'a checkpoint'])('in %s opens nothing and changes nothing', async (where) => {
    const desk = new Desk();
    desk.ledgers = [later(2)];
    const store = await desk.openNoted();
    await write(store, 'd1');
    if (where === 'a checkpoint') await store.checkpoint();
    const before = await desk.make('street-ledger').meta.toArray();
    desk.ledgers = [later(1)];
    await expect(desk.openNoted()).rejects.toMatchObject({ code: 'data/newer' });
    expect(await desk.make('street-ledger').meta.toArray()).toEqual(before);
    await expect(desk.rescue().rebuild(LATEST)).rejects.toMatchObject({ code: 'data/newer' });
    expect(await desk.names()).toEqual(['street-ledger']);
    desk.ledgers = [later(2)];
    expect(await namesIn(await desk.openNoted())).toEqual(['d1']);
  });
});

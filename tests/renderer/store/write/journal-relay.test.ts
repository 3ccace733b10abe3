import { describe, expect, test } from 'vitest';
import type { LedgerDatabase } from '../../../../renderer/store/database.ts';
import type { Draft } from '../../../../renderer/store/store-api.ts';
import { hashOf } from '../../../../shared/history/chain.ts';
import { scanFrames } from '../../../../shared/history/journal-frame.ts';
import { Desk, emptied, receiptOf, recordsOf } from '../support.ts';

const CREATE = { kind: 'create', text: '登记' } as const;

const department = (id: string): Draft => ({ kind: 'create', ledger: 'department', id, values: { name: `部门${id}` } });

const unreadable = () => Promise.reject(new Error('EIO'));

describe('a journal that cannot be read at the start', () => {
  test('counts as behind until it was read, and then gets everything it lacks', async () => {
    const desk = new Desk();
    const store = await desk.open();
    await store.write([department('d1')], CREATE);
    desk.journal.isFull = true;
    await store.write([department('d2')], CREATE);
    desk.journal.isFull = false;
    let isBroken = true;
    const tail = () => (isBroken ? unreadable() : desk.journal.api.tail());
    const again = await desk.open({ journal: { ...desk.journal.api, tail } });
    expect((await again.status()).journalBehind).toBeGreaterThan(0);
    expect(receiptOf(await again.write([department('d3')], CREATE)).durability).toBe('journalPending');
    isBroken = false;
    await again.retryJournal();
    expect((await again.status()).journalBehind).toBe(0);
    const expected = await recordsOf(again, 'department');
    desk.loseDatabase();
    const fresh = await desk.open();
    expect(await fresh.recoverFromJournal()).toBe(3);
    expect(await recordsOf(fresh, 'department')).toEqual(expected);
  });

  test('might be ahead, so the store writes in a chain of its own', async () => {
    const desk = new Desk();
    const store = await desk.open();
    const { batch } = receiptOf(await store.write([department('d1')], CREATE));
    const again = await desk.open({ journal: { ...desk.journal.api, tail: unreadable } });
    const next = receiptOf(await again.write([department('d2')], CREATE));
    expect(next.batch.split('/')[0]).not.toBe(batch.split('/')[0]);
  });
});

type Reading = LedgerDatabase['entriesInTurn'];

/** Reading that stops after some entries, as where the disk hiccups. */
const brokenOff = (read: Reading, entries: number): Reading =>
  async function* (chain, sequence) {
    let left = entries;
    for await (const entry of read(chain, sequence)) {
      if (left === 0) throw new Error('the disk hiccups');
      left -= 1;
      yield entry;
    }
  };

test('trouble on the way to the journal never makes a saved batch look unsaved', async () => {
  const desk = new Desk();
  const parts = desk.parts();
  desk.journal.isFull = true;
  await (await desk.open()).write([department('d1')], CREATE);
  const store = await desk.open({ database: parts.database });
  const { entriesInTurn } = parts.database;
  parts.database.entriesInTurn = brokenOff(entriesInTurn.bind(parts.database), 0);
  expect(receiptOf(await store.write([department('d2')], CREATE)).durability).toBe('journalPending');
  expect((await store.status()).journalBehind).toBe(2);
  parts.database.entriesInTurn = entriesInTurn;
  desk.journal.isFull = false;
  await store.retryJournal();
  expect((await store.status()).journalBehind).toBe(0);
});

test('a database that fails after the write was committed never makes the save look unsaved', async () => {
  const desk = new Desk();
  const parts = desk.parts();
  const store = await desk.open({ database: parts.database });
  await store.write([department('d1')], CREATE);
  await store.snapshot();
  const { lastSnapshot } = await store.status();
  expect(lastSnapshot).toBeDefined();
  // What Chromium answers on a full disk once it has let go of the store.
  parts.database.lastSnapshot = () => Promise.reject(new Error('Internal error opening backing store'));
  expect(receiptOf(await store.write([department('d2')], CREATE)).durability).toBe('both');
  expect(await store.status()).toMatchObject({ lastSnapshot, counts: { department: 2 } });
});

/** Reading that finds nothing beyond some entries, as where the database was begun anew. */
const cutShort = (read: Reading, entries: number): Reading =>
  async function* (chain, sequence) {
    let left = entries;
    for await (const entry of read(chain, sequence)) {
      if (left === 0) return;
      left -= 1;
      yield entry;
    }
  };

/** Three parts of more than a megabyte: the journal has got much of them before the last is read. */
const bulk = Array.from({ length: 2500 }, (_, at): Draft => {
  const name = `${at}`.padEnd(500, '部门');
  return { kind: 'create', ledger: 'department', id: `d${at}`, values: { name } };
});
const IMPORT = { kind: 'import', text: '导入' } as const;

/** The journal holds the database's very bytes, and nothing else. */
async function expectSameBytes({ journal }: Desk, database: LedgerDatabase): Promise<void> {
  const stored = await database.batches.toArray();
  const { frames, rest } = scanFrames(journal.bytes);
  expect(rest).toBe('nothing');
  expect(frames.map(({ bytes }) => hashOf(bytes))).toEqual(stored.map(({ bytes }) => hashOf(bytes)));
}

describe('a bulk batch', () => {
  test.each([
    ['not at all', 0, brokenOff],
    ['half only', 2, brokenOff],
    ['all but its closing record', 3, brokenOff],
    ['not at all, without a word', 0, cutShort],
    ['half only, without a word', 2, cutShort],
  ])('that can be read back %s reaches the journal to the byte', async (_how, entries, spoilt) => {
    const desk = new Desk();
    let drawn = 0;
    const randomBytes = (length: number) => {
      drawn += 1;
      return Uint8Array.from({ length }, (_, at) => (at * 7 + drawn) % 251);
    };
    const { database } = desk.parts();
    const store = await desk.open({ database, randomBytes });
    const { entriesInTurn } = database;
    // What Chromium answers on a full disk once it has let go of the store.
    database.entriesInTurn = spoilt(entriesInTurn.bind(database), entries);
    expect(receiptOf(await store.write(bulk, IMPORT)).durability).toBe('both');
    expect((await store.status()).journalBehind).toBe(0);
    await expectSameBytes(desk, database);
  });

  test('that the journal refused and that is then read half only stays owed, and follows whole', async () => {
    const desk = new Desk();
    const { database } = desk.parts();
    desk.journal.isFull = true;
    expect(receiptOf(await (await desk.open()).write(bulk, IMPORT)).durability).toBe('journalPending');
    desk.journal.isFull = false;
    database.entriesInTurn = brokenOff(database.entriesInTurn.bind(database), 2);
    const store = await desk.open({ database });
    expect((await store.status()).journalBehind).toBe(1);
    await store.retryJournal();
    expect((await store.status()).journalBehind).toBe(0);
    await expectSameBytes(desk, database);
  });
});

describe('batches the journal refused, the database lost besides', () => {
  test.each([
    ['small ones', Array.from({ length: 3 }, (_, at) => [department(`d${at}`)])],
    ['a bulk one and a small one after it', [bulk.slice(0, 1001), [department('last')]]],
  ])('%s are written from memory as soon as it takes them', async (_which, batches) => {
    const desk = new Desk();
    const store = await desk.openNoted();
    await store.write([department('first')], CREATE);
    desk.journal.isFull = true;
    for (const drafts of batches) {
      const reason = drafts.length > 1 ? IMPORT : CREATE;
      expect(receiptOf(await store.write(drafts, reason)).durability).toBe('journalPending');
    }
    const expected = await recordsOf(store, 'department');
    await emptied(desk);
    await expect(store.write([department('late')], CREATE)).rejects.toMatchObject({ code: 'store/emptied' });
    await store.retryJournal();
    expect((await store.status()).journalBehind).toBe(batches.length);
    desk.journal.isFull = false;
    await store.retryJournal();
    expect((await store.status()).journalBehind).toBe(0);

    const rescue = desk.rescue(await desk.openNoted());
    await rescue.adopt(await rescue.rebuild({ kind: 'latest' }));
    expect(await recordsOf(await desk.openNoted(), 'department')).toEqual(expected);
  });
});

test('a batch that is owed and cannot be read now stays owed: none after it goes before it', async () => {
  const desk = new Desk();
  const { database } = desk.parts();
  desk.journal.isFull = true;
  await (await desk.open()).write([department('d1')], CREATE);
  const { closings, entriesOf, entriesInTurn } = database;
  database.entriesOf = unreadable;
  const store = await desk.open({ database });
  await store.write([department('d2')], CREATE);
  database.closings = unreadable;
  database.entriesInTurn = brokenOff(entriesInTurn.bind(database), 0);
  desk.journal.isFull = false;
  await store.retryJournal();
  expect((await store.status()).journalBehind).toBe(2);
  expect(desk.journal.bytes).toHaveLength(0);
  Object.assign(database, { closings, entriesOf, entriesInTurn });
  await store.retryJournal();
  expect((await store.status()).journalBehind).toBe(0);
  await expectSameBytes(desk, database);
});

describe('a data folder', () => {
  test('that holds another batch under the same number is left alone: the store goes on in a chain of its own', async () => {
    const [desk, twin] = [new Desk(), new Desk()];
    const { batch } = receiptOf(await (await desk.open()).write([department('d1')], CREATE));
    expect(receiptOf(await (await twin.open()).write([department('e1')], CREATE)).batch).toBe(batch);
    desk.journal.bytes = twin.journal.bytes.slice();
    const again = await desk.open();
    const next = receiptOf(await again.write([department('d2')], CREATE));
    expect(next.durability).toBe('both');
    expect(next.batch.split('/')[0]).not.toBe(batch.split('/')[0]);
    expect([...(await recordsOf(again, 'department')).keys()]).toEqual(['d1', 'd2']);
  });

  test('that is another one than the database knows starts a new chain from where the old one stood', async () => {
    const desk = new Desk();
    const store = await desk.open();
    const { batch } = receiptOf(await store.write([department('d1')], CREATE));
    const same = receiptOf(await (await desk.open()).write([department('d2')], CREATE));
    expect(same.batch.split('/')[0]).toBe(batch.split('/')[0]);
    desk.journal.folder = 'copied';
    const copy = await desk.open();
    const written = receiptOf(await copy.write([department('d3')], CREATE));
    expect(written.batch.split('/')[0]).not.toBe(batch.split('/')[0]);
    expect((await copy.verify()).broken).toBeUndefined();
    const next = receiptOf(await (await desk.open()).write([department('d4')], CREATE));
    expect(next.batch.split('/')[0]).toBe(written.batch.split('/')[0]);
    expect((await recordsOf(await desk.open(), 'department')).size).toBe(4);
  });
});

import { Dexie } from 'dexie';
import { describe, expect, test } from 'vitest';
import type { LedgerStore } from '../../../../renderer/store/ledger-store.ts';
import type { Draft } from '../../../../renderer/store/store-api.ts';
import { fc } from '../../../properties.ts';
import { Desk, departments, receiptOf, recordsOf, refusalOf } from '../support.ts';

const CREATE = { kind: 'create', text: '登记' } as const;

const count = async (store: LedgerStore) => (await store.status()).counts.department;

describe('store and journal', () => {
  test('a journal that refuses leaves the batch saved, pending, and stops bulk writes until it is written', async () => {
    const desk = new Desk();
    const store = await desk.open();
    desk.journal.isFull = true;
    expect(receiptOf(await store.write(departments(1), CREATE)).durability).toBe('journalPending');
    expect((await store.status()).journalBehind).toBe(1);
    expect(refusalOf(await store.write(departments(1000, 1), CREATE))).toEqual(['journal/behind']);
    desk.journal.isFull = false;
    expect(receiptOf(await store.write(departments(1000, 1), CREATE)).durability).toBe('both');
    expect((await store.status()).journalBehind).toBe(0);
    desk.loseDatabase();
    const fresh = await desk.open();
    expect(await fresh.recoverFromJournal()).toBe(2);
    expect(await count(fresh)).toBe(1001);
  });

  test('what the journal missed before a crash is appended at the next start', async () => {
    const desk = new Desk();
    const store = await desk.open();
    await store.write(departments(1), CREATE);
    desk.journal.isFull = true;
    await store.write(departments(1, 1), CREATE);
    desk.journal.isFull = false;
    const again = await desk.open();
    expect((await again.status()).journalBehind).toBe(0);
    desk.loseDatabase();
    expect(await (await desk.open()).recoverFromJournal()).toBe(2);
  });

  test('a lost database is offered from the journal, word for word, and goes on in a chain of its own', async () => {
    const desk = new Desk();
    const store = await desk.open();
    const { batch } = receiptOf(await store.write(departments(2500), CREATE));
    await store.write(
      [{ kind: 'edit', ledger: 'department', id: 'd7', rev: `${batch}/0`, patch: { shortName: '七' } }],
      { kind: 'edit', text: '修改' },
    );
    const before = await recordsOf(store, 'department');
    const { chain } = await store.status();
    desk.loseDatabase();
    const fresh = await desk.open();
    expect(await fresh.status()).toMatchObject({ journalAhead: 2, counts: { department: 0 } });
    expect(await fresh.recoverFromJournal()).toBe(2);
    expect(await recordsOf(fresh, 'department')).toEqual(before);
    expect((await fresh.status()).journalAhead).toBe(0);
    const next = receiptOf(await fresh.write(departments(1, 9000), CREATE));
    expect(next.batch.startsWith(`${chain}/`)).toBe(false);
    expect((await fresh.verify()).broken).toBeUndefined();
    expect((await fresh.history('department', 'd7')).map(({ kind }) => kind)).toEqual(['update', 'create']);
    const again = await desk.open();
    expect(await count(again)).toBe(2501);
  });

  test('a database set back behind the journal begins a new chain at once, so no number names two batches', async () => {
    const desk = new Desk();
    const store = await desk.open();
    await store.write(departments(1), CREATE);
    await store.write(departments(1, 1), CREATE);
    const { chain } = await store.status();
    const parts = desk.parts();
    await parts.database.batches
      .where('[chain+sequence+part]')
      .between([chain, 2, Dexie.minKey], [chain, 2, Dexie.maxKey])
      .delete();
    const setBack = await desk.open();
    expect(await setBack.status()).toMatchObject({ journalAhead: 1, counts: { department: 1 } });
    const { batch } = receiptOf(await setBack.write(departments(1, 5), CREATE));
    expect(batch.startsWith(chain)).toBe(false);
    expect(await setBack.recoverFromJournal()).toBe(1);
    expect(await count(setBack)).toBe(3);
    expect(await count(await desk.open())).toBe(3);
  });

  test('an unfinished batch at the end of the log is set aside and its number given again', async () => {
    const desk = new Desk();
    const store = await desk.open({ journal: undefined as never });
    await store.write(departments(1), CREATE);
    await store.write(departments(1, 1), CREATE);
    const { chain } = await store.status();
    const { database } = desk.parts();
    await database.batches.delete([chain, 2, 1]);
    const again = await desk.open({ journal: undefined as never });
    expect(await count(again)).toBe(1);
    expect(receiptOf(await again.write(departments(1, 2), CREATE)).batch).toBe(`${chain}/2`);
    expect(await database.aside.count()).toBe(1);
    expect((await again.verify()).broken).toBeUndefined();
  });

  test('a damaged batch is dropped and reported, and later ones still count', async () => {
    const desk = new Desk();
    const store = await desk.open();
    for (let at = 0; at < 3; at += 1) await store.write(departments(1, at), CREATE);
    const { chain } = await store.status();
    const { database } = desk.parts();
    const stored = await database.batches.get([chain, 2, 0]);
    if (!stored) throw new Error('no part');
    const bytes = stored.bytes.slice();
    bytes.set([33], bytes.length - 10);
    await database.batches.put({ ...stored, bytes });
    const again = await desk.open();
    expect(again.dropped).toMatchObject([{ chain, sequence: 2 }]);
    expect(await count(again)).toBe(2);
    expect((await again.verify()).broken).toMatchObject({ sequence: 2, part: 0 });
  });
});

describe('checkpoint', () => {
  test('gives way to a save that waits, and is written once nothing does', async () => {
    const desk = new Desk();
    const store = await desk.open();
    await store.write(departments(1), CREATE);
    const checkpoint = store.checkpoint();
    receiptOf(await store.write(departments(1, 1), CREATE));
    await checkpoint;
    const { database } = desk.parts();
    expect(await database.checkpoint()).toBeUndefined();
    await store.checkpoint();
    expect((await database.checkpoint())?.lamport).toBe(2);
    expect(await count(await desk.open())).toBe(2);
  });

  test('blocks and position change together: a start from it, or from the log before it, gives the same records', async () => {
    const desk = new Desk();
    const store = await desk.open();
    const { batch } = receiptOf(await store.write(departments(1200), CREATE));
    await store.checkpoint();
    await store.write([{ kind: 'delete', ledger: 'department', id: 'd600', rev: `${batch}/0` }], {
      kind: 'delete',
      text: '删除',
    });
    await store.write(departments(3, 5000), CREATE);
    const expected = await recordsOf(store, 'department');
    const { database } = desk.parts();
    expect(await database.blocks.count()).toBeGreaterThan(2);
    const fromCheckpoint = await desk.open();
    expect(await recordsOf(fromCheckpoint, 'department')).toEqual(expected);
    expect((await fromCheckpoint.trash('department')).map(({ id }) => id)).toEqual(['d600']);
    await fromCheckpoint.write(departments(1, 7000), CREATE);
    await fromCheckpoint.checkpoint();
    const full = await recordsOf(fromCheckpoint, 'department');
    await database.blocks.clear();
    await database.meta.delete('checkpoint');
    expect(await recordsOf(await desk.open(), 'department')).toEqual(full);
  });

  test('what a start had to replay is covered by the next one, so that no later start replays it again', async () => {
    const desk = new Desk();
    const store = await desk.open();
    await store.write(departments(3), CREATE);
    const again = await desk.open();
    await again.checkpoint();
    const { database } = desk.parts();
    expect((await database.checkpoint())?.lamport).toBe(1);
    expect(await count(await desk.open())).toBe(3);
  });

  test('only the blocks that changed are written again', async () => {
    const desk = new Desk();
    const store = await desk.open();
    const { batch } = receiptOf(await store.write(departments(1200), CREATE));
    await store.checkpoint();
    const { database } = desk.parts();
    const written: unknown[] = [];
    database.blocks.hook('updating', () => undefined);
    const before = await database.blocks.toArray();
    await store.write(
      [{ kind: 'edit', ledger: 'department', id: 'd700', rev: `${batch}/0`, patch: { shortName: '改' } }],
      { kind: 'edit', text: '修改' },
    );
    await store.checkpoint();
    const after = await database.blocks.toArray();
    for (const [index, block] of after.entries()) {
      if (Buffer.compare(block.bytes, before[index]?.bytes ?? new Uint8Array()) !== 0) written.push(block.block);
    }
    expect(written).toEqual([1]);
  });
});

describe('snapshot', () => {
  test('a restore goes back, keeps the present as a snapshot, and starts a new chain from the snapshot’s hash', async () => {
    const desk = new Desk();
    const store = await desk.open();
    const newCase: Draft = { kind: 'create', ledger: 'application', values: { inDate: '2026-01-05', name: '甲' } };
    await store.write([newCase], CREATE);
    const id = await store.snapshot();
    const kept = await recordsOf(store, 'application');
    const late = receiptOf(await store.write([newCase], CREATE));
    const chain = late.batch.split('/')[0];
    await store.restoreSnapshot({ id });
    expect(await recordsOf(store, 'application')).toEqual(kept);
    const { snapshots } = await desk.snapshots.api.list();
    expect(snapshots.map(({ counts }) => counts.application)).toEqual([1, 2, 1]);
    const receipt = receiptOf(await store.write([newCase], CREATE));
    expect(receipt.batch.startsWith(`${chain}/`)).toBe(false);
    const written = await store.view('application', receipt.records[0]?.id ?? '');
    expect(written?.row.values.caseNo).toBe('ZR-2026-0003');
    const { database } = desk.parts();
    const [first] = await database.entriesOf(receipt.batch.split('/')[0] ?? '', 1);
    expect(new TextDecoder().decode(first?.bytes)).toContain(`"previous":"${snapshots[2]?.sha256}"`);
    const expected = await recordsOf(store, 'application');
    const again = await desk.open();
    expect(await recordsOf(again, 'application')).toEqual(expected);
    expect((await again.status()).journalAhead).toBe(0);
    expect((await again.verify()).broken).toBeUndefined();
    // The journal alone tells the same story: batches the restore went back over do not come to count again.
    desk.loseDatabase();
    const fresh = await desk.open();
    await fresh.recoverFromJournal();
    expect(await recordsOf(fresh, 'application')).toEqual(expected);
  });

  test('a snapshot brings a fresh machine to the same records and numbers', async () => {
    const desk = new Desk();
    const store = await desk.open();
    await store.write(departments(600), CREATE);
    const id = await store.snapshot();
    const other = new Desk();
    const fresh = await other.open({ snapshots: desk.snapshots.api });
    await fresh.write(departments(1, 9000), CREATE);
    await fresh.restoreSnapshot({ id });
    expect(await recordsOf(fresh, 'department')).toEqual(await recordsOf(store, 'department'));
    expect(await count(await other.open())).toBe(600);
  });
});

type Step = {
  readonly act: 'create' | 'edit' | 'delete' | 'undo' | 'restore' | 'checkpoint';
  readonly pick: number;
  readonly word: string;
};

const steps = fc.array(
  fc.record({
    act: fc.constantFrom<Step['act'][]>(
      'create',
      'create',
      'edit',
      'edit',
      'delete',
      'undo',
      'undo',
      'restore',
      'checkpoint',
    ),
    pick: fc.nat(50),
    word: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 8 }).filter((word) => word.trim() !== ''),
  }),
  { minLength: 1, maxLength: 25 },
);

async function take(store: LedgerStore, { act, pick, word }: Step): Promise<void> {
  const rows = await store.rows({ ledger: 'application' });
  const row = rows[pick % Math.max(1, rows.length)];
  if (act === 'create') {
    const opinions = [{ id: '', community: word, opinion: '同意' }];
    await store.write(
      [{ kind: 'create', ledger: 'application', values: { inDate: '2026-01-05', name: word, opinions } }],
      CREATE,
    );
  } else if (act === 'edit' && row) {
    const opinions = Array.from({ length: pick % 4 }, (_, at) => ({
      id: `o${(pick + at * 3) % 5}`,
      community: word,
      opinion: String(at),
    }));
    await store.write(
      [{ kind: 'edit', ledger: 'application', id: row.id, rev: row.rev, patch: { name: word, opinions } }],
      { kind: 'edit', text: '修改' },
    );
  } else if (act === 'delete' && row) {
    await store.write([{ kind: 'delete', ledger: 'application', id: row.id, rev: row.rev }], {
      kind: 'delete',
      text: '删除',
    });
  } else if (act === 'undo') {
    const { batches } = await store.batches(0, 50);
    const batch = batches[pick % Math.max(1, batches.length)];
    if (batch) await store.undo(batch.batch);
  } else if (act === 'restore') {
    const [deleted] = await store.trash('application');
    if (deleted) await store.restoreDeleted('application', deleted.id);
  } else if (act === 'checkpoint') await store.checkpoint();
}

test('whatever clerks do, the log replayed is what stands in memory, from the checkpoint, the log and the journal alike', async () => {
  await fc.assert(
    fc.asyncProperty(steps, async (taken) => {
      const desk = new Desk();
      const store = await desk.open();
      for (const step of taken) await take(store, step);
      const expected = await recordsOf(store, 'application');
      expect(await recordsOf(await desk.open(), 'application')).toEqual(expected);
      const { database } = desk.parts();
      await database.blocks.clear();
      await database.meta.delete('checkpoint');
      const replayed = await desk.open();
      expect(await recordsOf(replayed, 'application')).toEqual(expected);
      expect((await replayed.verify()).broken).toBeUndefined();
      desk.loseDatabase();
      const recovered = await desk.open();
      await recovered.recoverFromJournal();
      expect(await recordsOf(recovered, 'application')).toEqual(expected);
    }),
    { numRuns: 30 },
  );
}, 60_000);

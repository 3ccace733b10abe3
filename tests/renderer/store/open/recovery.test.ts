import { describe, expect, test } from 'vitest';
import type { Draft } from '../../../../renderer/store/store-api.ts';
import { defineLedger } from '../../../../shared/kit/define-ledger.ts';
import { attachments, children, text } from '../../../../shared/kit/fields.ts';
import { Desk, receiptOf, recordsOf } from '../support.ts';

const CREATE = { kind: 'create', text: '登记' } as const;

const department = (id: string): Draft => ({ kind: 'create', ledger: 'department', id, values: { name: `部门${id}` } });

const newCase = (name: string): Draft => ({
  kind: 'create',
  ledger: 'application',
  values: { inDate: '2026-01-05', name },
});

describe('recovery from the journal', () => {
  test('without the snapshot its log stands on, nothing is taken over, not at the next start either', async () => {
    const desk = new Desk();
    const other = await desk.open();
    await other.write([department('d1')], CREATE);
    const id = await other.snapshot();
    // A fresh machine, which went on from that snapshot and then lost its database.
    const fresh = new Desk();
    const store = await fresh.open({ snapshots: desk.snapshots.api });
    await store.restoreSnapshot({ id });
    await store.write([department('d2')], CREATE);
    const expected = await recordsOf(store, 'department');
    fresh.loseDatabase();
    const empty = await fresh.open();
    await expect(empty.recoverFromJournal()).rejects.toMatchObject({ code: 'journal/needs-snapshot' });
    expect((await recordsOf(empty, 'department')).size).toBe(0);
    const again = await fresh.open({ snapshots: desk.snapshots.api });
    expect((await recordsOf(again, 'department')).size).toBe(0);
    expect((await again.status()).journalAhead).toBeGreaterThan(0);
    // As the message says: the snapshot first, then the journal.
    await again.restoreSnapshot({ id });
    await again.recoverFromJournal();
    expect(await recordsOf(again, 'department')).toEqual(expected);
    expect(await recordsOf(await fresh.open(), 'department')).toEqual(expected);
  });

  test('numbers of batches a restore went back over stay given, the database lost or not', async () => {
    const desk = new Desk();
    const store = await desk.open();
    await store.write([newCase('甲')], CREATE);
    const id = await store.snapshot();
    await store.write([newCase('乙')], CREATE);
    await store.restoreSnapshot({ id });
    desk.loseDatabase();
    const fresh = await desk.open();
    await fresh.recoverFromJournal();
    const { records } = receiptOf(await fresh.write([newCase('丙')], CREATE));
    const written = await fresh.view('application', records[0]?.id ?? '');
    expect(written?.row.values.caseNo).toBe('ZR-2026-0003');
  });

  test('a restore taken back by restoring the snapshot it made keeps log, history and recovery whole', async () => {
    const desk = new Desk();
    const store = await desk.open();
    await store.write([department('d1')], CREATE);
    const early = await store.snapshot();
    const { batch, records } = receiptOf(await store.write([department('d2')], CREATE));
    const [d2] = records;
    const expected = await recordsOf(store, 'department');
    await store.restoreSnapshot({ id: early });
    await store.write([department('d3')], CREATE);
    const present = (await desk.snapshots.api.list()).snapshots.find(({ reason }) => reason === 'restore');
    await store.restoreSnapshot({ id: present?.id ?? '' });
    expect(await recordsOf(store, 'department')).toEqual(expected);
    expect(await store.history('department', d2?.id ?? '')).toHaveLength(1);
    expect(await store.planUndo(batch)).toMatchObject({ undoable: 1 });
    desk.loseDatabase();
    const fresh = await desk.open();
    await fresh.recoverFromJournal();
    expect(await recordsOf(fresh, 'department')).toEqual(expected);
    expect(await recordsOf(await desk.open(), 'department')).toEqual(expected);
    await fresh.restoreSnapshot({ id: early });
    expect([...(await recordsOf(fresh, 'department')).keys()]).toEqual(['d1']);
    desk.loseDatabase();
    const last = await desk.open();
    await last.recoverFromJournal();
    expect([...(await recordsOf(last, 'department')).keys()]).toEqual(['d1']);
  });

  test('what lies before a damaged stretch of the journal is taken, and the damage is said', async () => {
    const desk = new Desk();
    const store = await desk.open();
    for (const name of ['d1', 'd2', 'd3']) await store.write([department(name)], CREATE);
    desk.loseDatabase();
    const { read } = desk.journal.api;
    const damaged = async (cursor: number) => {
      if (cursor > 0) return { bytes: new Uint8Array(), next: undefined, damaged: true };
      return { ...(await read(0)), next: 997 };
    };
    const fresh = await desk.open({ journal: { ...desk.journal.api, read: damaged } });
    await expect(fresh.recoverFromJournal()).rejects.toMatchObject({ code: 'journal/damaged' });
    expect([...(await recordsOf(fresh, 'department')).keys()]).toEqual(['d1']);
    expect([...(await recordsOf(await desk.open(), 'department')).keys()]).toEqual(['d1']);
  });

  test('one that breaks off midway counts for nothing, and the next finds the same records', async () => {
    const desk = new Desk();
    const store = await desk.open();
    await store.write([department('d1')], CREATE);
    const id = await store.snapshot();
    for (const name of ['d2', 'd3', 'd4']) await store.write([department(name)], CREATE);
    await store.restoreSnapshot({ id });
    await store.write([department('d5')], CREATE);
    const expected = await recordsOf(store, 'department');
    desk.loseDatabase();
    const fresh = await desk.open();
    const { read } = desk.journal.api;
    for (let reads = 0; reads * 997 < desk.journal.bytes.length; reads += 1) {
      let left = reads;
      const broken = async (cursor: number) => {
        if (left === 0) throw new Error('the program ends');
        left -= 1;
        return read(cursor);
      };
      const breaking = await desk.open({ journal: { ...desk.journal.api, read: broken } });
      await expect(breaking.recoverFromJournal()).rejects.toThrow('the program ends');
      expect((await recordsOf(await desk.open(), 'department')).size).toBe(0);
    }
    await fresh.recoverFromJournal();
    expect(await recordsOf(fresh, 'department')).toEqual(expected);
  });

  test.each(['the log', 'a snapshot'])(
    'a batch damaged in the database is offered and taken, records standing on %s',
    async (on) => {
      const desk = new Desk();
      const store = await desk.open();
      await store.write([department('d0')], CREATE);
      if (on === 'a snapshot') await store.restoreSnapshot({ id: await store.snapshot() });
      const { batch } = receiptOf(await store.write([department('d1')], CREATE));
      await store.write([department('d2')], CREATE);
      const expected = await recordsOf(store, 'department');
      const { database } = desk.parts();
      const [chain = '', sequence] = batch.split('/');
      const stored = await database.batches.get([chain, Number(sequence), 0]);
      if (!stored) throw new Error('no part');
      await database.batches.put({ ...stored, bytes: stored.bytes.slice(0, -20) });
      const again = await desk.open();
      expect((await recordsOf(again, 'department')).has('d1')).toBe(false);
      expect((await again.status()).journalAhead).toBe(1);
      expect(await again.recoverFromJournal()).toBe(1);
      expect(await recordsOf(again, 'department')).toEqual(expected);
      expect((await again.verify()).broken).toBeUndefined();
      const last = await desk.open();
      expect(await recordsOf(last, 'department')).toEqual(expected);
      expect((await last.status()).journalAhead).toBe(0);
    },
  );
});

test('a checkpoint block that cannot be read is made again from the log, numbers given included', async () => {
  const desk = new Desk();
  const store = await desk.open();
  await store.write([newCase('甲')], CREATE);
  await store.checkpoint();
  await store.write([newCase('乙')], CREATE);
  const expected = await recordsOf(store, 'application');
  const { database } = desk.parts();
  await database.blocks.put({ ledger: 'application', block: 0, bytes: Uint8Array.of(123) });
  const again = await desk.open();
  expect(await recordsOf(again, 'application')).toEqual(expected);
  expect(await recordsOf(await desk.open(), 'application')).toEqual(expected);
});

test('a snapshot names the attachments of child rows too', async () => {
  const desk = new Desk();
  const hash = 'a'.repeat(64);
  const pacts = defineLedger({
    id: 'pacts',
    title: '协议',
    noun: '协议',
    group: '准入',
    version: 1,
    fields: { name: text('名称').key(), rows: children('协议', { files: attachments('协议文本') }) },
    titleField: 'name',
    columns: ['name'],
  });
  desk.ledgers = [pacts];
  const store = await desk.open();
  const rows = [{ id: 'r1', files: [{ hash, name: '协议.pdf', size: 1 }] }];
  receiptOf(await store.write([{ kind: 'create', ledger: 'pacts', values: { name: '甲', rows } }], CREATE));
  const id = await store.snapshot();
  expect((await desk.snapshots.api.read(id)).manifest.hashes).toEqual([hash]);
});

test('a window asked for before a restore or a recovery is not answered with the records of before', async () => {
  const desk = new Desk();
  const store = await desk.open();
  await store.write([department('d1')], CREATE);
  const id = await store.snapshot();
  await store.write([department('d2')], CREATE);
  await store.checkpoint();
  const again = await desk.open();
  const query = { ledger: 'department' };
  expect((await again.window(query, 0, 9)).total).toBe(2);
  await again.restoreSnapshot({ id });
  expect((await again.window(query, 0, 9)).total).toBe(1);
});

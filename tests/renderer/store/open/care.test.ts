import { describe, expect, test } from 'vitest';
import type { LedgerStore } from '../../../../renderer/store/ledger-store.ts';
import type { Draft } from '../../../../renderer/store/store-api.ts';
import { Desk, departments, receiptOf, refusalOf } from '../support.ts';

const MEGABYTE = 1024 * 1024;
const CREATE = { kind: 'create', text: '登记' } as const;
const IMPORT = { kind: 'import', text: '导入' } as const;

const taken = async (desk: Desk) =>
  (await desk.snapshots.api.list()).snapshots
    .toReversed()
    .map(({ reason, counts }) => `${reason} ${counts.department}`);

const deletions = async (store: LedgerStore, count: number): Promise<Draft[]> =>
  (await store.rows({ ledger: 'department' }))
    .slice(0, count)
    .map(({ id, rev }) => ({ kind: 'delete', ledger: 'department', id, rev }));

describe('snapshots nobody asked for', () => {
  test('come before an import, before many deletions, and not where nothing changed since the last', async () => {
    const desk = new Desk();
    const store = await desk.open();
    // Nothing is there to be kept yet.
    await store.write(departments(1), IMPORT);
    expect(await taken(desk)).toEqual([]);
    await store.write(departments(30, 1), IMPORT);
    expect(await taken(desk)).toEqual(['import 1']);
    await store.write(await deletions(store, 19), { kind: 'delete', text: '删除' });
    await store.write(departments(20, 50), CREATE);
    expect(await taken(desk)).toEqual(['import 1']);
    await store.write(await deletions(store, 20), { kind: 'delete', text: '删除' });
    expect(await taken(desk)).toEqual(['import 1', 'delete 32']);
    await store.care('regular');
    await store.care('regular');
    expect(await taken(desk)).toEqual(['import 1', 'delete 32', 'regular 12']);
    // Known over a restart.
    await (await desk.open()).care('start');
    expect(await taken(desk)).toHaveLength(3);
  });

  test('come before anything a new version of the program writes', async () => {
    const desk = new Desk();
    await (await desk.open()).write(departments(3), CREATE);
    await desk.open();
    expect(await taken(desk)).toEqual([]);
    await desk.open({ version: '0.2.0' });
    await desk.open({ version: '0.2.0' });
    expect(await taken(desk)).toEqual(['update 3']);
  });

  test('that fail stop nothing and are told until one succeeds', async () => {
    const desk = new Desk();
    const store = await desk.open();
    await store.write(departments(1), CREATE);
    const { begin } = desk.snapshots.api;
    Reflect.set(desk.snapshots.api, 'begin', () => Promise.reject(new Error('full')));
    receiptOf(await store.write(departments(1, 1), IMPORT));
    expect((await store.status()).snapshotProblem).toContain('自动备份没有完成');
    Reflect.set(desk.snapshots.api, 'begin', begin);
    await store.care('regular');
    expect((await store.status()).snapshotProblem).toBeUndefined();
  });

  test('are not taken in a plain browser: there is no folder for them', async () => {
    const desk = new Desk();
    const store = await desk.open({ journal: undefined as never });
    await store.write(departments(1), CREATE);
    await store.write(departments(1, 1), IMPORT);
    await store.care('regular');
    expect(await taken(desk)).toEqual([]);
  });
});

describe('a disk that is nearly full', () => {
  test.each([
    [499 * MEGABYTE, 1000, CREATE, ['disk/low']],
    [499 * MEGABYTE, 999, CREATE, undefined],
    [499 * MEGABYTE, 1, IMPORT, ['disk/low']],
    [500 * MEGABYTE, 1000, IMPORT, undefined],
    [undefined, 1000, IMPORT, undefined],
  ])('with %s bytes free, %i changes for %j: %j', async (free, changes, reason, codes) => {
    const desk = new Desk();
    const store = await desk.open({ freeSpace: async () => free });
    const outcome = await store.write(departments(changes), reason);
    if (codes) {
      expect(refusalOf(outcome)).toEqual(codes);
      expect(outcome.ok ? '' : outcome.complaints[0]?.message).toContain('只剩 499 MB，少于 500 MB');
      expect((await store.status()).isEmpty).toBe(true);
    } else receiptOf(outcome);
  });
});

describe('on a disk that is nearly full there is', () => {
  const LOW = { code: 'disk/low', message: expect.stringContaining('只剩 499 MB，少于 500 MB，没有恢复') };
  const onFullDisk = { freeSpace: async () => 499 * MEGABYTE };

  test('no going back to a snapshot, and no snapshot of the present for it', async () => {
    const desk = new Desk();
    const store = await desk.open(onFullDisk);
    receiptOf(await store.write(departments(2), CREATE));
    const id = await store.snapshot();
    receiptOf(await store.write(departments(1, 2), CREATE));
    await expect(store.restoreSnapshot({ id })).rejects.toMatchObject(LOW);
    expect((await store.status()).counts.department).toBe(3);
    expect(await taken(desk)).toEqual(['asked 2']);
  });

  test('no making anew of lost records, but an empty office', async () => {
    const desk = new Desk();
    receiptOf(await (await desk.openNoted()).write(departments(2), CREATE));
    desk.loseDatabase();
    const rescue = desk.rescue(undefined, onFullDisk);
    await expect(rescue.rebuild({ kind: 'latest' })).rejects.toMatchObject(LOW);
    expect(await desk.names()).toEqual([]);
    expect((await rescue.rebuild({ kind: 'nothing' })).counts).toEqual({});
  });
});

describe('the note', () => {
  test('is there from the first record on, and an empty database leaves that of a lost one alone', async () => {
    const desk = new Desk();
    const store = await desk.openNoted();
    expect(desk.note).toBeUndefined();
    await store.write(departments(3), CREATE);
    expect(desk.note).toMatchObject({ database: 'street-ledger', records: 3, version: '0.1.0', folder: 'folder' });
    await store.write(departments(2, 10), CREATE);
    await store.keepNote();
    expect(desk.note?.records).toBe(5);
    desk.loseDatabase();
    await (await desk.openNoted()).care('start');
    expect(desk.note?.records).toBe(5);
  });
});

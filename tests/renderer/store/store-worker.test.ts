import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { Dexie } from 'dexie';
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { afterAll, afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createOperators } from '../../../electron/operators/operators.ts';
import type { StoreWorker } from '../../../renderer/store/store-worker.ts';
import { MemoryJournal, MemorySnapshots, receiptOf } from './support.ts';

const exposed = vi.hoisted((): unknown[] => []);
vi.mock('comlink', async (original) => ({
  ...(await original<typeof import('comlink')>()),
  expose: (api: unknown) => void exposed.push(api),
}));

/** Opening, how the store stands, and who may unlock it. */
const ALWAYS: readonly string[] = [
  'connect',
  'open',
  'status',
  'access',
  'setToday',
  'setOperator',
  'checkpoint',
  'lock',
  'enter',
  'enterWithoutPasswords',
];

const folder = mkdtempSync(path.join(os.tmpdir(), 'street-ledger-worker-'));
beforeEach(() => {
  const indexedDB = new IDBFactory();
  vi.stubGlobal('indexedDB', indexedDB);
  Object.assign(Dexie.dependencies, { indexedDB, IDBKeyRange });
});
afterEach(() => vi.useRealTimers());
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const operators = createOperators(folder, () => 0, { memoryKib: 8192, passes: 1, lanes: 1 });
const none = async () => undefined;
const noCopy = async () => ({ state: 'none', isSameDrive: false }) as const;

/** A worker that was just started: every import of its module anew is one. Its start ends with `update`. */
async function started(journal: MemoryJournal, snapshots: MemorySnapshots, update = noCopy): Promise<StoreWorker> {
  vi.resetModules();
  await import('../../../renderer/store/store-worker.ts');
  const worker = exposed.at(-1) as StoreWorker;
  await worker.connect({ version: '0.1.0', hasJournal: true }, () => undefined, {
    journal: journal.api,
    snapshots: snapshots.api,
    attachments: { put: async () => '', get: none, remove: none },
    freeSpace: none,
    note: { read: none, write: none, setStoreAside: none },
    secondCopy: {
      status: noCopy,
      choose: noCopy,
      update,
    },
    operators,
  });
  await worker.open();
  return worker;
}

test('a snapshot is taken at the start and every quarter of an hour, where anything changed', async () => {
  vi.useFakeTimers({ toFake: ['setInterval'] });
  const [journal, snapshots] = [new MemoryJournal(), new MemorySnapshots()];
  const taken = async () => (await snapshots.api.list()).snapshots.map(({ reason }) => reason).toReversed();
  const write = async (worker: StoreWorker, id: string) =>
    receiptOf(
      await worker.write([{ kind: 'create', ledger: 'department', id, values: { name: id } }], {
        kind: 'create',
        text: '登记',
      }),
    );
  const first = await started(journal, snapshots);
  await write(first, 'd1');
  vi.advanceTimersByTime(15 * 60_000 - 1);
  expect(await taken()).toEqual([]);
  vi.advanceTimersByTime(1);
  await vi.waitFor(async () => expect(await taken()).toEqual(['regular']));
  await write(first, 'd2');
  vi.clearAllTimers();

  const second = await started(journal, snapshots);
  // Not before the first screen had its time.
  await vi.waitFor(async () => expect(await taken()).toEqual(['regular', 'start']), 10_000);
  vi.advanceTimersByTime(15 * 60_000);
  // What waits its turn behind the look at it: nothing changed, so nothing was taken.
  await write(second, 'd3');
  expect(await taken()).toEqual(['regular', 'start']);
  vi.advanceTimersByTime(15 * 60_000);
  await vi.waitFor(async () => expect(await taken()).toEqual(['regular', 'start', 'regular']));
});

test('a start that found nothing takes no snapshot of what is entered right after it', async () => {
  const copied = vi.fn(noCopy);
  const snapshots = new MemorySnapshots();
  const worker = await started(new MemoryJournal(), snapshots, copied);
  await worker.write([{ kind: 'create', ledger: 'department', id: 'd1', values: { name: 'd1' } }], {
    kind: 'create',
    text: '登记',
  });
  await vi.waitFor(() => expect(copied).toHaveBeenCalledOnce(), 10_000);
  expect((await snapshots.api.list()).snapshots).toEqual([]);
});

test('locked, the worker refuses everything it can be asked but what unlocking needs', async () => {
  const worker = await started(new MemoryJournal(), new MemorySnapshots());
  const values = { name: '王晓', role: '管理员', passwordAt: '2026-01-05T09:00:00+08:00' };
  await operators.setPassword('wang', '滨河路上有棵大槐树');
  receiptOf(
    await worker.write([{ kind: 'create', ledger: 'operator', id: 'wang', values }], { kind: 'edit', text: '名册' }),
  );

  const others = Object.entries(worker).filter(([name]) => !ALWAYS.includes(name));
  expect(others.length).toBeGreaterThan(50);
  const answered = others.flatMap(([name, method]) => {
    try {
      Reflect.apply(method, undefined, []);
      return [name];
    } catch (thrown) {
      return thrown instanceof Error && 'code' in thrown && thrown.code === 'store/locked' ? [] : [name];
    }
  });
  expect(answered).toEqual([]);
  await worker.enter('wang', '滨河路上有棵大槐树');
  expect((await worker.window({ ledger: 'operator' }, 0, 10)).total).toBe(1);
});

import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { Dexie } from 'dexie';
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { afterEach, expect, test, vi } from 'vitest';
import { createOperators } from '../../../electron/operators.ts';
import type { StoreWorker } from '../../../renderer/store/store-worker.ts';
import { MemorySnapshots, receiptOf } from './support.ts';

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
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test('locked, the worker refuses everything it can be asked but what unlocking needs', async () => {
  const indexedDB = new IDBFactory();
  vi.stubGlobal('indexedDB', indexedDB);
  Object.assign(Dexie.dependencies, { indexedDB, IDBKeyRange });
  await import('../../../renderer/store/store-worker.ts');
  const worker = exposed[0] as StoreWorker;
  const operators = createOperators(folder, () => 0, { memoryKib: 8192, passes: 1, lanes: 1 });
  const none = async () => undefined;
  await worker.connect({ version: '0.1.0', hasJournal: false }, () => undefined, {
    journal: {
      tail: async () => ({ entries: [], torn: false, folder: '' }),
      append: none,
      read: async () => ({ bytes: new Uint8Array(), next: undefined }),
      purge: async () => ({ entries: 0, unread: [] }),
    },
    snapshots: new MemorySnapshots().api,
    attachments: { put: async () => '', get: none, remove: none },
    freeSpace: none,
    note: { read: none, write: none, setStoreAside: none },
    secondCopy: {
      status: async () => ({ state: 'none', isSameDrive: false }),
      choose: async () => ({ state: 'none', isSameDrive: false }),
      update: async () => ({ state: 'none', isSameDrive: false }),
    },
    operators,
  });
  await worker.open();
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

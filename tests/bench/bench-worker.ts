import { LedgerDatabase } from '../../renderer/store/database.ts';
import { LedgerStore } from '../../renderer/store/ledger-store.ts';
import type { Query } from '../../shared/kit/query.ts';
import { benchLedger, benchValues } from './bench-ledger.ts';
import type { Figure } from './figures.ts';

const ROWS = 100_000;
const EDITS = 21;
const figures: Figure[] = [];

async function timed<R>(what: string, work: () => Promise<R> | R, note = ''): Promise<R> {
  const began = performance.now();
  const result = await work();
  figures.push({ what, milliseconds: performance.now() - began, note });
  return result;
}

/** The measure of everything else: the same rows as JSON, 1,000 an entry, one strict transaction, nothing more. */
async function rawPacked(): Promise<void> {
  const request = indexedDB.open('bench-raw', 1);
  request.onupgradeneeded = () => request.result.createObjectStore('packs');
  const database = await new Promise<IDBDatabase>((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
  const rows = Array.from({ length: ROWS }, (_, row) => ({ id: `r${row}`, rev: '', values: benchValues(row) }));
  await timed('raw packed write', async () => {
    const transaction = database.transaction('packs', 'readwrite', { durability: 'strict' });
    const packs = transaction.objectStore('packs');
    for (let at = 0; at < ROWS; at += 1000) {
      packs.put(new TextEncoder().encode(JSON.stringify(rows.slice(at, at + 1000))), at);
    }
    await new Promise((resolve, reject) => {
      transaction.oncomplete = resolve;
      transaction.onerror = () => reject(transaction.error);
    });
  });
  await timed('raw packed read', async () => {
    const all = database.transaction('packs').objectStore('packs').getAll();
    const packs = await new Promise<Uint8Array[]>((resolve) => {
      all.onsuccess = () => resolve(all.result);
    });
    return packs.map((pack) => JSON.parse(new TextDecoder().decode(pack)));
  });
  database.close();
}

/** Longest time the worker did not answer, while something long runs. */
function watchStalls(): () => number {
  let last = performance.now();
  let longest = 0;
  const channel = new MessageChannel();
  let running = true;
  channel.port1.onmessage = () => {
    longest = Math.max(longest, performance.now() - last);
    last = performance.now();
    if (running) setTimeout(() => channel.port2.postMessage(undefined), 1);
  };
  channel.port2.postMessage(undefined);
  return () => {
    running = false;
    return longest;
  };
}

async function measure(): Promise<void> {
  await rawPacked();
  let journalled = 0;
  const parts = () => ({
    database: new LedgerDatabase('bench'),
    ledgers: [benchLedger],
    version: '0.0.0',
    now: () => '2026-01-05T09:41:07+08:00',
    newId: () => crypto.randomUUID(),
    randomBytes: (length: number) => crypto.getRandomValues(new Uint8Array(length)),
    journal: {
      tail: async () => ({ entries: [], torn: false, folder: '' }),
      append: async (chunk: Uint8Array) => {
        journalled += chunk.length;
      },
      read: async () => ({ bytes: new Uint8Array(), next: undefined }),
      purge: async () => ({ entries: 0, unread: [] }),
    },
  });
  const store = await LedgerStore.open(parts());
  const drafts = Array.from({ length: ROWS }, (_, row) => ({
    kind: 'create' as const,
    ledger: 'bench',
    id: `r${row}`,
    values: benchValues(row),
  }));
  const stalled = watchStalls();
  const outcome = await timed('commit 100,000 rows', () => store.write(drafts, { kind: 'import', text: '测速' }));
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.complaints.slice(0, 3)));
  figures.push({ what: 'longest stall while committing', milliseconds: stalled(), note: '' });
  figures.push({ what: 'journalled', milliseconds: 0, note: `${(journalled / 1e6).toFixed(1)} MB` });
  // The bulk batch has queued its checkpoint; this waits for it.
  await timed('checkpoint', () => store.checkpoint());
  const edits: number[] = [];
  for (const { id, rev } of outcome.receipt.records.slice(0, EDITS)) {
    const edit = { kind: 'edit' as const, ledger: 'bench', id, rev, patch: { notes: '改' } };
    const began = performance.now();
    await store.write([edit], { kind: 'edit', text: '修改' });
    edits.push(performance.now() - began);
  }
  const median = edits.toSorted((one, other) => one - other)[EDITS >> 1] ?? Number.NaN;
  figures.push({ what: 'commit one edit', milliseconds: median, note: `median of ${EDITS}` });
  await store.checkpoint();
  const again = await timed('load 100,000 rows', () =>
    LedgerStore.open({ ...parts(), database: new LedgerDatabase('bench') }),
  );
  await queries(again);
}

async function queries(store: LedgerStore): Promise<void> {
  const ask = (what: string, query: Omit<Query, 'ledger'>, offset = 0) =>
    timed(what, () => store.window({ ledger: 'bench', ...query }, offset, 50)).then(({ total }) => {
      const last = figures.at(-1);
      if (last) figures[figures.length - 1] = { ...last, note: `${total} rows` };
    });
  await ask('first window', {});
  const filters = [
    { field: 'kind', is: ['环境卫生', '物业管理'] },
    { field: 'on', from: '2026-03-01', to: '2026-09-30' },
    { field: 'persons', from: 10 },
    { field: 'community', contains: '晨光' },
  ];
  await ask('filter on four fields', { filters });
  await ask('contains in a long text', { filters: [{ field: 'content', contains: '持续7天' }] });
  await ask('search, first (texts and pinyin made)', { search: '幸福路12号' });
  await ask('search by words', { search: '晨光 噪声' });
  await ask('search by pinyin initials', { search: 'zsrm' });
  await ask('sort by a number', { sort: { field: 'amount', descending: true } });
  await ask('sort by Chinese text', { sort: { field: 'name', descending: false } });
  await ask('page at 50,000 of that', { sort: { field: 'name', descending: false } }, 50_000);
  await ask('sums of two columns', { sums: ['persons', 'amount'] });
  await timed('distinct values', () => store.distinct({ ledger: 'bench' }, 'community'));
}

measure().then(
  () => postMessage({ figures }),
  (thrown: unknown) =>
    postMessage({ failure: thrown instanceof Error ? `${thrown.message}\n${thrown.stack}` : String(thrown) }),
);

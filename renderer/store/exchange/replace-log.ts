import type { Reason } from '../../../shared/history/change.ts';
import { decodeHeader } from '../../../shared/history/encode.ts';
import { batchIdOf } from '../../../shared/history/rev.ts';
import { error } from '../../../shared/kit/complaint.ts';
import type { EntryKey, LedgerDatabase, NotedPurge, StoredEntry, Union } from '../database.ts';
import { checkpointOf, dirtyBlocks } from '../open/checkpoint.ts';
import type { Outcome } from '../store-api.ts';
import type { StoreCore } from '../store-core.ts';
import type { JournalRelay } from '../write/journal-relay.ts';
import { notWritten, storedEntry } from '../write/store-batch.ts';
import { type FoldedLog, keptOf } from './fold-log.ts';
import { ownBatch } from './own-batch.ts';

/** Entries handed to the database in one go. */
const AT_ONCE = 16;

/** A log that was folded with other batches than before, to take the place of the present one. */
export type LogReplacement = {
  readonly folded: FoldedLog;
  /** Of the batch by which the own chain says so. */
  readonly reason: Reason;
  readonly incoming: readonly StoredEntry[];
  /** Entries that are here, with changes they lacked. The journal keeps them as they came: its lines are never rewritten. */
  readonly filled: readonly StoredEntry[];
  /** Whether a batch that is here counts from now on; the others are laid aside. */
  readonly counts: (chain: string, sequence: number) => boolean;
  /** Purges that came with the batches: they hold here too. */
  readonly purges: readonly NotedPurge[];
  readonly union: (batch: string, at: string) => Union;
};

/**
 * Batches, records, conflicts and the batch that says so come to count in one transaction; then the journal gets them, the
 * saying batch last: what no such batch names does not count. Until the transaction is through nothing is counted, so that
 * it can be tried again.
 * @throws LedgerError store/not-written where the database refuses: then nothing of it was written.
 */
export async function replaceLog(core: StoreCore, journal: JournalRelay, request: LogReplacement): Promise<Outcome> {
  if (!(await journal.retry())) return { ok: false, complaints: [behind] };
  const { folded, reason, filled, counts, purges } = request;
  const { database } = core.parts;
  const { state, seen } = folded.fold;
  const saying = ownBatch(core, state, reason);
  const closing = saying.at(-1);
  const header = closing && decodeHeader(closing.bytes);
  if (!header) return { ok: false, complaints: [behind] };
  const note = saying.map((entry) => storedEntry(entry));
  seen.note(header);
  const batch = batchIdOf(header);
  const union: Union = { ...request.union(batch, header.at), ...keptOf(folded) };
  const gone = await uncounted(core, counts);
  const left = [...new Set([...core.installation.left, ...gone.map(({ chain }) => chain)])];
  const installation = { ...core.installation, left };
  const { incoming } = request;
  const copied = await asCopied(core, incoming);
  const before = (await database.batches.bulkGet(filled.map(keyOf))).flatMap((entry) => entry ?? []);
  for (const table of state.tables().values()) table.blocks.markAll();
  const blocks = await dirtyBlocks(state);
  const covered = { ...checkpointOf(state), lamport: header.lamport };
  const positions = { ...covered.positions, [header.chain]: { sequence: header.sequence, hash: closing.hash } };
  const { batches, aside, meta } = database;
  const write = async () => {
    await layAside(database, [...gone, ...before]);
    await batches.bulkDelete(gone.map(keyOf));
    for (let at = 0; at < incoming.length; at += AT_ONCE) await batches.bulkAdd(incoming.slice(at, at + AT_ONCE));
    for (let at = 0; at < filled.length; at += AT_ONCE) await batches.bulkPut(filled.slice(at, at + AT_ONCE));
    await aside.bulkDelete(incoming.filter((entry, index) => !isFuller(entry, copied[index])).map(keyOf));
    await batches.bulkAdd(note);
    await database.blocks.clear();
    for (let at = 0; at < blocks.length; at += AT_ONCE) await database.blocks.bulkAdd(blocks.slice(at, at + AT_ONCE));
    await meta.bulkPut([
      { key: 'installation', value: installation },
      { key: 'checkpoint', value: { ...covered, positions } },
      { key: 'union', value: union },
      ...(purges.length > 0 ? [{ key: 'purges' as const, value: [...(await database.notedPurges()), ...purges] }] : []),
    ]);
  };
  try {
    await database.transaction('rw', batches, aside, database.blocks, meta, write);
  } catch (thrown) {
    throw notWritten(thrown);
  }
  state.finishBatch(header, closing.hash);
  for (const { ledger, block } of blocks) state.table(ledger).blocks.markClean([block]);
  core.installation = installation;
  core.union = union;
  core.replaceState(state);
  const isCopied = await relay(journal, [...copied, ...note]);
  const durability = isCopied ? 'both' : journal.exists ? 'journalPending' : 'oneCopy';
  return { ok: true, receipt: { batch, at: header.at, durability, records: [], warnings: [] } };
}

const keyOf = ({ chain, sequence, part }: StoredEntry): EntryKey => [chain, sequence, part];

async function uncounted({ parts: { database } }: StoreCore, counts: LogReplacement['counts']) {
  const keys = (await database.closings()).filter(([chain, sequence]) => !counts(chain, sequence));
  const entries = await Promise.all(keys.map(([chain, sequence]) => database.entriesOf(chain, sequence)));
  return entries.flat();
}

/** What the journal is told of batches that were here before: the bytes it has. */
async function asCopied({ parts: { database } }: StoreCore, incoming: readonly StoredEntry[]) {
  const held = await database.aside.bulkGet(incoming.map(keyOf));
  return incoming.map((entry, index) => {
    const before = held[index];
    return before?.hash === entry.hash ? before : entry;
  });
}

/** Lays entries aside as the journal has them: one that was filled since stays there as it first came. */
async function layAside({ aside }: LedgerDatabase, entries: readonly StoredEntry[]): Promise<void> {
  const held = await aside.bulkGet(entries.map(keyOf));
  await aside.bulkPut(entries.filter(({ hash }, index) => held[index]?.hash !== hash));
}

/** Whether an entry holds changes of which its copy has the digests alone, which are always shorter. */
const isFuller = ({ bytes }: StoredEntry, copy: StoredEntry | undefined): boolean =>
  copy !== undefined && bytes.length > copy.bytes.length;

async function relay(journal: JournalRelay, entries: readonly StoredEntry[]): Promise<boolean> {
  let isCopied = true;
  let open: StoredEntry[] = [];
  for (const entry of entries) {
    open.push(entry);
    if (entry.closed === undefined) continue;
    isCopied = await journal.append({ chain: entry.chain, sequence: entry.sequence }, open);
    open = [];
  }
  return isCopied;
}

const behind = error(
  'journal/behind',
  '副本未写：请先让日志副本写全，再做数据交换。没有改动任何数据，请检查磁盘后重试。',
);

import { bytesToHex } from '@noble/hashes/utils.js';
import type { EncodedEntry } from '../../../shared/history/batch.ts';
import { PART_SIZE } from '../../../shared/history/batch.ts';
import type { Change, Reason } from '../../../shared/history/change.ts';
import { encodeParts } from '../../../shared/history/encode.ts';
import { batchIdOf, revOf } from '../../../shared/history/rev.ts';
import { type Complaint, error, LedgerError } from '../../../shared/kit/complaint.ts';
import type { Meta, StoredEntry } from '../database.ts';
import { Pace } from '../slices.ts';
import type { Durability, Outcome } from '../store-api.ts';
import type { StoreCore } from '../store-core.ts';
import type { JournalRelay } from './journal-relay.ts';

/** From so many changes on a batch is bulk: it is not written while the journal is behind. */
export const BULK = 1000;

/** What whoever cancels a write is told. */
export const CANCELLED: Complaint = error('store/cancelled', '已取消，没有写入任何数据。');

/** A row about the batch that the closing record ends. */
export type NoteOf = (closing: EncodedEntry) => Meta;

const SALT_BYTES = 16;
/** What `crypto.getRandomValues` gives at most in one call. */
const RANDOM_AT_ONCE = 65_536;

/** Entries handed to the database in one go: more would hold the worker while they are copied. */
const AT_ONCE = 4;

/** Salts in hex, drawn in large portions. */
export function saltSource(randomBytes: (length: number) => Uint8Array, count: number): () => string {
  let left = count * SALT_BYTES;
  let drawn = new Uint8Array();
  let at = 0;
  return () => {
    if (at >= drawn.length) {
      drawn = Uint8Array.from(randomBytes(Math.max(SALT_BYTES, Math.min(RANDOM_AT_ONCE, left))));
      left -= drawn.length;
      at = 0;
    }
    at += SALT_BYTES;
    return bytesToHex(drawn.subarray(at - SALT_BYTES, at));
  };
}

/** An encoded entry as a row of the database. */
export function storedEntry(
  { position, lamport, hash, bytes }: EncodedEntry,
  closes: boolean,
  undoes?: string,
): StoredEntry {
  const closing = closes ? { closed: lamport, ...(undoes === undefined ? {} : { undoes }) } : {};
  return { ...position, lamport, hash, bytes, ...closing };
}

/**
 * Writes one batch: database (one strict transaction), memory, journal, and only then the receipt. Whoever calls holds
 * the store's turn, so the state cannot have moved since the changes were planned.
 * `isCancelled` is asked up to the moment the database begins: a cancelled batch leaves nothing. What
 * `noted` answers stands in the database exactly if the batch does.
 * @throws LedgerError store/not-written where the database refuses: then nothing of it was written.
 */
export async function commitBatch(
  core: StoreCore,
  journal: JournalRelay,
  changes: readonly Change[],
  reason: Reason,
  warnings: readonly Complaint[],
  isCancelled: () => boolean = () => false,
  noted?: NoteOf,
): Promise<Outcome> {
  if (changes.length >= BULK && journal.behind > 0 && !(await journal.retry())) {
    const message = `副本未写：还有 ${journal.behind} 批改动没有写入副本，暂不接受批量写入。已保存的数据不受影响，请检查磁盘后重试。`;
    return { ok: false, complaints: [error('journal/behind', message)] };
  }
  const at = core.parts.now();
  const entries = await encoded(core, changes, reason, at, isCancelled);
  if (isCancelled()) return { ok: false, complaints: [CANCELLED] };
  await stored(core, entries, reason.kind === 'undo' ? reason.of : undefined, noted);
  const closing = await applied(core, entries, changes);
  const isCopied = await journal.append(closing.position, entries);
  const durability: Durability = isCopied ? 'both' : journal.exists ? 'journalPending' : 'oneCopy';
  // The page shows what was written, it does not take it over: of a bulk batch the first part is enough.
  const records = changes.slice(0, PART_SIZE).map(({ ledger, id }, index) => ({
    ledger,
    id,
    rev: revOf({ ...closing.position, part: Math.floor(index / PART_SIZE) }),
  }));
  return { ok: true, receipt: { batch: batchIdOf(closing.position), at, durability, records, warnings } };
}

async function encoded(
  core: StoreCore,
  changes: readonly Change[],
  reason: Reason,
  at: string,
  isCancelled: () => boolean,
): Promise<EncodedEntry[]> {
  const { state, installation, operator } = core;
  const last = state.positions.get(installation.chain);
  const versions = Object.fromEntries([...state.ledgers].map(({ id, version }) => [id, version]));
  const frame = {
    chain: installation.chain,
    sequence: (last?.sequence ?? 0) + 1,
    lamport: state.lamport + 1,
    previous: last?.hash ?? installation.previous,
    operator,
    at,
    reason,
    versions,
    ...(last === undefined && installation.origin ? { origin: installation.origin } : {}),
  };
  const pace = new Pace();
  const entries: EncodedEntry[] = [];
  const salts = saltSource(core.parts.randomBytes, changes.length);
  for (const entry of encodeParts({ frame, changes, salts })) {
    if (entry) entries.push(entry);
    if (isCancelled()) break;
    if (await pace.rest()) core.progress('save', entries.length * PART_SIZE, changes.length);
  }
  return entries;
}

async function stored(
  core: StoreCore,
  entries: readonly EncodedEntry[],
  undoes: string | undefined,
  noted: NoteOf | undefined,
): Promise<void> {
  const { batches, meta } = core.parts.database;
  const rows = entries.map((entry, index) => storedEntry(entry, index === entries.length - 1, undoes));
  try {
    // `add`, never `put`: an entry that is there already belongs to another writer and must not be overwritten.
    await core.parts.database.transaction('rw', batches, meta, async () => {
      for (let from = 0; from < rows.length; from += AT_ONCE) await batches.bulkAdd(rows.slice(from, from + AT_ONCE));
      const closing = entries.at(-1);
      if (closing && noted) await meta.put(noted(closing));
    });
  } catch (thrown) {
    throw notWritten(thrown);
  }
}

/** What the clerk is told where the database refused a batch. */
export function notWritten(thrown: unknown): LedgerError {
  const why = thrown instanceof Error && /quota/i.test(`${thrown.name} ${thrown.message}`) ? '（磁盘空间不足）' : '';
  return new LedgerError(
    'store/not-written',
    `没有保存${why}，这次的改动没有写入，以前的数据不受影响。请检查磁盘后重试。`,
  );
}

async function applied(core: StoreCore, entries: readonly EncodedEntry[], changes: readonly Change[]) {
  const pace = new Pace();
  const closing = entries.at(-1);
  if (!closing) throw new LedgerError('store/empty-batch', '没有可写入的内容。数据不受影响。');
  const { chain, sequence } = closing.position;
  for (const [index, change] of changes.entries()) {
    core.state.apply(change, revOf({ chain, sequence, part: Math.floor(index / PART_SIZE) }));
    if (pace.isDue) await pace.rest();
  }
  const ledgers = [...new Set(changes.map(({ ledger }) => ledger))];
  core.state.finishBatch({ chain, sequence, lamport: closing.lamport, ledgers }, closing.hash);
  return closing;
}

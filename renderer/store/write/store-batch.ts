import { Dexie } from 'dexie';
import { type EncodedEntry, PART_SIZE } from '../../../shared/history/batch.ts';
import { type BatchToEncode, encodeParts } from '../../../shared/history/encode.ts';
import { LedgerError } from '../../../shared/kit/complaint.ts';
import { hexOf } from '../../../shared/kit/hex.ts';
import type { Meta, StoredEntry } from '../database.ts';
import { letGo } from '../let-go.ts';
import { ownReason } from '../open/same-database.ts';
import type { StoreCore } from '../store-core.ts';
import { type Entries, entriesAgain } from './entries-again.ts';
import { inPortions, Unwanted } from './in-portions.ts';

/** The closing record of a batch, without its bytes: those of a bulk batch are let go by then. */
export type ClosingEntry = Omit<EncodedEntry, 'bytes'>;

/** A batch that the database has, and its entries for the journal, as often as asked: in memory where they are few, else read back. */
export type StoredBatch = { readonly closing: ClosingEntry; readonly entries: Entries };

const SALT_BYTES = 16;
/** What `crypto.getRandomValues` gives at most in one call. */
const RANDOM_AT_ONCE = 65_536;

/** Entries handed to the database in one go: more would hold the worker while they are copied. */
const AT_ONCE = 2;

/** Salts in hex, drawn at once. Every call begins with the first again: the same batch can be encoded a second time. */
export function drawSalts(randomBytes: (length: number) => Uint8Array, count: number): () => () => string {
  const drawn = new Uint8Array(count * SALT_BYTES);
  for (let at = 0; at < drawn.length; at += RANDOM_AT_ONCE)
    drawn.set(randomBytes(Math.min(RANDOM_AT_ONCE, drawn.length - at)), at);
  return () => {
    let at = 0;
    return () => {
      at += SALT_BYTES;
      return hexOf(drawn.subarray(at - SALT_BYTES, at));
    };
  };
}

/** An encoded entry as a row of the database. */
export function storedEntry({ position, closes, lamport, hash, bytes }: EncodedEntry, undoes?: string): StoredEntry {
  const closing = closes ? { closed: lamport, ...(undoes === undefined ? {} : { undoes }) } : {};
  return { ...position, lamport, hash, bytes, ...closing };
}

/** A batch's entries in portions for the database; nothing at each chance to pause within one. */
function* portionsOf(batch: BatchToEncode): Generator<readonly EncodedEntry[] | undefined> {
  let portion: EncodedEntry[] = [];
  for (const entry of encodeParts(batch)) {
    if (entry) portion.push(entry);
    const isFull = portion.length === AT_ONCE || entry?.closes === true;
    yield isFull ? portion : undefined;
    if (isFull) portion = [];
  }
}

/**
 * Writes a batch into the database in one strict transaction, each part as soon as it is encoded: a bulk batch's bytes are
 * never in memory whole. Undefined where `isCancelled` said so before the closing record was on its way: then nothing was
 * written.
 * @throws LedgerError store/not-written where the database refuses, and whatever the program did wrong: then nothing of it
 * was written.
 */
export async function storeBatch(
  core: StoreCore,
  { frame, changes }: Omit<BatchToEncode, 'salts'>,
  isCancelled: () => boolean,
  noted?: (closing: ClosingEntry) => Meta,
): Promise<StoredBatch | undefined> {
  const { database, randomBytes } = core.parts;
  const { batches, meta } = database;
  const undoes = frame.reason.kind === 'undo' ? frame.reason.of : undefined;
  const salts = drawSalts(randomBytes, changes.length);
  const kept: EncodedEntry[] | undefined = changes.length <= PART_SIZE ? [] : undefined;
  let closing: EncodedEntry | undefined;

  const write = async (): Promise<void> => {
    await inPortions(portionsOf({ frame, changes, salts: salts() }), {
      add: async (portion) => {
        closing = portion.at(-1);
        kept?.push(...portion);
        // `add`, never `put`: an entry that is there already belongs to another writer and must not be overwritten.
        await batches.bulkAdd(portion.map((entry) => storedEntry(entry, undoes)));
        if (kept) return;
        for (const { bytes } of portion) letGo(bytes);
        const done = Math.min(changes.length, ((closing?.position.part ?? 0) + 1) * PART_SIZE);
        Dexie.ignoreTransaction(() => core.progress('save', done, changes.length));
      },
      // An entry that is never there.
      ask: () => batches.get([frame.chain, frame.sequence, -1]),
      isUnwanted: isCancelled,
    });
    if (closing && noted) await meta.put(noted(closing));
  };

  try {
    // Others may read what is known of the database meanwhile, unless something is noted there.
    await database.transaction('rw', noted ? [batches, meta] : [batches], write);
  } catch (thrown) {
    if (thrown instanceof Unwanted) return undefined;
    throw notWritten(thrown);
  }
  if (!closing) throw new LedgerError('store/empty-batch', '没有可写入的内容。数据不受影响。');
  const again = { [Symbol.asyncIterator]: () => entriesAgain(database, { frame, changes, salts: salts() }) };
  return { closing, entries: kept ?? again };
}

/** What is thrown where a batch could not be written: words for the clerk where the database refused, else what it was. */
export function notWritten(thrown: unknown): unknown {
  const own = ownReason(thrown);
  if (own) return own;
  // A disk answers with neither: they are a fault of the program, which its log is to name.
  if (thrown instanceof TypeError || thrown instanceof RangeError) return thrown;
  const why = thrown instanceof Error && /quota/i.test(`${thrown.name} ${thrown.message}`) ? '（磁盘空间不足）' : '';
  return new LedgerError(
    'store/not-written',
    `没有保存${why}，这次的改动没有写入，以前的数据不受影响。请检查磁盘后重试。`,
  );
}

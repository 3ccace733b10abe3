import type { EncodedEntry } from '../../../shared/history/batch.ts';
import { type BatchToEncode, encodeParts } from '../../../shared/history/encode.ts';
import type { LedgerDatabase } from '../database.ts';
import { Pace } from '../slices.ts';

type Bytes = Pick<EncodedEntry, 'bytes'>;

/** The entries of one batch, in memory or as they are read. */
export type Entries = Iterable<Bytes> | AsyncIterable<Bytes>;

/**
 * The entries of a batch that the database has just taken, read back one by one; from where that fails on they are encoded
 * once more, to the same bytes. On a full disk the database may let go of what it took a moment ago: the journal is then the
 * only copy.
 */
export async function* entriesAgain(database: LedgerDatabase, batch: BatchToEncode): AsyncGenerator<Bytes> {
  let read = 0;
  try {
    for await (const { part, closed, bytes } of database.entriesInTurn(batch.frame.chain, batch.frame.sequence)) {
      if (part !== read) break;
      yield { bytes };
      if (closed !== undefined) return;
      read += 1;
    }
  } catch {
    // Why it cannot be read is not for this batch to tell: its bytes are at hand.
  }
  const pace = new Pace();
  for (const entry of encodeParts(batch)) {
    if (entry && entry.position.part >= read) yield entry;
    await pace.rest();
  }
}

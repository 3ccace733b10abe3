import type { Conflict } from '../../../shared/exchange/merge-record.ts';
import type { OfficeOfChain } from '../../../shared/exchange/office.ts';
import { type ContestedRecord, UnionFold } from '../../../shared/exchange/union-fold.ts';
import type { Entry } from '../../../shared/history/batch.ts';
import { batchFault, foldOrder } from '../../../shared/history/replay.ts';
import { checkpointOf, takeCheckpoint } from '../checkpoint.ts';
import type { EntryKey, Union } from '../database.ts';
import { readBatch } from '../log-reader.ts';
import { Pace } from '../slices.ts';
import type { StoreCore } from '../store-core.ts';

/** A batch that is not in the database yet. */
type Incoming = { readonly entries: readonly Entry[] };

/** What is folded beside and instead of what the database holds. */
export type FoldRequest = {
  readonly offices: OfficeOfChain;
  readonly incoming: readonly Incoming[];
  /** Whether a batch of the database counts. */
  readonly counts: (chain: string, sequence: number) => boolean;
};

export type FoldedLog = {
  readonly fold: UnionFold;
  readonly contested: readonly ContestedRecord[];
  readonly conflicts: readonly Conflict[];
};

/**
 * The whole log folded anew, from nothing, in slices: what is in memory stays as it is. Counters are taken over, because
 * a number once given is never given again.
 */
export async function foldLog(core: StoreCore, { offices, incoming, counts }: FoldRequest): Promise<FoldedLog> {
  const { database, ledgers } = core.parts;
  const stored = await closingsWithClock(core);
  const places = foldOrder([
    ...stored
      .filter(({ chain, sequence }) => counts(chain, sequence))
      .map((place) => ({ ...place, entries: undefined })),
    ...incoming.flatMap(({ entries }) => {
      const header = entries[0]?.header;
      return header ? [{ chain: header.chain, sequence: header.sequence, lamport: header.lamport, entries }] : [];
    }),
  ]);
  const fold = new UnionFold(ledgers, offices);
  const pace = new Pace();
  const each = async (visit: (entries: readonly Entry[]) => void) => {
    for (const [index, { chain, sequence, entries }] of places.entries()) {
      const read = entries ?? readBatch(await database.entriesOf(chain, sequence));
      // A damaged batch counts nowhere; the start has said so.
      if (typeof read !== 'string' && batchFault(read) === undefined) visit(read);
      if (await pace.rest()) core.progress('merge', index, places.length);
    }
  };
  await each((entries) => void fold.add(entries));
  if (fold.isContested) await each((entries) => fold.gather(entries));
  takeCheckpoint(fold.state, { ...checkpointOf(core.state), positions: {}, lamport: 0 });
  return { fold, ...fold.settle() };
}

/** What is kept of a fold beside its records: where contested ones are written, and what the writers had seen. */
export const keptOf = ({ fold, contested }: FoldedLog): Pick<Union, 'contested' | 'stretches'> => ({
  contested: contested.map(({ ledger, id, writes }) => ({
    ledger,
    id,
    writes: writes.map(({ at: { chain, sequence, part } }): EntryKey => [chain, sequence, part]),
  })),
  stretches: fold.seen.stretches,
});

/** Every batch of the database with its Lamport counter. */
export async function closingsWithClock({ parts: { database } }: StoreCore) {
  const keys = await database.closings();
  const clocks = await database.batches.orderBy('closed').keys();
  return keys.map(([chain, sequence], index) => ({ chain, sequence, lamport: Number(clocks[index]) }));
}

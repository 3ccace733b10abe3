import type { Conflict } from '../../../shared/exchange/merge-record.ts';
import type { OfficeOfChain } from '../../../shared/exchange/office.ts';
import { type ContestedRecord, UnionFold } from '../../../shared/exchange/union-fold.ts';
import type { Entry } from '../../../shared/history/batch.ts';
import { batchFault, type DroppedBatch, foldOrder } from '../../../shared/history/replay.ts';
import { batchIdOf } from '../../../shared/history/rev.ts';
import type { EntryKey, Union } from '../database.ts';
import { checkpointOf, takeCheckpoint } from '../open/checkpoint.ts';
import { readBatch, refuseNewer } from '../open/log-reader.ts';
import { Pace } from '../slices.ts';
import type { StoreCore } from '../store-core.ts';

/** A batch that is not in the database yet, or not whole. */
type Incoming = { readonly entries: readonly Entry[] };

/** What is folded beside and instead of what the database holds. */
export type FoldRequest = {
  readonly offices: OfficeOfChain;
  readonly incoming: readonly Incoming[];
  /** Whether a batch of the database counts. */
  readonly counts: (chain: string, sequence: number) => boolean;
  /** What is told of its progress; a merge where nothing is said. */
  readonly task?: string;
};

export type FoldedLog = {
  readonly fold: UnionFold;
  readonly contested: readonly ContestedRecord[];
  readonly conflicts: readonly Conflict[];
  /** Batches left out, and why. */
  readonly dropped: readonly DroppedBatch[];
};

/**
 * The whole log folded anew, from nothing, in slices: what is in memory stays as it is. Counters are taken over, because
 * a number once given is never given again.
 * @throws LedgerError data/newer where a later program wrote a batch.
 */
export async function foldLog(core: StoreCore, request: FoldRequest): Promise<FoldedLog> {
  const { offices, incoming, counts, task = 'merge' } = request;
  const { database, ledgers } = core.parts;
  const stored = await closingsWithClock(core);
  const instead = new Set(incoming.flatMap(({ entries: [first] }) => (first ? [batchIdOf(first.header)] : [])));
  const places = foldOrder([
    ...stored
      .filter((place) => counts(place.chain, place.sequence) && !instead.has(batchIdOf(place)))
      .map((place) => ({ ...place, entries: undefined })),
    ...incoming.flatMap(({ entries }) => {
      const header = entries[0]?.header;
      return header ? [{ chain: header.chain, sequence: header.sequence, lamport: header.lamport, entries }] : [];
    }),
  ]);
  const fold = new UnionFold(ledgers, offices);
  const pace = new Pace();
  const each = async (visit: (entries: readonly Entry[]) => string | undefined) => {
    const dropped: DroppedBatch[] = [];
    for (const [index, { chain, sequence, entries }] of places.entries()) {
      const read = entries ?? readBatch(await database.entriesOf(chain, sequence));
      const why = typeof read === 'string' ? read : (batchFault(read) ?? visit(read));
      if (why !== undefined) dropped.push({ chain, sequence, why });
      if (await pace.rest()) core.progress(task, index, places.length);
    }
    return dropped;
  };
  const dropped = await each((entries) => {
    refuseNewer(fold.state, entries);
    return fold.add(entries);
  });
  if (fold.isContested) await each((entries) => void fold.gather(entries));
  takeCheckpoint(fold.state, { ...checkpointOf(core.state), positions: {}, lamport: 0 });
  return { fold, dropped, ...fold.settle() };
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

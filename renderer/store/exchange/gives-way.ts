import type { PackageBatch } from '../../../shared/exchange/package-file.ts';
import { isPurgedUnawares } from '../../../shared/exchange/purged-writes.ts';
import { decodeEntry, purgeEntry } from '../../../shared/history/encode.ts';
import { recordKey } from '../../../shared/history/references.ts';
import type { FoldedLog } from './fold-log.ts';

/** Batches that come, without what their writers would not have written had they known of a purge; their hashes stay. */
export function withoutPurged(batches: readonly PackageBatch[], { fold }: FoldedLog): readonly PackageBatch[] {
  return batches.map((batch) => {
    const isHit = batch.entries.some(({ header, sealed }) =>
      sealed.some((one) => 'change' in one && fold.givesWay(one.change, header)),
    );
    if (!isHit) return batch;
    const bytes = batch.entries.map(({ header }, index) =>
      purgeEntry(batch.bytes[index] ?? new Uint8Array(), (change) => fold.givesWay(change, header)),
    );
    return { entries: bytes.map(decodeEntry), bytes };
  });
}

export type NamedRecord = { readonly ledger: string; readonly id: string };

/** The records that were purged here or there while the other side, not knowing it, wrote about the person. */
export function purgedAgain(batches: readonly PackageBatch[], { fold, contested }: FoldedLog): readonly NamedRecord[] {
  const found = new Map<string, NamedRecord>();
  const note = ({ ledger, id }: NamedRecord) => found.set(recordKey(ledger, id), { ledger, id });
  for (const { header, sealed } of batches.flatMap(({ entries }) => entries)) {
    for (const one of sealed) {
      if ('change' in one && fold.givesWay(one.change, header)) note(one.change);
    }
  }
  for (const one of batches.length > 0 ? contested : []) if (isPurgedUnawares(one.writes, fold.seen)) note(one);
  return [...found.values()];
}

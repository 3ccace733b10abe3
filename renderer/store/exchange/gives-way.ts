import { isPurgedUnawares } from '../../../shared/exchange/purged-writes.ts';
import type { Entry } from '../../../shared/history/batch.ts';
import { purgeEntry } from '../../../shared/history/encode.ts';
import { recordKey } from '../../../shared/history/references.ts';
import type { PreparedMerge } from './merge-package.ts';

type Prepared = Pick<PreparedMerge, 'plan' | 'folded'>;

/** An entry that comes, without what its writer would not have written had he known of a purge; its hash is the same. */
export function withoutPurged({ header, sealed }: Entry, bytes: Uint8Array, { fold }: Prepared['folded']): Uint8Array {
  const isHit = sealed.some((one) => 'change' in one && fold.givesWay(one.change, header));
  return isHit ? purgeEntry(bytes, (change) => fold.givesWay(change, header)) : bytes;
}

/** How many records were purged here or there while the other side, not knowing it, wrote about the person. */
export function purgedAgain({ plan, folded: { fold, contested } }: Prepared): number {
  const found = new Set<string>();
  for (const { header, sealed } of plan.batches.flatMap(({ entries }) => entries)) {
    for (const one of sealed) {
      if ('change' in one && fold.givesWay(one.change, header)) found.add(recordKey(one.change.ledger, one.change.id));
    }
  }
  for (const { ledger, id, writes } of plan.batches.length > 0 ? contested : [])
    if (isPurgedUnawares(writes, fold.seen)) found.add(recordKey(ledger, id));
  return found.size;
}

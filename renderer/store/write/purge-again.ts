import type { Change } from '../../../shared/history/change.ts';
import { isPurge, purgeReason } from '../../../shared/history/purge.ts';
import { recordKey } from '../../../shared/history/references.ts';
import { LedgerError } from '../../../shared/kit/complaint.ts';
import { readBatch } from '../open/log-reader.ts';
import type { StoreCore } from '../store-core.ts';
import { type Commit, finishPurges, notedPurge } from './purge.ts';

/** What this office's purges left of records, of those batches that count no more once it goes back to `covers`. */
export type PurgedBeyond = ReadonlyMap<string, Change>;

export async function purgedBeyond(
  { parts: { database }, state }: StoreCore,
  covers: { readonly [chain: string]: { readonly sequence: number } },
): Promise<PurgedBeyond> {
  const left = new Map<string, Change>();
  for (const [chain, sequence] of await database.closings()) {
    if (state.offices.has(chain) || sequence <= (covers[chain]?.sequence ?? 0)) continue;
    const entries = readBatch(await database.entriesOf(chain, sequence));
    if (typeof entries === 'string' || !entries.some(({ header }) => isPurge(header.reason))) continue;
    for (const sealed of entries.flatMap((entry) => entry.sealed))
      if ('change' in sealed) left.set(recordKey(sealed.change.ledger, sealed.change.id), sealed.change);
  }
  return left;
}

/**
 * A purge holds whatever is gone back to: the snapshot has the person again, and the log has of the record nothing but what the
 * purge left. So that is written once more.
 * @throws LedgerError where it cannot be
 */
export async function purgeAgain(core: StoreCore, commit: Commit, left: PurgedBeyond): Promise<void> {
  const changes = [...left.values()].flatMap((change): Change[] => {
    const { ledger, id } = change;
    const { records, deleted } = core.state.table(ledger);
    const record = records.get(id) ?? deleted.get(id);
    if (!record || record.office !== undefined) return [];
    if (deleted.has(id) || change.kind !== 'create')
      return [{ kind: 'delete', ledger, id, rev: record.rev, values: {} }];
    return [{ ...change, rev: record.rev }];
  });
  if (changes.length === 0) return;
  const reason = purgeReason(changes.length, '恢复的备份早于清除，再次清除');
  const outcome = await commit(changes, reason, [], undefined, notedPurge(changes, []));
  const [refusal] = outcome.ok ? [] : outcome.complaints;
  if (refusal) throw new LedgerError(refusal.code, refusal.message);
  await finishPurges(core);
}

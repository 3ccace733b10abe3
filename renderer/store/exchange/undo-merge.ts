import { mergeReason } from '../../../shared/exchange/merge-note.ts';
import type { OfficeState } from '../../../shared/history/office-state.ts';
import { isPurge } from '../../../shared/history/purge.ts';
import { recordKey, titleOf } from '../../../shared/history/references.ts';
import { type Complaint, error } from '../../../shared/kit/complaint.ts';
import { RESTRICTED_NAME } from '../../../shared/kit/restricted.ts';
import type { NotedMerge } from '../database.ts';
import { readBatch } from '../open/log-reader.ts';
import type { Outcome } from '../store-api.ts';
import type { StoreCore } from '../store-core.ts';
import type { JournalRelay } from '../write/journal-relay.ts';
import { danglingIn } from './dangling.ts';
import { closingsWithClock, foldLog } from './fold-log.ts';
import { replaceLog } from './replace-log.ts';

/** The last merge that stands: it alone can be taken back. */
export const lastMerge = ({ union }: StoreCore): NotedMerge | undefined =>
  union.merges.findLast(({ undone }) => !undone);

/**
 * Takes the batches of the last merge out again. Allowed as long as nothing later rests on them: no batch written here
 * since touches a record they touch, nothing here points at a record that would go, and nothing was purged with them:
 * without the batch that holds what a purge left, the record would be gone.
 */
export async function undoMerge(core: StoreCore, journal: JournalRelay): Promise<Outcome> {
  const merge = lastMerge(core);
  if (!merge) return { ok: false, complaints: [error('exchange/no-merge', '没有可以撤销的并入。数据没有改动。')] };
  const counts = (chain: string, sequence: number) => !(chain in merge.after) || sequence <= (merge.before[chain] ?? 0);
  const rests = await restingOn(core, merge, counts);
  if (rests) return { ok: false, complaints: [rests] };
  const offices = core.state.offices;
  const folded = await foldLog(core, { offices, incoming: [], counts });
  const loose = danglingIn(folded.fold.state).length - danglingIn(core.state).length;
  if (loose > 0) return { ok: false, complaints: [refused(pointingAt(core, folded.fold.state))] };
  const chains = Object.fromEntries(
    Object.entries(merge.before).map(([chain, to]) => [chain, { office: core.union.chains[chain] ?? '', to }]),
  );
  const { own, offices: names } = core.union;
  return replaceLog(core, journal, {
    folded,
    reason: mergeReason(`撤销并入“${merge.office}”的交换包`, { by: own, chains, offices: names }),
    incoming: [],
    filled: [],
    counts,
    purges: [],
    union: () => ({
      ...core.union,
      merges: core.union.merges.map((one) => (one.batch === merge.batch ? { ...one, undone: true } : one)),
    }),
  });
}

/** What would be left pointing at nothing is counted as far as whoever asks may know of it. */
function pointingAt({ clearance, state }: StoreCore, without: OfficeState): string {
  const isHidden = (ledger: string, id: string) => clearance.hides(ledger, id) || clearance.hides(ledger, id, without);
  const seenIn = (of: OfficeState) => danglingIn(of).filter(({ ledger, id }) => !isHidden(ledger, id)).length;
  const count = seenIn(without) - seenIn(state);
  return count > 0 ? `本机有 ${count} 处引用了并入的记录` : '本机有记录引用了并入的记录';
}

const refused = (why: string): Complaint =>
  error(
    'exchange/rests-on-merge',
    `不能撤销这次并入：${why}。没有改动任何数据；个别内容不对，请直接更正，或请对方改好后再给一个交换包。`,
  );

/** A purge among the merged batches; or what was written here after the merge about a record that they write too. */
async function restingOn(
  core: StoreCore,
  merge: NotedMerge,
  counts: (chain: string, sequence: number) => boolean,
): Promise<Complaint | undefined> {
  const { database } = core.parts;
  const merged = new Set<string>();
  const later = new Map<string, { readonly ledger: string; readonly id: string }>();
  const [mergeChain = '', mergeSequence = '0'] = merge.batch.split('/');
  const noted = (await database.entriesOf(mergeChain, Number(mergeSequence))).at(-1)?.lamport ?? 0;
  for (const { chain, sequence, lamport } of await closingsWithClock(core)) {
    const isMerged = !counts(chain, sequence);
    if (!isMerged && lamport <= noted) continue;
    const entries = readBatch(await database.entriesOf(chain, sequence));
    if (typeof entries === 'string') continue;
    if (isMerged && entries.some(({ header }) => isPurge(header.reason)))
      return refused('对方在里面清除了个人信息，清除不能撤销');
    for (const one of entries.flatMap(({ sealed }) => sealed)) {
      if (!('change' in one)) continue;
      const { ledger, id } = one.change;
      if (isMerged) merged.add(recordKey(ledger, id));
      else later.set(recordKey(ledger, id), { ledger, id });
    }
  }
  const touched = [...later].find(([key]) => merged.has(key))?.[1];
  if (!touched) return undefined;
  const { ledger, id } = touched;
  const { records, deleted } = core.state.table(ledger);
  const title = titleOf(core.state.ledger(ledger), records.get(id) ?? deleted.get(id));
  return refused(`并入以后又改过“${core.clearance.hides(ledger, id) ? RESTRICTED_NAME : title}”`);
}

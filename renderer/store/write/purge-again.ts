import type { Entry } from '../../../shared/history/batch.ts';
import type { Change } from '../../../shared/history/change.ts';
import { decodeHeader, encodeBatch } from '../../../shared/history/encode.ts';
import { isPurge, purgeReason } from '../../../shared/history/purge.ts';
import { recordKey } from '../../../shared/history/references.ts';
import type { LedgerDatabase, Meta, StoredEntry } from '../database.ts';
import { readBatch } from '../open/log-reader.ts';
import { Pace } from '../slices.ts';
import type { StoreCore } from '../store-core.ts';
import { applied, frameOf } from './commit.ts';
import { notedPurge } from './purge.ts';
import { drawSalts, storedEntry } from './store-batch.ts';

/** What this office's purges left of records, where it counts no more once the office goes back to `covers`. */
export type PurgedBeyond = ReadonlyMap<string, Change>;

/** Entries read in one go: they are up to some hundred kilobytes each. */
const AT_ONCE = 16;

/**
 * Looks through what earlier restores went back over too: a purge may lie there, and the person in the snapshot. Of a record
 * purged several times the last counts, and where that is covered the record goes on from it.
 */
export async function purgedBeyond(
  { parts: { database }, state }: StoreCore,
  covers: { readonly [chain: string]: { readonly sequence: number } },
): Promise<PurgedBeyond> {
  const last = new Map<string, { readonly change: Change; readonly lamport: number; readonly isBeyond: boolean }>();
  for await (const { header, sealed } of purges(database, (chain) => !state.offices.has(chain))) {
    const { chain, sequence, lamport } = header;
    const isBeyond = sequence > (covers[chain]?.sequence ?? 0);
    for (const one of sealed) {
      if (!('change' in one)) continue;
      const key = recordKey(one.change.ledger, one.change.id);
      if (lamport > (last.get(key)?.lamport ?? 0)) last.set(key, { change: one.change, lamport, isBeyond });
    }
  }
  return new Map([...last].flatMap(([key, { change, isBeyond }]) => (isBeyond ? [[key, change] as const] : [])));
}

async function* purges(database: LedgerDatabase, isOwn: (chain: string) => boolean): AsyncGenerator<Entry> {
  const pace = new Pace();
  for (const table of [database.batches, database.aside]) {
    const keys = (await table.toCollection().primaryKeys()).filter(([chain]) => isOwn(chain));
    for (let at = 0; at < keys.length; at += AT_ONCE) {
      for (const stored of await table.bulkGet(keys.slice(at, at + AT_ONCE))) {
        const header = stored && decodeHeader(stored.bytes);
        if (!header || !isPurge(header.reason)) continue;
        const entries = readBatch([stored]);
        if (typeof entries !== 'string') yield* entries;
      }
      await pace.rest();
    }
  }
}

/** The batch that purges again, and the note by which every copy gets it. */
type PurgedAgain = { readonly entries: readonly StoredEntry[]; readonly note: Meta };

/**
 * A purge holds whatever is gone back to: the snapshot has the person again, and the log has of the record nothing but what the
 * purge left. So that is written once more, by a batch counted into the state that is to take the present one's place: where
 * that comes to count, so does this.
 */
export async function purgedAgain(
  core: StoreCore,
  place: Pick<StoreCore, 'state' | 'installation'>,
  left: PurgedBeyond,
): Promise<PurgedAgain | undefined> {
  const changes = [...left.values()].flatMap((change): Change[] => {
    const { ledger, id } = change;
    const { records, deleted } = place.state.table(ledger);
    const record = records.get(id) ?? deleted.get(id);
    if (!record || record.office !== undefined) return [];
    if (deleted.has(id) || change.kind !== 'create')
      return [{ kind: 'delete', ledger, id, rev: record.rev, values: {} }];
    return [{ ...change, rev: record.rev }];
  });
  if (changes.length === 0) return undefined;
  const { database, randomBytes, now } = core.parts;
  const reason = purgeReason(changes.length, '恢复的备份早于清除，再次清除');
  const frame = frameOf({ ...place, operator: core.operator }, reason, now());
  const entries = encodeBatch({ frame, changes, salts: drawSalts(randomBytes, changes.length)() });
  const closing = entries.at(-1);
  if (!closing) return undefined;
  await applied(place.state, closing, changes);
  const note = notedPurge(changes, [], await database.notedPurges())(closing);
  return { entries: entries.map((entry) => storedEntry(entry)), note };
}

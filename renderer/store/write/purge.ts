import type { Change, Reason } from '../../../shared/history/change.ts';
import { decodeHeader } from '../../../shared/history/encode.ts';
import {
  fieldsHolding,
  type Purge,
  type PurgedRecord,
  purgedBytes,
  purgeReason,
  withoutPerson,
} from '../../../shared/history/purge.ts';
import { titleOf } from '../../../shared/history/references.ts';
import { positionOf } from '../../../shared/history/rev.ts';
import { type Complaint, error, warning } from '../../../shared/kit/complaint.ts';
import type { Ledger } from '../../../shared/kit/ledger.ts';
import type { LedgerRecord } from '../../../shared/kit/values.ts';
import { adminOnly } from '../../../shared/operators/roster.ts';
import { rosterOf } from '../access.ts';
import { HIDDEN } from '../clearance.ts';
import type { NotedPurge } from '../database.ts';
import { writeCheckpoint } from '../open/checkpoint.ts';
import { maskedValues } from '../query/masked.ts';
import { attachmentHashes, hashesIn, withoutFiles } from '../services/attached-files.ts';
import { Pace } from '../slices.ts';
import type { FoundPerson, FoundRecord, Outcome, PurgeRequest } from '../store-api.ts';
import type { StoreCore } from '../store-core.ts';
import type { NoteOf } from './commit.ts';
import type { JournalRelay } from './journal-relay.ts';

/** Records kept of a search: more than one person's are no search for one person. */
const MOST_FOUND = 500;

/**
 * Where a person is named: records of every ledger that the operator may see, those in the trash too, and words of the
 * log no purge reaches.
 */
export async function findPerson(core: StoreCore, words: readonly string[]): Promise<FoundPerson> {
  const pace = new Pace();
  const records: FoundRecord[] = [];
  for (const ledger of core.state.ledgers) {
    const { records: standing, deleted } = core.state.table(ledger.id);
    for (const [list, isDeleted] of [
      [standing, false],
      [deleted, true],
    ] as const) {
      for (const record of core.clearance.visible(ledger, list.values())) {
        const fields = fieldsHolding(ledger, record.values, words);
        if (fields.length > 0 && records.length <= MOST_FOUND) records.push(foundIn(ledger, record, isDeleted, fields));
        await pace.rest();
      }
    }
  }
  let mentions = 0;
  await core.parts.database.batches.orderBy('closed').each(({ bytes }) => {
    const text = decodeHeader(bytes)?.reason.text ?? '';
    if (words.some((word) => text.includes(word))) mentions += 1;
  });
  return { records: records.slice(0, MOST_FOUND), isMore: records.length > MOST_FOUND, mentions };
}

function foundIn(ledger: Ledger, record: LedgerRecord, isDeleted: boolean, fields: readonly string[]): FoundRecord {
  const shown = { ...record, values: maskedValues(ledger, record.values) };
  const title = titleOf(ledger, shown);
  const attachments = hashesIn(ledger.fields, record.values).length;
  return { ledger: ledger.id, id: record.id, title, isDeleted, fields, attachments };
}

type Commit = (
  changes: readonly Change[],
  reason: Reason,
  warnings: readonly Complaint[],
  isCancelled: (() => boolean) | undefined,
  noted: NoteOf,
) => Promise<Outcome>;

/**
 * Purges: writes the batch that says so and holds what is left, and with it the note of what is to go; then takes
 * everything before it out of the log. A purge broken off on the way is brought to its end at the next start, or before
 * the next purge.
 */
export async function purgePerson(
  core: StoreCore,
  journal: JournalRelay,
  commit: Commit,
  { records, words, basis, withFiles }: PurgeRequest,
): Promise<Outcome> {
  const barred = adminOnly(rosterOf(core), core.operator, '清除个人信息') ?? (await copyBehind(journal));
  if (barred) return { ok: false, complaints: [barred] };
  if (records.some(({ ledger, id }) => core.clearance.hides(ledger, id))) return { ok: false, complaints: [HIDDEN] };
  if ((await finishPurges(core).catch(() => UNFINISHED)) === UNFINISHED)
    return { ok: false, complaints: [BEFORE_UNFINISHED] };
  const files = withFiles ? filesOf(core, records) : [];
  const changes = purgeChanges(core, records, words, withFiles);
  const outcome = await commit(changes, purgeReason(records.length, basis), [], undefined, notedPurge(records, files));
  if (!outcome.ok) return outcome;
  const left = await finishPurges(core).catch(() => UNFINISHED);
  const warnings = [...(left ? [left] : []), ...outcome.receipt.warnings];
  return { ok: true, receipt: { ...outcome.receipt, warnings } };
}

/** The note of a purge, written with its batch, behind those that have not reached every copy yet. */
export const notedPurge =
  (records: readonly PurgedRecord[], files: readonly string[], before: readonly NotedPurge[] = []): NoteOf =>
  ({ position: { chain, sequence }, lamport, hash }) => {
    const named = records.map(({ ledger, id }) => ({ ledger, id }));
    return { key: 'purges', value: [...before, { records: named, chain, sequence, lamport, hash, files }] };
  };

export const UNFINISHED = warning(
  'purge/unfinished',
  '记录里的个人信息已清除，日志副本还没有清完（磁盘无法写入），下次启动会接着清。',
);

const BEFORE_UNFINISHED = error(
  'purge/unfinished',
  '上一次清除还没有清完日志副本，这次没有清除，数据没有改动。请检查磁盘后重试，或重新启动程序。',
);

/** Attached files of the records, those in the trash too. */
function filesOf({ state }: StoreCore, records: readonly PurgedRecord[]): readonly string[] {
  const hashes = records.flatMap(({ ledger: ledgerId, id }) => {
    const { records: standing, deleted } = state.table(ledgerId);
    const values = (standing.get(id) ?? deleted.get(id))?.values;
    return values ? hashesIn(state.ledger(ledgerId)?.fields ?? {}, values) : [];
  });
  return [...new Set(hashes)];
}

/** What the journal still lacks would be written into it later, with everything in it. */
async function copyBehind(journal: JournalRelay): Promise<Complaint | undefined> {
  if (!journal.exists || (await journal.retry())) return undefined;
  return error('journal/behind', '副本未写：请先让副本写全再清除。数据没有改动，请检查磁盘。');
}

/**
 * What is left of the records that stand: written whole, because everything before it goes. Of those in the trash nothing
 * is left, which is written as well, without contents: it tells the office's other PCs.
 */
function purgeChanges(
  { state }: StoreCore,
  records: readonly PurgedRecord[],
  words: readonly string[],
  withFiles: boolean,
): Change[] {
  return records.flatMap(({ ledger: ledgerId, id }): Change[] => {
    const ledger = state.ledger(ledgerId);
    const { records: standing, deleted } = state.table(ledgerId);
    const record = standing.get(id);
    const trashed = deleted.get(id);
    if (trashed) return [{ kind: 'delete', ledger: ledgerId, id, rev: trashed.rev, values: {} }];
    if (!ledger || !record) return [];
    const cleared = withoutPerson(ledger, record.values, words);
    const values = withFiles ? withoutFiles(ledger.fields, cleared) : cleared;
    return [{ kind: 'create', ledger: ledgerId, id, rev: record.rev, values }];
  });
}

/**
 * Brings the noted purges to their end, the oldest first: the log, what was set aside of it, the checkpoint, the journal,
 * the attached files no other record names.
 * May be done again. Answers with what the clerk must know of files no purge can read.
 * @throws whatever the disk refuses: the purge stays noted.
 */
export async function finishPurges(core: StoreCore): Promise<Complaint | undefined> {
  const { database, journal, attachments } = core.parts;
  const unread = new Set<string>();
  for (const purge of await database.notedPurges()) {
    await emptyTrash(core, purge);
    await purgeLog(core, purge);
    for (const table of core.state.tables().values()) table.blocks.markAll();
    await writeCheckpoint(database, core.state, 'everything');
    const { records, lamport } = purge;
    for (const name of (await journal?.purge({ records, lamport }))?.unread ?? []) unread.add(name);
    const named = new Set(attachmentHashes(core.state));
    for (const hash of purge.files ?? []) if (!named.has(hash)) await attachments?.remove(hash);
    const others = (await database.notedPurges()).filter(({ hash }) => hash !== purge.hash);
    await database.meta.put({ key: 'purges', value: others });
  }
  if (unread.size === 0) return undefined;
  const files = [...unread].join('、');
  return warning(
    'purge/unread',
    `日志副本有 ${unread.size} 个文件缺失或损坏，里面的个人信息可能没有清掉：${files}。其余已清除。请在数据文件夹的 journal 里查看。`,
  );
}

/** Drops what was in the trash when the purge was written, or came there by it; what was deleted since stays there. */
async function emptyTrash({ parts: { database }, state }: StoreCore, purge: NotedPurge): Promise<void> {
  for (const { ledger, id } of purge.records) {
    const table = state.table(ledger);
    const deletion = positionOf(table.deleted.get(id)?.rev ?? '');
    const entry = deletion && (await database.batches.get([deletion.chain, deletion.sequence, deletion.part]));
    const isOfPurge = deletion?.chain === purge.chain && deletion.sequence === purge.sequence;
    if (!entry || isOfPurge || entry.lamport < purge.lamport) table.deleted.delete(id);
    table.blocks.touch(id);
    table.changes += 1;
  }
}

async function purgeLog(core: StoreCore, purge: Purge): Promise<void> {
  const { database } = core.parts;
  const pace = new Pace();
  for (const table of [database.batches, database.aside]) {
    const keys = await table.toCollection().primaryKeys();
    for (const [place, key] of keys.entries()) {
      const stored = await table.get(key);
      const bytes = stored && purgedBytes(stored.bytes, purge);
      if (stored && bytes) await table.put({ ...stored, bytes });
      if (await pace.rest()) core.progress('purge', place, keys.length);
    }
  }
}

import type { Change, Reason } from '../../shared/history/change.ts';
import { decodeHeader } from '../../shared/history/encode.ts';
import {
  fieldsHolding,
  type Purge,
  type PurgedRecord,
  purgedBytes,
  purgeReason,
  withoutPerson,
} from '../../shared/history/purge.ts';
import { titleOf } from '../../shared/history/references.ts';
import { type Complaint, error, warning } from '../../shared/kit/complaint.ts';
import type { Ledger } from '../../shared/kit/ledger.ts';
import type { LedgerRecord } from '../../shared/kit/values.ts';
import { adminOnly } from '../../shared/operators/roster.ts';
import { rosterOf } from './access.ts';
import { writeCheckpoint } from './checkpoint.ts';
import { HIDDEN } from './clearance.ts';
import type { JournalRelay } from './journal-relay.ts';
import { maskedValues } from './masked.ts';
import { Pace } from './slices.ts';
import type { FoundPerson, FoundRecord, Outcome, PurgeRequest } from './store-api.ts';
import type { StoreCore } from './store-core.ts';

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
  const attachments = Object.entries(ledger.fields).flatMap(([fieldId, { kind }]) => {
    const value = record.values[fieldId];
    return kind === 'attachments' && Array.isArray(value) ? value : [];
  });
  const title = titleOf(ledger, shown);
  return { ledger: ledger.id, id: record.id, title, isDeleted, fields, attachments: attachments.length };
}

/**
 * Purges: notes it, writes the batch that says so and holds what is left, then takes everything before it out of the log.
 * A purge broken off on the way is brought to its end at the next start.
 */
export async function purgePerson(
  core: StoreCore,
  journal: JournalRelay,
  commit: (changes: readonly Change[], reason: Reason) => Promise<Outcome>,
  { records, words, basis }: PurgeRequest,
): Promise<Outcome> {
  const { parts, state, operator, installation } = core;
  const barred = adminOnly(rosterOf(core), operator, '清除个人信息') ?? (await copyBehind(journal));
  if (barred) return { ok: false, complaints: [barred] };
  if (records.some(({ ledger, id }) => core.clearance.hides(ledger, id))) return { ok: false, complaints: [HIDDEN] };
  const { chain } = installation;
  const sequence = (state.positions.get(chain)?.sequence ?? 0) + 1;
  await parts.database.meta.put({ key: 'purge', value: { records, chain, sequence } });
  const outcome = await commit(purgeChanges(core, records, words), purgeReason(records.length, basis));
  try {
    await finishPurge(core);
  } catch {
    if (!outcome.ok) return outcome;
    const unfinished = '记录里的个人信息已清除，日志副本还没有清完（磁盘无法写入），下次启动会接着清。';
    const warnings = [warning('purge/unfinished', unfinished), ...outcome.receipt.warnings];
    return { ok: true, receipt: { ...outcome.receipt, warnings } };
  }
  return outcome;
}

/** What the journal still lacks would be written into it later, with everything in it. */
async function copyBehind(journal: JournalRelay): Promise<Complaint | undefined> {
  if (!journal.exists || (await journal.retry())) return undefined;
  return error('journal/behind', '副本未写：请先让副本写全再清除。数据没有改动，请检查磁盘。');
}

/** What is left of the records that stand: written whole, because everything before it goes. Those in the trash just go. */
function purgeChanges({ state }: StoreCore, records: readonly PurgedRecord[], words: readonly string[]): Change[] {
  return records.flatMap(({ ledger: ledgerId, id }): Change[] => {
    const ledger = state.ledger(ledgerId);
    const record = state.table(ledgerId).records.get(id);
    if (!ledger || !record) return [];
    const values = withoutPerson(ledger, record.values, words);
    return [{ kind: 'create', ledger: ledgerId, id, rev: record.rev, values }];
  });
}

/** Brings a noted purge to its end: the log, what was set aside of it, the checkpoint, the journal. May be done again. */
export async function finishPurge(core: StoreCore): Promise<void> {
  const { database, journal } = core.parts;
  const purge = await database.notedPurge();
  if (!purge) return;
  // Broken off before the batch that says so: then nothing was purged.
  if ((core.state.positions.get(purge.chain)?.sequence ?? 0) >= purge.sequence) {
    for (const { ledger, id } of purge.records) {
      core.state.table(ledger).deleted.delete(id);
      core.state.table(ledger).blocks.touch(id);
      core.state.table(ledger).changes += 1;
    }
    await purgeLog(core, purge);
    for (const table of core.state.tables().values()) table.blocks.markAll();
    await writeCheckpoint(database, core.state, 'everything');
    await journal?.purge(purge);
  }
  await database.meta.delete('purge');
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

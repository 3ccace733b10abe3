import type { Entry } from '../../../shared/history/batch.ts';
import { ChainCheck } from '../../../shared/history/chain.ts';
import type { Change, ChildChange } from '../../../shared/history/change.ts';
import { changeOf, decodeHeader } from '../../../shared/history/encode.ts';
import { isPurge } from '../../../shared/history/purge.ts';
import { batchIdOf, batchPositionOf, positionOf } from '../../../shared/history/rev.ts';
import { upcastChange } from '../../../shared/history/upcast-change.ts';
import { LedgerError } from '../../../shared/kit/complaint.ts';
import { isRestricted } from '../../../shared/kit/restricted.ts';
import type { ChildRow } from '../../../shared/kit/values.ts';
import { recordInLog } from '../../../shared/workbook/export/record-in-log.ts';
import type { EntryKey, LedgerDatabase, StoredEntry } from '../database.ts';
import { readBatch } from '../open/log-reader.ts';
import { Pace } from '../slices.ts';
import type { BatchSummary, HistoryItem } from '../store-api.ts';
import type { StoreCore } from '../store-core.ts';

/**
 * What happened to one record, the latest first: from its rev back along the revs the changes themselves carry. Where those who
 * wrote it did not know of each other, one rev leads past the other's: there the merge knows all the writes.
 */
export async function historyOf(core: StoreCore, ledgerId: string, id: string): Promise<HistoryItem[]> {
  const table = core.state.table(ledgerId);
  const items: HistoryItem[] = [];
  const merged = core.union.contested.find((one) => one.ledger === ledgerId && one.id === id)?.writes ?? [];
  const known = new Set(merged.map((key) => key.join('/')));
  let rev = (table.records.get(id) ?? table.deleted.get(id))?.rev ?? '';
  for (let position = positionOf(rev); position && !known.has(rev); position = positionOf(rev)) {
    const { chain, sequence, part } = position;
    const found = await itemAt(core, [chain, sequence, part], ledgerId, id);
    // Purged, or before the snapshot this log stands on: the walk ends where the log does.
    if (!found) return items;
    items.push(found.item);
    rev = found.rev;
  }
  for (const key of known.has(rev) ? merged.toReversed() : []) {
    const found = await itemAt(core, key, ledgerId, id);
    if (found) items.push(found.item);
  }
  return items;
}

/** What one entry says of a record, and the rev it was written on. */
async function itemAt({ parts: { database }, state }: StoreCore, key: EntryKey, ledgerId: string, id: string) {
  const stored = await database.batches.get(key);
  const header = stored && decodeHeader(stored.bytes);
  const written = stored && changeOf(stored.bytes, ledgerId, id);
  if (!header || !written) return undefined;
  const { at, operator, reason, versions } = header;
  const change = upcastChange(written, state.ledger(ledgerId), versions[ledgerId]);
  const item: HistoryItem = {
    batch: batchIdOf(header),
    at,
    operator,
    reason,
    kind: change.kind,
    fields: fieldsOf(change),
  };
  return { item, rev: change.rev };
}

/** Who entered a record; undefined where the log does not reach back to its creation. */
export async function creatorOf(core: StoreCore, ledgerId: string, id: string): Promise<string | undefined> {
  const first = (await historyOf(core, ledgerId, id)).at(-1);
  // A purge writes what is left as if it were new.
  return first?.kind === 'create' && !isPurge(first.reason) ? first.operator : undefined;
}

function fieldsOf(change: Change): HistoryItem['fields'] {
  if (change.kind === 'update') {
    const fields = Object.entries(change.fields).map(([field, sides]) => ({ field, ...sides }));
    const lists = Object.entries(change.children).map(([field, rows]) => ({ field, ...rowsOf(rows) }));
    return [...fields, ...lists];
  }
  const side = change.kind === 'create' ? 'after' : 'before';
  return Object.entries(change.values).flatMap(([field, value]) =>
    value === undefined ? [] : [{ field, [side]: value }],
  );
}

/** Of a child list only the rows that changed, as they were and as they became; a changed row shows what differs. */
function rowsOf(changes: readonly ChildChange[]): { before?: readonly ChildRow[]; after?: readonly ChildRow[] } {
  const before: ChildRow[] = [];
  const after: ChildRow[] = [];
  for (const change of changes) {
    if (change.kind === 'delete') before.push({ ...change.values, id: change.id });
    else if (change.kind === 'create') after.push({ ...change.values, id: change.id });
    else {
      const side = (which: 'before' | 'after') =>
        Object.fromEntries(Object.entries(change.fields).map(([field, sides]) => [field, sides[which]]));
      before.push({ ...side('before'), id: change.id });
      after.push({ ...side('after'), id: change.id });
    }
  }
  return { ...(before.length > 0 ? { before } : {}), ...(after.length > 0 ? { after } : {}) };
}

/** Batches as the operations list shows them, the latest first. */
export async function batchesOf(
  core: StoreCore,
  offset: number,
  limit: number,
): Promise<{ total: number; batches: BatchSummary[] }> {
  const { database } = core.parts;
  const total = await database.batches.orderBy('closed').count();
  const closings = await database.batches.orderBy('closed').reverse().offset(offset).limit(limit).toArray();
  const batches = await Promise.all(closings.map((closing) => summaryOf(core, closing)));
  return { total, batches: batches.filter((summary) => summary !== undefined) };
}

async function summaryOf(core: StoreCore, stored: StoredEntry): Promise<BatchSummary | undefined> {
  const header = decodeHeader(stored.bytes);
  if (!header) return undefined;
  const { at, operator, reason, ledgers, closing } = header;
  const batch = batchIdOf(header);
  const undone = await isUndone(core.parts.database, batch);
  const changes = closing?.changes ?? 0;
  const about = changes === 1 ? await recordOf(core, stored) : undefined;
  return { batch, at, operator, reason, changes, ledgers, undone, ...(about ? { about } : {}) };
}

/** What the one record of a step is called now; of a restricted or purged one nothing is said. */
async function recordOf(core: StoreCore, { chain, sequence }: StoredEntry): Promise<string | undefined> {
  const entries = readBatch(await core.parts.database.entriesOf(chain, sequence));
  const [sealed] = typeof entries === 'string' ? [] : entries.flatMap((entry) => entry.sealed);
  const change = sealed && 'change' in sealed ? sealed.change : undefined;
  const ledger = change && core.state.ledger(change.ledger);
  if (!ledger) return undefined;
  const table = core.state.table(ledger.id);
  const values = (table.records.get(change.id) ?? table.deleted.get(change.id))?.values;
  if (!values || isRestricted(ledger, values)) return undefined;
  return recordInLog(ledger, values, false, core.context().nameOf);
}

/** Undone: an undo of it stands that was not itself undone. */
async function isUndone(database: LedgerDatabase, batch: string): Promise<boolean> {
  for (const { chain, sequence } of await database.batches.where('undoes').equals(batch).toArray()) {
    if (!(await isUndone(database, batchIdOf({ chain, sequence })))) return true;
  }
  return false;
}

/**
 * The entries of one batch, verified.
 * @throws LedgerError batch/unknown or batch/damaged
 */
export async function entriesOfBatch(database: LedgerDatabase, batch: string): Promise<readonly Entry[]> {
  const position = batchPositionOf(batch);
  const stored = position ? await database.entriesOf(position.chain, position.sequence) : [];
  if (stored.length === 0) throw new LedgerError('batch/unknown', '找不到这一批改动，没有撤销任何内容。请刷新后再试。');
  const entries = readBatch(stored);
  if (typeof entries === 'string') {
    throw new LedgerError('batch/damaged', `这一批改动的记录已损坏（${entries}），不能撤销。现有数据不受影响。`);
  }
  return entries;
}

/** Goes through the whole log, chain by chain, and says where it first does not fit. */
export async function verifyLog(
  database: LedgerDatabase,
  onProgress: (done: number, of: number) => void,
): Promise<{ entries: number; broken?: Entry['header'] }> {
  const pace = new Pace();
  const keys: EntryKey[] = await database.batches.toCollection().primaryKeys();
  let check = new ChainCheck();
  let chainNow: string | undefined;
  let lastHeader: Entry['header'] | undefined;
  for (const [index, key] of keys.entries()) {
    const stored = await database.batches.get(key);
    const entry = stored && readBatch([stored]);
    if (!stored || !entry || typeof entry === 'string') return brokenAt(index, stored, lastHeader);
    if (stored.chain !== chainNow) check = new ChainCheck();
    chainNow = stored.chain;
    const [decoded] = entry;
    if (decoded && !check.next(decoded)) return { entries: index, broken: decoded.header };
    lastHeader = decoded?.header ?? lastHeader;
    if (await pace.rest()) onProgress(index, keys.length);
  }
  return { entries: keys.length };
}

function brokenAt(entries: number, stored: StoredEntry | undefined, last: Entry['header'] | undefined) {
  const broken = (stored && decodeHeader(stored.bytes)) ?? last;
  return { entries, ...(broken ? { broken } : {}) };
}

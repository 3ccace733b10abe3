import { PART_SIZE } from '../../../shared/history/batch.ts';
import type { Change, Reason } from '../../../shared/history/change.ts';
import type { BatchFrame } from '../../../shared/history/encode.ts';
import type { OfficeState } from '../../../shared/history/office-state.ts';
import { batchIdOf, revOf } from '../../../shared/history/rev.ts';
import { type Complaint, error } from '../../../shared/kit/complaint.ts';
import type { Meta } from '../database.ts';
import { Pace } from '../slices.ts';
import type { Durability, Outcome } from '../store-api.ts';
import type { StoreCore } from '../store-core.ts';
import type { JournalRelay } from './journal-relay.ts';
import { type ClosingEntry, storeBatch } from './store-batch.ts';

/** From so many changes on a batch is bulk: it is not written while the journal is behind. */
export const BULK = 1000;

/** A row about the batch that the closing record ends. */
export type NoteOf = (closing: ClosingEntry) => Meta;

/** What whoever cancels a write is told. */
export const CANCELLED: Complaint = error('store/cancelled', '已取消，没有写入任何数据。');

/** What one batch is to hold. */
export type Writing = {
  readonly changes: readonly Change[];
  readonly reason: Reason;
  readonly warnings: readonly Complaint[];
  /** Asked until the closing record is on its way: a cancelled batch leaves nothing. */
  readonly isCancelled?: (() => boolean) | undefined;
  /** What it answers stands in the database exactly if the batch does. */
  readonly noted?: NoteOf | undefined;
};

/**
 * Writes one batch: database (one strict transaction), memory, journal, and only then the receipt. Whoever calls holds
 * the store's turn, so the state cannot have moved since the changes were planned.
 * @throws LedgerError store/not-written where the database refuses: then nothing of it was written.
 */
export async function commitBatch(
  core: StoreCore,
  journal: JournalRelay,
  { changes, reason, warnings, isCancelled = () => false, noted }: Writing,
): Promise<Outcome> {
  if (changes.length >= BULK && journal.behind > 0 && !(await journal.retry())) {
    const message = `副本未写：还有 ${journal.behind} 批改动没有写入副本，暂不接受批量写入。已保存的数据不受影响，请检查磁盘后重试。`;
    return { ok: false, complaints: [error('journal/behind', message)] };
  }
  const at = core.parts.now();
  const stored = await storeBatch(core, { frame: frameOf(core, reason, at), changes }, isCancelled, noted);
  if (!stored) return { ok: false, complaints: [CANCELLED] };
  const { closing, entries } = stored;
  await applied(core.state, closing, changes);
  const { position } = closing;
  const isCopied = await journal.append(position, entries);
  const durability: Durability = isCopied ? 'both' : journal.exists ? 'journalPending' : 'oneCopy';
  // The page shows what was written, it does not take it over: of a bulk batch the first part is enough.
  const records = changes.slice(0, PART_SIZE).map(({ ledger, id }, index) => ({
    ledger,
    id,
    rev: revOf({ ...position, part: Math.floor(index / PART_SIZE) }),
  }));
  return { ok: true, receipt: { batch: batchIdOf(position), at, durability, records, warnings } };
}

/** What the headers of the next batch of this installation say. */
export function frameOf(
  { state, installation, operator }: Pick<StoreCore, 'state' | 'installation' | 'operator'>,
  reason: Reason,
  at: string,
): BatchFrame {
  const last = state.positions.get(installation.chain);
  return {
    chain: installation.chain,
    sequence: (last?.sequence ?? 0) + 1,
    lamport: state.lamport + 1,
    previous: last?.hash ?? installation.previous,
    operator,
    at,
    reason,
    versions: Object.fromEntries([...state.ledgers].map(({ id, version }) => [id, version])),
    ...(last === undefined && installation.origin ? { origin: installation.origin } : {}),
  };
}

/** Counts a batch of this installation into the records. */
export async function applied(state: OfficeState, closing: ClosingEntry, changes: readonly Change[]): Promise<void> {
  const pace = new Pace();
  const { chain, sequence } = closing.position;
  for (const [index, change] of changes.entries()) {
    state.apply(change, revOf({ chain, sequence, part: Math.floor(index / PART_SIZE) }));
    if (pace.isDue) await pace.rest();
  }
  const ledgers = [...new Set(changes.map(({ ledger }) => ledger))];
  state.finishBatch({ chain, sequence, lamport: closing.lamport, ledgers }, closing.hash);
}

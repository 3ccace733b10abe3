import type { Change, Reason } from '../../../shared/history/change.ts';
import { recordKey } from '../../../shared/history/references.ts';
import { planUndo as planOf, type UndoChanges } from '../../../shared/history/undo.ts';
import { type Complaint, error, warning } from '../../../shared/kit/complaint.ts';
import { HIDDEN } from '../clearance.ts';
import { entriesOfBatch } from '../query/record-log.ts';
import type { Outcome, UndoPlan } from '../store-api.ts';
import type { StoreCore } from '../store-core.ts';
import { keptApart } from './separation.ts';

type Commit = (changes: readonly Change[], reason: Reason, warnings: readonly Complaint[]) => Promise<Outcome>;

/** What undoing a batch would do, before anything is done. */
export async function planUndo(core: StoreCore, batch: string): Promise<UndoPlan> {
  const { changes, blocked } = await plannedUndo(core, batch);
  return { batch, undoable: changes.length, blocked };
}

/** Undoes of a batch what can be undone; whoever calls holds the store's turn. */
export async function undoBatch(core: StoreCore, commit: Commit, batch: string): Promise<Outcome> {
  const { changes, blocked, text } = await plannedUndo(core, batch);
  const kept = blocked.map(({ title, why }) => `“${title}”保持不变：${why}`);
  if (changes.length === 0) {
    const why = kept.slice(0, 3).join('；') || '这一批没有改动';
    return { ok: false, complaints: [error('undo/nothing', `不能撤销：${why}。没有改动任何数据。`)] };
  }
  const reason: Reason = { kind: 'undo', text: `撤销：${text}`, of: batch };
  return commit(
    changes,
    reason,
    kept.map((message) => warning('undo/blocked', message)),
  );
}

/**
 * What undoing a batch would do now by whoever works, and what the batch said it was.
 * @throws LedgerError batch/unknown or batch/damaged
 */
async function plannedUndo(core: StoreCore, batch: string): Promise<UndoChanges & { readonly text: string }> {
  const entries = await entriesOfBatch(core.parts.database, batch);
  const kept = await keptApart(core, entries);
  const barred = ({ ledger, id }: Change) => {
    if (core.clearance.hides(ledger, id)) return HIDDEN.message;
    const { records, deleted } = core.state.table(ledger);
    const isOwn = (records.get(id) ?? deleted.get(id))?.office === undefined;
    return isOwn ? kept.get(recordKey(ledger, id)) : '是别的单位登记的，这里只能查看';
  };
  return { ...planOf(core.state, entries, barred), text: entries[0]?.header.reason.text ?? '' };
}

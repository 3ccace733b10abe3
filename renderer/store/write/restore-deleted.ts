import type { Change, Reason } from '../../../shared/history/change.ts';
import { logNameOf, recordKey, referencesIn, titleOf } from '../../../shared/history/references.ts';
import { type Complaint, error } from '../../../shared/kit/complaint.ts';
import type { Outcome } from '../store-api.ts';
import type { StoreCore } from '../store-core.ts';

type Commit = (changes: readonly Change[], reason: Reason, warnings: readonly Complaint[]) => Promise<Outcome>;

/** Brings a record back from the trash; whoever calls holds the store's turn. */
export async function restoreDeleted(core: StoreCore, commit: Commit, ledgerId: string, id: string): Promise<Outcome> {
  const planned = planRestore(core, ledgerId, id);
  if (!('change' in planned)) return { ok: false, complaints: [planned] };
  return commit([planned.change], { kind: 'restore', text: `恢复${planned.name}` }, []);
}

/** What brings a record back from the trash, and what the log calls it; or why it stays there. */
function planRestore(
  { state, clearance }: StoreCore,
  ledgerId: string,
  id: string,
): { readonly change: Change; readonly name: string } | Complaint {
  const ledger = state.ledger(ledgerId);
  const record = state.table(ledgerId).deleted.get(id);
  if (!ledger || !record || clearance.hides(ledgerId, id))
    return error('record/not-deleted', '回收站里没有这条记录。数据没有改动。');
  if (record.office !== undefined)
    return error('record/other-office', '这条记录是别的单位登记的，这里只能查看。数据没有改动。');
  const dangling = referencesIn(ledger, record.values).filter(
    (one) => recordKey(one.ledger, one.id) !== recordKey(ledgerId, id) && !state.table(one.ledger).records.has(one.id),
  );
  if (dangling.length > 0) {
    const names = dangling.map((one) => titleOf(state.ledger(one.ledger), state.table(one.ledger).deleted.get(one.id)));
    const message = `不能恢复：它引用的记录已被删除（${names.join('、')}）。请先恢复被引用的记录。`;
    return error('record/dangling', message);
  }
  const { rev, values } = record;
  return { change: { kind: 'create', ledger: ledgerId, id, rev, values }, name: logNameOf(ledger, record) };
}

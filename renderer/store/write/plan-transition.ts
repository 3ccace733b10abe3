import { actTitle, ISSUE, takeIssue } from '../../../shared/documents/issued-documents.ts';
import type { Reason } from '../../../shared/history/change.ts';
import { type Complaint, error, hasError } from '../../../shared/kit/complaint.ts';
import { takeTransition } from '../../../shared/kit/take-transition.ts';
import { HIDDEN } from '../clearance.ts';
import type { Draft, TransitionRequest } from '../store-api.ts';
import type { StoreCore } from '../store-core.ts';
import { separationOf } from './separation.ts';

/** What taking a transition, or issuing a paper, writes; or every reason why it is refused. */
export async function planTransition(
  core: StoreCore,
  { ledger: ledgerId, id, rev, transition, input }: TransitionRequest,
): Promise<
  | { readonly draft: Draft; readonly reason: Reason; readonly warnings: readonly Complaint[] }
  | { readonly complaints: readonly Complaint[] }
> {
  const { state, clearance, parts } = core;
  const ledger = state.ledger(ledgerId);
  const record = state.table(ledgerId).records.get(id);
  if (clearance.hides(ledgerId, id)) return { complaints: [HIDDEN] };
  if (!ledger || !record) {
    const message = '这条记录已被删除，没有写入任何数据。可到回收站找回后再办理。';
    return { complaints: [error('record/gone', message)] };
  }
  if (record.rev !== rev) {
    const message = '这条记录已被修改，这次没有写入任何数据。请看过最新内容后再办理。';
    return { complaints: [error('record/changed', message)] };
  }
  const separation = await separationOf(core, ledger, record, transition);
  if (hasError(separation)) return { complaints: separation };
  const taken =
    transition === ISSUE
      ? takeIssue(ledger, record, input, core.wholeContext(), parts.newId)
      : takeTransition(ledger, record, transition, input, core.context(), parts.newId);
  if ('complaints' in taken) return taken;
  const title = actTitle(ledger, transition);
  const clear = Object.keys(taken.patch).filter((field) => taken.patch[field] === undefined);
  return {
    draft: { kind: 'edit', ledger: ledgerId, id, rev, patch: taken.patch, clear },
    reason: { kind: 'transition', text: title, of: transition },
    warnings: [...separation, ...taken.warnings],
  };
}

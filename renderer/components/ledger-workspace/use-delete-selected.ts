import type { Ledger } from '../../../shared/kit/ledger.ts';
import type { Selection } from '../ledger-table/use-selection.ts';
import { messageOf } from '../session/message-of.ts';
import { useNotices } from '../session/notice.tsx';
import { useStoreClient } from '../session/store-context.tsx';

/** Deletes the ticked rows as one batch, which one click takes back. */
export function useDeleteSelected(ledger: Ledger, selection: Selection): () => Promise<void> {
  const { store } = useStoreClient();
  const { say } = useNotices();
  return async () => {
    const rows = [...selection.rows.values()];
    const drafts = rows.map(({ id, rev }) => ({ kind: 'delete' as const, ledger: ledger.id, id, rev }));
    try {
      const outcome = await store.write(drafts, { kind: 'delete', text: `删除 ${rows.length} 条${ledger.noun}` });
      if (outcome.ok) {
        selection.clear();
        say({ text: `已删除 ${rows.length} 条${ledger.noun}，可在设置的回收站找回。`, batch: outcome.receipt.batch });
      } else {
        const reasons = outcome.complaints.map(({ message }) => message);
        say({ text: `没有删除：${[...new Set(reasons)].slice(0, 3).join(' ')}`, grade: 'problem' });
      }
    } catch (thrown) {
      say({ text: messageOf(thrown), grade: 'problem' });
    }
  };
}

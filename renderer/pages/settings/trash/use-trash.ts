import type { Ledger } from '../../../../shared/kit/ledger.ts';
import type { LedgerRecord } from '../../../../shared/kit/values.ts';
import { ledgers } from '../../../../shared/ledgers/index.ts';
import { useNotices } from '../../../components/session/notice.tsx';
import { useStoreClient } from '../../../components/session/store-context.tsx';
import { useAnswer } from '../../../components/session/use-answer.ts';
import { useDataVersion } from '../../../components/session/use-data-version.ts';
import { useTask } from '../../../components/session/use-task.ts';

export type TrashList = { readonly ledger: Ledger; readonly records: readonly LedgerRecord[] };

export type Trash = {
  /** Ledgers that have deleted records; undefined until they were read. */
  readonly lists: readonly TrashList[] | undefined;
  readonly problem: string | undefined;
  readonly busy: boolean;
  readonly restore: (ledger: Ledger, id: string, title: string) => void;
};

/** The deleted records of every ledger. */
export function useTrash(): Trash {
  const { store } = useStoreClient();
  const { say, refuse } = useNotices();
  const { busy, run } = useTask();
  const version = useDataVersion();
  const { data, problem } = useAnswer(`trash ${version}`, () =>
    Promise.all(ledgers.map(async (ledger) => ({ ledger, records: await store.trash(ledger.id) }))),
  );
  return {
    lists: data?.filter(({ records }) => records.length > 0),
    problem,
    busy,
    restore: (ledger, id, title) =>
      run(async () => {
        const outcome = await store.restoreDeleted(ledger.id, id);
        if (outcome.ok) say({ text: `已恢复${ledger.noun}“${title}”。`, batch: outcome.receipt.batch });
        else refuse(outcome);
      }),
  };
}

import type { Draft } from '../../../shared/history/draft.ts';
import type { Period } from '../../../shared/kit/period.ts';
import type { LedgerRecord } from '../../../shared/kit/values.ts';
import { lastSentTo, submissionsOf } from '../../../shared/submission/submissions.ts';
import { useNotices } from '../session/notice.tsx';
import { useStoreClient } from '../session/store-context.tsx';
import { useAnswer } from '../session/use-answer.ts';
import { useDataVersion } from '../session/use-data-version.ts';
import { useTask } from '../session/use-task.ts';

/** Rows of 上报登记 of one subject: twelve a year, for longer than anybody looks back. */
const MOST = 2000;

export type Submissions = {
  readonly records: readonly LedgerRecord[];
  /** To whom the last one of any period went, '' where nobody said. */
  readonly lastSentTo: string;
  readonly busy: boolean;
  readonly write: (draft: Draft, text: string) => void;
};

/** What was handed in of a period, and writing it down. */
export function useSubmissions(subject: string, period: Period): Submissions {
  const { store } = useStoreClient();
  const { say, refuse } = useNotices();
  const { busy, run } = useTask();
  const version = useDataVersion();
  const query = { ledger: 'submission', filters: [{ field: 'subject', is: [subject] }] };
  const { data } = useAnswer(`${subject} ${version}`, () => store.window(query, 0, MOST));
  return {
    records: submissionsOf(data?.rows ?? [], subject, period),
    lastSentTo: lastSentTo(data?.rows ?? [], subject),
    busy,
    write: (draft, text) =>
      run(async () => {
        const outcome = await store.write([draft], { kind: draft.kind === 'create' ? 'create' : 'edit', text });
        if (outcome.ok) say({ text: `已登记：${text}。`, batch: outcome.receipt.batch });
        else refuse(outcome);
      }),
  };
}

import { useState } from 'react';
import type { Draft } from '../../../shared/history/draft.ts';
import type { Complaint } from '../../../shared/kit/complaint.ts';
import type { Ledger } from '../../../shared/kit/ledger.ts';
import type { Rev, Values } from '../../../shared/kit/values.ts';
import type { TransitionInput } from '../../../shared/kit/workflow.ts';
import type { Outcome, Receipt } from '../../store/store-api.ts';
import { messageOf } from '../session/message-of.ts';
import { useNotices } from '../session/notice.tsx';
import { useStoreClient } from '../session/store-context.tsx';

/** What a clerk does to one record. Each answers with what stands against it; nothing where it was done. */
export type RecordActs = {
  /** `along` gives what else is written in the same batch, told the new record's id. */
  readonly create: (values: Values, along?: (made: string) => readonly Draft[]) => Promise<readonly Complaint[]>;
  readonly edit: (id: string, rev: Rev, patch: Values, clear: readonly string[]) => Promise<readonly Complaint[]>;
  /** Says itself why a record stays. */
  readonly remove: (id: string, rev: Rev) => Promise<void>;
  readonly take: (id: string, rev: Rev, transition: string, input: TransitionInput) => Promise<readonly Complaint[]>;
  readonly busy: boolean;
};

/** Milliseconds. What is done sooner was never seen to be under way: a button that says so would only cost the list time. */
const NOTICEABLE = 150;

const noted = (text: string, { batch, warnings }: Receipt) => ({
  // 待补 stands in the form; a notice repeating it would bury the rest.
  text: [text, ...warnings.filter(({ code }) => code !== 'field/wanted').map(({ message }) => message)].join(' '),
  batch,
});

/** `onCreated` is told the id of a new record, `onRemoved` that the record is no longer there to be shown. */
export function useRecordActs(ledger: Ledger, onCreated: (id: string) => void, onRemoved: () => void): RecordActs {
  const { store } = useStoreClient();
  const { say, fail, refuse } = useNotices();
  const [busy, setBusy] = useState(false);

  const run = async (act: () => Promise<Outcome>, done: (receipt: Receipt) => void): Promise<readonly Complaint[]> => {
    const slow = setTimeout(() => setBusy(true), NOTICEABLE);
    try {
      const outcome = await act();
      if (!outcome.ok) return outcome.complaints;
      done(outcome.receipt);
      return [];
    } catch (thrown) {
      fail(thrown);
      return [{ severity: 'error', code: 'store/failed', message: messageOf(thrown) }];
    } finally {
      clearTimeout(slow);
      setBusy(false);
    }
  };

  const { noun } = ledger;
  return {
    busy,
    create: (values, along = () => []) => {
      const id = crypto.randomUUID();
      const drafts: readonly Draft[] = [{ kind: 'create', ledger: ledger.id, id, values }, ...along(id)];
      return run(
        () => store.write(drafts, { kind: 'create', text: `新增${noun}` }),
        (receipt) => {
          say(noted(`已新增${noun}。`, receipt));
          // What was entered is restricted and not shown to whoever entered it: there is nothing to open.
          if (receipt.hidden) onRemoved();
          else onCreated(id);
        },
      );
    },
    edit: (id, rev, patch, clear) =>
      run(
        () =>
          store.write([{ kind: 'edit', ledger: ledger.id, id, rev, patch, clear }], {
            kind: 'edit',
            text: `修改${noun}`,
          }),
        (receipt) => {
          say(noted('已保存修改。', receipt));
          if (receipt.hidden) onRemoved();
        },
      ),
    remove: async (id, rev) => {
      const complaints = await run(
        () => store.write([{ kind: 'delete', ledger: ledger.id, id, rev }], { kind: 'delete', text: `删除${noun}` }),
        (receipt) => {
          say(noted(`已删除${noun}，可在设置的回收站找回。`, receipt));
          onRemoved();
        },
      );
      if (complaints.length > 0) refuse({ complaints });
    },
    take: (id, rev, transition, input) =>
      run(
        () => store.transition({ ledger: ledger.id, id, rev, transition, input }),
        (receipt) => say(noted(`已办理“${ledger.workflow?.transitions[transition]?.title ?? ''}”。`, receipt)),
      ),
  };
}

import { useState } from 'react';
import { noteFault } from '../../desktop/note-fault.ts';
import type { Outcome } from '../../store/store-api.ts';
import { messageOf } from './message-of.ts';
import { useNotices } from './notice.tsx';

export type Task = {
  readonly busy: boolean;
  /** Runs the work once at a time; what it throws is said in the notice line. */
  readonly run: (work: () => Promise<void>) => void;
};

/** Something a button starts that takes a moment and may fail. */
export function useTask(): Task {
  const [busy, setBusy] = useState(false);
  const { say } = useNotices();
  return {
    busy,
    run: (work) => {
      if (busy) return;
      setBusy(true);
      work()
        .catch((thrown) => {
          noteFault(thrown);
          say({ text: messageOf(thrown), grade: 'problem' });
        })
        .finally(() => setBusy(false));
    },
  };
}

/** Everything that refused a write, in one text. */
export const refusalOf = (outcome: Outcome & { readonly ok: false }): string =>
  outcome.complaints
    .filter(({ severity }) => severity === 'error')
    .map(({ message }) => message)
    .join(' ');

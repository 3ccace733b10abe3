import { useState } from 'react';
import type { UndoPlan } from '../../store/store-api.ts';
import { messageOf } from './message-of.ts';
import { useNotices } from './notice.tsx';
import { useStoreClient } from './store-context.tsx';

/** Taking a batch back: asks first where something stands in the way, says what became of it. */
export type Undo = {
  /** The plan the clerk has to confirm, or nothing to ask. */
  readonly asked: UndoPlan | undefined;
  readonly start: (batch: string) => void;
  readonly confirm: () => void;
  readonly cancel: () => void;
};

export function useUndo(): Undo {
  const { store } = useStoreClient();
  const { say } = useNotices();
  const [asked, setAsked] = useState<UndoPlan>();
  const fail = (thrown: unknown) => say({ text: messageOf(thrown), grade: 'problem' });

  const undo = async (plan: UndoPlan) => {
    setAsked(undefined);
    const outcome = await store.undo(plan.batch);
    if (outcome.ok) say({ text: `已撤销，${plan.undoable} 条记录恢复到这一步之前。` });
    else say({ text: outcome.complaints.map(({ message }) => message).join(' '), grade: 'problem' });
  };

  const start = async (batch: string) => {
    const plan = await store.planUndo(batch);
    if (plan.blocked.length > 0 || plan.undoable > 1) setAsked(plan);
    else await undo(plan);
  };

  return {
    asked,
    start: (batch) => void start(batch).catch(fail),
    confirm: () => {
      if (asked) undo(asked).catch(fail);
    },
    cancel: () => setAsked(undefined),
  };
}

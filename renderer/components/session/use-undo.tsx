import { useState } from 'react';
import type { UndoPlan } from '../../store/store-api.ts';
import { useNotices } from './notice.tsx';
import { useStoreClient } from './store-context.tsx';

/** Taking a batch back: asks first where something stands in the way, says what became of it. */
export type Undo = {
  /** The plan the clerk has to confirm, or nothing to ask. */
  readonly asked: UndoPlan | undefined;
  readonly start: (batch: string) => Promise<void>;
  /** Takes an undo back. */
  readonly redo: (batch: string) => Promise<void>;
  readonly confirm: () => void;
  readonly cancel: () => void;
};

export function useUndo(): Undo {
  const { store } = useStoreClient();
  const { say, refuse, fail } = useNotices();
  const [asked, setAsked] = useState<UndoPlan>();

  const undo = async (plan: UndoPlan) => {
    setAsked(undefined);
    const outcome = await store.undo(plan.batch);
    if (outcome.ok) say({ text: `已撤销，${plan.undoable} 条记录恢复到这一步之前。` });
    else refuse(outcome);
  };

  const start = async (batch: string) => {
    const plan = await store.planUndo(batch);
    if (plan.blocked.length > 0 || plan.undoable > 1) setAsked(plan);
    else await undo(plan);
  };

  // Nothing is asked: what comes back was there a moment ago.
  const redo = async (batch: string) => {
    const outcome = await store.undo(batch);
    if (outcome.ok) say({ text: `已重做，${outcome.receipt.records.length} 条记录又是撤销之前的样子。` });
    else refuse(outcome);
  };

  return {
    asked,
    start: (batch) => start(batch).catch(fail),
    redo: (batch) => redo(batch).catch(fail),
    confirm: () => {
      if (asked) undo(asked).catch(fail);
    },
    cancel: () => setAsked(undefined),
  };
}

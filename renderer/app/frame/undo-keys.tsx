import { useEffect, useEffectEvent, useRef } from 'react';
import { useNotices } from '../../components/session/notice.tsx';
import { type StepsHere, stepsHere } from '../../components/session/steps-here.ts';
import { useStoreClient } from '../../components/session/store-context.tsx';
import { UndoDialog } from '../../components/session/undo-dialog.tsx';
import { useOperator } from '../../components/session/use-operator.ts';
import { useUndo } from '../../components/session/use-undo.tsx';
import { useShortcut } from '../../components/shortcuts/use-shortcut.ts';

/** Steps further back than this are taken back from the log. */
const MOST = 200;

/** Ctrl+Z and Ctrl+Y over the log, for what this operator did since the program was opened. */
export function UndoKeys() {
  const { store } = useStoreClient();
  const { say, fail } = useNotices();
  const [operator] = useOperator();
  const undo = useUndo();
  const before = useRef<number>(undefined);
  const count = useEffectEvent(async () => {
    before.current ??= (await store.batches(0, 1)).total;
  });
  useEffect(() => void count().catch(() => undefined), []);

  const go = async (act: (steps: StepsHere) => void | Promise<void>) => {
    try {
      const { total } = await store.batches(0, 1);
      const since = Math.min(total - (before.current ?? total), MOST);
      await act(stepsHere(since > 0 ? (await store.batches(0, since)).batches : [], operator));
    } catch (thrown) {
      fail(thrown);
    }
  };
  // Pressed twice in a row: the second asks the log once the first is in it.
  const turn = useRef(Promise.resolve());
  const inTurn = (act: (steps: StepsHere) => void | Promise<void>) => {
    turn.current = turn.current.then(() => go(act));
  };
  const takeBack = ({ undo: batch }: StepsHere) =>
    batch === undefined
      ? say({ text: '打开程序以来没有可以撤销的步骤；更早的可在 设置 → 操作记录 撤销。' })
      : undo.start(batch);
  const bringBack = ({ redo: batch }: StepsHere) =>
    batch === undefined ? say({ text: '没有可以重做的步骤。' }) : undo.redo(batch);
  useShortcut('undo', () => inTurn(takeBack), { notInText: true });
  useShortcut('redo', () => inTurn(bringBack), { notInText: true });
  return <UndoDialog undo={undo} />;
}

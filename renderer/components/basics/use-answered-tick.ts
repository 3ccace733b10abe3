import { startTransition, useOptimistic } from 'react';

/**
 * A tick whose truth lives in the store worker: it shows what was clicked at once, and the truth again as soon as the
 * answer is in, so that a refused click springs back. Without it a tick would undo itself until the worker has answered.
 */
export function useAnsweredTick(
  truth: boolean,
  tell: (ticked: boolean) => Promise<void>,
): readonly [ticked: boolean, tick: (ticked: boolean) => void] {
  const [shown, show] = useOptimistic(truth);
  const tick = (ticked: boolean) => {
    // Told outside the transition: what the teller says of being busy is seen now, not when the answer is in.
    const answered = tell(ticked);
    startTransition(async () => {
      show(ticked);
      await answered;
    });
  };
  return [shown, tick];
}

import { startTransition, useEffect, useEffectEvent, useState } from 'react';
import { messageOf } from './message-of.ts';

/** What became of a question: the last answer stays while the next is under way. */
export type Answer<T> = {
  readonly data: T | undefined;
  readonly problem: string | undefined;
  readonly loading: boolean;
};

/**
 * Asks anew whenever `key` changes; answers that come too late are dropped. An undefined key asks nothing. An answer that
 * follows another one gives way to what somebody waits for: after a save the list before the record beside it.
 */
export function useAnswer<T>(key: string | undefined, ask: () => Promise<T>): Answer<T> {
  const [answer, setAnswer] = useState<Answer<T>>({ data: undefined, problem: undefined, loading: true });
  const askNow = useEffectEvent(ask);
  const isFirst = useEffectEvent(() => answer.data === undefined);
  useEffect(() => {
    if (key === undefined) return;
    let current = true;
    const show = isFirst() ? (act: () => void) => act() : startTransition;
    setAnswer((before) => (before.loading ? before : { ...before, loading: true }));
    askNow().then(
      (data) => current && show(() => setAnswer({ data, problem: undefined, loading: false })),
      (thrown) => current && setAnswer((before) => ({ ...before, problem: messageOf(thrown), loading: false })),
    );
    return () => {
      current = false;
    };
  }, [key]);
  return answer;
}

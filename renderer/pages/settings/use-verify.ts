import { useNotices } from '../../components/session/notice.tsx';
import { useStoreClient } from '../../components/session/store-context.tsx';
import { useTask } from '../../components/session/use-task.ts';
import { verdictWords } from './verdict-words.ts';

/** Checks the chain of the log from its beginning. */
export function useVerify(): { readonly busy: boolean; readonly start: () => void } {
  const { store } = useStoreClient();
  const { say } = useNotices();
  const { busy, run } = useTask();
  return {
    busy,
    start: () =>
      run(async () => {
        const verdict = await store.verify();
        say({ text: verdictWords(verdict), grade: verdict.broken ? 'problem' : 'done' });
      }),
  };
}

import { useNotices } from '../../../components/session/notice.tsx';
import { useStoreClient } from '../../../components/session/store-context.tsx';
import { useTask } from '../../../components/session/use-task.ts';
import { desktop } from '../../../desktop/desktop.ts';
import { verdictWords } from '../verdict-words.ts';

/** Hands the log out for inspection: checked first, noted in the log itself, then saved as .xlsx. */
export function useLogExport(): { readonly busy: boolean; readonly start: () => void } {
  const { store, exports } = useStoreClient();
  const { say } = useNotices();
  const { busy, run } = useTask();
  return {
    busy,
    start: () =>
      run(async () => {
        const { name, bytes } = await exports.log(verdictWords(await store.verify()));
        const file = await desktop().files.save(name, bytes);
        if (file === undefined) return;
        say({ text: `已导出：${file}`, file });
      }),
  };
}

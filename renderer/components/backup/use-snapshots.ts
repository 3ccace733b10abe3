import { type ReactNode, useState } from 'react';
import type { SnapshotInfo } from '../../../shared/desktop-api.ts';
import { momentWords } from '../../../shared/kit/moment-words.ts';
import { desktop, isBrowser } from '../../desktop/desktop.ts';
import type { SnapshotSource } from '../../store/open/office-snapshot.ts';
import { useNotices } from '../session/notice.tsx';
import { useStoreClient } from '../session/store-context.tsx';
import { useAnswer } from '../session/use-answer.ts';
import { useStoreStatus } from '../session/use-store-status.ts';
import { useTask } from '../session/use-task.ts';
import { useSealedFile } from './use-sealed-file.tsx';

/** A snapshot the clerk may go back to: one in the folder, or a file that was brought. */
export type Restorable = { readonly info: SnapshotInfo; readonly source: SnapshotSource };

export type Snapshots = {
  /** Newest first; undefined until the folder was read. */
  readonly list: readonly SnapshotInfo[] | undefined;
  /** Files of snapshots that tell nothing now. */
  readonly unread: readonly string[];
  readonly problem: string | undefined;
  readonly busy: boolean;
  readonly take: () => void;
  /** Lets the clerk choose a file, and says what is in it: `onRead` hears of a whole one only. */
  readonly bring: (onRead: (restorable: Restorable) => void) => void;
  /** Asks for the passphrase of a sealed file. */
  readonly asking: ReactNode;
  readonly restore: (restorable: Restorable) => void;
};

/** The snapshots in the data folder, and what can be done: take one, bring one, go back to one. */
export function useSnapshots(): Snapshots {
  const { store, rescue } = useStoreClient();
  const { say } = useNotices();
  const { busy, run } = useTask();
  const { choose, asking } = useSealedFile('snapshot');
  const [written, setWritten] = useState(0);
  const status = useStoreStatus();
  const { data, problem } = useAnswer(`snapshots ${written} ${status?.lastSnapshot}`, () => desktop().snapshots.list());
  return {
    list: data?.snapshots.toSorted((a, b) => (a.at < b.at ? 1 : -1)),
    unread: data?.unread ?? [],
    problem,
    busy,
    take: () =>
      run(async () => {
        if (isBrowser) await store.takeOut('下载备份（未加密）');
        await store.snapshot();
        setWritten((before) => before + 1);
        say({ text: isBrowser ? '备份已下载，请存到U盘或另一台电脑。' : '已备份，并已读回核对。' });
      }),
    bring: (onRead) =>
      run(() =>
        choose(async ({ file }) => onRead({ source: { file }, info: await rescue.describeSnapshot({ file }) })),
      ),
    asking,
    restore: ({ info, source }) =>
      run(async () => {
        await store.restoreSnapshot(source);
        setWritten((before) => before + 1);
        const kept = isBrowser ? '恢复前的数据已下载一份备份。' : '恢复前的数据也存了一份备份，在列表里。';
        say({ text: `已恢复到 ${momentWords(info.at)} 的备份。${kept}` });
      }),
  };
}

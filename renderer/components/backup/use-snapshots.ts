import { useState } from 'react';
import type { SnapshotInfo } from '../../../shared/desktop-api.ts';
import { desktop } from '../../desktop/desktop.ts';
import { useNotices } from '../session/notice.tsx';
import { useStoreClient } from '../session/store-context.tsx';
import { useAnswer } from '../session/use-answer.ts';
import { useStoreStatus } from '../session/use-store-status.ts';
import { useTask } from '../session/use-task.ts';
import { momentWords } from './moment-words.ts';

export type Snapshots = {
  /** Newest first; undefined until the folder was read. */
  readonly list: readonly SnapshotInfo[] | undefined;
  readonly problem: string | undefined;
  readonly busy: boolean;
  readonly take: () => void;
  readonly restore: (snapshot: SnapshotInfo) => void;
};

/** The snapshots in the data folder, and the two things that can be done: take one, go back to one. */
export function useSnapshots(): Snapshots {
  const { store } = useStoreClient();
  const { say } = useNotices();
  const { busy, run } = useTask();
  const [written, setWritten] = useState(0);
  const status = useStoreStatus();
  const { data, problem } = useAnswer(`snapshots ${written} ${status?.lastSnapshot}`, () => desktop().snapshots.list());
  return {
    list: data?.toSorted((a, b) => (a.at < b.at ? 1 : -1)),
    problem,
    busy,
    take: () =>
      run(async () => {
        await store.snapshot();
        setWritten((before) => before + 1);
        say({ text: '已备份，并已读回核对。' });
      }),
    restore: (snapshot) =>
      run(async () => {
        await store.restoreSnapshot(snapshot.id);
        setWritten((before) => before + 1);
        say({ text: `已恢复到 ${momentWords(snapshot.at)} 的备份。恢复前的数据也存了一份备份，在列表里。` });
      }),
  };
}

import { Button, Group } from '@mantine/core';
import { momentWords } from '../../../shared/kit/moment-words.ts';
import { desktop } from '../../desktop/desktop.ts';
import { useNotices } from '../session/notice.tsx';
import { useStoreClient } from '../session/store-context.tsx';
import { useStoreStatus } from '../session/use-store-status.ts';
import { useTask } from '../session/use-task.ts';
import styles from './backup.module.css';
import type { SecondCopyState } from './use-second-copy.ts';

/** The folder on another drive: where it is, how it stands, and the two things that can be done about it. */
export function SecondCopyFields({ second, reminder, tell }: SecondCopyState) {
  const { store } = useStoreClient();
  const isEmpty = useStoreStatus()?.isEmpty;
  const { busy, run } = useTask();
  const { say } = useNotices();
  if (!second) return null;
  const { folder, newest, state } = second;
  const copied = newest === undefined ? '还没有复制过' : `最新一份 ${momentWords(newest)}`;
  const copy = async () => {
    const next = await desktop().secondCopy.update();
    tell(next);
    if (next.state === 'whole') say({ text: '第二份备份已是最新。' });
  };
  const choose = async () => {
    // Before the first record nothing is there to leave, and a line would be the first.
    if (isEmpty === false) await store.takeOut('选择第二份备份的文件夹：备份、日志和附件会复制过去，不加密');
    tell(await desktop().secondCopy.choose());
  };
  return (
    <div className={styles.wide}>
      {folder !== undefined && (
        <div>
          {folder}
          {state === 'missing' ? '' : ` · ${copied}`}
        </div>
      )}
      {reminder !== undefined && (
        <div className={styles.remarks} role="status">
          {reminder}
        </div>
      )}
      <Group mt={8} gap={8}>
        <Button variant="default" disabled={busy} onClick={() => run(choose)}>
          {folder === undefined ? '选择文件夹' : '换一个文件夹'}
        </Button>
        {folder !== undefined && (
          <Button variant="default" loading={busy} onClick={() => run(copy)}>
            现在复制
          </Button>
        )}
      </Group>
    </div>
  );
}

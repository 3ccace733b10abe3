import { Button, CloseButton } from '@mantine/core';
import { useNotice, useNotices } from '../../components/session/notice.tsx';
import { UndoDialog } from '../../components/session/undo-dialog.tsx';
import { useUndo } from '../../components/session/use-undo.tsx';
import { desktop, isBrowser } from '../../desktop/desktop.ts';
import styles from './frame.module.css';

/** The quiet line about what was just done, with 撤销 where it can be taken back. */
export function FrameNotice() {
  const notice = useNotice();
  const { dismiss } = useNotices();
  const undo = useUndo();
  return (
    <>
      {notice && (
        <div className={styles.notice} data-problem={notice.grade === 'problem' ? '' : undefined} role="status">
          <span style={{ flex: 1 }}>{notice.text}</span>
          {notice.batch !== undefined && (
            <Button variant="subtle" h={26} px={8} onClick={() => void undo.start(notice.batch ?? '')}>
              撤销
            </Button>
          )}
          {notice.file !== undefined && !isBrowser && (
            <Button variant="subtle" h={26} px={8} onClick={() => void desktop().files.showInFolder(notice.file ?? '')}>
              打开所在文件夹
            </Button>
          )}
          <CloseButton size="sm" aria-label="关闭提示" onClick={dismiss} />
        </div>
      )}
      <UndoDialog undo={undo} />
    </>
  );
}

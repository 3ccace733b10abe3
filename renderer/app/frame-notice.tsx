import { Button, CloseButton } from '@mantine/core';
import { ConfirmDialog } from '../components/basics/confirm-dialog.tsx';
import { useNotices } from '../components/session/notice.tsx';
import { UndoWords } from '../components/session/undo-words.tsx';
import { useUndo } from '../components/session/use-undo.tsx';
import { desktop, isBrowser } from '../desktop/desktop.ts';
import styles from './frame.module.css';

/** The quiet line about what was just done, with 撤销 where it can be taken back. */
export function FrameNotice() {
  const { notice, dismiss } = useNotices();
  const undo = useUndo();
  return (
    <>
      {notice && (
        <div className={styles.notice} data-problem={notice.grade === 'problem' ? '' : undefined} role="status">
          <span style={{ flex: 1 }}>{notice.text}</span>
          {notice.batch !== undefined && (
            <Button variant="subtle" h={26} px={8} onClick={() => undo.start(notice.batch ?? '')}>
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
      {undo.asked && (
        <ConfirmDialog
          title="撤销这一步？"
          act={`撤销 ${undo.asked.undoable} 条`}
          onConfirm={undo.confirm}
          onCancel={undo.cancel}
        >
          <UndoWords plan={undo.asked} />
        </ConfirmDialog>
      )}
    </>
  );
}

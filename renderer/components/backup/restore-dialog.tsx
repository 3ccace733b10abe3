import { snapshotRemarks } from '../../../shared/backup/snapshot-remarks.ts';
import { momentWords } from '../../../shared/kit/moment-words.ts';
import { sum } from '../../../shared/kit/numbers.ts';
import { desktop } from '../../desktop/desktop.ts';
import { ConfirmDialog } from '../basics/confirm-dialog.tsx';
import { useAnswer } from '../session/use-answer.ts';
import { useStoreStatus } from '../session/use-store-status.ts';
import styles from './backup.module.css';
import { CountsTable } from './counts-table.tsx';
import type { Restorable } from './use-snapshots.ts';

type Props = { readonly asked: Restorable; readonly onConfirm: () => void; readonly onCancel: () => void };

/** What there is now beside what there was then, and what restoring does with both. */
export function RestoreDialog({ asked, onConfirm, onCancel }: Props) {
  const snapshot = asked.info;
  const status = useStoreStatus();
  const { data: about } = useAnswer('about', () => desktop().about());
  if (!status || !about) return null;
  const { office, counts, lastSaved, isEmpty } = status;
  const present = {
    office,
    records: sum(Object.values(counts)),
    version: about.version,
    ...(lastSaved ? { at: lastSaved.at } : {}),
  };
  const remarks = snapshotRemarks(snapshot, present, 'file' in asked.source ? 'a file' : 'own folder');
  return (
    <ConfirmDialog
      title={`恢复到 ${momentWords(snapshot.at)}？`}
      act={isEmpty ? '恢复' : '先备份现在，再恢复'}
      onConfirm={onConfirm}
      onCancel={onCancel}
    >
      {remarks.length > 0 && (
        <div className={styles.remarks} role="alert">
          {remarks.join('\n')}
        </div>
      )}
      {!isEmpty && (
        <ol style={{ margin: '0 0 12px', paddingLeft: 20 }}>
          <li>先把现在的数据存一份备份。</li>
          <li>全部记录回到备份那一刻（{snapshot.office}）。</li>
          <li>什么也不删除：现在的数据留在刚存的备份里，随时可以再恢复回来。</li>
        </ol>
      )}
      {!isEmpty && 'file' in asked.source && (
        <p style={{ margin: '0 0 12px' }}>
          恢复是用备份代替现在的记录，不是合并。要把另一台电脑的记录合到这里，请到“设置 → 数据交换”并入它的交换包。
        </p>
      )}
      <CountsTable now={counts} then={snapshot.counts} title="备份时" />
    </ConfirmDialog>
  );
}

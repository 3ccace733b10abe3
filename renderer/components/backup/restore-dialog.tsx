import type { SnapshotInfo } from '../../../shared/desktop-api.ts';
import { ledgerById } from '../../../shared/ledgers/index.ts';
import { ConfirmDialog } from '../basics/confirm-dialog.tsx';
import { useStoreStatus } from '../session/use-store-status.ts';
import styles from './backup.module.css';
import { momentWords } from './moment-words.ts';

type Props = { readonly snapshot: SnapshotInfo; readonly onConfirm: () => void; readonly onCancel: () => void };

/** What there is now beside what there was then, and what restoring does with both. */
export function RestoreDialog({ snapshot, onConfirm, onCancel }: Props) {
  const now = useStoreStatus()?.counts ?? {};
  const ledgerIds = [...new Set([...Object.keys(now), ...Object.keys(snapshot.counts)])];
  const shown = ledgerIds.filter((id) => (now[id] ?? 0) > 0 || (snapshot.counts[id] ?? 0) > 0);
  return (
    <ConfirmDialog
      title={`恢复到 ${momentWords(snapshot.at)}？`}
      act="先备份现在，再恢复"
      onConfirm={onConfirm}
      onCancel={onCancel}
    >
      <ol style={{ margin: '0 0 12px', paddingLeft: 20 }}>
        <li>先把现在的数据存一份备份。</li>
        <li>全部记录回到备份那一刻（{snapshot.office}）。</li>
        <li>什么也不删除：现在的数据留在刚存的备份里，随时可以再恢复回来。</li>
      </ol>
      <table className={styles.table}>
        <thead>
          <tr>
            <th>台账</th>
            <th className={styles.number}>现在</th>
            <th className={styles.number}>备份时</th>
            <th className={styles.number}>相差</th>
          </tr>
        </thead>
        <tbody>
          {shown.map((id) => {
            const [present, then] = [now[id] ?? 0, snapshot.counts[id] ?? 0];
            return (
              <tr key={id}>
                <td>{ledgerById(id)?.title ?? id}</td>
                <td className={styles.number}>{present}</td>
                <td className={styles.number}>{then}</td>
                <td className={styles.number}>
                  {then === present ? '—' : `${then > present ? '+' : '−'}${Math.abs(then - present)}`}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </ConfirmDialog>
  );
}

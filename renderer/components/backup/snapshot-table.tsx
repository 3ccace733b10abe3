import { Button } from '@mantine/core';
import type { SnapshotInfo } from '../../../shared/desktop-api.ts';
import styles from './backup.module.css';
import { momentWords, sizeWords, totalOf } from './moment-words.ts';

type Props = {
  readonly list: readonly SnapshotInfo[];
  readonly busy: boolean;
  readonly onRestore: (snapshot: SnapshotInfo) => void;
};

/** Every snapshot with what it holds. */
export function SnapshotTable({ list, busy, onRestore }: Props) {
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <th>备份时间</th>
          <th>单位</th>
          <th className={styles.number}>记录数</th>
          <th className={styles.number}>大小</th>
          <th>程序版本</th>
          <th aria-label="操作" />
        </tr>
      </thead>
      <tbody>
        {list.map((snapshot) => (
          <tr key={snapshot.id}>
            <td className={styles.nowrap}>{momentWords(snapshot.at)}</td>
            <td>{snapshot.office}</td>
            <td className={styles.number}>{totalOf(snapshot.counts).toLocaleString('zh-CN')}</td>
            <td className={styles.number}>{sizeWords(snapshot.bytes)}</td>
            <td>{snapshot.version}</td>
            <td className={styles.act}>
              <Button variant="subtle" px={8} h={26} disabled={busy} onClick={() => onRestore(snapshot)}>
                恢复
              </Button>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

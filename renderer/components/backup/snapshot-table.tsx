import { Button } from '@mantine/core';
import { isMuchSmaller, recordsOf } from '../../../shared/backup/retention.ts';
import type { SnapshotInfo } from '../../../shared/desktop-api.ts';
import { momentWords } from '../../../shared/kit/moment-words.ts';
import { countWords } from '../../../shared/kit/numbers.ts';
import { PlainTable } from '../basics/plain-table.tsx';
import { sizeWords } from '../basics/size-words.ts';
import words from '../basics/words.module.css';
import { reasonWords } from './reason-words.ts';

type Props = {
  /** Newest first. */
  readonly list: readonly SnapshotInfo[];
  readonly busy: boolean;
  readonly onRestore: (snapshot: SnapshotInfo) => void;
  readonly onSaveCopy?: ((snapshot: SnapshotInfo) => void) | undefined;
};

/** Every snapshot with what it holds; one much smaller than the one before it is marked. */
export function SnapshotTable({ list, busy, onRestore, onSaveCopy }: Props) {
  return (
    <PlainTable>
      <thead>
        <tr>
          <th>备份时间</th>
          <th>原因</th>
          <th>单位</th>
          <th className={words.number}>记录数</th>
          <th className={words.number}>大小</th>
          <th>程序版本</th>
          <th aria-label="操作" />
        </tr>
      </thead>
      <tbody>
        {list.map((snapshot, index) => {
          const before = list[index + 1];
          const isSmall = before !== undefined && isMuchSmaller(recordsOf(snapshot), recordsOf(before));
          return (
            <tr key={snapshot.id}>
              <td className={words.nowrap}>{momentWords(snapshot.at)}</td>
              <td className={words.nowrap}>{reasonWords(snapshot.reason)}</td>
              <td>{snapshot.office}</td>
              <td className={words.number}>
                {isSmall && (
                  <span className={words.mark} style={{ marginRight: 8 }}>
                    比上一份少得多
                  </span>
                )}
                {countWords(recordsOf(snapshot))}
              </td>
              <td className={words.number}>{sizeWords(snapshot.bytes)}</td>
              <td>{snapshot.version}</td>
              <td className={words.act}>
                {onSaveCopy && (
                  <Button variant="subtle" px={8} h={26} disabled={busy} onClick={() => onSaveCopy(snapshot)}>
                    另存
                  </Button>
                )}
                <Button variant="subtle" px={8} h={26} disabled={busy} onClick={() => onRestore(snapshot)}>
                  恢复
                </Button>
              </td>
            </tr>
          );
        })}
      </tbody>
    </PlainTable>
  );
}

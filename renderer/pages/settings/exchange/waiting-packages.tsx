import { Button } from '@mantine/core';
import { momentWords } from '../../../../shared/kit/moment-words.ts';
import { PlainTable } from '../../../components/basics/plain-table.tsx';
import { sizeWords } from '../../../components/basics/size-words.ts';
import words from '../../../components/basics/words.module.css';
import type { WaitingPackage } from '../../../store/exchange/exchange-api.ts';

type Props = {
  readonly packages: readonly WaitingPackage[];
  readonly busy: boolean;
  readonly onPreview: (key: string) => void;
  readonly onDrop: (key: string) => void;
};

/** 等待前一个包: packages that came too early. They come along with the one they wait for. */
export function WaitingPackages({ packages, busy, onPreview, onDrop }: Props) {
  if (packages.length === 0) return null;
  return (
    <PlainTable aria-label="等待前一个包">
      <thead>
        <tr>
          <th>等待前一个包</th>
          <th>导出时间</th>
          <th className={words.number}>大小</th>
          <th>还没有收到</th>
          <th aria-label="操作" />
        </tr>
      </thead>
      <tbody>
        {packages.map(({ key, office, madeAt, missing, size, isUnread }) => (
          <tr key={key}>
            {isUnread ? (
              <td colSpan={4}>
                这个交换包在本机读不出来了，没有并入。请移除，再重新选原文件，或让对方选“全部”重新导出。
              </td>
            ) : (
              <>
                <td>{office || '（没有写名称）'}</td>
                <td className={words.nowrap}>{momentWords(madeAt)}</td>
                <td className={words.number}>{sizeWords(size)}</td>
                <td>{missing}</td>
              </>
            )}
            <td className={words.act}>
              {!isUnread && (
                <Button variant="subtle" px={8} h={26} disabled={busy} onClick={() => onPreview(key)}>
                  再看一次
                </Button>
              )}
              <Button variant="subtle" px={8} h={26} disabled={busy} onClick={() => onDrop(key)}>
                移除
              </Button>
            </td>
          </tr>
        ))}
      </tbody>
    </PlainTable>
  );
}

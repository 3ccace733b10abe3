import { Button } from '@mantine/core';
import { momentWords } from '../../../shared/kit/moment-words.ts';
import { countWords } from '../../../shared/kit/numbers.ts';
import { CountsTable } from '../../components/backup/counts-table.tsx';
import words from '../../components/basics/words.module.css';
import type { Rebuilt } from '../../store/open/rebuild.ts';
import styles from './recovery.module.css';

type Props = {
  readonly made: Rebuilt;
  readonly now: { readonly [ledger: string]: number } | undefined;
  readonly onUse: () => void;
  readonly onDrop: () => void;
};

/** What was made, beside what there is: looked at before it is used. */
export function MadeView({ made, now, onUse, onDrop }: Props) {
  const { office, counts, batches, snapshot, said } = made;
  const from = [
    ...(snapshot ? [`${momentWords(snapshot.at)} 的备份`] : []),
    ...(batches > 0 ? [`日志副本里的 ${countWords(batches)} 次改动`] : []),
  ];
  return (
    <>
      <h1>已恢复出来，并已核对</h1>
      <div className={styles.text}>
        {`单位：${office || '未填写'}${from.length > 0 ? `\n来源：${from.join('，加上')}` : ''}`}
      </div>
      {said.length > 0 && <div className={styles.problem}>{said.join('\n')}</div>}
      <h2>记录数</h2>
      <CountsTable now={now} then={counts} title="恢复后" />
      <div className={styles.acts}>
        <Button onClick={onUse}>启用恢复后的数据</Button>
        <Button variant="default" onClick={onDrop}>
          不启用，返回
        </Button>
        <span className={words.quiet}>原来的数据库保留着，可在 设置 → 备份 中查看和删除。</span>
      </div>
    </>
  );
}

import { useOperator } from '../components/session/use-operator.ts';
import { useStoreStatus } from '../components/session/use-store-status.ts';
import type { StoreStatus } from '../store/store-api.ts';
import styles from './frame.module.css';

/** 09:41:07 of a moment. */
const timeOf = (moment: string): string => moment.slice(11, 19);

/** 11-23 09:41 of a moment. */
const shortMoment = (moment: string): string => moment.slice(5, 16).replace('T', ' ');

/** Where the last save stands. It says 已保存 only where as many copies are on the disk as this installation keeps. */
export function savedWords({ lastSaved, journalBehind }: StoreStatus): {
  readonly text: string;
  readonly isWarning: boolean;
} {
  if (journalBehind > 0) return { text: `副本未写（${journalBehind} 批），正在重试`, isWarning: true };
  if (!lastSaved) return { text: '本次启动后尚无改动', isWarning: false };
  const time = timeOf(lastSaved.at);
  if (lastSaved.durability === 'oneCopy') return { text: `已保存 ${time} · 仅一份副本`, isWarning: false };
  if (lastSaved.durability === 'journalPending') return { text: `已保存 ${time} · 副本未写`, isWarning: true };
  return { text: `已保存 ${time}`, isWarning: false };
}

/** 单位 · 操作员 · 已保存 · 最近备份 · 记录数. */
export function FrameStatus() {
  const status = useStoreStatus();
  const [operator] = useOperator();
  if (!status) return <footer className={styles.status}>正在读取</footer>;
  const records = Object.values(status.counts).reduce((sum, count) => sum + count, 0);
  const saved = savedWords(status);
  return (
    <footer className={styles.status}>
      <span>{status.office}</span>
      <span>操作员 {operator || '未填写'}</span>
      <span className={saved.isWarning ? styles.warn : undefined} role="status">
        {saved.text}
      </span>
      <span>最近备份 {status.lastSnapshot ? shortMoment(status.lastSnapshot) : '无'}</span>
      <span style={{ marginLeft: 'auto' }}>共 {records.toLocaleString('zh-CN')} 条记录</span>
    </footer>
  );
}

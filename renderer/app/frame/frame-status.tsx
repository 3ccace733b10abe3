import { Link } from 'wouter';
import { countWords, sum } from '../../../shared/kit/numbers.ts';
import { useBackupWarning } from '../../components/backup/use-backup-warning.ts';
import { useOperator } from '../../components/session/use-operator.ts';
import { useStoreStatus } from '../../components/session/use-store-status.ts';
import { isExample } from '../../desktop/example-mode.ts';
import styles from './frame.module.css';
import { savedWords } from './saved-words.ts';

/** 11-23 09:41 of a moment. */
const shortMoment = (moment: string): string => moment.slice(5, 16).replace('T', ' ');

/** 单位 · 操作员 · 已保存 · 最近备份 · 记录数. */
export function FrameStatus() {
  const status = useStoreStatus();
  const [operator] = useOperator();
  const warning = useBackupWarning();
  if (!status) return <footer className={styles.status}>正在读取</footer>;
  const records = sum(Object.values(status.counts));
  const saved = isExample ? { text: '示例数据，不做备份', isWarning: false } : savedWords(status);
  return (
    <footer className={styles.status}>
      <span>{status.office}</span>
      <span>操作员 {operator || '未填写'}</span>
      <span className={saved.isWarning ? styles.warn : undefined} role="status">
        {saved.text}
      </span>
      {!isExample && <span>最近备份 {status.lastSnapshot ? shortMoment(status.lastSnapshot) : '无'}</span>}
      {warning && !isExample && (
        <Link to="/settings/backup" className={styles.warn} title={warning.whole}>
          {warning.short}
        </Link>
      )}
      <span style={{ marginLeft: 'auto' }}>共 {countWords(records)} 条记录</span>
    </footer>
  );
}

import { RestoreFlow } from '../../components/backup/restore-flow.tsx';
import { useSnapshots } from '../../components/backup/use-snapshots.ts';
import words from '../../components/basics/words.module.css';
import { useNotice } from '../../components/session/notice.tsx';
import styles from './first-start.module.css';

/** Where there is no office yet, going back to a snapshot comes before typing everything anew. */
export function RestoreOffer() {
  const snapshots = useSnapshots();
  const notice = useNotice();
  if (!snapshots.list) return null;
  const hasAny = snapshots.list.length > 0;
  return (
    <section className={`${styles.step} ${styles.head}`} aria-label="从备份恢复">
      <h2>{hasAny ? '这台电脑上有备份' : '以前用过本程序？'}</h2>
      <div className={words.quiet}>从备份恢复即可，不必重新填写。</div>
      <div className={styles.offer}>
        <RestoreFlow {...snapshots} />
      </div>
      {notice?.grade === 'problem' && <div role="alert">{notice.text}</div>}
    </section>
  );
}

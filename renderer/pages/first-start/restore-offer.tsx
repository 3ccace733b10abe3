import { RestorableSnapshots } from '../../components/backup/restorable-snapshots.tsx';
import { useSnapshots } from '../../components/backup/use-snapshots.ts';
import { useNotices } from '../../components/session/notice.tsx';
import styles from './first-start.module.css';

/** Where there is no office but there are snapshots, going back to one comes before typing everything anew. */
export function RestoreOffer() {
  const { list, busy, restore } = useSnapshots();
  const { notice } = useNotices();
  if (!list || list.length === 0) return null;
  return (
    <section className={`${styles.step} ${styles.head}`} aria-label="从备份恢复">
      <h2>这台电脑上有备份</h2>
      <div className={styles.quiet}>以前用过本程序的，从备份恢复即可，不必重新填写。</div>
      <div className={styles.offer}>
        <RestorableSnapshots list={list} busy={busy} onRestore={restore} />
      </div>
      {notice?.grade === 'problem' && <div role="alert">{notice.text}</div>}
    </section>
  );
}

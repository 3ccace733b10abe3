import { Link } from 'wouter';
import { STATE_FIELD } from '../../../shared/kit/workflow.ts';
import { ledgerById } from '../../../shared/ledgers/index.ts';
import { stateTitle } from '../../components/basics/shown-text.ts';
import { recordLink } from '../../components/session/record-link.ts';
import { rowsLink } from '../../components/session/rows-link.ts';
import { useStoreClient } from '../../components/session/store-context.tsx';
import { useAnswer } from '../../components/session/use-answer.ts';
import { useDataVersion } from '../../components/session/use-data-version.ts';
import styles from './home.module.css';

/** Who is being waited for, for how many cases, how long, and what comes next. */
export function WaitingCard() {
  const client = useStoreClient();
  const version = useDataVersion();
  const { data: groups } = useAnswer(`waiting ${version}`, () => client.waiting());
  const ledger = ledgerById('application');
  if (!groups || groups.length === 0 || !ledger) return null;
  return (
    <section className={styles.card} aria-label="在等谁">
      <h2 className={styles.cardHead}>
        在等谁 <span className={styles.count}>{groups.reduce((sum, { count }) => sum + count, 0)} 件</span>
        <Link href="/load" className={`${styles.record} ${styles.headLink}`}>
          全年社区负荷
        </Link>
      </h2>
      <table className={styles.table}>
        <thead>
          <tr>
            <th style={{ width: 140 }}>等待谁</th>
            <th style={{ width: 160 }}>状态</th>
            <th style={{ width: 110 }}>件数</th>
            <th>最长等待</th>
            <th style={{ width: 300 }}>下一步</th>
          </tr>
        </thead>
        <tbody>
          {groups.map(({ party, state, count, longest, first, next }, place) => (
            <tr key={state}>
              <td>{groups[place - 1]?.party === party ? '' : party}</td>
              <td>{stateTitle(ledger, state)}</td>
              <td>
                <Link href={rowsLink([{ field: STATE_FIELD, is: [state] }])} className={styles.record ?? ''}>
                  {count} 件
                </Link>
              </td>
              <td>
                <Link href={recordLink('application', first)} className={styles.record ?? ''}>
                  {longest === 0 ? '今天起' : `${longest} 天`}
                </Link>
              </td>
              <td>{next.join(' 或 ')}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

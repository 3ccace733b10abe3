import { Link } from 'wouter';
import { sum } from '../../../shared/kit/numbers.ts';
import { stateTitle } from '../../../shared/kit/steps.ts';
import { STATE_FIELD } from '../../../shared/kit/workflow.ts';
import { ledgerById } from '../../../shared/ledgers/index.ts';
import { recordLink } from '../../components/session/record-link.ts';
import { rowsLink } from '../../components/session/rows-link.ts';
import { useStoreClient } from '../../components/session/store-context.tsx';
import { useAnswer } from '../../components/session/use-answer.ts';
import { useDataVersion } from '../../components/session/use-data-version.ts';
import styles from './home.module.css';

/** Who is being waited for in which ledger, for how many cases, how long, and what comes next. */
export function WaitingCard() {
  const { workbench } = useStoreClient();
  const version = useDataVersion();
  const { data: groups } = useAnswer(`waiting ${version}`, () => workbench.waiting());
  if (!groups || groups.length === 0) return null;
  return (
    <section className={styles.card} aria-label="在等谁">
      <div className={styles.cardHead}>
        <h2>在等谁</h2>
        <span className={styles.count}>{sum(groups.map(({ count }) => count))} 件</span>
        <Link href="/load" className={`${styles.record} ${styles.headLink}`}>
          全年社区负荷
        </Link>
      </div>
      <table className={`${styles.table} ${styles.waiting}`}>
        <thead>
          <tr>
            <th>台账</th>
            <th>等待谁</th>
            <th>状态</th>
            <th>件数</th>
            <th>最长等待</th>
            <th>下一步</th>
          </tr>
        </thead>
        <tbody>
          {groups.map(({ ledger: id, party, state, count, longest, first, next }, place) => {
            const ledger = ledgerById(id);
            return (
              <tr key={`${id} ${state}`}>
                <td>{groups[place - 1]?.ledger === id ? '' : ledger?.title}</td>
                <td>{party}</td>
                <td>{ledger ? stateTitle(ledger, state) : state}</td>
                <td>
                  <Link href={rowsLink([{ field: STATE_FIELD, is: [state] }], id)} className={styles.record ?? ''}>
                    {count} 件
                  </Link>
                </td>
                <td>
                  <Link href={recordLink(id, first)} className={styles.record ?? ''}>
                    {longest === 0 ? '今天起' : `${longest} 天`}
                  </Link>
                </td>
                <td title={next.join(' 或 ')}>{next.join(' 或 ')}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </section>
  );
}

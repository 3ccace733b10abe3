import { Link } from 'wouter';
import { clockWords, dueWords, THEIRS } from '../../../shared/deadlines/clock-words.ts';
import { ledgerById } from '../../../shared/ledgers/index.ts';
import type { DueCase } from '../../../shared/workbench/radar.ts';
import words from '../../components/basics/words.module.css';
import { recordLink } from '../../components/session/record-link.ts';
import { useReferenceBook } from '../../components/session/reference-book.tsx';
import styles from './home.module.css';

/** What the other side may do until a day is never late here. */
const toneOf = ({ reading }: DueCase): string | undefined =>
  reading.isTheirs
    ? undefined
    : reading.level === 'red'
      ? words.late
      : reading.level === 'amber'
        ? words.soon
        : undefined;

/** Open cases, one a line: which ledger, what, where, whose turn, how long. */
export function DueTable({ cases }: { readonly cases: readonly DueCase[] }) {
  const { nameOf } = useReferenceBook();
  const placesOf = ({ communities }: DueCase) => communities.map((id) => nameOf('organisation', id)).join('、');
  return (
    <div className={styles.wide}>
      <table className={`${styles.table} ${styles.due}`}>
        <thead>
          <tr>
            <th>台账</th>
            <th>事项</th>
            <th>社区</th>
            <th>状态</th>
            <th>等待谁</th>
            <th>时限</th>
            <th>到期日</th>
            <th>剩余</th>
          </tr>
        </thead>
        <tbody>
          {cases.map((one) => (
            <tr key={`${one.ledger} ${one.id}`}>
              <td>{ledgerById(one.ledger)?.title}</td>
              <td title={one.title}>
                <Link href={recordLink(one.ledger, one.id)} className={styles.record ?? ''}>
                  {one.title}
                </Link>
              </td>
              <td title={placesOf(one)}>{placesOf(one)}</td>
              <td title={one.state}>{one.state}</td>
              <td title={one.waitingFor}>{one.waitingFor}</td>
              <td title={one.reading.basis}>
                {one.reading.title}
                {one.reading.isTheirs && <div className={styles.count}>{THEIRS}</div>}
              </td>
              <td>{dueWords(one.reading)}</td>
              <td className={toneOf(one)}>{clockWords(one.reading)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

import { Link } from 'wouter';
import words from '../../components/basics/words.module.css';
import { rowsLink } from '../../components/session/rows-link.ts';
import { useStoreClient } from '../../components/session/store-context.tsx';
import { useAnswer } from '../../components/session/use-answer.ts';
import { useDataVersion } from '../../components/session/use-data-version.ts';
import styles from './home.module.css';

/** What the whole office owes beside the limits of single cases; every number opens its rows. */
export function ReminderLine() {
  const { workbench } = useStoreClient();
  const version = useDataVersion();
  const { data: reminders = [] } = useAnswer(`reminders ${version}`, () => workbench.reminders());
  if (reminders.length === 0) return null;
  return (
    <ul className={styles.reminders} aria-label="全街道提醒">
      {reminders.map(({ title, amount, ledger, filters, isLate, basis }) => (
        <li key={title} title={basis}>
          {title}{' '}
          <Link
            href={rowsLink(filters, ledger)}
            aria-label={`${title} ${amount}`}
            className={`${styles.record} ${isLate ? words.late : ''}`}
          >
            {amount}
          </Link>
        </li>
      ))}
    </ul>
  );
}

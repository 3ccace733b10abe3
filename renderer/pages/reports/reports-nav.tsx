import { type Period, periodOf } from '../../../shared/indicators/period.ts';
import { textIn } from '../../../shared/kit/steps.ts';
import { REPORTS } from '../../../shared/reports/report-list.ts';
import { useStoreClient } from '../../components/session/store-context.tsx';
import { useAnswer } from '../../components/session/use-answer.ts';
import { useDataVersion } from '../../components/session/use-data-version.ts';
import { useToday } from '../../components/session/use-today.ts';
import { FORM_NEW_LINK, formLink, reportLink } from './report-links.ts';
import styles from './reports.module.css';

/** Forms registered at once: no office has more, and the list is no table. */
const MOST_FORMS = 200;

type EntryProps = {
  readonly href: string;
  readonly title: string;
  readonly note: string;
  readonly isHere: boolean;
};

function Entry({ href, title, note, isHere }: EntryProps) {
  return (
    <a
      href={`#${href}`}
      className={styles.entry}
      data-here={isHere ? '' : undefined}
      aria-current={isHere ? 'page' : undefined}
    >
      {title}
      <span className={styles.quiet}>{note}</span>
    </a>
  );
}

type Props = {
  /** Id of the report or form that is open. */
  readonly here?: string | undefined;
  /** The period reports are opened for. */
  readonly period?: Period;
};

/** The superiors' forms this office registered, and the reports the program makes itself. */
export function ReportsNav({ here, period }: Props) {
  const { store } = useStoreClient();
  const today = useToday();
  const version = useDataVersion();
  const day = period !== undefined && period.last < today ? period.last : today;
  const { data } = useAnswer(`forms ${version}`, () => store.window({ ledger: 'form' }, 0, MOST_FORMS));
  return (
    <nav className={styles.list} aria-label="报表">
      <h2 className={styles.group}>上级表样</h2>
      {data?.rows.map(({ id, values }) => (
        <Entry
          key={id}
          href={formLink(id)}
          title={textIn(values, 'title')}
          note={[`每${textIn(values, 'rhythm')}`, textIn(values, 'sentTo')].filter((part) => part !== '').join('，报')}
          isHere={id === here}
        />
      ))}
      <Entry href={FORM_NEW_LINK} title="＋ 登记表样" note="上级发来的空白 .xlsx" isHere={here === 'new'} />
      <h2 className={styles.group}>报表</h2>
      {REPORTS.map(({ id, title, rhythm, usual }) => (
        <Entry key={id} href={reportLink(id, periodOf(usual, day))} title={title} note={rhythm} isHere={id === here} />
      ))}
    </nav>
  );
}

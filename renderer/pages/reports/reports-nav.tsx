import { textIn } from '../../../shared/kit/field-values.ts';
import { type Period, periodOf } from '../../../shared/kit/period.ts';
import { REPORTS } from '../../../shared/reports/report-list.ts';
import { useStoreClient } from '../../components/session/store-context.tsx';
import { useAnswer } from '../../components/session/use-answer.ts';
import { useDataVersion } from '../../components/session/use-data-version.ts';
import { useToday } from '../../components/session/use-today.ts';
import { SideEntry, SideGroup, SideList } from '../../components/side-list/side-list.tsx';
import { FORM_NEW_LINK, formLink, reportLink } from './report-links.ts';

/** Forms registered at once: no office has more, and the list is no table. */
const MOST_FORMS = 200;

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
    <SideList label="报表">
      <SideGroup title="上级表样" />
      {data?.rows.map(({ id, values }) => (
        <SideEntry
          key={id}
          href={formLink(id)}
          title={textIn(values, 'title')}
          note={[`每${textIn(values, 'rhythm')}`, textIn(values, 'sentTo')].filter((part) => part !== '').join('，报')}
          isHere={id === here}
        />
      ))}
      <SideEntry href={FORM_NEW_LINK} title="＋ 登记表样" note="上级发来的空白 .xlsx" isHere={here === 'new'} />
      <SideGroup title="报表" />
      {REPORTS.map(({ id, title, rhythm, usual }) => (
        <SideEntry
          key={id}
          href={reportLink(id, periodOf(usual, day))}
          title={title}
          note={rhythm}
          isHere={id === here}
        />
      ))}
    </SideList>
  );
}

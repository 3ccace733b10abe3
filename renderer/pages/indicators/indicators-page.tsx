import { Button, Select } from '@mantine/core';
import { useSessionStorage } from '@mantine/hooks';
import { useEffect } from 'react';
import { useLocation } from 'wouter';
import { OWN_RECORDS } from '../../../shared/exchange/office.ts';
import { INDICATORS } from '../../../shared/indicators/indicator-list.ts';
import { communityFieldOf } from '../../../shared/kit/community-field.ts';
import { ledgers } from '../../../shared/ledgers/index.ts';
import frame from '../../components/basics/page-frame.module.css';
import { LoadingLines, StateNote } from '../../components/basics/state-notes.tsx';
import { useExporting } from '../../components/ledger-workspace/use-exporting.ts';
import { periodIn } from '../../components/period/period-kind.ts';
import { PeriodPicker } from '../../components/period/period-picker.tsx';
import { useReferenceBook } from '../../components/session/reference-book.tsx';
import { useStoreClient } from '../../components/session/store-context.tsx';
import { useAnswer } from '../../components/session/use-answer.ts';
import { useDataVersion } from '../../components/session/use-data-version.ts';
import { useStoreStatus } from '../../components/session/use-store-status.ts';
import { useToday } from '../../components/session/use-today.ts';
import { SideEntry, SideList } from '../../components/side-list/side-list.tsx';
import { CommunityTable } from './community-table.tsx';
import { chosenCommunity, EACH, type IndicatorPlace, indicatorsLink, WHOLE } from './indicator-links.ts';
import { IndicatorTable } from './indicator-table.tsx';
import styles from './indicators.module.css';

type Props = {
  readonly ledger?: string | undefined;
  readonly kind?: string | undefined;
  readonly day?: string | undefined;
  readonly whose?: string | undefined;
};

const MEASURED = ledgers.filter(({ id }) => INDICATORS.some(({ ledger }) => ledger === id));

/** Whoever comes back from a number's records finds the indicators they left. */
function useLastShown(props: Props): Props {
  const [last, setLast] = useSessionStorage<Props>({ key: 'last-indicators', defaultValue: {} });
  const { ledger, kind, day, whose } = props;
  useEffect(() => {
    if (ledger !== undefined) setLast({ ledger, kind, day, whose });
  }, [ledger, kind, day, whose, setLast]);
  return ledger === undefined ? last : props;
}

/** 指标: what the office is measured by, ledger by ledger, each number with its basis and open to its records. */
export function IndicatorsPage(props: Props) {
  const { ledger: ledgerId, kind, day, whose = WHOLE } = useLastShown(props);
  const [, navigate] = useLocation();
  const today = useToday();
  const ledger = MEASURED.find(({ id }) => id === ledgerId) ?? MEASURED[0];
  if (!ledger) return null;
  const knowsCommunity = communityFieldOf(ledger) !== undefined;
  const place = {
    ledger: ledger.id,
    period: periodIn(kind, day, 'month', today),
    whose: knowsCommunity ? whose : WHOLE,
  };
  const show = (change: Partial<IndicatorPlace>) => navigate(indicatorsLink({ ...place, ...change }));
  return (
    <div className={frame.page}>
      <SideList label="台账" narrow>
        {MEASURED.map(({ id, title }) => (
          <SideEntry key={id} href={indicatorsLink({ ...place, ledger: id })} title={title} isHere={id === ledger.id} />
        ))}
      </SideList>
      <section className={frame.main} aria-label={`${ledger.title}指标`}>
        <div className={frame.bar}>
          <PeriodPicker period={place.period} today={today} onChoose={(period) => show({ period })} />
          {knowsCommunity && <WhosePicker whose={place.whose} onChoose={(next) => show({ whose: next })} />}
          <ExportButton place={place} />
        </div>
        {place.period.last >= today && <p className={styles.running}>本期未结束，数字截至今天。</p>}
        <Measured place={place} />
      </section>
    </div>
  );
}

/** The whole street, each community beside the other, or one of them. */
function WhosePicker({ whose, onChoose }: { readonly whose: string; readonly onChoose: (whose: string) => void }) {
  const { recordsOf, nameOf } = useReferenceBook();
  const isOwn = (useStoreStatus()?.view ?? OWN_RECORDS) === OWN_RECORDS;
  // The communities of other offices are measured beside each other; one of them is looked at from there.
  const communities = isOwn ? recordsOf('organisation').filter(({ values }) => values.level === '社区') : [];
  return (
    <Select
      aria-label="社区"
      w={170}
      value={whose}
      data={[
        { value: WHOLE, label: isOwn ? '全街道' : '合计' },
        { value: EACH, label: '分社区' },
        ...communities.map(({ id }) => ({ value: id, label: nameOf('organisation', id) })),
      ]}
      onChange={(value) => onChoose(value ?? WHOLE)}
    />
  );
}

function ExportButton({ place }: { readonly place: IndicatorPlace }) {
  const { indicators } = useStoreClient();
  const exporting = useExporting();
  const { ledger, period, whose } = place;
  return (
    <Button
      ml="auto"
      loading={exporting.busy}
      onClick={() =>
        exporting.run(() => indicators.exportIndicators({ ledger, period, community: chosenCommunity(whose) }))
      }
    >
      导出 Excel
    </Button>
  );
}

function Measured({ place: { ledger, period, whose } }: { readonly place: IndicatorPlace }) {
  const { indicators } = useStoreClient();
  const today = useToday();
  const version = `${useDataVersion()} ${today}`;
  const question = { ledger, period, community: chosenCommunity(whose) };
  const key = `${ledger} ${period.kind} ${period.first} ${question.community} ${version}`;
  const { data, problem } = useAnswer(key, () => indicators.indicatorRows(question));
  if (problem !== undefined) return <StateNote title="没有算出来" text={problem} />;
  if (!data || data.some((row) => row.ledger !== ledger)) return <LoadingLines />;
  return (
    <div className={styles.view}>
      {whose === EACH ? (
        <CommunityTable ledger={ledger} period={period} version={version} indicators={data} />
      ) : (
        <IndicatorTable rows={data} question={question} />
      )}
    </div>
  );
}

import { indicatorById } from '../../../shared/indicators/indicator-list.ts';
import { ledgerById } from '../../../shared/ledgers/index.ts';
import { LoadingLines, StateNote } from '../../components/basics/state-notes.tsx';
import { LedgerWorkspace } from '../../components/ledger-workspace/ledger-workspace.tsx';
import { ViewTabs } from '../../components/ledger-workspace/view-tabs.tsx';
import { periodIn } from '../../components/period/period-kind.ts';
import { useReferenceBook } from '../../components/session/reference-book.tsx';
import { filtersOf } from '../../components/session/rows-link.ts';
import { useStoreClient } from '../../components/session/store-context.tsx';
import { useAnswer } from '../../components/session/use-answer.ts';
import { useToday } from '../../components/session/use-today.ts';
import { chosenCommunity, figureRowsLink, partOf } from './indicator-links.ts';

type Props = {
  readonly place: {
    readonly indicator: string;
    readonly kind: string;
    readonly day: string;
    readonly whose: string;
    readonly part: string;
  };
  readonly open?: string | undefined;
};

const PART_WORDS = { all: '', hits: '分子' } as const;

/** The records behind one number of 指标: of the denominator, of the numerator, or left out for one reason. */
export function IndicatorRowsPage({ place, open }: Props) {
  const { indicators } = useStoreClient();
  const { nameOf } = useReferenceBook();
  const today = useToday();
  const indicator = indicatorById(place.indicator);
  const ledger = indicator && ledgerById(indicator.ledger);
  const period = periodIn(place.kind, place.day, 'month', today);
  const part = partOf(place.part);
  const community = chosenCommunity(place.whose);
  const question = { ledger: ledger?.id ?? '', period, community };
  // Asked once: the list stays while its records are worked on, though some of them no longer count here.
  const { data, problem } = useAnswer(Object.values(place).join(' '), () =>
    indicators.figureRecords(place.indicator, question, part),
  );
  if (!indicator || !ledger) return <StateNote title="没有这个指标" text="这一版程序里没有它，数据没有受影响。" />;
  if (problem !== undefined) return <StateNote title="没有读出来" text={problem} />;
  if (data === undefined) return <LoadingLines />;
  const words = [
    period.label,
    community === '' ? '' : nameOf('organisation', community),
    indicator.title,
    part === 'all' || part === 'hits' ? PART_WORDS[part] : '未计入',
  ];
  return (
    <LedgerWorkspace
      isPassing
      key={Object.values(place).join(' ')}
      ledger={ledger}
      path={figureRowsLink(indicator.id, question, part)}
      open={open}
      view={filtersOf(data)}
      views={
        <ViewTabs
          views={[{ id: 'rows', title: words.filter((word) => word !== '').join(' ') }]}
          here="rows"
          onChoose={() => undefined}
        />
      }
      purpose="这个数字后面的记录已经不在了。请回到指标重新看。"
    />
  );
}

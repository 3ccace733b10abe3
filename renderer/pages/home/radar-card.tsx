import { SegmentedControl, UnstyledButton } from '@mantine/core';
import { sum } from '../../../shared/kit/numbers.ts';
import { ledgerById } from '../../../shared/ledgers/index.ts';
import { BUCKETS, type Bucket, type RadarChoice } from '../../../shared/workbench/radar.ts';
import { ClearableSelect } from '../../components/basics/clearable-select.tsx';
import { useReferenceBook } from '../../components/session/reference-book.tsx';
import { useOperator } from '../../components/session/use-operator.ts';
import { BUCKET_WORDS } from './bucket-words.ts';
import { DueTable } from './due-table.tsx';
import styles from './home.module.css';
import { placeName } from './place-name.ts';
import { ReminderLine } from './reminder-line.tsx';
import type { RadarState } from './use-radar.ts';

type Props = {
  readonly view: RadarState;
  readonly choice: RadarChoice;
  readonly onChoose: (choice: RadarChoice) => void;
};

/** The choice with one field set, or left open. */
function withField<K extends keyof RadarChoice>(
  choice: RadarChoice,
  field: K,
  value: RadarChoice[K] | null,
): RadarChoice {
  const { [field]: _, ...rest } = choice;
  return value === null || value === undefined ? rest : { ...rest, [field]: value };
}

/** What is late and due over all ledgers: how much by day, whose, where, and the cases themselves. */
export function RadarCard({ view: { data, showMore }, choice, onChoose }: Props) {
  const [operator] = useOperator();
  const { nameOf } = useReferenceBook();
  const set = <K extends keyof RadarChoice>(field: K, value: RadarChoice[K] | null) =>
    onChoose(withField(choice, field, value));
  const counts = data?.counts;
  const all = counts ? sum(BUCKETS.map((bucket) => counts[bucket])) : 0;
  return (
    <section className={styles.card} aria-label="超期和临期">
      <div className={styles.cardHead}>
        <h2>超期和临期</h2>
        <span className={styles.count}>全部台账，按最先到期的时限排</span>
        <div className={styles.choices}>
          <SegmentedControl
            size="xs"
            aria-label="谁的件"
            data={[
              { value: 'office', label: '全街道' },
              { value: 'mine', label: '我经办的' },
            ]}
            value={choice.clerk === undefined ? 'office' : 'mine'}
            onChange={(whose) => set('clerk', whose === 'mine' ? operator : null)}
          />
          <ClearableSelect
            size="xs"
            aria-label="台账"
            placeholder="全部台账"
            w={150}
            data={(data?.byLedger ?? []).map(({ ledger }) => ({
              value: ledger,
              label: ledgerById(ledger)?.title ?? ledger,
            }))}
            value={choice.ledger ?? null}
            onChange={(ledger) => set('ledger', ledger)}
          />
          <ClearableSelect
            size="xs"
            aria-label="社区"
            placeholder="全部社区"
            w={130}
            data={(data?.byCommunity ?? []).map(({ community }) => ({
              value: community,
              label: placeName(community, nameOf),
            }))}
            value={choice.community ?? null}
            onChange={(community) => set('community', community)}
          />
        </div>
      </div>
      <div className={styles.buckets} role="tablist" aria-label="到期时间">
        <BucketTab title="全部" count={all} isHere={choice.bucket === undefined} onChoose={() => set('bucket', null)} />
        {BUCKETS.map((bucket) => (
          <BucketTab
            key={bucket}
            bucket={bucket}
            title={BUCKET_WORDS[bucket]}
            count={counts?.[bucket] ?? 0}
            isHere={choice.bucket === bucket}
            onChoose={() => set('bucket', bucket)}
          />
        ))}
      </div>
      <ReminderLine />
      {data && data.total === 0 && <div className={styles.none}>{noneWords(choice)}</div>}
      {data && data.total > 0 && <DueTable cases={data.cases} />}
      {data && data.total > data.cases.length && (
        <UnstyledButton c="blue.7" px={16} py={8} onClick={showMore}>
          其余 {data.total - data.cases.length} 件
        </UnstyledButton>
      )}
    </section>
  );
}

const noneWords = ({ bucket, clerk }: RadarChoice): string => {
  const whose = clerk === undefined ? '' : '我经办的件里';
  return bucket === undefined ? `${whose}没有在计时的件。` : `${whose}没有${BUCKET_WORDS[bucket]}的件。`;
};

type TabProps = {
  readonly bucket?: Bucket;
  readonly title: string;
  readonly count: number;
  readonly isHere: boolean;
  readonly onChoose: () => void;
};

function BucketTab({ bucket, title, count, isHere, onChoose }: TabProps) {
  return (
    <UnstyledButton
      role="tab"
      aria-selected={isHere}
      data-here={isHere ? '' : undefined}
      data-late={bucket === 'late' && count > 0 ? '' : undefined}
      className={styles.bucket ?? ''}
      onClick={onChoose}
    >
      <span className={styles.bucketCount}>{count}</span> {title}
    </UnstyledButton>
  );
}

import { UnstyledButton } from '@mantine/core';
import { BUCKETS, type Bucket, type RadarChoice } from '../../../shared/workbench/radar.ts';
import { useReferenceBook } from '../../components/session/reference-book.tsx';
import type { RadarView } from '../../store/store-api.ts';
import { BUCKET_WORDS } from './bucket-words.ts';
import styles from './home.module.css';
import { placeName } from './place-name.ts';
import type { RadarState } from './use-radar.ts';

type Props = {
  readonly view: RadarState;
  readonly choice: RadarChoice;
  readonly onChoose: (choice: RadarChoice) => void;
};

const PRESSING: readonly Bucket[] = BUCKETS.filter((bucket) => bucket !== 'later');

/** The same by community: who is late where. Every number leads to its cases above. */
export function PlacesCard({ view: { data }, choice, onChoose }: Props) {
  const { nameOf } = useReferenceBook();
  const lines = (data?.byCommunity ?? [])
    .filter(({ counts }) => PRESSING.some((bucket) => counts[bucket] > 0))
    .map((line) => ({ ...line, name: placeName(line.community, nameOf) }))
    .sort(byPressure);
  if (lines.length === 0) return null;
  return (
    <section className={styles.card} aria-label="按社区">
      <div className={styles.cardHead}>
        <h2>按社区</h2>
        <span className={styles.count}>一件涉及几个社区的，各计一次</span>
      </div>
      <table className={styles.table}>
        <thead>
          <tr>
            <th>社区</th>
            {PRESSING.map((bucket) => (
              <th key={bucket} className={styles.numeric}>
                {BUCKET_WORDS[bucket]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lines.map(({ community, name, counts }) => (
            <tr key={community}>
              <td>{name}</td>
              {PRESSING.map((bucket) => (
                <td key={bucket} className={styles.numeric}>
                  <Count
                    count={counts[bucket]}
                    title={`${name} ${BUCKET_WORDS[bucket]}`}
                    onLook={() => onChoose({ ...choice, community, bucket })}
                  />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

type Line = RadarView['byCommunity'][number] & { readonly name: string };

/** Most late first, then most due; 晨光 before 东湖 where both are the same. */
function byPressure(a: Line, b: Line): number {
  for (const bucket of PRESSING) {
    if (a.counts[bucket] !== b.counts[bucket]) return b.counts[bucket] - a.counts[bucket];
  }
  return a.name.localeCompare(b.name, 'zh-Hans-CN');
}

type CountProps = { readonly count: number; readonly title: string; readonly onLook: () => void };

function Count({ count, title, onLook }: CountProps) {
  if (count === 0) return <span className={styles.count}>0</span>;
  return (
    <UnstyledButton c="blue.7" aria-label={`${title} ${count} 件`} onClick={onLook}>
      {count}
    </UnstyledButton>
  );
}

import type { Period } from '../../../shared/kit/period.ts';
import { LoadingLines, StateNote } from '../../components/basics/state-notes.tsx';
import { useReferenceBook } from '../../components/session/reference-book.tsx';
import { useStoreClient } from '../../components/session/store-context.tsx';
import { useAnswer } from '../../components/session/use-answer.ts';
import type { IndicatorRow } from '../../store/services/indicator-session.ts';
import { FigureValue } from './figure-number.tsx';
import styles from './indicators.module.css';

type Props = {
  readonly ledger: string;
  readonly period: Period;
  readonly version: string;
  readonly indicators: readonly IndicatorRow[];
};

/** Every community beside the other, one column an indicator; the whole office stands first. */
export function CommunityTable({ ledger, period, version, indicators }: Props) {
  const { indicators: service } = useStoreClient();
  const { nameOf } = useReferenceBook();
  const { data, problem } = useAnswer(`each ${ledger} ${period.kind} ${period.first} ${version}`, () =>
    service.communityFigures(ledger, period),
  );
  if (problem !== undefined) return <StateNote title="没有算出来" text={problem} />;
  if (!data) return <LoadingLines />;
  if (data.length === 0) return <StateNote title="还没有社区" text="先在“基础”的组织架构里登记社区。" />;
  return (
    <table className={styles.table} aria-label="分社区指标">
      <thead>
        <tr>
          <th style={{ width: 140 }}>社区</th>
          {indicators.map(({ id, title }) => (
            <th key={id}>{title}</th>
          ))}
        </tr>
      </thead>
      <tbody>
        <tr className={styles.whole}>
          <td>全街道</td>
          {indicators.map(({ id, now }) => (
            <td key={id} className={styles.number}>
              <FigureValue indicator={id} figure={now} question={{ period, community: '' }} />
            </td>
          ))}
        </tr>
        {data.map(({ community, figures }) => (
          <tr key={community}>
            <td>{nameOf('organisation', community)}</td>
            {indicators.map(({ id }, place) => {
              const figure = figures[place];
              return (
                <td key={id} className={styles.number}>
                  {figure && <FigureValue indicator={id} figure={figure} question={{ period, community }} />}
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

import { Select, Table } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { Link } from 'wouter';
import { type SenderCount, STRAY_ACTIONS } from '../../../shared/access/stray-task-rules.ts';
import { countOf, type Figure, figureText } from '../../../shared/indicators/figure.ts';
import { PERIOD_KINDS, type PeriodKind, periodOf } from '../../../shared/kit/period.ts';
import type { Day } from '../../../shared/kit/values.ts';
import { StateNote } from '../../components/basics/state-notes.tsx';
import workspace from '../../components/ledger-workspace/ledger-workspace.module.css';
import { useReferenceBook } from '../../components/session/reference-book.tsx';
import { useStoreClient } from '../../components/session/store-context.tsx';
import { useAnswer } from '../../components/session/use-answer.ts';
import { useDataVersion } from '../../components/session/use-data-version.ts';
import styles from './sender-counts.module.css';

/** A figure that opens its records. */
function Count({ figure }: { readonly figure: Figure }) {
  if (figure.ids.length === 0) return figureText(figure);
  return (
    <Link href={`/reports/rows/strayTask/${encodeURIComponent(JSON.stringify(figure.ids))}`}>{figureText(figure)}</Link>
  );
}

type LineProps = { readonly name: string; readonly figures: readonly Figure[] };

function Line({ name, figures }: LineProps) {
  return (
    <Table.Tr>
      <Table.Td>{name}</Table.Td>
      {figures.map((figure, place) => (
        <Table.Td key={COLUMNS[place]} ta="right">
          <Count figure={figure} />
        </Table.Td>
      ))}
    </Table.Tr>
  );
}

/** The total of a sender, then by what became of its tasks. */
const COLUMNS = ['合计', ...STRAY_ACTIONS] as const;

const figuresOf = ({ total, actions }: Pick<SenderCount, 'total' | 'actions'>): readonly Figure[] => [
  total,
  ...STRAY_ACTIONS.map((action) => actions[action]),
];

/** The lines column by column: a task has one sender and counts once. */
const together = (lines: readonly (readonly Figure[])[]): readonly Figure[] =>
  COLUMNS.map((_, place) => {
    const figures = lines.flatMap((line) => line[place] ?? []);
    return countOf(
      figures.flatMap(({ ids }) => ids),
      { ledger: 'strayTask', basis: figures[0]?.basis ?? '' },
    );
  });

/** How many tasks each department sent around the admission in this month, quarter, half-year or year. */
export function SenderCounts({ views, today }: { readonly views: ReactNode; readonly today: Day }) {
  const { nameOf } = useReferenceBook();
  const { strayCounts } = useStoreClient();
  const version = useDataVersion();
  const [kind, setKind] = useState<PeriodKind>('halfYear');
  const period = periodOf(kind, today);
  const { data: counts, problem } = useAnswer(`${period.label} ${version}`, () => strayCounts(period));
  return (
    <div className={workspace.workspace}>
      <div className={workspace.bar}>
        {views}
        <Select
          aria-label="统计期"
          w={140}
          ml="auto"
          value={kind}
          data={PERIOD_KINDS.map(({ kind: value, title }) => ({ value, label: `本${title}` }))}
          onChange={(value) => setKind(PERIOD_KINDS.find((one) => one.kind === value)?.kind ?? kind)}
        />
      </div>
      {problem !== undefined && <StateNote title="没有统计出来" text={problem} />}
      {counts?.length === 0 && (
        <StateNote
          title={`${period.label}没有清单外下派`}
          text="按下派日期统计。可换一个统计期，或先在“全部”里登记。"
        />
      )}
      {counts && counts.length > 0 && (
        <Table className={styles.table ?? ''} aria-label={`${period.label}清单外下派，按下派单位`} maw={900} m="xs">
          <Table.Thead>
            <Table.Tr>
              <Table.Th>下派单位</Table.Th>
              {COLUMNS.map((column) => (
                <Table.Th key={column} ta="right">
                  {column}
                </Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {counts.map(({ sender, ...line }) => (
              <Line
                key={sender}
                name={sender === '' ? '（未注明单位）' : nameOf('department', sender)}
                figures={figuresOf(line)}
              />
            ))}
          </Table.Tbody>
          <Table.Tfoot>
            <Line name="合计" figures={together(counts.map(figuresOf))} />
          </Table.Tfoot>
        </Table>
      )}
    </div>
  );
}

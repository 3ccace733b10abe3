import { Button, SegmentedControl, Table } from '@mantine/core';
import { useState } from 'react';
import { Link } from 'wouter';
import { type CommunityLoad, loadTogether, type MonthLoad } from '../../../shared/access/community-load.ts';
import { yearOf } from '../../../shared/kit/day.ts';
import { countWords } from '../../../shared/kit/numbers.ts';
import { RECORD_ID } from '../../../shared/kit/query.ts';
import { LoadingLines, StateNote } from '../../components/basics/state-notes.tsx';
import workspace from '../../components/ledger-workspace/ledger-workspace.module.css';
import { useReferenceBook } from '../../components/session/reference-book.tsx';
import { rowsLink } from '../../components/session/rows-link.ts';
import { useStoreClient } from '../../components/session/store-context.tsx';
import { useAnswer } from '../../components/session/use-answer.ts';
import { useDataVersion } from '../../components/session/use-data-version.ts';
import { useToday } from '../../components/session/use-today.ts';
import styles from './load-page.module.css';

const MEASURES = [
  {
    value: 'items',
    label: '实施中的事项',
    explained: '当月在有效期内的准入事项数，含应急先行；涉及几个社区的，全街道只计一次；点数字看事项',
  },
  { value: 'forms', label: '要填的报表', explained: '按报表频次折算的次数；按需、常年的不折算' },
  { value: 'personDays', label: '人·天', explained: '任务量按起止期限的天数分摊到各月' },
] as const;

type Measure = (typeof MEASURES)[number]['value'];

const countOrDash = (count: number | undefined): string => (count === undefined ? '—' : countWords(count));

const numberOf = (
  load: Pick<MonthLoad, 'forms' | 'personDays'> & { readonly items: readonly string[] },
  of: Measure,
) => (of === 'items' ? load.items.length : load[of]);

/** A number that opens its items; nothing where there is none. */
function Cell({ load, of }: { readonly load: MonthLoad; readonly of: Measure }) {
  const count = numberOf(load, of);
  if (count === 0) return null;
  return <Link href={rowsLink([{ field: RECORD_ID, is: load.items }])}>{count}</Link>;
}

/** 社区负荷: a year of what every community carries, month by month, with its households and workers beside. */
export function LoadPage() {
  const { communityLoad } = useStoreClient();
  const { nameOf } = useReferenceBook();
  const today = useToday();
  const version = useDataVersion();
  const [year, setYear] = useState(yearOf(today));
  const [measure, setMeasure] = useState<Measure>('items');
  const { data, problem } = useAnswer(`load ${year} ${version} ${today}`, () => communityLoad(year));
  const explained = MEASURES.find(({ value }) => value === measure)?.explained;
  return (
    <div className={workspace.workspace}>
      <div className={workspace.bar}>
        <Button variant="default" aria-label="上一年" onClick={() => setYear(year - 1)}>
          ‹
        </Button>
        <strong>{year}年</strong>
        <Button variant="default" aria-label="下一年" onClick={() => setYear(year + 1)}>
          ›
        </Button>
        <SegmentedControl
          aria-label="看什么"
          value={measure}
          data={MEASURES.map(({ value, label }) => ({ value, label }))}
          onChange={(value) => setMeasure(MEASURES.find((one) => one.value === value)?.value ?? measure)}
        />
        <span className={styles.explained}>{explained}</span>
      </div>
      {problem && <StateNote title="没有算出来" text={problem} />}
      {!problem && data === undefined && <LoadingLines />}
      {data?.length === 0 && <StateNote title="还没有社区" text="先在“基础”的组织架构里登记社区和户数。" />}
      {data && data.length > 0 && (
        <div className={styles.scroll}>
          <Table className={styles.table ?? ''} aria-label={`${year}年社区负荷`} withColumnBorders>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>社区</Table.Th>
                {data[0]?.months.map(({ month }) => (
                  <Table.Th key={month}>{Number(month.slice(5))}月</Table.Th>
                ))}
                <Table.Th>全年</Table.Th>
                <Table.Th>户数</Table.Th>
                <Table.Th title="花名册上在岗的；花名册没有的，用组织架构里填的数">社区工作者</Table.Th>
                <Table.Th title="户数 ÷ 社区工作者">户/人</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {data.map((load) => (
                <Line key={load.community} load={load} of={measure} name={nameOf('organisation', load.community)} />
              ))}
            </Table.Tbody>
            <Table.Tfoot>
              <Line load={loadTogether(data)} of={measure} name="全街道" />
            </Table.Tfoot>
          </Table>
        </div>
      )}
    </div>
  );
}

type LineProps = { readonly load: Omit<CommunityLoad, 'community'>; readonly of: Measure; readonly name: string };

function Line({ load, of, name }: LineProps) {
  return (
    <Table.Tr>
      <Table.Td>{name}</Table.Td>
      {load.months.map((month) => (
        <Table.Td key={month.month}>
          <Cell load={month} of={of} />
        </Table.Td>
      ))}
      <Table.Td fw={600}>{numberOf(load, of)}</Table.Td>
      <Table.Td>{countOrDash(load.households)}</Table.Td>
      <Table.Td>{countOrDash(load.workers)}</Table.Td>
      <Table.Td>{load.householdsPerWorker?.toLocaleString('zh-CN', { minimumFractionDigits: 1 }) ?? '—'}</Table.Td>
    </Table.Tr>
  );
}

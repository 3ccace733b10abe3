import { disputesFoundIn, settledBy } from '../indicators/dispute-counts.ts';
import { countRecords, type Figure } from '../indicators/figure.ts';
import { textIn } from '../kit/field-values.ts';
import { grouped } from '../kit/grouped.ts';
import type { LedgerRecord } from '../kit/values.ts';
import { dispute } from '../ledgers/dispute.ts';
import { communitiesOn } from '../rules/communities.ts';
import type { ReportColumn } from '../workbook/export/report-frame.ts';
import {
  type ReportCell,
  type ReportRequest,
  type ReportTable,
  type TracedWorkbook,
  tracedWorkbook,
} from './report-table.ts';

const TITLE = '矛盾纠纷排查化解基本情况统计表';
const LEDGER = 'dispute';
const KINDS = '矛盾纠纷类型';
const NOW = '当前矛盾纠纷情况';
const UNKNOWN_KIND = '未分类';
const NOWHERE = '（未填社区）';

const count = (records: readonly LedgerRecord[]): Figure => countRecords(records, { ledger: LEDGER });

const kindOf = ({ values }: LedgerRecord): string => textIn(values, 'kind') || UNKNOWN_KIND;

/** The ledger's kinds in their order; 未分类 only where there is such a dispute. */
function kindsIn(records: readonly LedgerRecord[]): readonly string[] {
  const declared = dispute.fields.kind?.options?.map(({ value }) => value) ?? [];
  const others = new Set(records.map(kindOf).filter((kind) => !declared.includes(kind)));
  return [...declared, ...others];
}

/**
 * 矛盾纠纷 month table as 镇巴县 lays it out: kinds side by side, each with its number in the heading, 合计 above the lines,
 * one line a community. Counted by 排查日期. 化解 is settled in full or in part; 未化解 is all the rest, failed, still open and
 * led another way, so that the two add up to what was found.
 */
export function disputeMonthTable(request: ReportRequest): TracedWorkbook {
  const { context, period } = request;
  const found = disputesFoundIn(context.records(LEDGER), period);
  const isSettled = settledBy(period, context);
  const kinds = kindsIn(found);
  const group = (kind: string) => `${kind}（共计：${found.filter((one) => kindOf(one) === kind).length}件）`;
  const columns: readonly ReportColumn[] = [
    { label: '社区', width: 16, align: 'left' },
    { label: '本月矛盾纠纷总数', width: 9, group: [KINDS, NOW] },
    { label: '本月未化解纠纷数', width: 9, group: [KINDS, NOW] },
    ...kinds.flatMap((kind) => [
      { label: '化解数', width: 6, group: [KINDS, group(kind)] },
      { label: '未化解数', width: 6, group: [KINDS, group(kind)] },
    ]),
  ];
  const figuresOf = (records: readonly LedgerRecord[]): readonly Figure[] => [
    count(records),
    count(records.filter((record) => !isSettled(record))),
    ...kinds.flatMap((kind) => {
      const own = records.filter((record) => kindOf(record) === kind);
      return [count(own.filter(isSettled)), count(own.filter((record) => !isSettled(record)))];
    }),
  ];
  const nameOf = (community: string) => (community === '' ? NOWHERE : context.nameOf('organisation', community));
  const byCommunity = grouped(found, ({ values }) => textIn(values, 'community'));
  // A community withdrawn since has a line only for what was found in it.
  const communities = communitiesOn(context, period.last).map(({ id }) => id);
  const lines = [...new Set([...communities, ...byCommunity.keys()])];
  const table: ReportTable = {
    title: `${TITLE}（${period.label}）`,
    sheetName: '矛盾纠纷',
    unit: '件',
    size: 9,
    columns,
    rows: lines.map((community): readonly ReportCell[] => [
      nameOf(community),
      ...figuresOf(byCommunity.get(community) ?? []),
    ]),
    totals: ['合计', ...figuresOf(found).map((figure) => ({ sumOf: figure }))],
    totalsFirst: true,
  };
  return tracedWorkbook(TITLE, [table], request);
}

import type { Figure } from '../../indicators/figure.ts';
import type { LedgerRecord } from '../../kit/values.ts';
import {
  type ReportCell,
  type ReportRequest,
  type TotalCell,
  type TracedWorkbook,
  tracedWorkbook,
} from '../../reports/report-table.ts';
import { type BurdenCount, burdenCounts } from '../burden-counts.ts';

export const BURDEN_ITEM = 'burdenItem';
const TITLE = '减负清理情况统计表';

const COUNTS = [
  ['before', '清理前'],
  ['kept', '保留'],
  ['cancelled', '取消'],
  ['merged', '合并'],
  ['added', '新增'],
  ['after', '清理后'],
] as const;

const idsOf = ({ before, added }: BurdenCount): readonly string[] => [...new Set([...before.ids, ...added.ids])];

function lineOf(place: number, title: string, line: BurdenCount): readonly ReportCell[] {
  const number: Figure = { value: place + 1, unit: 'count', ledger: BURDEN_ITEM, ids: idsOf(line) };
  return [number, title, ...COUNTS.map(([count]) => line[count]), line.reduction];
}

const totalsOf = (total: BurdenCount): readonly TotalCell[] => [
  '合计',
  undefined,
  ...COUNTS.map(([count]) => ({ sumOf: total[count] })),
  total.reduction,
];

/** The records with a part in the period: what stood at its start or came up in it. */
export const presentIn = (records: readonly LedgerRecord[], request: ReportRequest): readonly LedgerRecord[] => {
  const ids = new Set(idsOf(burdenCounts(records, request.period).total));
  return records.filter(({ id }) => ids.has(id));
};

/**
 * R8 减负清理情况统计表: 淮阴区's seven kinds, then boards, chat groups and tables; every kind has its line, also an empty
 * one. 清理前 is what stood when the period began, so that one period's 清理后 is the next one's 清理前. Two more sheets
 * give the same by community and by owner department.
 */
export function burdenReport(request: ReportRequest): TracedWorkbook {
  const { context } = request;
  const counts = burdenCounts(context.records(BURDEN_ITEM), request.period);
  const columns = (first: string) => [
    { label: '序号', width: 6, align: 'center' as const },
    { label: first, width: 22, align: 'left' as const },
    ...COUNTS.map(([, label]) => ({ label, width: 11 })),
    { label: '减少率', width: 11 },
  ];
  const named = (lines: ReadonlyMap<string, BurdenCount>, ledger: string, blank: string) =>
    [...lines].map(([id, line], place) => lineOf(place, id === '' ? blank : context.nameOf(ledger, id), line));
  const tables = [
    {
      title: TITLE,
      sheetName: '按项目',
      columns: [...columns('项目'), { label: '备注', width: 20 }],
      rows: counts.byKind.map((line, place) => lineOf(place, line.kind, line)),
      totals: totalsOf(counts.total),
    },
    {
      title: `${TITLE}（按社区）`,
      sheetName: '按社区',
      columns: columns('社区'),
      // Without totals: a thing several communities share counts in each of them.
      rows: named(counts.byCommunity, 'organisation', '（未注明社区）'),
    },
    {
      title: `${TITLE}（按责任部门）`,
      sheetName: '按责任部门',
      columns: columns('责任部门'),
      rows: named(counts.byOwner, 'department', '（未注明部门）'),
      totals: totalsOf(counts.total),
    },
  ];
  return tracedWorkbook(TITLE, tables, request);
}

import { type Figure, shareOf, sumOfParts } from '../../indicators/figure.ts';
import { textIn } from '../../kit/field-values.ts';
import { grouped } from '../../kit/grouped.ts';
import type { LedgerRecord } from '../../kit/values.ts';
import {
  lineNumber,
  type ReportCell,
  type ReportRequest,
  type ReportTable,
  type TracedWorkbook,
  tracedWorkbook,
} from '../../reports/report-table.ts';
import { agreeing, validVotes } from '../review/votes.ts';
import { VOTES_BASIS, type Votes, votesIn } from './case-votes.ts';
import { communityName } from './case-words.ts';
import { caseHistories } from './statistics.ts';

const TITLE = '社区评议（满意度）汇总表';
const MEANING = { ledger: 'application', basis: VOTES_BASIS };

/** One evaluation of one item by one community. */
type Line = { readonly record: LedgerRecord; readonly votes: Votes };

const counted = (lines: readonly Line[], of: (votes: Votes) => number): Figure =>
  sumOfParts(
    lines.map(({ record, votes }) => ({ id: record.id, amount: of(votes) })),
    'count',
    MEANING,
  );

const satisfaction = (lines: readonly Line[]): Figure =>
  shareOf(
    lines.map(({ record, votes }) => ({ id: record.id, amount: agreeing(votes) })),
    lines.map(({ record, votes }) => ({ id: record.id, amount: validVotes(votes) })),
    MEANING,
  );

const COUNTS: readonly ((votes: Votes) => number)[] = [
  ({ participants }) => participants,
  ({ satisfied }) => satisfied,
  ({ fairlySatisfied }) => fairlySatisfied,
  ({ dissatisfied }) => dissatisfied,
];

const cells = (line: Line, place: number, { context }: ReportRequest): readonly ReportCell[] => [
  lineNumber(place, 'application', line.record.id),
  textIn(line.record.values, 'itemName'),
  communityName(line.votes.community, context),
  ...COUNTS.map((of) => counted([line], of)),
  satisfaction([line]),
  line.votes.comments,
  line.votes.conclusion,
];

/** The same by community alone. */
function byCommunity(lines: readonly Line[], { context }: ReportRequest): ReportTable {
  const rows = [...grouped(lines, ({ votes }) => votes.community)].map(
    ([community, own], place): readonly ReportCell[] => [
      {
        value: place + 1,
        unit: 'count',
        ledger: 'application',
        ids: counted(own, ({ participants }) => participants).ids,
      },
      communityName(community, context) || '（未注明社区）',
      ...COUNTS.map((of) => counted(own, of)),
      satisfaction(own),
    ],
  );
  return {
    title: `${TITLE}（按社区）`,
    sheetName: '按社区',
    columns: [
      { label: '序号', width: 8, align: 'center' },
      { label: '社区', width: 32, align: 'left' },
      ...['参评数', '满意', '基本满意', '不满意', '满意率'].map((label) => ({ label, width: 14 })),
    ],
    rows,
    totals: ['合计', undefined, ...COUNTS.map((of) => ({ sumOf: counted(lines, of) })), satisfaction(lines)],
  };
}

/** R6 社区评议汇总表: item by community; 满意率 over valid votes. The totals' rate is over all votes, no mean of rates. */
export function satisfactionReport(request: ReportRequest): TracedWorkbook {
  const lines = caseHistories(request.context.records('application')).flatMap(({ record }) =>
    votesIn(record, request.period).map((votes): Line => ({ record, votes })),
  );
  const table = {
    title: TITLE,
    sheetName: '评议汇总',
    columns: [
      { label: '序号', width: 6, align: 'center' as const },
      { label: '事项', width: 30, align: 'left' as const },
      { label: '社区', width: 12 },
      { label: '参评数', width: 9 },
      { label: '满意', width: 9 },
      { label: '基本满意', width: 9 },
      { label: '不满意', width: 9 },
      { label: '满意率', width: 9 },
      { label: '评议意见', width: 32, align: 'left' as const },
      { label: '结论', width: 9 },
    ],
    rows: lines.map((line, place) => cells(line, place, request)),
    totals: ['合计', undefined, undefined, ...COUNTS.map((of) => ({ sumOf: counted(lines, of) })), satisfaction(lines)],
  };
  return tracedWorkbook(TITLE, [table, byCommunity(lines, request)], request);
}

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
import { type DueFunds, FUNDS_BASIS, fundsDueIn, unfundedOn } from './case-funds.ts';
import { communityName, departmentName } from './case-words.ts';
import { caseHistories } from './statistics.ts';

const TITLE = '费随事转经费落实情况表';
const MEANING = { ledger: 'application', basis: FUNDS_BASIS };
const PLANNED = 4;
const PAID = 5;

/** Funds of one item for one community. */
type Line = { readonly record: LedgerRecord; readonly community: string; readonly funds: readonly DueFunds[] };

const amount = (line: Line, of: 'planned' | 'paid') =>
  line.funds.map((row) => ({ id: line.record.id, amount: row[of] }));
const planned = (lines: readonly Line[]): Figure =>
  sumOfParts(
    lines.flatMap((line) => amount(line, 'planned')),
    'money',
    MEANING,
  );
const paid = (lines: readonly Line[]): Figure =>
  sumOfParts(
    lines.flatMap((line) => amount(line, 'paid')),
    'money',
    MEANING,
  );
const paidShare = (lines: readonly Line[]): Figure =>
  shareOf(
    lines.flatMap((line) => amount(line, 'paid')),
    lines.flatMap((line) => amount(line, 'planned')),
    MEANING,
  );

const joined = (texts: readonly string[]): string => [...new Set(texts.filter((text) => text !== ''))].join('；');

function linesOf(request: ReportRequest): readonly Line[] {
  return caseHistories(request.context.records('application')).flatMap(({ record }) => {
    const byCommunity = grouped(fundsDueIn(record, request.period), ({ community }) => community);
    return [...byCommunity].map(([community, funds]) => ({ record, community, funds }));
  });
}

function cells(line: Line, place: number, { context }: ReportRequest): readonly ReportCell[] {
  const { record, funds } = line;
  return [
    lineNumber(place, 'application', record.id),
    textIn(record.values, 'itemName'),
    departmentName(textIn(record.values, 'applicant'), context),
    communityName(line.community, context),
    planned([line]),
    paid([line]),
    paidShare([line]),
    joined(funds.map(({ paidOn }) => paidOn)),
    joined(funds.map(({ whyNot }) => whyNot)),
  ];
}

/** The same by community alone. */
function byCommunity(lines: readonly Line[], { context }: ReportRequest): ReportTable {
  const rows = [...grouped(lines, (line) => line.community)].map(([community, own], place): readonly ReportCell[] => [
    { value: place + 1, unit: 'count', ledger: 'application', ids: planned(own).ids },
    communityName(community, context) || '（未注明社区）',
    planned(own),
    paid(own),
    paidShare(own),
  ]);
  return {
    title: `${TITLE}（按社区）`,
    sheetName: '按社区',
    unit: '元',
    columns: [
      { label: '序号', width: 8, align: 'center' },
      { label: '社区', width: 34, align: 'left' },
      { label: '应拨', width: 22 },
      { label: '实拨', width: 22 },
      { label: '到位率', width: 16 },
    ],
    rows,
    totals: [
      '合计',
      undefined,
      { sumOf: planned(lines) },
      { sumOf: paid(lines) },
      { quotient: paidShare(lines), numerator: 3, denominator: 2 },
    ],
  };
}

/** Items under way on the last day without their money. */
function unfunded({ context, period }: ReportRequest): ReportTable {
  const items = unfundedOn(caseHistories(context.records('application')), period.last);
  const money = (id: string, value: number): Figure => ({ value, unit: 'money', ledger: 'application', ids: [id] });
  return {
    title: '未落实经费事项表',
    sheetName: '未落实经费',
    unit: '元',
    columns: [
      { label: '序号', width: 6, align: 'center' },
      { label: '事项', width: 36, align: 'left' },
      { label: '责任部门', width: 18 },
      { label: '到期应拨', width: 16 },
      { label: '累计实拨', width: 16 },
      { label: '提示', width: 22 },
    ],
    rows: items.map(({ history: { record }, planned: due, paid: came }, place) => [
      lineNumber(place, 'application', record.id),
      textIn(record.values, 'itemName'),
      departmentName(textIn(record.values, 'applicant'), context),
      money(record.id, due),
      money(record.id, came),
      '未落实经费，可拒绝',
    ]),
  };
}

/**
 * R5 费随事转经费落实情况表: item by community, what was due in the period and what came of it by its last day, in 元; then
 * the same by community, and the items that went ahead without their money.
 */
export function fundsReport(request: ReportRequest): TracedWorkbook {
  const lines = linesOf(request);
  const table = {
    title: TITLE,
    sheetName: '经费落实',
    unit: '元',
    columns: [
      { label: '序号', width: 6, align: 'center' as const },
      { label: '事项', width: 30, align: 'left' as const },
      { label: '责任部门', width: 16 },
      { label: '社区', width: 12 },
      { label: '应拨', width: 14 },
      { label: '实拨', width: 14 },
      { label: '到位率', width: 9 },
      { label: '拨付日期', width: 13 },
      { label: '未到位原因', width: 24, align: 'left' as const },
    ],
    rows: lines.map((line, place) => cells(line, place, request)),
    totals: [
      '合计',
      undefined,
      undefined,
      undefined,
      { sumOf: planned(lines) },
      { sumOf: paid(lines) },
      { quotient: paidShare(lines), numerator: PAID, denominator: PLANNED },
    ],
  };
  return tracedWorkbook(TITLE, [table, byCommunity(lines, request), unfunded(request)], request);
}

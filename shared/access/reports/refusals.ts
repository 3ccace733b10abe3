import { rowsIn, textIn } from '../../kit/field-values.ts';
import { inPeriod, type Period } from '../../kit/period.ts';
import { stepsOf } from '../../kit/steps.ts';
import type { ChildRow, Day, LedgerRecord } from '../../kit/values.ts';
import {
  lineNumber,
  type ReportCell,
  type ReportRequest,
  type TracedWorkbook,
  tracedWorkbook,
} from '../../reports/report-table.ts';
import { letterNoOf } from '../stray-task-rules.ts';
import { type CaseHistory, returnsIn } from './case-phases.ts';
import { departmentName, fieldWords } from './case-words.ts';
import { caseHistories } from './statistics.ts';
import { STRAY_TASK, senderOf, strayTasksIn, wasRefused } from './stray-tasks.ts';

const TITLE = '不予准入、退回、拒绝情况表';

/** One thing that was not let through, and why. */
type Refusal = {
  readonly on: Day;
  readonly ledger: string;
  readonly id: string;
  readonly department: string;
  readonly item: string;
  readonly channel: string;
  readonly outcome: string;
  readonly reason: string;
  readonly basis: string;
};

const OUTCOMES: { readonly [state: string]: string } = {
  SUPPLEMENT: '退回补正',
  DEFERRED: '退回补充论证',
  REJECTED: '不予准入',
};

/** The paper row of a list that was written on the day of the move. */
const writtenOn = (record: LedgerRecord, list: string, dateField: string, on: Day): ChildRow | undefined =>
  rowsIn(record.values, list).find((row) => textIn(row, dateField) === on);

/**
 * Why, in the words of whoever decided: the missing papers, the board's reason, the street's or the office's opinion. What
 * a community said that day is heard, but refuses nothing.
 */
function reasonFor(record: LedgerRecord, to: string, on: Day): string {
  if (to === 'SUPPLEMENT') return textIn(writtenOn(record, 'missingPapers', 'notifiedOn', on) ?? {}, 'papers');
  const decided = textIn(writtenOn(record, 'decisions', 'decideDate', on) ?? {}, 'reason');
  const opinion = rowsIn(record.values, 'opinions').find(
    (row) =>
      textIn(row, 'signDate') === on &&
      textIn(row, 'stage') !== '社区' &&
      ['不同意', '退回'].includes(textIn(row, 'result')),
  );
  return decided || textIn(opinion ?? {}, 'content');
}

const documentOf = (record: LedgerRecord, to: string, on: Day): string =>
  stepsOf(record).find((step) => step.to === to && step.on === on)?.document ?? '';

function caseRefusals(history: CaseHistory, { context, period }: ReportRequest): readonly Refusal[] {
  const { record } = history;
  const refused = history.moves.filter(({ to, on }) => to === 'REJECTED' && inPeriod(period, on));
  return [...returnsIn(history, period), ...refused].map(({ to, on }) => ({
    on,
    ledger: 'application',
    id: record.id,
    department: departmentName(textIn(record.values, 'applicant'), context),
    item: textIn(record.values, 'itemName'),
    channel: fieldWords(record, 'inChannel', context),
    outcome: OUTCOMES[to] ?? to,
    reason: reasonFor(record, to, on),
    basis: documentOf(record, to, on),
  }));
}

const strayRefusal = (record: LedgerRecord, { context }: ReportRequest): Refusal => ({
  on: textIn(record.values, 'date'),
  ledger: STRAY_TASK,
  id: record.id,
  department: departmentName(senderOf(record), context),
  item: textIn(record.values, 'itemName'),
  channel: textIn(record.values, 'channel'),
  outcome: '告知拒绝',
  reason: textIn(record.values, 'refusalReason'),
  basis: letterNoOf(record.values),
});

const cells = (one: Refusal, place: number): readonly ReportCell[] => [
  lineNumber(place, one.ledger, one.id),
  { day: one.on },
  one.department,
  one.item,
  one.channel,
  one.outcome,
  one.reason,
  one.basis,
];

/** How often each outcome occurs, for the totals line. */
function totalWords(refusals: readonly Refusal[]): string {
  const outcomes = [...new Set(refusals.map(({ outcome }) => outcome))];
  return outcomes.map((outcome) => `${outcome} ${refusals.filter((one) => one.outcome === outcome).length}`).join('，');
}

/** What went back or was refused in the period, cases and 清单外下派 together, by day. */
function refusalsIn(request: ReportRequest, period: Period): readonly Refusal[] {
  const { context } = request;
  return [
    ...caseHistories(context.records('application')).flatMap((history) => caseRefusals(history, request)),
    ...strayTasksIn(context.records(STRAY_TASK), period)
      .filter(wasRefused)
      .map((record) => strayRefusal(record, request)),
  ].sort((left, right) => (left.on < right.on ? -1 : left.on > right.on ? 1 : 0));
}

/** R4 不予准入、退回、拒绝情况表: one line for every refusal and every return, each with its reason and document. */
export function refusalReport(request: ReportRequest): TracedWorkbook {
  const refusals = refusalsIn(request, request.period);
  const table = {
    title: TITLE,
    sheetName: '不予退回拒绝',
    columns: [
      { label: '序号', width: 6, align: 'center' as const },
      { label: '日期', width: 12 },
      { label: '申请（下派）单位', width: 18, align: 'left' as const },
      { label: '事项', width: 28, align: 'left' as const },
      { label: '方式', width: 9 },
      { label: '处理结果', width: 14 },
      { label: '理由', width: 36, align: 'left' as const },
      { label: '依据（文号）', width: 20, align: 'left' as const },
    ],
    rows: refusals.map(cells),
    totals: ['合计', `${refusals.length} 件次`, undefined, totalWords(refusals)],
  };
  return tracedWorkbook(TITLE, [table], request);
}

import { limitInForce } from '../../deadlines/limit.ts';
import { addWorkingDays, workingDaysBetween } from '../../deadlines/working-calendar.ts';
import { rowsIn, textIn } from '../../kit/field-values.ts';
import type { LedgerContext } from '../../kit/ledger-context.ts';
import { inPeriod, type Period } from '../../kit/period.ts';
import type { Day, Values } from '../../kit/values.ts';
import {
  lineNumber,
  type ReportCell,
  type ReportRequest,
  type TracedWorkbook,
  tracedWorkbook,
} from '../../reports/report-table.ts';
import { REVIEW_LIMITS } from '../review/review-limits.ts';
import { type CaseHistory, happened, phaseOn } from './case-phases.ts';
import { decisionOn } from './case-words.ts';
import { caseHistories } from './statistics.ts';

const TITLE = '到期与退出事项表';

/** Last day of validity that still belongs on the list of the period. */
function horizonOf(period: Period, context: LedgerContext): Day {
  return addWorkingDays(context.calendar, period.last, limitInForce(REVIEW_LIMITS.beforeExpiry, period.last, context));
}

const latestConclusion = (values: Values, until: Day): string =>
  textIn(rowsIn(values, 'evaluations').findLast((row) => textIn(row, 'evaluatedOn') <= until) ?? {}, 'conclusion');

const exitReason = (values: Values, period: Period): string =>
  textIn(rowsIn(values, 'exits').findLast((row) => inPeriod(period, textIn(row, 'exitDate'))) ?? {}, 'reason');

function cells(history: CaseHistory, place: number, { context, period }: ReportRequest): readonly ReportCell[] {
  const { id, values } = history.record;
  const left = happened(history, 'exited', period);
  const expires = decisionOn(values, period.last)?.validTo ?? '';
  return [
    lineNumber(place, 'application', id),
    textIn(values, 'itemName'),
    expires === '' ? undefined : { day: expires },
    left || expires === ''
      ? undefined
      : {
          value: workingDaysBetween(context.calendar, period.last, expires),
          unit: 'count',
          ledger: 'application',
          ids: [id],
          basis: `从 ${period.last} 到有效期止的工作日，负数为已经过期`,
        },
    latestConclusion(values, period.last),
    left ? exitReason(values, period) || '未填写' : '',
  ];
}

/**
 * R9 到期与退出事项表: items still valid at the end of the period whose validity is over or ends within the days of
 * notice, soonest first, and those that left in the period.
 */
export function expiryReport(request: ReportRequest): TracedWorkbook {
  const { context, period } = request;
  const horizon = horizonOf(period, context);
  const expires = ({ record }: CaseHistory) => decisionOn(record.values, period.last)?.validTo ?? '';
  const lines = caseHistories(context.records('application'))
    .filter((history) => {
      if (happened(history, 'exited', period)) return true;
      return phaseOn(history, period.last) === 'valid' && expires(history) !== '' && expires(history) <= horizon;
    })
    .sort((left, right) => (expires(left) < expires(right) ? -1 : expires(left) > expires(right) ? 1 : 0));
  const exits = lines.filter((history) => happened(history, 'exited', period)).length;
  const table = {
    title: TITLE,
    sheetName: '到期与退出',
    columns: [
      { label: '序号', width: 6, align: 'center' as const },
      { label: '事项', width: 44, align: 'left' as const },
      { label: '到期日', width: 13 },
      { label: '剩余工作日', width: 12 },
      { label: '评估结论', width: 12 },
      { label: '退出原因', width: 20 },
    ],
    rows: lines.map((history, place) => cells(history, place, request)),
    totals: ['合计', `将到期或已过期 ${lines.length - exits} 项，退出 ${exits} 项`],
  };
  return tracedWorkbook(TITLE, [table], request);
}

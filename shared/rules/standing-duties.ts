import { textIn } from '../kit/field-values.ts';
import type { LedgerContext } from '../kit/ledger-context.ts';
import { inPeriod, type Period, type PeriodKind, periodOf, previousPeriod } from '../kit/period.ts';
import type { Day, Values } from '../kit/values.ts';
import { isReturned, submissionsOf } from '../submission/submissions.ts';
import { communitiesOn, communityOf } from './communities.ts';
import { staleMonths } from './new-sector-rules.ts';
import { surveyDay } from './survey-options.ts';

const COMMITTEE = '大党委';

/**
 * Communities whose 大党委 held no meeting in a period; it is to meet once a month at least (锦绣街道). None where nobody
 * records such meetings here.
 */
export function communitiesWithoutMeeting(context: LedgerContext, { first, last }: Period): readonly string[] {
  const meetings = context.records('meeting').filter(({ values }) => values.body === COMMITTEE);
  if (meetings.length === 0) return [];
  const met = new Set(
    meetings.flatMap(({ values }) => {
      const on = textIn(values, 'heldOn');
      return on >= first && on <= last ? [communityOf(textIn(values, 'place'), context)] : [];
    }),
  );
  return communitiesOn(context, first)
    .map(({ id }) => id)
    .filter((id) => !met.has(id));
}

/** The present half-year where it has no 满意度测评 yet (泗水、淄博：每半年), for offices that keep them. */
export function halfYearWithoutSurvey(context: LedgerContext, today: Day): Period | undefined {
  const half = periodOf('halfYear', today);
  const days = context.records('survey').map(({ values }) => surveyDay(values));
  return days.length === 0 || days.some((on) => on >= half.first && on <= half.last) ? undefined : half;
}

/** 两新组织 whose numbers were not brought up to date this month (信息库每月更新), and those of them of before last month. */
export function organisationsNotUpdated(context: LedgerContext): {
  readonly all: readonly string[];
  readonly long: readonly string[];
} {
  const months = context
    .records('newSectorOrganisation')
    .map(({ id, values }) => ({ id, since: staleMonths(values, context.today) }));
  const staleFor = (least: number) => months.filter(({ since }) => since >= least).map(({ id }) => id);
  return { all: staleFor(1), long: staleFor(2) };
}

type ReportedLedger = {
  readonly ledger: string;
  /** The day that says which period a record is of. */
  readonly on: string;
  readonly kind: PeriodKind;
  /** Told by the words of the title: reports of the program and superiors' forms are handed in alike. */
  readonly titled: RegExp;
};

/** Ledgers that superiors are told of every month or year (宁国、丰城、镇巴：月度通报；信访工作条例 第三十九条、第四十一条). */
export const HOTLINE: ReportedLedger = { ledger: 'demand', on: 'receivedAt', kind: 'month', titled: /12345|热线/ };
export const DISPUTES: ReportedLedger = { ledger: 'dispute', on: 'foundOn', kind: 'month', titled: /矛盾|纠纷/ };
export const PETITIONS: ReportedLedger = { ledger: 'petition', on: 'receivedOn', kind: 'year', titled: /信访/ };

/** The last whole period that 上报登记 has nothing of or only what came back, and how many records it is about. */
export function notReported(
  { ledger, on, kind, titled }: ReportedLedger,
  context: LedgerContext,
): { readonly period: Period; readonly count: number } {
  const period = previousPeriod(periodOf(kind, context.today));
  const submissions = context.records('submission').filter(({ values }) => titled.test(textIn(values, 'title')));
  const isReported = submissions.some(({ values }) => {
    const last = submissionsOf(submissions, textIn(values, 'subject'), period).at(-1);
    return last !== undefined && !isReturned(last);
  });
  const isOf = (values: Values) => inPeriod(period, textIn(values, on).slice(0, 'yyyy-mm-dd'.length));
  return { period, count: isReported ? 0 : context.records(ledger).filter(({ values }) => isOf(values)).length };
}

/** The month a day lies in and the one before. */
export const monthsAround = (today: Day): { readonly present: Period; readonly last: Period } => {
  const present = periodOf('month', today);
  return { present, last: previousPeriod(present) };
};

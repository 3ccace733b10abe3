import { type Period, periodOf, previousPeriod } from '../indicators/period.ts';
import type { LedgerContext } from '../kit/ledger-context.ts';
import { textIn } from '../kit/steps.ts';
import type { Day } from '../kit/values.ts';
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

/** The month a day lies in and the one before. */
export const monthsAround = (today: Day): { readonly present: Period; readonly last: Period } => {
  const present = periodOf('month', today);
  return { present, last: previousPeriod(present) };
};

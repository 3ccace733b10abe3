import { type Complaint, warning } from '../kit/complaint.ts';
import { rowsIn, textIn } from '../kit/field-values.ts';
import { date, type FieldMap, integer, specsOf, text } from '../kit/fields.ts';
import type { DerivedFields } from '../kit/ledger.ts';
import { inPeriod, periodOf, previousPeriod } from '../kit/period.ts';
import type { PartyBranchValues } from '../ledgers/party-branch.ts';

/** A branch has three full members at least (中国共产党章程 第三十条). */
const LEAST_MEMBERS = 3;

const fields: FieldMap = {
  quarterActivities: integer('本季活动').automatic().width(8),
  lastActivity: date('最近活动').automatic(),
  idle: text('空转提示').automatic().width(12).help('一个季度没有活动的提示：建而无用是群众反映的问题'),
};

/** What happened this quarter, and whether nothing did in the last whole one. A branch set up meanwhile has its time yet. */
export const branchDerived: DerivedFields = {
  fields: specsOf(fields),
  compute: ({ values }, { today }) => {
    const quarter = periodOf('quarter', today);
    const days = rowsIn(values, 'activities').map((row) => textIn(row, 'on'));
    const now = days.filter((on) => inPeriod(quarter, on)).length;
    const last = days.toSorted().at(-1) ?? '';
    const ended = textIn(values, 'endedOn') !== '';
    // The quarter under way still has its time; the last whole one is judged.
    const judged = previousPeriod(quarter);
    const wasIdle = !days.some((on) => inPeriod(judged, on));
    const stood = textIn(values, 'setOn') < judged.first;
    return {
      quarterActivities: now,
      ...(last === '' ? {} : { lastActivity: last }),
      ...(wasIdle && now === 0 && stood && !ended ? { idle: `${judged.label}没有活动` } : {}),
    };
  },
};

/** A branch with fewer than three members is said, a building group may be smaller. */
export function branchComplaints({ kind, members }: PartyBranchValues): readonly Complaint[] {
  if (kind === undefined || kind === '楼栋党小组' || members === undefined || members >= LEAST_MEMBERS) return [];
  return [
    warning('branch/members', `党员 ${members} 名，不足 ${LEAST_MEMBERS} 名，一般不单独成立支部，请核对`, 'members'),
  ];
}

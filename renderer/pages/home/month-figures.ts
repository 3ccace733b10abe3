import { reviewStates } from '../../../shared/access/review/review-workflow-states.ts';
import { addDays, lastDayOfMonth } from '../../../shared/kit/day.ts';
import type { Filter } from '../../../shared/kit/query.ts';
import type { Day, Month } from '../../../shared/kit/values.ts';
import { STATE_FIELD } from '../../../shared/kit/workflow.ts';

/** A number of 工作台: which applications received in a month it counts. */
export type Figure = { readonly title: string; readonly filters: readonly Filter[] };

const ADMITTED = ['APPROVED', 'PUBLISHED', 'AGREED', 'ACTIVE', 'SUSPENDED', 'EVALUATING', 'RENEWING'];

/** A draft is no case yet: the reports never count it, so neither does 工作台. */
const CASES = Object.keys(reviewStates).filter((state) => state !== 'DRAFT');

/** All figures count by the day of receipt, so that a case stands in one month only. */
export const MONTH_FIGURES: readonly Figure[] = [
  { title: '收到申请', filters: [] },
  { title: '清单内', filters: [{ field: 'matchResult', is: ['清单内'] }] },
  { title: '清单外', filters: [{ field: 'matchResult', is: ['清单外'] }] },
  { title: '命中负面', filters: [{ field: 'matchResult', is: ['负面'] }] },
  { title: '已准入', filters: [{ field: STATE_FIELD, is: ADMITTED }] },
  { title: '不予准入', filters: [{ field: STATE_FIELD, is: ['REJECTED'] }] },
];

export const monthOfDay = (day: Day): Month => day.slice(0, 7);

/** The month before the day's own. */
export const monthBefore = (day: Day): Month => monthOfDay(addDays(`${monthOfDay(day)}-01`, -1));

/** The filters of a figure's rows in one month. */
export const filtersOf = ({ filters }: Figure, month: Month): readonly Filter[] => [
  { field: 'inDate', from: `${month}-01`, to: lastDayOfMonth(month) },
  { field: STATE_FIELD, is: CASES },
  ...filters,
];

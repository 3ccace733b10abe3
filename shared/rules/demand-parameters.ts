import type { ParameterValues } from '../ledgers/parameter.ts';
import {
  CITY_RULE,
  CONTACT_BASIS,
  CONTACT_KEY,
  HANDLING_LIMITS,
  LIMITS_GROUP,
  limitKey,
  VISIT_KEY,
} from './demand-clocks.ts';
import { CIRCULAR } from './demand-urging.ts';
import { MEDIATION_BASIS, MEDIATION_DAYS, MEDIATION_KEY } from './dispute-clocks.ts';

const FROM = '2024-01-01';

const UNITS = { calendarDays: '自然日', workingDays: '工作日', hours: '小时' } as const;

const limit = (
  key: string,
  title: string,
  value: number,
  unit: keyof typeof UNITS,
  basis: string,
): ParameterValues => ({
  group: LIMITS_GROUP,
  key,
  title,
  value: String(value),
  unit: UNITS[unit],
  basis,
  from: FROM,
  inferred: true,
});

/** Limits of residents' demands and of mediation: no national number was found, every place has its own. */
export const DEMAND_PARAMETERS: readonly ParameterValues[] = [
  ...HANDLING_LIMITS.map(({ rule, unit, limit: number, basis }) =>
    limit(limitKey(rule), `诉求办理（${rule}）`, number, unit, basis),
  ),
  limit(CONTACT_KEY, '联系诉求人', 1, 'workingDays', CONTACT_BASIS),
  limit(CIRCULAR.key, '催办后仍未办结，通报', CIRCULAR.otherwise, 'workingDays', CITY_RULE),
  limit(VISIT_KEY, '办结后回访', 1, 'calendarDays', CITY_RULE),
  limit(MEDIATION_KEY, '矛盾纠纷调解', MEDIATION_DAYS, 'calendarDays', MEDIATION_BASIS),
];

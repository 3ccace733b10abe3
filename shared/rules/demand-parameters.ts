import { LIMITS_GROUP } from '../deadlines/limit.ts';
import type { ParameterValues } from '../ledgers/parameter.ts';
import { CITY_RULE, contactClock, HANDLING_LIMITS, limitKey, visitClock } from './demand-clocks.ts';
import { CIRCULAR } from './demand-urging.ts';
import { mediationClock } from './dispute-clocks.ts';
import { limitRow, UNIT_NAMES } from './parameter-rows.ts';

/** Limits of residents' demands and of mediation: no national number was found, every place has its own. */
export const DEMAND_PARAMETERS: readonly ParameterValues[] = [
  ...HANDLING_LIMITS.map(({ rule, unit, limit, basis }) => {
    const named = { group: LIMITS_GROUP, key: limitKey(rule), otherwise: limit };
    return limitRow(named, `诉求办理（${rule}）`, UNIT_NAMES[unit], basis);
  }),
  limitRow(contactClock.limit, '联系诉求人', UNIT_NAMES[contactClock.unit], contactClock.basis),
  limitRow(CIRCULAR, '催办后仍未办结，通报', UNIT_NAMES.workingDays, CITY_RULE),
  limitRow(visitClock.limit, '办结后回访', UNIT_NAMES[visitClock.unit], visitClock.basis),
  limitRow(mediationClock.limit, '矛盾纠纷调解', UNIT_NAMES[mediationClock.unit], mediationClock.basis),
];

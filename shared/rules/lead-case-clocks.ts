import type { ClockDefinition, ClockReading } from '../deadlines/clock.ts';
import { LIMITS_GROUP } from '../deadlines/limit.ts';
import { readClock } from '../deadlines/read-clock.ts';
import { rowsIn, textIn } from '../kit/field-values.ts';
import type { LedgerContext } from '../kit/ledger-context.ts';
import type { Day, LedgerRecord, Values } from '../kit/values.ts';
import { STATE_FIELD } from '../kit/workflow.ts';

/** The state of a case that was studied and not taken on. */
export const NOT_LED = 'NOT_TAKEN';

/** The day the case came to its leader; where nobody noted it, the day it was listed. After a rebound, that of the rebound. */
const beganOn = (values: Values): Day =>
  textIn(values, 'reboundOn') || textIn(values, 'servedOn') || textIn(values, 'listedOn');

/** The last day as it was set: limits are set case by case, an extension by the top leader. */
function setDue(values: Values): { readonly on: Day; readonly why: string } | undefined {
  const extendedTo = textIn(values, 'extensionTo');
  if (extendedTo !== '') return { on: extendedTo, why: '批准延期' };
  const limitOn = textIn(values, 'limitOn');
  return limitOn === '' ? undefined : { on: limitOn, why: '逐案确定' };
}

/** 限时结案: to be settled by the day set for the case; where none was set, by what places usually allow. */
export const settlingClock: ClockDefinition = {
  id: 'leadCaseSettling',
  title: '化解',
  unit: 'calendarDays',
  limit: { group: LIMITS_GROUP, key: '包案化解', otherwise: 90 },
  bindsOn: ({ values }) => beganOn(values) || undefined,
  runs: ({ values }) => {
    // A case no leader took on has no day to be settled by.
    if (textIn(values, STATE_FIELD) === NOT_LED) return [];
    const startedOn = beganOn(values);
    const due = setDue(values);
    // A limit of its own counts from the day the case was listed; the usual one only once the leader has the case.
    if (startedOn === '' || (due === undefined && textIn(values, 'servedOn') === '')) return [];
    const stoppedOn = textIn(values, 'closedOn');
    return [
      {
        startedOn,
        ...(stoppedOn === '' ? {} : { stoppedOn }),
        ...(due ? { due } : {}),
        pauses: [],
        round: 1 + rowsIn(values, 'closings').length,
      },
    ];
  },
  ladder: 'usual',
  basis: '逐案确定；未确定的按地方常见的不超过 3 个月推定，可调整的默认值',
  inferred: true,
};

export const leadCaseClocks: readonly ClockDefinition[] = [settlingClock];

export const settlingReading = (record: LedgerRecord, context: LedgerContext): ClockReading | undefined =>
  readClock(settlingClock, record, context)[0];

import type { ClockDefinition, ClockRun } from '../../deadlines/clock.ts';
import { textIn } from '../../kit/field-values.ts';
import type { Day, LedgerRecord } from '../../kit/values.ts';
import { STATE_FIELD } from '../../kit/workflow.ts';
import { decisionInForce } from './decision.ts';
import { evaluatedSince, evaluationDue } from './evaluation.ts';
import { WARNING_DAYS } from './review-clocks.ts';
import { VALID_STATES } from './review-derived.ts';
import { REVIEW_LIMITS } from './review-limits.ts';

const receivedOn = ({ values }: LedgerRecord): Day | undefined => textIn(values, 'inDate') || undefined;

const until = (startedOn: Day, on: Day, why: string): readonly ClockRun[] => [
  { startedOn: startedOn || on, due: { on, why }, pauses: [], round: 1 },
];

/** T20: the evaluation an item at work is to have, before its validity ends and once a year. Its act ends the wait. */
const evaluationClock: ClockDefinition = {
  id: REVIEW_LIMITS.beforeExpiry.key,
  title: '评估',
  unit: 'workingDays',
  limit: REVIEW_LIMITS.beforeExpiry,
  bindsOn: receivedOn,
  runs: (record, context) => {
    const due = evaluationDue(record, context);
    return due === undefined ? [] : until(evaluatedSince(record), due.on, due.why);
  },
  ladder: { left: WARNING_DAYS },
  basis: '到期前评估和每年评估；未见文件规定，可调整的默认值',
  inferred: true,
};

/** The last day of an item's validity: by then it is renewed or leaves (T21, T22). */
const validityClock: ClockDefinition = {
  id: REVIEW_LIMITS.validity.key,
  title: '有效期',
  unit: 'workingDays',
  // Never counted by it: the decision itself names the last day.
  limit: REVIEW_LIMITS.validity,
  bindsOn: receivedOn,
  runs: ({ values }) => {
    const decision = decisionInForce(values);
    if (!decision?.validTo || !VALID_STATES.has(textIn(values, STATE_FIELD))) return [];
    return until(decision.validFrom || decision.decideDate, decision.validTo, '有效期止');
  },
  ladder: { left: WARNING_DAYS },
  basis: '准入决定写明的有效期；到期前续期或退出',
  inferred: false,
};

/** Days that bind a valid item, beside the limits of the review that admitted it. */
export const itemClocks: readonly ClockDefinition[] = [evaluationClock, validityClock];

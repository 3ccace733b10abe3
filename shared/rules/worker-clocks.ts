import type { ClockDefinition, ClockRun } from '../deadlines/clock.ts';
import { LIMITS_GROUP, type Limit, limitInForce } from '../deadlines/limit.ts';
import { addDays } from '../kit/day.ts';
import { textIn } from '../kit/field-values.ts';
import type { LedgerContext } from '../kit/ledger-context.ts';
import type { LedgerRecord } from '../kit/values.ts';
import { isOnDuty } from './worker-facts.ts';

/** Days before the end; no source fixes them. */
export const CONTRACT_NOTICE: Limit = { group: LIMITS_GROUP, key: '合同到期提醒', otherwise: 30 };

/** The reminder begins so many days before the end: until then nothing waits for anybody. */
function contractRuns(record: LedgerRecord, context: LedgerContext): readonly ClockRun[] {
  const endsOn = textIn(record.values, 'contractTo');
  if (endsOn === '' || !isOnDuty(record, context.today)) return [];
  const startedOn = addDays(endsOn, -limitInForce(CONTRACT_NOTICE, endsOn, context));
  if (context.today < startedOn) return [];
  return [{ startedOn, due: { on: endsOn, why: '合同写明' }, pauses: [], round: 1 }];
}

/** 合同到期提醒: until a new day of expiry is entered, or the worker has left. */
export const contractClock: ClockDefinition = {
  id: 'contract',
  title: '劳动合同到期',
  unit: 'calendarDays',
  limit: CONTRACT_NOTICE,
  bindsOn: ({ values }) => textIn(values, 'contractTo') || undefined,
  runs: contractRuns,
  ladder: 'usual',
  basis: '提前提醒的天数未见文件规定，可调整的默认值',
  inferred: true,
};

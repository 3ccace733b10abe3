import { countsSo, PARTLY_COUNTS } from '../kit/counting-rules.ts';
import { textIn } from '../kit/field-values.ts';
import type { LedgerContext } from '../kit/ledger-context.ts';
import { inPeriod, type Period } from '../kit/period.ts';
import { stateOf } from '../kit/steps.ts';
import type { LedgerRecord } from '../kit/values.ts';
import { disputeWorkflow } from '../rules/dispute-workflow.ts';

/** Disputes found within the period (排查总数 by the month of 上报). */
export const disputesFoundIn = (records: readonly LedgerRecord[], period: Period): readonly LedgerRecord[] =>
  records.filter(({ values }) => inPeriod(period, textIn(values, 'foundOn')));

/** Whether a dispute counts as settled, by the office's rule for 部分化解 on the last day of the period. */
export function settledBy(period: Period, context: LedgerContext): (record: LedgerRecord) => boolean {
  const counting = countsSo(PARTLY_COUNTS, context, period.last) ? ['SETTLED', 'PARTLY'] : ['SETTLED'];
  return (record) => counting.includes(stateOf(record, disputeWorkflow));
}

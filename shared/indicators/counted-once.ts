import type { LedgerContext } from '../kit/ledger-context.ts';
import type { Period } from '../kit/period.ts';
import type { LedgerRecord } from '../kit/values.ts';

type Count<Counted> = (records: readonly LedgerRecord[], period: Period, context: LedgerContext) => Counted;

/** What was counted of one list: every answer rests on the context and the days asked about. */
type Counts<Counted> = { readonly context: LedgerContext; readonly byDays: Map<string, Counted> };

/** A page of indicators asks the same of the same list for each of its lines: it is counted for the first of them. */
export function countedOnce<Counted>(count: Count<Counted>): Count<Counted> {
  const known = new WeakMap<readonly LedgerRecord[], Counts<Counted>>();
  return (records, period, context) => {
    const before = known.get(records);
    const counts = before?.context === context ? before : { context, byDays: new Map<string, Counted>() };
    known.set(records, counts);
    const days = `${period.first}/${period.last}`;
    const counted = counts.byDays.get(days) ?? count(records, period, context);
    counts.byDays.set(days, counted);
    return counted;
  };
}

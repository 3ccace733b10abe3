import { begunOn, closedOn } from '../kit/case-life.ts';
import { addDays } from '../kit/day.ts';
import type { Ledger } from '../kit/ledger.ts';
import type { Day, LedgerRecord, Month } from '../kit/values.ts';

/** Months a trend looks back over, the present one included. */
const MONTHS = 12;

export type MonthCount = { readonly month: Month; readonly received: number; readonly closed: number };

/** How one kind of case comes and goes, month by month, the present one last. */
export type LedgerFigures = {
  readonly ledger: string;
  readonly months: readonly MonthCount[];
  /** Absent for rows that are no cases to be closed: meetings, lists. */
  readonly inHand?: number;
};

/** One number of the figures: whose records it counts. */
export type CaseFigure =
  | { readonly ledger: string; readonly what: 'received' | 'closed'; readonly month: Month }
  | { readonly ledger: string; readonly what: 'inHand' };

/** The last twelve months up to a day's own, oldest first. */
export function recentMonths(today: Day): readonly Month[] {
  const months: Month[] = [today.slice(0, 7)];
  while (months.length < MONTHS) months.unshift(addDays(`${months[0]}-01`, -1).slice(0, 7));
  return months;
}

/** A draft is no case yet: the reports never count it. */
const DRAFT = 'DRAFT';

const isCase = ({ values }: LedgerRecord): boolean => values.state !== DRAFT;

/** Figures of a ledger whose rows are cases; a case counts in the month it came and in the month it was closed. */
export function figuresOf(ledger: Ledger, records: readonly LedgerRecord[], today: Day): LedgerFigures {
  const months = recentMonths(today);
  const received = new Map<Month, number>();
  const closed = new Map<Month, number>();
  let inHand = 0;
  const count = (counts: Map<Month, number>, month: Month) => counts.set(month, (counts.get(month) ?? 0) + 1);
  for (const record of records) {
    if (!isCase(record)) continue;
    count(received, begunOn(ledger, record.values).slice(0, 7));
    const end = closedOn(ledger, record);
    if (end === undefined) inHand += 1;
    else count(closed, end.slice(0, 7));
  }
  return {
    ledger: ledger.id,
    months: months.map((month) => ({ month, received: received.get(month) ?? 0, closed: closed.get(month) ?? 0 })),
    ...(ledger.workflow || ledger.closedBy ? { inHand } : {}),
  };
}

/** Ids of the records a figure counts. */
export function recordsBehind(ledger: Ledger, records: readonly LedgerRecord[], figure: CaseFigure): readonly string[] {
  const counts = (record: LedgerRecord): boolean => {
    if (!isCase(record)) return false;
    if (figure.what === 'received') return begunOn(ledger, record.values).startsWith(figure.month);
    const end = closedOn(ledger, record);
    return figure.what === 'inHand' ? end === undefined : end?.startsWith(figure.month) === true;
  };
  return records.filter(counts).map(({ id }) => id);
}

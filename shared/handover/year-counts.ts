import { begunOn, closedOn } from '../kit/case-life.ts';
import type { Ledger } from '../kit/ledger.ts';
import type { LedgerRecord } from '../kit/values.ts';

/** What a year holds of one ledger: came in, closed, and still open at its end. Ids, so that every number opens its rows. */
export type YearCounts = {
  readonly received: readonly string[];
  readonly closed: readonly string[];
  /** 结转下年: begun by the end of the year, and not closed by then. */
  readonly carried: readonly string[];
};

/** Cases of one ledger by year: received by their business day, closed by the day they were closed. */
export function yearCounts(ledger: Ledger, records: readonly LedgerRecord[], year: string): YearCounts {
  const received: string[] = [];
  const closed: string[] = [];
  const carried: string[] = [];
  const last = `${year}-12-31`;
  for (const record of records) {
    const begun = begunOn(ledger, record.values);
    if (begun === '' || begun > last) continue;
    const ended = closedOn(ledger, record);
    if (begun.startsWith(year)) received.push(record.id);
    if (ended === undefined || ended > last) carried.push(record.id);
    else if (ended.startsWith(year)) closed.push(record.id);
  }
  return { received, closed, carried };
}

import type { LedgerTable } from '../../../shared/history/office-state.ts';
import type { LedgerRecord } from '../../../shared/kit/values.ts';

type Walked = Pick<LedgerTable, 'records' | 'recent' | 'changes'>;

/**
 * How far background work has gone through the ledgers, so that an edit has it look at one record again and not at
 * 100,000.
 */
export class GoneThrough {
  readonly #until = new Map<string, { readonly stamp: string; readonly changes: number }>();

  /**
   * The records of a ledger that came or changed since a walk reached its end; all of them where `stamp` is another: what
   * the work rests on beside the records.
   */
  *left(ledgerId: string, { records, recent, changes }: Walked, stamp = ''): Generator<LedgerRecord> {
    const known = this.#until.get(ledgerId);
    const touched = known?.stamp === stamp ? recent.since(known.changes, changes) : undefined;
    for (const id of touched ?? records.keys()) {
      const record = records.get(id);
      if (record) yield record;
    }
    this.#until.set(ledgerId, { stamp, changes });
  }
}

import type { LedgerContext } from '../kit/ledger-context.ts';
import type { LedgerRecord } from '../kit/values.ts';
import type { OfficeState } from './office-state.ts';
import { titleOf } from './references.ts';

/** Records as a batch that is being planned will leave them; undefined where it deletes one. */
export class BatchRecords {
  // By ledger and id, not by one key of both: 100,000 rows of an import would each make one, and look it up.
  readonly #ledgers = new Map<string, Map<string, LedgerRecord | undefined>>();

  /** Whether the batch writes this record. */
  has(ledger: string, id: string): boolean {
    return this.#ledgers.get(ledger)?.has(id) ?? false;
  }

  get(ledger: string, id: string): LedgerRecord | undefined {
    return this.#ledgers.get(ledger)?.get(id);
  }

  set(ledger: string, id: string, record: LedgerRecord | undefined): void {
    const records = this.#ledgers.get(ledger);
    if (records) records.set(id, record);
    else this.#ledgers.set(ledger, new Map([[id, record]]));
  }

  /** The surroundings as they will be once the batch is written. */
  in(context: LedgerContext, state: OfficeState): LedgerContext {
    return {
      ...context,
      record: (ledger, id) => (this.has(ledger, id) ? this.get(ledger, id) : context.record(ledger, id)),
      nameOf: (ledger, id) => {
        const found = this.get(ledger, id);
        return found ? titleOf(state.ledger(ledger), found) : context.nameOf(ledger, id);
      },
    };
  }
}

import type { Ledger } from '../../../shared/kit/ledger.ts';
import { stateOf } from '../../../shared/kit/steps.ts';
import type { LedgerRecord } from '../../../shared/kit/values.ts';
import type { StoreCore } from '../store-core.ts';

/** Records the operator sees that a clock may still run for: those of a ledger with clocks that are in no closed state. */
export function openRecords(core: StoreCore, ledger: Ledger): readonly LedgerRecord[] {
  if (ledger.clocks.length === 0) return [];
  const { workflow } = ledger;
  const records = core.inView(core.seen(ledger));
  return workflow ? records.filter((record) => workflow.states[stateOf(record, workflow)]?.open !== false) : records;
}

import { isWatched } from '../../../shared/kit/case-life.ts';
import type { Ledger } from '../../../shared/kit/ledger.ts';
import { stateOf } from '../../../shared/kit/steps.ts';
import type { LedgerRecord } from '../../../shared/kit/values.ts';
import type { StoreCore } from '../store-core.ts';

/** Records the operator sees that a clock may still run for: those of a ledger with clocks, but in a closed state that nobody watches. */
export function openRecords(core: StoreCore, ledger: Ledger): readonly LedgerRecord[] {
  if (ledger.clocks.length === 0) return [];
  const { workflow } = ledger;
  const records = core.inView(core.seen(ledger));
  if (!workflow) return records;
  const isOpen = (record: LedgerRecord) => workflow.states[stateOf(record, workflow)]?.open !== false;
  return records.filter((record) => isOpen(record) || isWatched(ledger, record));
}

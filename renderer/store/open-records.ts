import type { OfficeState } from '../../shared/history/office-state.ts';
import type { Ledger } from '../../shared/kit/ledger.ts';
import { stateOf } from '../../shared/kit/steps.ts';
import type { LedgerRecord } from '../../shared/kit/values.ts';

/** Records a clock may still run for: those of a ledger with clocks that are in no closed state. */
export function openRecords(state: OfficeState, ledger: Ledger): readonly LedgerRecord[] {
  if (ledger.clocks.length === 0) return [];
  const { workflow } = ledger;
  const records = [...state.table(ledger.id).records.values()];
  return workflow ? records.filter((record) => workflow.states[stateOf(record, workflow)]?.open !== false) : records;
}

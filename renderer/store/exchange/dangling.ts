import type { OfficeState } from '../../../shared/history/office-state.ts';
import { referencesIn, titleOf } from '../../../shared/history/references.ts';
import type { Dangling } from './exchange-api.ts';

/** References of standing records to records that do not stand here: there are such only inside a merge. */
export function danglingIn(state: OfficeState): readonly Dangling[] {
  const found: Dangling[] = [];
  for (const ledger of state.ledgers) {
    for (const record of state.table(ledger.id).records.values()) {
      for (const { ledger: target, id } of referencesIn(ledger, record.values)) {
        if (state.table(target).records.has(id)) continue;
        const title = titleOf(ledger, record);
        found.push({ ledger: ledger.id, id: record.id, title, target: state.ledger(target)?.title ?? target });
      }
    }
  }
  return found;
}

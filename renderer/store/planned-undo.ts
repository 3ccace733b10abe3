import type { Change } from '../../shared/history/change.ts';
import { planUndo, type UndoChanges } from '../../shared/history/undo.ts';
import { HIDDEN } from './clearance.ts';
import { entriesOfBatch } from './record-log.ts';
import type { StoreCore } from './store-core.ts';

/**
 * What undoing a batch would do now by whoever works, and what the batch said it was.
 * @throws LedgerError batch/unknown or batch/damaged
 */
export async function plannedUndo(core: StoreCore, batch: string): Promise<UndoChanges & { readonly text: string }> {
  const entries = await entriesOfBatch(core.parts.database, batch);
  const barred = ({ ledger, id }: Change) => (core.clearance.hides(ledger, id) ? HIDDEN.message : undefined);
  return { ...planUndo(core.state, entries, barred), text: entries[0]?.header.reason.text ?? '' };
}

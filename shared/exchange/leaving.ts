import type { Entry } from '../history/batch.ts';
import type { Change } from '../history/change.ts';
import { decodeEntry, purgeEntry } from '../history/encode.ts';
import type { OfficeState } from '../history/office-state.ts';
import { mayLeave } from '../kit/restricted.ts';

/** An entry as it may leave this PC: what must stay is there as its digest alone. */
export type LeavingEntry = {
  readonly bytes: Uint8Array;
  readonly entry: Entry;
  /** Changes left out: restricted ones, and those purged before. */
  readonly withheld: number;
};

/** Whether a change may leave: the record as it stands, or as it was left when it was deleted, decides. */
function changeMayLeave(state: OfficeState, { ledger: ledgerId, id }: Change): boolean {
  const ledger = state.ledger(ledgerId);
  if (!ledger?.restricted) return true;
  const table = state.table(ledgerId);
  const record = table.records.get(id) ?? table.deleted.get(id);
  return record === undefined || mayLeave(ledger, record);
}

/** The entry without what may not leave; its hash is the same. */
export function leavingEntry(bytes: Uint8Array, state: OfficeState): LeavingEntry {
  const entry = decodeEntry(bytes);
  const isKept = ({ ledgers }: Entry['header']) => ledgers.some((id) => state.ledger(id)?.restricted);
  const left = isKept(entry.header) ? purgeEntry(bytes, (change) => !changeMayLeave(state, change)) : bytes;
  const leaving = left === bytes ? entry : decodeEntry(left);
  return { bytes: left, entry: leaving, withheld: leaving.sealed.filter((one) => 'digest' in one).length };
}

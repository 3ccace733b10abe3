import type { DataNote } from '../../../shared/desktop-api.ts';
import { LedgerError } from '../../../shared/kit/complaint.ts';
import type { StoreStatus } from '../../store/store-api.ts';

/** Why the program does not simply open. */
export type RecoveryReason =
  /** A later program wrote the data: nothing may be done with it here. */
  | { readonly kind: 'newer'; readonly message: string }
  | { readonly kind: 'cannotOpen'; readonly message: string }
  /** The database is empty and was not. */
  | { readonly kind: 'lost'; readonly records: number; readonly batches: number }
  /** Only the journal has some batches. */
  | { readonly kind: 'behind'; readonly batches: number }
  /** Batches that neither copy can give any more. */
  | { readonly kind: 'damaged'; readonly batches: number };

/** What an opened store and the note beside it give cause for. */
export function reasonToRecover(status: StoreStatus, note: DataNote | undefined): RecoveryReason | undefined {
  const { isEmpty, journalAhead, damaged } = status;
  const records = note?.records ?? 0;
  if (isEmpty && (records > 0 || journalAhead > 0)) return { kind: 'lost', records, batches: journalAhead };
  if (journalAhead > 0) return { kind: 'behind', batches: journalAhead };
  if (damaged > 0) return { kind: 'damaged', batches: damaged };
  return undefined;
}

/** What a store that did not open gives cause for; anything else is a fault of the program. */
export function reasonOfFailure(thrown: unknown): RecoveryReason | undefined {
  if (!(thrown instanceof LedgerError)) return undefined;
  if (thrown.code === 'data/newer') return { kind: 'newer', message: thrown.message };
  return { kind: 'cannotOpen', message: thrown.message };
}

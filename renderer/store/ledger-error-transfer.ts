import { transferHandlers } from 'comlink';
import { LedgerError } from '../../shared/kit/complaint.ts';

type Carried = { readonly ledgerError: { readonly code: string; readonly message: string } };

const isCarried = (value: unknown): value is Carried =>
  typeof value === 'object' && value !== null && 'ledgerError' in value;

/** A port would carry an error's message alone; with this on both of its sides a LedgerError keeps its code. */
export function carryLedgerErrors(): void {
  const plain = transferHandlers.get('throw');
  if (!plain) return;
  transferHandlers.set('throw', {
    canHandle: plain.canHandle,
    serialize: (thrown) => {
      const { value } = Object(thrown);
      if (!(value instanceof LedgerError)) return plain.serialize(thrown);
      return [{ ledgerError: { code: value.code, message: value.message } }, []];
    },
    deserialize: (carried) => {
      if (isCarried(carried)) throw new LedgerError(carried.ledgerError.code, carried.ledgerError.message);
      return plain.deserialize(carried);
    },
  });
}

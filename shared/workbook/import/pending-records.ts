import type { ConvertLookup } from '../../kit/convert/conversion.ts';
import { comparable } from '../../kit/convert/marks.ts';
import type { ReferenceTarget } from '../../kit/fields.ts';
import { grouped } from '../../kit/grouped.ts';
import type { Ledger } from '../../kit/ledger.ts';
import type { LedgerContext } from '../../kit/ledger-context.ts';
import type { LedgerRecord, Values } from '../../kit/values.ts';

/** A record the same import will create: rows that name it are judged as though it stood there already. */
export type PendingRecord = {
  readonly ledger: string;
  readonly id: string;
  readonly name: string;
  readonly values: Values;
};

/** One key for one name of one ledger; width, case and blanks do not count. */
export const referenceKey = (ledgerId: string, name: string): string => `${ledgerId}\n${comparable(name)}`;

/** Lets a lookup find pending records by name; what is stored already goes first. */
export function resolveWithPending(
  resolve: ConvertLookup['resolve'],
  pending: readonly PendingRecord[],
): ConvertLookup['resolve'] {
  if (pending.length === 0) return resolve;
  const byName = grouped(pending, ({ ledger, name }) => referenceKey(ledger, name));
  return (target, words) => {
    const found = resolve(target, words);
    if ('ids' in found) return found;
    const named = byName.get(referenceKey(target.ledger, words))?.filter((record) => isWanted(record, target)) ?? [];
    return named.length === 0 ? found : { ids: named.map((record) => record.id) };
  };
}

function isWanted({ values }: PendingRecord, { where }: ReferenceTarget): boolean {
  if (where === undefined) return true;
  const value = values[where.field];
  return typeof value === 'string' && where.is.includes(value);
}

/** Lets rules see pending records as records that exist. */
export function contextWithPending(
  context: LedgerContext,
  pending: readonly PendingRecord[],
  ledgerById: (ledgerId: string) => Ledger | undefined,
): LedgerContext {
  if (pending.length === 0) return context;
  const byId = new Map<string, LedgerRecord>();
  for (const { ledger, id, name, values } of pending) {
    const titled = { [ledgerById(ledger)?.titleField ?? '']: name, ...values };
    byId.set(`${ledger}\n${id}`, { id, rev: '', values: titled });
  }
  const find = (ledgerId: string, id: string) => byId.get(`${ledgerId}\n${id}`);
  return {
    ...context,
    record: (ledgerId, id) => context.record(ledgerId, id) ?? find(ledgerId, id),
    nameOf: (ledgerId, id) => {
      const title = find(ledgerId, id)?.values[ledgerById(ledgerId)?.titleField ?? ''];
      return typeof title === 'string' ? title : context.nameOf(ledgerId, id);
    },
  };
}

import type { FieldSpec } from '../kit/fields.ts';
import type { Ledger } from '../kit/ledger.ts';
import type { Values } from '../kit/values.ts';
import { type PendingRecord, referenceKey } from './pending-records.ts';
import type { NewReference, PlanRow } from './plan.ts';

/** Names accepted for registration, by `referenceKey`, with the id each will be created with. */
export type AcceptedReferences = ReadonlyMap<string, { readonly id: string; readonly name: string }>;

/** Accepted names as records that will stand when the rows are written. */
export function pendingOf(accepted: AcceptedReferences): readonly PendingRecord[] {
  return [...accepted].map(([key, { id, name }]) => ({
    ledger: key.slice(0, key.indexOf('\n')),
    id,
    name,
    values: {},
  }));
}

/**
 * Collects the names no record carries, where a name is all a record of that ledger must have: a department can be
 * registered on the way, a community cannot, since it needs its place in the tree.
 */
export function newReferencesOf(
  ledger: Ledger,
  rows: readonly PlanRow[],
  accepted: AcceptedReferences,
  ledgerById: (ledgerId: string) => Ledger | undefined,
): readonly NewReference[] {
  const names = new Map([...accepted.values()].map(({ id, name }) => [id, name]));
  const found = new Map<string, { ledger: string; name: string; values: Values; rows: number[]; id?: string }>();
  for (const row of rows) {
    for (const cell of row.cells) {
      const target = namedOnly(ledger.fields[cell.field], ledgerById);
      if (target === undefined) continue;
      const isUnknown = cell.complaints.some((complaint) => complaint.code === 'reference/unknown');
      const acceptedName = typeof cell.value === 'string' ? names.get(cell.value) : undefined;
      if (!isUnknown && acceptedName === undefined) continue;
      const name = acceptedName ?? cell.shown.trim();
      const key = referenceKey(target.id, name);
      const known = found.get(key);
      if (known) known.rows.push(row.row);
      else {
        const id = accepted.get(key)?.id;
        const values = { [target.titleField]: name };
        found.set(key, { ledger: target.id, name, values, rows: [row.row], ...(id === undefined ? {} : { id }) });
      }
    }
  }
  return [...found.values()];
}

function namedOnly(
  spec: FieldSpec | undefined,
  ledgerById: (ledgerId: string) => Ledger | undefined,
): Ledger | undefined {
  if (spec?.kind !== 'reference' || spec.target === undefined || spec.target.where !== undefined) return undefined;
  const target = ledgerById(spec.target.ledger);
  const needsMore = Object.entries(target?.fields ?? {}).some(
    ([fieldId, field]) => field.key && !field.automatic && fieldId !== target?.titleField,
  );
  return needsMore ? undefined : target;
}

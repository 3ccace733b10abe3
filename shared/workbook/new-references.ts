import type { ConvertLookup } from '../kit/convert/conversion.ts';
import { comparable } from '../kit/convert/marks.ts';
import type { FieldSpec } from '../kit/fields.ts';
import type { Ledger } from '../kit/ledger.ts';
import type { LedgerContext } from '../kit/ledger-context.ts';
import type { LedgerRecord, Values } from '../kit/values.ts';
import type { NewReference, PlanRow } from './plan.ts';

/** Names accepted for registration, by `referenceKey`, with the id each will be created with. */
export type AcceptedReferences = ReadonlyMap<string, { readonly id: string; readonly name: string }>;

/** One key for one name of one ledger; width, case and blanks do not count. */
export const referenceKey = (ledgerId: string, name: string): string => `${ledgerId}\n${comparable(name)}`;

/** Lets a lookup find accepted names as though they were registered already. */
export function resolveWithAccepted(
  resolve: ConvertLookup['resolve'],
  accepted: AcceptedReferences,
): ConvertLookup['resolve'] {
  return (target, words) => {
    const found = resolve(target, words);
    const taken = accepted.get(referenceKey(target.ledger, words));
    return 'ids' in found || taken === undefined ? found : { ids: [taken.id] };
  };
}

/** Lets rules see accepted names as records that exist, so that a row using one is judged as it will stand. */
export function contextWithAccepted(
  context: LedgerContext,
  accepted: AcceptedReferences,
  ledgerById: (ledgerId: string) => Ledger | undefined,
): LedgerContext {
  const pending = new Map<string, LedgerRecord>();
  for (const [key, { id, name }] of accepted) {
    const ledger = ledgerById(key.slice(0, key.indexOf('\n')));
    if (ledger) pending.set(`${ledger.id}\n${id}`, { id, rev: '', values: { [ledger.titleField]: name } });
  }
  const find = (ledgerId: string, id: string) => pending.get(`${ledgerId}\n${id}`);
  return {
    ...context,
    record: (ledgerId, id) => context.record(ledgerId, id) ?? find(ledgerId, id),
    nameOf: (ledgerId, id) => {
      const title = find(ledgerId, id)?.values[ledgerById(ledgerId)?.titleField ?? ''];
      return typeof title === 'string' ? title : context.nameOf(ledgerId, id);
    },
  };
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
  const ids = new Map([...accepted.values()].map(({ id, name }) => [id, name]));
  const found = new Map<string, { ledger: string; name: string; values: Values; rows: number[]; id?: string }>();
  for (const row of rows) {
    for (const cell of row.cells) {
      const target = namedOnly(ledger.fields[cell.field], ledgerById);
      if (target === undefined) continue;
      const isUnknown = cell.complaints.some((complaint) => complaint.code === 'reference/unknown');
      const acceptedName = typeof cell.value === 'string' ? ids.get(cell.value) : undefined;
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

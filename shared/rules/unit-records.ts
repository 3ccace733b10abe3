import type { Ledger } from '../kit/ledger.ts';
import type { LedgerRecord, Values } from '../kit/values.ts';

/** Fields of a ledger that name a unit of the organisation: 所属社区, 覆盖小区. */
export const unitFieldsOf = (ledger: Ledger): readonly string[] =>
  Object.entries(ledger.fields).flatMap(([id, { target }]) => (target?.ledger === 'organisation' ? [id] : []));

/** Every unit a record names, each once. */
export function unitsNamedIn(values: Values, fields: readonly string[]): readonly string[] {
  const named = fields.flatMap((field) => {
    const value = values[field];
    if (typeof value === 'string') return [value];
    return Array.isArray(value) ? value.filter((one): one is string => typeof one === 'string') : [];
  });
  return [...new Set(named)];
}

/** Records of a ledger that name one of the units. */
export function recordsAt(
  records: readonly LedgerRecord[],
  ledger: Ledger,
  units: ReadonlySet<string>,
): readonly LedgerRecord[] {
  const fields = unitFieldsOf(ledger);
  return records.filter(({ values }) => unitsNamedIn(values, fields).some((unit) => units.has(unit)));
}

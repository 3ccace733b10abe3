import type { Ledger } from '../../../shared/kit/ledger.ts';
import type { LedgerContext } from '../../../shared/kit/ledger-context.ts';
import type { LedgerRecord, Values } from '../../../shared/kit/values.ts';

export const record = (id: string, values: Values): LedgerRecord => ({ id, rev: 'a/1/1', values });

/** A context from a handful of records: `ledgerId` → records; parameters come from the records of `parameter`. */
export function contextOf(records: { readonly [ledgerId: string]: readonly LedgerRecord[] } = {}): LedgerContext {
  const rows = (ledgerId: string) => records[ledgerId] ?? [];
  const parameters = (group: string) => rows('parameter').filter((row) => row.values.group === group);
  return {
    today: '2026-11-23',
    operator: '测试员',
    calendar: { years: new Set(), rest: new Set(), worked: new Set() },
    parameter: (group, key) => {
      const value = parameters(group).find((row) => row.values.key === key)?.values.value;
      return typeof value === 'string' ? value : undefined;
    },
    parameterKeys: (group) => parameters(group).map((row) => String(row.values.key)),
    record: (ledgerId, id) => rows(ledgerId).find((row) => row.id === id),
    records: rows,
    nameOf: (ledgerId, id) => String(rows(ledgerId).find((row) => row.id === id)?.values.name ?? id),
  };
}

export const codesOf = (ledger: Ledger, values: Values, context: LedgerContext, id?: string): readonly string[] =>
  ledger.check(values, context, id).map((complaint) => complaint.code);

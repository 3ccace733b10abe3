import { isBlank } from './blank.ts';
import { codePointLength } from './code-points.ts';
import type { FieldSpec } from './fields.ts';
import { maskValue } from './format.ts';
import type { Ledger } from './ledger.ts';
import type { LedgerContext } from './ledger-context.ts';
import type { LedgerRecord, Value, Values } from './values.ts';

/**
 * A record that may be made from one of another ledger: a petition from a demand, a supervision from either. Declared by
 * the ledger it comes from; one whose target this version does not have is not offered.
 */
export type Successor = {
  /** Ledger of the new record. */
  readonly ledger: string;
  /** What the act is called: 转信访件. */
  readonly act: string;
  /** Field of the new record that refers back. */
  readonly field: string;
  /** What is taken over: field of the new record ← field of this one. */
  readonly copies: { readonly [targetField: string]: string };
  /** What it starts with whatever this record says: 来源 信访. */
  readonly sets?: Values;
};

/** Whether the rows of a ledger are cases: numbered, many, and called by their numbers. Other ledgers are registers of names. */
export const isCaseLedger = ({ numbering }: Pick<Ledger, 'numbering'>): boolean => numbering !== undefined;

/** What a case is called: its number, since its title may be a person's name; the masked title where it has none yet. */
export function caseName({ numbering, titleField, fields }: Ledger, { id, values }: LedgerRecord): string {
  const number = numbering && values[numbering.field];
  if (typeof number === 'string' && number !== '') return number;
  const field = fields[titleField];
  const title = field?.personal ? maskValue(values[titleField], field) : values[titleField];
  return typeof title === 'string' && title !== '' ? title : id;
}

/** A reference to a case: the field it stands in, the ledger and the record it points at. */
export type CaseReference = { readonly field: string; readonly ledger: string; readonly id: string };

/** What the values refer to among cases, in the order of the fields. Child rows are the record's own affair. */
export function caseReferences(
  { fields }: Ledger,
  values: Values,
  ledgerById: (ledgerId: string) => Ledger | undefined,
): readonly CaseReference[] {
  return Object.entries(fields).flatMap(([field, { target }]) => {
    const ledger = target && ledgerById(target.ledger);
    if (!ledger || !isCaseLedger(ledger)) return [];
    const value = values[field];
    const ids: readonly unknown[] = Array.isArray(value) ? value : [value];
    return ids.flatMap((id) => (typeof id === 'string' && id !== '' ? [{ field, ledger: ledger.id, id }] : []));
  });
}

const TEXTS: readonly FieldSpec['kind'][] = ['text', 'longText', 'code', 'phone', 'residentId'];

/** A value as another ledger's field takes it; undefined where that field would refuse it. */
function taken(value: Value, from: FieldSpec, to: FieldSpec): Value | undefined {
  if (from.kind === 'moment' && to.kind === 'date') return typeof value === 'string' ? value.slice(0, 10) : undefined;
  if (to.kind === 'choice') return to.options?.some((option) => option.value === value) ? value : undefined;
  if (TEXTS.includes(to.kind) && typeof value === 'string' && (TEXTS.includes(from.kind) || from.kind === 'choice')) {
    const { maxLength } = to;
    if (maxLength === undefined || codePointLength(value) <= maxLength) return value;
    return Array.from(value).slice(0, maxLength).join('');
  }
  const isSameTarget = from.target?.ledger === to.target?.ledger;
  return from.kind === to.kind && isSameTarget ? value : undefined;
}

/**
 * What a record made from another one starts with: the reference back, today as its business date, what is taken over.
 * Personal data goes into personal fields only, so that it stays masked where it was.
 */
export function successorValues(
  successor: Successor,
  source: Ledger,
  { id, values }: LedgerRecord,
  target: Ledger,
  { today }: Pick<LedgerContext, 'today'>,
): Values {
  const began = target.numbering?.yearFrom;
  const copied = Object.entries(successor.copies).flatMap(([field, fromField]) => {
    const from = source.fields[fromField];
    const to = target.fields[field];
    const value = values[fromField];
    if (!from || !to || value === undefined || isBlank(value) || (from.personal && !to.personal)) return [];
    const given = taken(value, from, to);
    return given === undefined ? [] : [[field, given] as const];
  });
  return {
    ...(began !== undefined && target.fields[began]?.kind === 'date' ? { [began]: today } : {}),
    ...Object.fromEntries(copied),
    ...successor.sets,
    [successor.field]: id,
  };
}

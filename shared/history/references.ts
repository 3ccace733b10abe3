import type { FieldSpec, FieldSpecs } from '../kit/fields.ts';
import { maskValue } from '../kit/format.ts';
import type { Ledger } from '../kit/ledger.ts';
import type { MarksOf } from '../kit/ledger-context.ts';
import { isRestricted } from '../kit/restricted.ts';
import type { LedgerRecord, Value, Values } from '../kit/values.ts';
import { childRows } from './child-rows.ts';
import type { OfficeState } from './office-state.ts';

/** A record that points at another, and by which field. */
export type Referrer = { readonly ledger: string; readonly id: string; readonly field: string };

export const recordKey = (ledger: string, id: string): string => `${ledger}/${id}`;

/**
 * Who points at these records now, by `recordKey` of the one pointed at. Ledgers without a field for the targets are not
 * looked at, and nothing is kept between calls: an index that cannot drift from the records.
 */
export function findReferrers(
  state: OfficeState,
  targets: ReadonlyMap<string, ReadonlySet<string>>,
): ReadonlyMap<string, readonly Referrer[]> {
  const found = new Map<string, Referrer[]>();
  for (const ledger of state.ledgers) {
    const fields = fieldsPointingAt(ledger, targets);
    if (fields.length === 0) continue;
    for (const record of state.table(ledger.id).records.values()) {
      for (const [field, spec] of fields) {
        const value = record.values[field];
        // Nearly every reference to a case is blank, and an edit's own panel asks this of 100,000 records.
        if (value === undefined) continue;
        eachReference(spec, value, (target, id) => {
          if (!targets.get(target)?.has(id)) return;
          const key = recordKey(target, id);
          const referrers = found.get(key) ?? [];
          if (referrers.length === 0) found.set(key, referrers);
          referrers.push({ ledger: ledger.id, id: record.id, field });
        });
      }
    }
  }
  return found;
}

/** What rows of a ledger are found by that point at others: the `recordKey` of each, of the target ledgers asked for only. */
export function referenceMarks(ledger: Ledger, targets: ReadonlyMap<string, unknown>): MarksOf {
  const fields = fieldsPointingAt(ledger, targets);
  return (values) => {
    const marks: string[] = [];
    for (const [field, spec] of fields) {
      eachReference(spec, values[field], (target, id) => {
        if (targets.has(target)) marks.push(recordKey(target, id));
      });
    }
    return marks;
  };
}

/** The fields by which a row points at one record; one with several such references is named several times. */
export function fieldsNaming(
  ledger: Ledger,
  values: Values,
  named: { readonly ledger: string; readonly id: string },
): readonly string[] {
  const fields: string[] = [];
  for (const [field, spec] of Object.entries(ledger.fields)) {
    eachReference(spec, values[field], (target, id) => {
      if (target === named.ledger && id === named.id) fields.push(field);
    });
  }
  return fields;
}

/** The references in a record's values: ledger and id of each. */
export function referencesIn(ledger: Ledger, values: Values): { readonly ledger: string; readonly id: string }[] {
  const references: { ledger: string; id: string }[] = [];
  for (const [field, spec] of Object.entries(ledger.fields)) {
    eachReference(spec, values[field], (target, id) => references.push({ ledger: target, id }));
  }
  return references;
}

/** Ids of the ledgers that rows of this one may point at. */
export function targetLedgers({ fields }: Pick<Ledger, 'fields'>): readonly string[] {
  const within = (specs: FieldSpecs): string[] =>
    Object.values(specs).flatMap(({ target, childFields }) => [
      ...(target ? [target.ledger] : []),
      ...(childFields ? within(childFields) : []),
    ]);
  return [...new Set(within(fields))];
}

/** A test of rows, made once for many: whether one points at any of these records, given by ledger. */
export function pointingTest(
  ledger: Ledger,
  targets: ReadonlyMap<string, ReadonlySet<string>>,
): (values: Values) => boolean {
  const fields = fieldsPointingAt(ledger, targets);
  return (values) =>
    fields.some(([field, spec]) => {
      const value = values[field];
      if (value === undefined) return false;
      let found = false;
      eachReference(spec, value, (target, id) => {
        found ||= targets.get(target)?.has(id) === true;
      });
      return found;
    });
}

/**
 * What the log's own words call a record: its number, or the beginning of its id. Never its title, which may name a
 * person: words of the log cannot be purged.
 */
export function logNameOf(ledger: Ledger, { id, values }: LedgerRecord): string {
  const number = ledger.numbering && values[ledger.numbering.field];
  return `${ledger.noun} ${typeof number === 'string' ? number : id.slice(0, 8)}`;
}

/**
 * What messages and lists of dates call a record: its number and its title, a person's name in stars; a restricted one
 * has its number alone.
 */
export function titleOf(ledger: Ledger | undefined, record: LedgerRecord | undefined): string {
  const isNamed = record !== undefined && !isRestricted(ledger, record.values);
  const field = ledger?.fields[ledger.titleField];
  const stored = ledger && isNamed ? record.values[ledger.titleField] : undefined;
  const title = field?.personal ? maskValue(stored, field) : stored;
  const number = ledger?.numbering && record?.values[ledger.numbering.field];
  const words = [...new Set([number, title])].filter((word) => typeof word === 'string' && word !== '');
  return words.length > 0 ? words.join(' ') : (record?.id ?? '');
}

const NAMED = 3;

/** The referrers in words, the first few by name: 准入申请“ZR-2026-0001 …”等 5 条. */
export function namesOf(
  state: OfficeState,
  referrers: readonly { readonly ledger: string; readonly id: string }[],
): string {
  const distinct = [...new Map(referrers.map((one) => [recordKey(one.ledger, one.id), one])).values()];
  const named = distinct.slice(0, NAMED).map(({ ledger: ledgerId, id }) => {
    const ledger = state.ledger(ledgerId);
    return `${ledger?.title ?? ledgerId}“${titleOf(ledger, state.table(ledgerId).records.get(id))}”`;
  });
  return named.join('、') + (distinct.length > NAMED ? ` 等 ${distinct.length} 条` : '');
}

function fieldsPointingAt(ledger: Ledger, targets: ReadonlyMap<string, unknown>): [string, FieldSpec][] {
  const points = (fields: FieldSpecs): [string, FieldSpec][] =>
    Object.entries(fields).filter(
      ([, spec]) =>
        (spec.target !== undefined && targets.has(spec.target.ledger)) ||
        (spec.childFields !== undefined && points(spec.childFields).length > 0),
    );
  return points(ledger.fields);
}

function eachReference(spec: FieldSpec, value: Value | undefined, visit: (ledger: string, id: string) => void): void {
  if (value === undefined) return;
  if (spec.kind === 'children') {
    for (const row of childRows(value)) {
      for (const [field, child] of Object.entries(spec.childFields ?? {})) eachReference(child, row[field], visit);
    }
  } else if (spec.target !== undefined) {
    for (const id of Array.isArray(value) ? value : [value]) {
      if (typeof id === 'string' && id !== '') visit(spec.target.ledger, id);
    }
  }
}

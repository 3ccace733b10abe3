import { isBlank } from './blank.ts';
import { codePointLength } from './code-points.ts';
import { rowsIn, textIn } from './field-values.ts';
import type { FieldSpec, FieldSpecs } from './fields.ts';
import { maskValue } from './format.ts';
import type { Ledger } from './ledger.ts';
import type { LedgerContext } from './ledger-context.ts';
import type { LedgerRecord, Value, Values } from './values.ts';

type Copies = { readonly [targetField: string]: string };

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
  readonly copies: Copies;
  /**
   * Made from one row of a child list: each decision of a meeting becomes a 督办 of its own. What is taken over from the row,
   * and the row's reference to what was made of it, which is written together with the new record.
   */
  readonly fromRow?: { readonly list: string; readonly link: string; readonly copies: Copies };
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

/** A reference to a case: the label of the field it stands in, the ledger and the record it points at. */
export type CaseReference = { readonly label: string; readonly ledger: string; readonly id: string };

/** What the values refer to among cases, child rows too, in the order of the fields. */
export function caseReferences(
  { fields }: Pick<Ledger, 'fields'>,
  values: Values,
  ledgerById: (ledgerId: string) => Ledger | undefined,
): readonly CaseReference[] {
  return Object.entries(fields).flatMap(([field, { label, target, childFields }]) => {
    if (childFields) {
      return rowsIn(values, field).flatMap((row) => caseReferences({ fields: childFields }, row, ledgerById));
    }
    const ledger = target && ledgerById(target.ledger);
    if (!ledger || !isCaseLedger(ledger)) return [];
    const value = values[field];
    const ids: readonly unknown[] = Array.isArray(value) ? value : [value];
    return ids.flatMap((id) => (typeof id === 'string' && id !== '' ? [{ label, ledger: ledger.id, id }] : []));
  });
}

/** What a record was made from: every record its fields name that its ledger says leads here. */
export function sourcesOf(
  { id: made }: Pick<Ledger, 'id'>,
  values: Values,
  ledgers: Iterable<Ledger>,
): readonly { readonly ledger: Ledger; readonly id: string }[] {
  return [...ledgers].flatMap((ledger) =>
    ledger.leadsTo.flatMap(({ ledger: successor, field }) => {
      const id = successor === made ? textIn(values, field) : '';
      return id === '' ? [] : [{ ledger, id }];
    }),
  );
}

/** One record that may be made now: from the whole record, or from a row of it that has none yet. */
export type WayOn = { readonly successor: Successor; readonly row?: { readonly id: string; readonly name: string } };

/** Everything that may be made from a record: a row that was already carried on is not offered again. */
export function waysOn({ leadsTo, fields }: Pick<Ledger, 'leadsTo' | 'fields'>, values: Values): readonly WayOn[] {
  return leadsTo.flatMap((successor): readonly WayOn[] => {
    const { fromRow } = successor;
    if (!fromRow) return [{ successor }];
    const rowFields = fields[fromRow.list]?.childFields ?? {};
    const named = Object.keys(rowFields).find((field) => rowFields[field]?.key);
    return rowsIn(values, fromRow.list)
      .filter((row) => isBlank(row[fromRow.link]))
      .map((row) => ({ successor, row: { id: row.id, name: named === undefined ? '' : textIn(row, named) } }));
  });
}

/** What of the source changes when a row was carried on: the row names the record made of it. */
export function rowCarriedOn({ fromRow }: Successor, { values }: LedgerRecord, rowId: string, made: string): Values {
  if (!fromRow) return {};
  const { list, link } = fromRow;
  return { [list]: rowsIn(values, list).map((row) => (row.id === rowId ? { ...row, [link]: made } : row)) };
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

/** What a record takes over, as its own fields hold it. Personal data goes into personal fields only, so that it stays masked. */
function copied(copies: Copies, fields: FieldSpecs, values: Values, target: Ledger): Values {
  const entries = Object.entries(copies).flatMap(([field, fromField]) => {
    const from = fields[fromField];
    const to = target.fields[field];
    const value = values[fromField];
    if (!from || !to || value === undefined || isBlank(value) || (from.personal && !to.personal)) return [];
    const given = taken(value, from, to);
    return given === undefined ? [] : [[field, given] as const];
  });
  return Object.fromEntries(entries);
}

/**
 * What a record made from another one, or from a row of it, starts with: the reference back, today as its business date,
 * what is taken over.
 */
export function successorValues(
  { field, copies, fromRow, sets }: Successor,
  source: Ledger,
  { id, values }: LedgerRecord,
  target: Ledger,
  { today }: Pick<LedgerContext, 'today'>,
  rowId?: string,
): Values {
  const began = target.numbering?.yearFrom;
  const row = fromRow && rowsIn(values, fromRow.list).find((one) => one.id === rowId);
  const rowFields = (fromRow && source.fields[fromRow.list]?.childFields) ?? {};
  return {
    ...(began !== undefined && target.fields[began]?.kind === 'date' ? { [began]: today } : {}),
    ...copied(copies, source.fields, values, target),
    ...(row ? copied(fromRow.copies, rowFields, row, target) : {}),
    ...sets,
    [field]: id,
  };
}

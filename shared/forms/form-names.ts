import { textIn } from '../kit/field-values.ts';
import type { Ledger } from '../kit/ledger.ts';
import type { LedgerContext } from '../kit/ledger-context.ts';
import type { LedgerRecord } from '../kit/values.ts';
import { foldHeader } from '../workbook/import/header-words.ts';
import type { LineSource } from './form-binding.ts';

/** Ledgers whose records may be the rows of a form, with the test for those that are. */
const UNITS = {
  communities: { ledger: 'organisation', is: ({ values }: LedgerRecord) => values.level === '社区' },
  departments: { ledger: 'department', is: () => true },
} as const;

export type UnitKind = keyof typeof UNITS;

export const UNIT_KINDS: readonly UnitKind[] = ['communities', 'departments'];

export const unitLedger = (kind: UnitKind): string => UNITS[kind].ledger;

/** One row a form may have: the record it is about (or the option, for rows by kind) and what it is called. */
export type FormUnit = { readonly id: string; readonly name: string };

type Units = Pick<LedgerContext, 'records' | 'nameOf'>;

/** The street a community lies in, where it is known: by what it stands under, else by the office whose it is. */
function streetOf(community: LedgerRecord, byId: ReadonlyMap<string, LedgerRecord>): string {
  const seen = new Set<string>();
  let at: LedgerRecord | undefined = community;
  while (at !== undefined && !seen.has(at.id)) {
    if (at.values.level === '街道') return textIn(at.values, 'name');
    seen.add(at.id);
    at = byId.get(textIn(at.values, 'parent'));
  }
  return textIn(byId.get(community.office ?? '')?.values ?? {}, 'name');
}

/**
 * Communities or departments of the office, as forms name them. Communities of several streets that share a name are
 * different places: they say whose they are.
 */
export function unitsOf(kind: UnitKind, context: Units): readonly FormUnit[] {
  const { ledger, is } = UNITS[kind];
  const records = context.records(ledger);
  const units = records.filter(is).map((record) => ({ record, name: context.nameOf(ledger, record.id) }));
  const counts = new Map<string, number>();
  for (const { name } of units) counts.set(foldHeader(name), (counts.get(foldHeader(name)) ?? 0) + 1);
  const byId = new Map(records.map((record) => [record.id, record]));
  return units.map(({ record, name }) => {
    const isShared = kind === 'communities' && (counts.get(foldHeader(name)) ?? 0) > 1;
    return { id: record.id, name: isShared ? `${streetOf(record, byId)}${name}` : name };
  });
}

/** A row's unit with all records it goes by. */
export type UnitOfRow = FormUnit & { readonly ids: readonly string[] };

/**
 * The units as rows of a form. A department that each of several merged offices has among its own is one row; communities
 * of one name are different places.
 */
export function rowUnitsOf(kind: UnitKind, context: Units): readonly UnitOfRow[] {
  const rows = new Map<string, UnitOfRow>();
  for (const unit of unitsOf(kind, context)) {
    const key = kind === 'departments' ? foldHeader(unit.name) : unit.id;
    const known = rows.get(key);
    rows.set(key, { ...(known ?? unit), ids: [...(known?.ids ?? []), unit.id] });
  }
  return [...rows.values()];
}

/**
 * What a row put in for a unit is called: a community by its whole name, as superiors write it, with its street before it
 * where it shares the name.
 */
export function rowName(kind: UnitKind, { id, name }: FormUnit, context: LedgerContext): string {
  const { ledger } = UNITS[kind];
  const own = kind === 'communities' && name === context.nameOf(ledger, id) ? context.record(ledger, id) : undefined;
  return textIn(own?.values ?? {}, 'name') || name;
}

/** The community a unit lies in, where it names a 小区 or 网格; every other unit is itself. */
export function communityOf(context: Pick<LedgerContext, 'record'>, unit: string): string {
  const seen = new Set<string>();
  for (let id = unit; id !== '' && !seen.has(id); ) {
    const record = context.record(UNITS.communities.ledger, id);
    if (record !== undefined && UNITS.communities.is(record)) return id;
    seen.add(id);
    id = textIn(record?.values ?? {}, 'parent');
  }
  return unit;
}

/**
 * Finds units by any name they go by: full, short, former, that with the street before it. More than one where several
 * communities share it.
 */
export function unitFinder(kind: UnitKind, context: LedgerContext): (name: string) => readonly UnitOfRow[] {
  const byName = new Map<string, Set<UnitOfRow>>();
  for (const unit of rowUnitsOf(kind, context)) {
    for (const id of unit.ids) {
      const values = context.record(UNITS[kind].ledger, id)?.values ?? {};
      const names = [textIn(values, 'name'), textIn(values, 'shortName'), ...textIn(values, 'aliases').split('、')];
      for (const name of [...names, context.nameOf(UNITS[kind].ledger, id), unit.name].map(foldHeader)) {
        if (name !== '') byName.set(name, (byName.get(name) ?? new Set()).add(unit));
      }
    }
  }
  return (name) => [...(byName.get(foldHeader(name)) ?? [])];
}

/** The field of a ledger that says which community or department a record belongs to. */
export const unitField = (kind: UnitKind, { fields }: Ledger): string | undefined =>
  Object.entries(fields).find(([, { target }]) => {
    if (target?.ledger !== UNITS[kind].ledger) return false;
    return kind === 'departments' || target.where === undefined || target.where.is.includes('社区');
  })?.[0];

export const isUnits = (lines: LineSource): lines is Extract<LineSource, { kind: UnitKind }> =>
  lines.kind === 'communities' || lines.kind === 'departments';

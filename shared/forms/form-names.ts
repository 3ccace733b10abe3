import type { Ledger } from '../kit/ledger.ts';
import type { LedgerContext } from '../kit/ledger-context.ts';
import { textIn } from '../kit/steps.ts';
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

/** Communities or departments of the office, as forms name them. */
export const unitsOf = (kind: UnitKind, context: Pick<LedgerContext, 'records' | 'nameOf'>): readonly FormUnit[] =>
  context
    .records(UNITS[kind].ledger)
    .filter(UNITS[kind].is)
    .map(({ id }) => ({ id, name: context.nameOf(UNITS[kind].ledger, id) }));

/** A row's unit with all records it goes by. */
export type UnitOfRow = FormUnit & { readonly ids: readonly string[] };

/**
 * The units as rows of a form. A department that each of several merged offices has among its own is one row; communities
 * of one name are different places.
 */
export function rowUnitsOf(kind: UnitKind, context: Pick<LedgerContext, 'records' | 'nameOf'>): readonly UnitOfRow[] {
  const rows = new Map<string, UnitOfRow>();
  for (const unit of unitsOf(kind, context)) {
    const key = kind === 'departments' ? foldHeader(unit.name) : unit.id;
    const known = rows.get(key);
    rows.set(key, { ...(known ?? unit), ids: [...(known?.ids ?? []), unit.id] });
  }
  return [...rows.values()];
}

/** Finds a unit by any name it goes by: full, short, former. */
export function unitFinder(kind: UnitKind, context: LedgerContext): (name: string) => FormUnit | undefined {
  const byName = new Map<string, FormUnit>();
  for (const { id, values } of context.records(UNITS[kind].ledger).filter(UNITS[kind].is)) {
    const unit = { id, name: context.nameOf(UNITS[kind].ledger, id) };
    const names = [textIn(values, 'name'), textIn(values, 'shortName'), ...textIn(values, 'aliases').split('、')];
    for (const name of [...names, unit.name]) {
      if (name !== '' && !byName.has(foldHeader(name))) byName.set(foldHeader(name), unit);
    }
  }
  return (name) => byName.get(foldHeader(name));
}

/** The field of a ledger that says which community or department a record belongs to. */
export const unitField = (kind: UnitKind, { fields }: Ledger): string | undefined =>
  Object.entries(fields).find(([, { target }]) => {
    if (target?.ledger !== UNITS[kind].ledger) return false;
    return kind === 'departments' || target.where === undefined || target.where.is.includes('社区');
  })?.[0];

export const isUnits = (lines: LineSource): lines is Extract<LineSource, { kind: UnitKind }> =>
  lines.kind === 'communities' || lines.kind === 'departments';

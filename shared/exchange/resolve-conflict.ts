import type { Change, ChildChange, FieldChange } from '../history/change.ts';
import { applyChildChanges, childRows, diffChildRows } from '../history/child-rows.ts';
import { withFields, withoutBlanks } from '../history/field-changes.ts';
import type { Ledger } from '../kit/ledger.ts';
import type { LedgerRecord, Value, Values } from '../kit/values.ts';
import type { Conflict, ConflictSide } from './merge-record.ts';
import { workflowFields } from './merge-units.ts';

/** A conflict and the side somebody chose. */
export type Decided = { readonly conflict: Conflict; readonly side: ConflictSide };

/**
 * The change by which one record takes the chosen sides. It writes every unit it decides, also where the value shown
 * already was the one chosen: it is the writing that decides.
 */
export function decidingChange(ledger: Ledger, record: LedgerRecord, decided: readonly Decided[]): Change {
  const { id, rev, values } = record;
  const whole = decided.find(({ conflict }) => conflict.unit.kind === 'record');
  if (whole?.side.gone) return { kind: 'delete', ledger: ledger.id, id, rev, values };
  const parts = decided.map(({ conflict, side }) => partOf(ledger, record, conflict, side));
  const fields: { [field: string]: FieldChange } = Object.assign({}, ...parts.map((part) => part.fields));
  const children: { [field: string]: readonly ChildChange[] } = {};
  for (const part of parts) {
    for (const [field, changes] of Object.entries(part.children))
      children[field] = [...(children[field] ?? []), ...changes];
  }
  if (!whole) return { kind: 'update', ledger: ledger.id, id, rev, fields, children };
  // What stands although it was deleted is written anew, whole.
  const lists = Object.entries(children).map(
    ([field, changes]) => [field, applyChildChanges(childRows(values[field]), changes)] as const,
  );
  const after = withoutBlanks({ ...withFields(values, fields), ...Object.fromEntries(lists) });
  return { kind: 'create', ledger: ledger.id, id, rev, values: after };
}

type Part = {
  readonly fields: { readonly [field: string]: FieldChange };
  readonly children: { readonly [field: string]: readonly ChildChange[] };
};

function partOf(ledger: Ledger, { values }: LedgerRecord, { unit }: Conflict, side: ConflictSide): Part {
  switch (unit.kind) {
    case 'record':
      return { fields: {}, children: {} };
    case 'field':
      return { fields: { [unit.field]: change(values[unit.field], side.values[unit.field]) }, children: {} };
    case 'row':
      return { fields: {}, children: { [unit.field]: [rowChange(values, unit, side)] } };
    case 'workflow':
      return workflowPart(ledger, values, side.values);
  }
}

function workflowPart(ledger: Ledger, now: Values, chosen: Values): Part {
  const fields: { [field: string]: FieldChange } = {};
  const children: { [field: string]: readonly ChildChange[] } = {};
  for (const field of workflowFields(ledger)) {
    if (ledger.fields[field]?.kind === 'children') {
      const changes = diffChildRows(childRows(now[field]), childRows(chosen[field]));
      if (changes.length > 0) children[field] = changes;
    } else if (now[field] !== undefined || chosen[field] !== undefined)
      fields[field] = change(now[field], chosen[field]);
  }
  return { fields, children };
}

function rowChange(
  now: Values,
  unit: { readonly field: string; readonly row: string },
  side: ConflictSide,
): ChildChange {
  const rows = childRows(now[unit.field]);
  const at = rows.findIndex(({ id }) => id === unit.row);
  const { id: _, ...old } = rows[at] ?? { id: unit.row };
  if (side.gone) return { kind: 'delete', id: unit.row, at: Math.max(0, at), values: old };
  if (at < 0) return { kind: 'create', id: unit.row, at: rows.length, values: side.values };
  const touched = new Set([...Object.keys(old), ...Object.keys(side.values)]);
  const fields = Object.fromEntries([...touched].map((field) => [field, change(old[field], side.values[field])]));
  return { kind: 'update', id: unit.row, fields };
}

const change = (before: Value | undefined, after: Value | undefined): FieldChange => ({
  ...(before === undefined ? {} : { before }),
  ...(after === undefined ? {} : { after }),
});

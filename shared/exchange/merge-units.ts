import type { Change } from '../history/change.ts';
import { childRows } from '../history/child-rows.ts';
import type { Ledger } from '../kit/ledger.ts';
import { STATE_FIELD, STEPS_FIELD } from '../kit/workflow.ts';

/**
 * What merges as one: a field; one row of a child list; where a case stands together with everything its acts decided;
 * whether the record is there at all.
 */
export type MergeUnit =
  | { readonly kind: 'field'; readonly field: string }
  | { readonly kind: 'row'; readonly field: string; readonly row: string }
  | { readonly kind: 'workflow' }
  | { readonly kind: 'record' };

/** Fields of a ledger that stand or fall with the state of the case. */
export function workflowFields(ledger: Ledger | undefined): ReadonlySet<string> {
  const { workflow, fields = {} } = ledger ?? {};
  if (!workflow) return new Set();
  const decisions = Object.entries(fields).flatMap(([fieldId, { decision }]) => (decision ? [fieldId] : []));
  const decided = Object.values(workflow.transitions).flatMap(({ decides = [] }) => decides);
  return new Set([STATE_FIELD, STEPS_FIELD, ...decisions, ...decided]);
}

/** Every unit but the record itself that a change names; what a creation leaves blank it writes too (`writes`). */
export function unitsOf(ledger: Ledger | undefined, change: Change): readonly MergeUnit[] {
  if (change.kind === 'delete') return [];
  const ofWorkflow = workflowFields(ledger);
  const unitsIn = (field: string, rows: readonly { readonly id: string }[] | undefined): readonly MergeUnit[] => {
    if (ofWorkflow.has(field)) return [{ kind: 'workflow' }];
    return rows ? rows.map(({ id }) => ({ kind: 'row', field, row: id })) : [{ kind: 'field', field }];
  };
  const isList = (field: string) => ledger?.fields[field]?.kind === 'children';
  const units =
    change.kind === 'create'
      ? Object.entries(change.values).map(([field, value]) =>
          unitsIn(field, isList(field) ? childRows(value) : undefined),
        )
      : [
          ...Object.keys(change.fields).map((field) => unitsIn(field, undefined)),
          ...Object.entries(change.children).map(([field, rows]) => unitsIn(field, rows)),
        ];
  return [...new Map(units.flat().map((unit) => [unitKey(unit), unit])).values()];
}

/** Whether a change writes a unit; a creation writes all of them, blank ones too. */
export function writes(change: Change, unit: MergeUnit, ofWorkflow: ReadonlySet<string>): boolean {
  if (change.kind !== 'update') return change.kind === 'create';
  switch (unit.kind) {
    case 'field':
      return unit.field in change.fields;
    case 'row':
      return change.children[unit.field]?.some(({ id }) => id === unit.row) === true;
    case 'workflow':
      return [...Object.keys(change.fields), ...Object.keys(change.children)].some((field) => ofWorkflow.has(field));
    case 'record':
      return false;
  }
}

/** A unit's name, the same on every PC. */
export function unitKey(unit: MergeUnit): string {
  if (unit.kind === 'field') return `field ${unit.field}`;
  return unit.kind === 'row' ? `row ${unit.field} ${unit.row}` : unit.kind;
}

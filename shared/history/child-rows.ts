import type { ChildRow, Value, Values } from '../kit/values.ts';
import type { ChildChange, FieldChange } from './change.ts';
import { changedFields, withFields } from './field-changes.ts';

/** The rows of a child list; [] where it is blank. */
export function childRows(value: Value | undefined): readonly ChildRow[] {
  return Array.isArray(value) ? value.filter(isChildRow) : [];
}

const isChildRow = (one: unknown): one is ChildRow => typeof one === 'object' && one !== null && 'id' in one;

/**
 * What turns one child list into another, row by row. Rows keep their order, so one that moved is taken out and put in
 * again under its id. Rows of `after` need ids already.
 */
export function diffChildRows(before: readonly ChildRow[], after: readonly ChildRow[]): ChildChange[] {
  const places = new Map(before.map((row, at) => [row.id, at]));
  const kept = new Set<string>();
  let last = -1;
  for (const { id } of after) {
    const place = places.get(id) ?? -1;
    if (place <= last) continue;
    kept.add(id);
    last = place;
  }
  const changes: ChildChange[] = [];
  for (const [at, row] of before.entries()) {
    if (!kept.has(row.id)) changes.push({ kind: 'delete', id: row.id, at, values: valuesOf(row) });
  }
  for (const row of after) {
    const old = before[places.get(row.id) ?? -1];
    if (!kept.has(row.id) || old === undefined) continue;
    const fields = changedFields(valuesOf(old), valuesOf(row));
    if (Object.keys(fields).length > 0) changes.push({ kind: 'update', id: row.id, fields });
  }
  for (const [at, row] of after.entries()) {
    if (!kept.has(row.id)) changes.push({ kind: 'create', id: row.id, at, values: valuesOf(row) });
  }
  return changes;
}

/** The list after the changes: rows taken out, then changed, then put in from the front, each at its place. */
export function applyChildChanges(rows: readonly ChildRow[], changes: readonly ChildChange[]): readonly ChildRow[] {
  const gone = new Set(changes.flatMap((change) => (change.kind === 'delete' ? [change.id] : [])));
  const updates = new Map(changes.flatMap((change) => (change.kind === 'update' ? [[change.id, change.fields]] : [])));
  const result = rows
    .filter((row) => !gone.has(row.id))
    .map((row) => {
      const fields = updates.get(row.id);
      return fields ? rowOf(row.id, withFields(valuesOf(row), fields)) : row;
    });
  const added = changes.filter((change) => change.kind === 'create').sort((a, b) => a.at - b.at);
  for (const { id, at, values } of added) result.splice(at, 0, rowOf(id, values));
  return result;
}

/** The changes that take these back. */
export const invertChildChanges = (changes: readonly ChildChange[]): ChildChange[] =>
  changes.map((change) => {
    if (change.kind === 'update') return { ...change, fields: invertFields(change.fields) };
    return { ...change, kind: change.kind === 'create' ? 'delete' : 'create' };
  });

/** Field changes with both sides swapped. */
export const invertFields = (fields: { readonly [fieldId: string]: FieldChange }): { [fieldId: string]: FieldChange } =>
  Object.fromEntries(
    Object.entries(fields).map(([fieldId, { before, after }]) => [
      fieldId,
      { ...(after === undefined ? {} : { before: after }), ...(before === undefined ? {} : { after: before }) },
    ]),
  );

const valuesOf = ({ id: _, ...values }: ChildRow): Values => values;
const rowOf = (id: string, values: Values): ChildRow => ({ ...values, id });

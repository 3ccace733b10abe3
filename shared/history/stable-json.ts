import type { Value, Values } from '../kit/values.ts';
import type { Change, ChildChange, FieldChange } from './change.ts';

/**
 * The JSON of a change: envelope keys in the order of its type, field ids sorted, blanks left out. The same change is
 * the same text on every installation, whatever order a form or a sheet filled its fields in.
 */
export function changeJson(change: Change): string {
  const { kind, ledger, id, rev } = change;
  if (kind !== 'update') return JSON.stringify({ kind, ledger, id, rev, values: sortedValues(change.values) });
  const children = mapSorted(change.children, (changes) => changes.map(orderedChildChange));
  return JSON.stringify({ kind, ledger, id, rev, fields: mapSorted(change.fields, orderedFieldChange), children });
}

/** The fields of a record in a fixed order, child rows and attachments too. The same object where they stand in it. */
export const sortedValues = (values: Values): Values => (isSorted(values) ? values : mapSorted(values, sortedValue));

/** Whether the fields stand in their order already, none blank and none a list of rows: nearly every record of a sheet. */
function isSorted(values: Values): boolean {
  let before: string | undefined;
  for (const fieldId of Object.keys(values)) {
    const value = values[fieldId];
    if (value === undefined || Array.isArray(value) || (before !== undefined && fieldId < before)) return false;
    before = fieldId;
  }
  return true;
}

/**
 * Two sets of fields in their fixed order; what stands in both is taken from the second. An import's 100,000 records are
 * made so: they are written down as they stand in memory, and are as small there as those read back.
 */
export function joinedInOrder(values: Values, more: Values): Values {
  const joined: { [fieldId: string]: Value | undefined } = {};
  for (const fieldId of [...Object.keys(values), ...Object.keys(more)].sort()) {
    joined[fieldId] = more[fieldId] ?? values[fieldId];
  }
  // A copy, because the engine keeps an object that was filled key by key as a table of three times the size.
  return { ...joined };
}

function sortedValue<V>(value: V): V {
  if (!Array.isArray(value)) return value;
  // Rows and attachments come back with the same keys, only in order.
  return value.map((item) => (typeof item === 'object' && item !== null ? mapSorted(item, (v) => v) : item)) as V;
}

function orderedFieldChange({ before, after }: FieldChange): FieldChange {
  return {
    ...(before === undefined ? {} : { before: sortedValue(before) }),
    ...(after === undefined ? {} : { after: sortedValue(after) }),
  };
}

function orderedChildChange(change: ChildChange): ChildChange {
  const { kind, id } = change;
  if (kind === 'update') return { kind, id, fields: mapSorted(change.fields, orderedFieldChange) };
  return { kind, id, at: change.at, values: sortedValues(change.values) };
}

function mapSorted<V, W>(from: { readonly [key: string]: V }, map: (value: V) => W): { [key: string]: W } {
  const to: { [key: string]: W } = {};
  for (const key of Object.keys(from).sort()) {
    const value = from[key];
    if (value !== undefined) to[key] = map(value);
  }
  return to;
}

import type { Values } from '../kit/values.ts';
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

/** The fields of a record in a fixed order, child rows and attachments too. */
export const sortedValues = (values: Values): Values => mapSorted(values, sortedValue);

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

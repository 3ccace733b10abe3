import type { Ledger } from '../kit/ledger.ts';
import type { Value, Values } from '../kit/values.ts';
import type { Change, FieldChange } from './change.ts';

/**
 * A change as today's declaration reads it. The log keeps what was written; replay, history and undo read it through
 * the ledger's `upcast`, an update's two sides each on its own. Ledgers this version does not know pass as they are.
 */
export function upcastChange(change: Change, ledger: Ledger | undefined, version: number | undefined): Change {
  if (!ledger || version === undefined || version >= ledger.version) return change;
  if (change.kind !== 'update') return { ...change, values: ledger.upcast(change.values, version) };
  const before = ledger.upcast(side(change.fields, 'before'), version);
  const after = ledger.upcast(side(change.fields, 'after'), version);
  const fields: { [fieldId: string]: FieldChange } = {};
  for (const fieldId of new Set([...Object.keys(change.fields), ...Object.keys(before), ...Object.keys(after)])) {
    const old = before[fieldId];
    const now = after[fieldId];
    fields[fieldId] = { ...(old === undefined ? {} : { before: old }), ...(now === undefined ? {} : { after: now }) };
  }
  return { ...change, fields };
}

function side(fields: { readonly [fieldId: string]: FieldChange }, which: 'before' | 'after'): Values {
  const values: { [fieldId: string]: Value } = {};
  for (const [fieldId, field] of Object.entries(fields)) {
    const value = field[which];
    if (value !== undefined) values[fieldId] = value;
  }
  return values;
}

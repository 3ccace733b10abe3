import { isBlank } from '../kit/blank.ts';
import { isSame } from '../kit/is-same.ts';
import type { Value, Values } from '../kit/values.ts';
import type { FieldChange } from './change.ts';

type FieldChanges = { readonly [fieldId: string]: FieldChange };

/** Before and after of every field that differs. A blank is no value: absent and '' are the same. */
export function changedFields(before: Values, after: Values): { [fieldId: string]: FieldChange } {
  const fields: { [fieldId: string]: FieldChange } = {};
  for (const fieldId of new Set([...Object.keys(before), ...Object.keys(after)])) {
    const old = filled(before[fieldId]);
    const now = filled(after[fieldId]);
    if (isSame(old, now)) continue;
    fields[fieldId] = { ...(old === undefined ? {} : { before: old }), ...(now === undefined ? {} : { after: now }) };
  }
  return fields;
}

/** The values with the `after` side of the changes in place. */
export function withFields(values: Values, fields: FieldChanges): Values {
  const result: { [fieldId: string]: Value | undefined } = { ...values };
  for (const [fieldId, { after }] of Object.entries(fields)) {
    if (after === undefined) delete result[fieldId];
    else result[fieldId] = after;
  }
  return result;
}

/** The values without blank fields: a blank is absent, never null and never ''. The same object where none is blank. */
export function withoutBlanks(values: Values): Values {
  if (!Object.keys(values).some((fieldId) => isBlank(values[fieldId]))) return values;
  const kept: { [fieldId: string]: Value } = {};
  for (const fieldId of Object.keys(values)) {
    const value = filled(values[fieldId]);
    if (value !== undefined) kept[fieldId] = value;
  }
  return kept;
}

const filled = (value: Value | undefined): Value | undefined => (isBlank(value) ? undefined : value);

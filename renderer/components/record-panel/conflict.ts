import type { Value, Values } from '../../../shared/kit/values.ts';
import { STEPS_FIELD } from '../../../shared/kit/workflow.ts';
import { saysSame } from '../record-form/says-same.ts';

/** A field that somebody else changed while it, or the form around it, was being typed over. */
export type ConflictField = {
  readonly field: string;
  readonly stored: Value | undefined;
  /** What is typed here; absent where the clerk left the field alone, then what is stored simply stands. */
  readonly mine?: { readonly value: Value | undefined };
};

/**
 * What changed in the record since the form began with `base`, with what is typed over it; those typed over first. The
 * timeline is left out: it only grows. A field both sides gave the same value is no conflict.
 */
export function conflictFields(base: Values, stored: Values, typed: Values): readonly ConflictField[] {
  const ids = new Set([...Object.keys(base), ...Object.keys(stored)]);
  const changed = [...ids].filter((field) => field !== STEPS_FIELD && !saysSame(base[field], stored[field]));
  const isTypedOver = (field: string) => !saysSame(stored[field], typed[field]);
  return [
    ...changed.filter(isTypedOver).map((field) => ({ field, stored: stored[field], mine: { value: typed[field] } })),
    ...changed.filter((field) => !isTypedOver(field)).map((field) => ({ field, stored: stored[field] })),
  ];
}

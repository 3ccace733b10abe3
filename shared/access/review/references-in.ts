import type { Values } from '../../kit/values.ts';

/** The ids a list of references holds, [] where it is blank. */
export function referencesIn(values: Values, fieldId: string): readonly string[] {
  const value = values[fieldId];
  return Array.isArray(value) ? value.filter((id): id is string => typeof id === 'string') : [];
}

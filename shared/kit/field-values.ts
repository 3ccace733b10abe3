import type { ChildRow, Values } from './values.ts';

/** The text a field holds, '' where it is blank or no text. */
export const textIn = (values: Values, fieldId: string): string => {
  const value = values[fieldId];
  return typeof value === 'string' ? value : '';
};

const isRow = (value: unknown): value is ChildRow => typeof value === 'object' && value !== null && 'id' in value;

/** The rows of a child list, [] where it is blank. */
export function rowsIn(values: Values, fieldId: string): readonly ChildRow[] {
  const value = values[fieldId];
  return Array.isArray(value) ? value.filter(isRow) : [];
}

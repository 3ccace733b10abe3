import type { Value, Values } from '../kit/values.ts';

/** A text field, '' where blank. */
export const textOf = (values: Values, fieldId: string): string => {
  const value = values[fieldId];
  return typeof value === 'string' ? value.trim() : '';
};

/** Everything written in a text or in the texts of child rows: 法律依据 is typed as one cell or as rows. */
export function writtenText(value: Value | undefined): string {
  if (typeof value === 'string') return value.trim();
  if (!Array.isArray(value)) return '';
  return value
    .map((row: unknown) => {
      if (typeof row === 'string') return row;
      if (typeof row !== 'object' || row === null) return '';
      return Object.entries(row)
        .filter(([key, cell]) => key !== 'id' && typeof cell === 'string')
        .map(([, cell]) => cell)
        .join(' ');
    })
    .join(';')
    .trim();
}

import { type FieldSpec, isNumeric } from '../../../shared/kit/fields.ts';
import type { CopiedCell } from './copied-table.ts';

/** A cell as it is copied: numbers and days may be read as such where they are pasted, everything else stays a text. */
export const copiedCell = (field: FieldSpec, text: string): CopiedCell => ({
  text,
  isText: !isNumeric(field) && field.kind !== 'date',
});

import type { FieldSpec } from '../../../shared/kit/fields.ts';
import { moneyDigits } from '../../../shared/kit/format-money.ts';
import { minuteWords } from '../../../shared/kit/moment-words.ts';
import type { Value } from '../../../shared/kit/values.ts';

/** A value as it is typed again: money in the column's unit, a moment without its seconds. */
export function typedText(value: Value | undefined, field: FieldSpec): string {
  if (value === undefined || typeof value === 'object') return '';
  if (field.kind === 'money' && typeof value === 'number') return moneyDigits(value, field.unit ?? '元');
  if (field.kind === 'moment') return minuteWords(String(value));
  return String(value);
}

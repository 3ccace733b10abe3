import { textIn } from '../../../../shared/kit/field-values.ts';
import type { Values } from '../../../../shared/kit/values.ts';

/** Days are counted with 个: 15 个工作日, but 24 小时. */
const COUNTED = ['工作日', '自然日'];

/** The value of a parameter with its unit, as it is read aloud. */
export function valueWords(values: Values): string {
  const unit = textIn(values, 'unit');
  return [textIn(values, 'value'), COUNTED.includes(unit) ? `个${unit}` : unit].filter((word) => word !== '').join(' ');
}

import { textIn } from '../kit/field-values.ts';
import type { Values } from '../kit/values.ts';

/** Whether two operators of one name work at the same time: the log names them by name alone and could not tell them apart. */
export function sharesName(one: Values, other: Values): boolean {
  const endsBefore = (a: Values, b: Values) => {
    const until = textIn(a, 'offFrom');
    return until !== '' && until <= textIn(b, 'onFrom');
  };
  return textIn(one, 'name') === textIn(other, 'name') && !endsBefore(one, other) && !endsBefore(other, one);
}

import { isBlank } from '../../../shared/kit/blank.ts';
import type { Value } from '../../../shared/kit/values.ts';

/**
 * Whether two values of a form say the same: however a field is blank, and whether a cell of a child row was emptied or
 * never filled.
 */
export const saysSame = (left: Value | undefined, right: Value | undefined): boolean =>
  left === right || (isBlank(left) && isBlank(right)) || JSON.stringify(left) === JSON.stringify(right);

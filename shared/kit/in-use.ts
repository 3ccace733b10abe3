import type { Day, Values } from './values.ts';

/** Whether what a register names was withdrawn by a day: 停用日期 is the first day without it. */
export const isWithdrawn = ({ offFrom }: Values, on: Day): boolean => typeof offFrom === 'string' && offFrom <= on;

/**
 * Whether what a register names is in use on a day: not switched off (在用), begun, and not withdrawn: units, departments,
 * operators.
 */
export function isInUse(values: Values, on: Day): boolean {
  const { inUse, onFrom } = values;
  return inUse !== false && !(typeof onFrom === 'string' && onFrom > on) && !isWithdrawn(values, on);
}

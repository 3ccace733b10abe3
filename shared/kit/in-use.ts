import type { Day, Values } from './values.ts';

/**
 * Whether what a register names is in use on a day: not switched off (在用), begun, and not yet ended; 停用日期 is the first
 * day without it. Withdrawn units, departments merged away and operators who left are not found by name any more.
 */
export function isInUse({ inUse, onFrom, offFrom }: Values, on: Day): boolean {
  if (inUse === false) return false;
  return !(typeof onFrom === 'string' && onFrom > on) && !(typeof offFrom === 'string' && offFrom <= on);
}

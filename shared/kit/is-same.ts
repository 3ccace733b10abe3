type Members = { readonly [key: string]: unknown };

const hasMembers = (value: unknown): value is Members => typeof value === 'object' && value !== null;

/** Whether two plain values say the same: texts, numbers, lists and objects of them, whatever the order of their keys. */
export function isSame(left: unknown, right: unknown): boolean {
  if (left === right) return true;
  if (!hasMembers(left) || !hasMembers(right)) return false;
  const keys = Object.keys(left);
  if (keys.length !== Object.keys(right).length) return false;
  return keys.every((key) => key in right && isSame(left[key], right[key]));
}

import type { Values } from '../kit/values.ts';

/**
 * A wish as the public may see it: under its alias (微心愿 of children and poor households are published so), nothing of
 * one that is 不公开. Without an alias there is no name at all; 实名 keeps the name, and the stars every public list has.
 */
export function publishedWish(values: Values): Values | undefined {
  if (values.publicity === '不公开') return undefined;
  return values.publicity === '实名' ? values : { ...values, name: values.publicName };
}

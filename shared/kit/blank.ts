import type { Value } from './values.ts';

/** Blank is absent, empty or nothing but spaces; 0 and 否 are answers. */
export const isBlank = (value: Value | undefined): boolean =>
  value === undefined ||
  (typeof value === 'string' && value.trim() === '') ||
  (Array.isArray(value) && value.length === 0);

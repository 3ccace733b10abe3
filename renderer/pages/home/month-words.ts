import type { Month } from '../../../shared/kit/values.ts';

/** A month without its year, as a clerk says it: 3月. */
export const monthWords = (month: Month): string => `${Number(month.slice(5))}月`;

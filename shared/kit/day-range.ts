import type { Day } from './values.ts';

/** Days from..to, both included: the period of a report. */
export type DayRange = { readonly from: Day; readonly to: Day };

/** Whether a day lies in the range; a blank day lies in none. */
export const isWithin = (day: Day, range: DayRange): boolean => day !== '' && day >= range.from && day <= range.to;

import { isDay } from '../../../shared/kit/day.ts';
import { PERIOD_KINDS, type Period, type PeriodKind, periodOf } from '../../../shared/kit/period.ts';
import type { Day } from '../../../shared/kit/values.ts';

/** The kind an address names, or the usual one. */
export const kindOf = (text: string | undefined, usual: PeriodKind): PeriodKind =>
  PERIOD_KINDS.find(({ kind }) => kind === text)?.kind ?? usual;

/** The period an address names by its kind and a day in it; where it names none, the usual one that today lies in. */
export const periodIn = (kind: string | undefined, day: string | undefined, usual: PeriodKind, today: Day): Period =>
  periodOf(kindOf(kind, usual), day !== undefined && isDay(day) ? day : today);

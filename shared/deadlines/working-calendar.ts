import type { Day } from '../kit/values.ts';

/**
 * Which days are worked. Weekends rest unless `worked` names them (调休 make-up days); weekdays are worked unless
 * `rest` names them. A year absent from `years` counts weekends only, and results that touch it are marked.
 */
export type WorkingCalendar = {
  readonly years: ReadonlySet<number>;
  readonly rest: ReadonlySet<Day>;
  readonly worked: ReadonlySet<Day>;
};

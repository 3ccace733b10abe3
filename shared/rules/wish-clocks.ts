import type { ClockDefinition } from '../deadlines/clock.ts';
import { dateClock } from './date-clock.ts';

/** The day the claimer promised; nobody else sets one. */
export const wishClocks: readonly ClockDefinition[] = [
  dateClock({
    id: 'XY1',
    title: '承诺完成',
    unit: 'calendarDays',
    from: 'claimedOn',
    until: ['doneOn'],
    due: { field: 'promiseOn', why: '认领时承诺的日期' },
    basis: '认领单位承诺的完成日期',
    inferred: false,
  }),
];

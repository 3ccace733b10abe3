import type { ClockDefinition } from '../deadlines/clock.ts';
import { STATE_FIELD } from '../kit/workflow.ts';
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
    // Nobody waits for a wish that was cancelled.
    applies: (values) => values[STATE_FIELD] !== 'CANCELLED',
    basis: '认领单位承诺的完成日期',
    inferred: false,
  }),
];

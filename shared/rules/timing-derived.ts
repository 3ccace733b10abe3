import { type ClockReading, RUNGS } from '../deadlines/clock.ts';
import { clockWords, dueWords } from '../deadlines/clock-words.ts';
import { choice, type FieldMap, text } from '../kit/fields.ts';
import type { Values } from '../kit/values.ts';

/** Computed columns of a ledger whose cases have one limit that counts. */
export const timingFields: FieldMap = {
  deadline: text('办理期限').automatic().width(14).help('来件写明或批准延期的，否则按时限规则推算'),
  timing: text('时限情况').automatic().width(14),
  warning: choice('预警', RUNGS).automatic().width(8),
};

/** Until when, how it stands, and how far the ladder of warnings was climbed: the last of what is in hand only. */
export function timingValues(reading: ClockReading | undefined): Values {
  if (reading === undefined) return {};
  const isOver = reading.level === 'met' || reading.level === 'missed';
  return {
    deadline: dueWords(reading),
    timing: clockWords(reading),
    ...(isOver ? {} : { warning: reading.rung }),
  };
}

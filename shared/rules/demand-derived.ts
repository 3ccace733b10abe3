import { RUNGS } from '../deadlines/clock.ts';
import { clockWords, dueWords } from '../deadlines/clock-words.ts';
import { choice, type FieldMap, specsOf, text } from '../kit/fields.ts';
import type { DerivedFields } from '../kit/ledger.ts';
import { handlingReading } from './demand-clocks.ts';

const fields: FieldMap = {
  deadline: text('办理期限').automatic().width(14).help('来件写明或批准延期的，否则按办理时限类型推算'),
  timing: text('时限情况').automatic().width(14),
  warning: choice('预警', RUNGS).automatic().width(8),
};

/** Until when, how it stands, and how far the ladder of warnings was climbed: of what is in hand only. */
export const demandDerived: DerivedFields = {
  fields: specsOf(fields),
  compute: (record, context) => {
    if (record.values.returned === true) return {};
    const reading = handlingReading(record, context);
    if (reading === undefined) return {};
    const running = reading.level !== 'met' && reading.level !== 'missed';
    return {
      deadline: dueWords(reading),
      timing: clockWords(reading),
      ...(running ? { warning: reading.rung } : {}),
    };
  },
};

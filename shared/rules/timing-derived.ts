import { type ClockDefinition, type ClockReading, RUNGS } from '../deadlines/clock.ts';
import { clockWords, dueWords } from '../deadlines/clock-words.ts';
import { mostPressing, readClocks } from '../deadlines/read-clock.ts';
import { choice, type FieldMap, specsOf, text } from '../kit/fields.ts';
import type { DerivedFields } from '../kit/ledger.ts';
import type { LedgerContext } from '../kit/ledger-context.ts';
import type { LedgerRecord, Values } from '../kit/values.ts';

/** Computed columns of a ledger whose cases have one limit that counts. */
export const timingFields: FieldMap = {
  deadline: text('办理期限').automatic().width(18).help('来件写明或批准延期的，否则按时限规则推算'),
  timing: text('时限情况').automatic().width(20),
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

/** The limit a case is judged by once none runs any more. */
type Judged = (record: LedgerRecord, context: LedgerContext) => ClockReading | undefined;

/** The same for a ledger whose clocks take turns: of those that run the one that ends first, by its name. */
export const timingDerived = (clocks: readonly ClockDefinition[], judged: Judged): DerivedFields => ({
  fields: specsOf(
    clocks.length > 1 ? { ...timingFields, timing: text('时限情况').automatic().width(24) } : timingFields,
  ),
  restsOn: [],
  compute: (record, context) => {
    // Lists compute this for every row: what stopped is not counted through again.
    const open = clocks.filter(({ runs }) => runs(record, context).some(({ stoppedOn }) => stoppedOn === undefined));
    const running = mostPressing(readClocks(open, record, context));
    const values = timingValues(running ?? judged(record, context));
    return running && clocks.length > 1 ? { ...values, timing: `${running.title} ${values.timing}` } : values;
  },
});

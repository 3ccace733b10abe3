import type { ClockDefinition, ClockRun, ClockUnit } from '../deadlines/clock.ts';
import { LIMITS_GROUP } from '../deadlines/limit.ts';
import { textIn } from '../kit/field-values.ts';
import type { LedgerRecord, Values } from '../kit/values.ts';

/** A limit that begins with the day in one field and ends with the day in another. */
export type DateClock = {
  readonly id: string;
  readonly title: string;
  readonly unit: ClockUnit;
  /** Parameter of the group 时限 and the shipped number of units; absent where only a day that somebody wrote counts. */
  readonly limit?: { readonly key: string; readonly otherwise: number };
  readonly from: string;
  /** The clock stops with the first of these fields that is filled. */
  readonly until: readonly string[];
  /** A last day that somebody with the right to it wrote into a field replaces the counted one. */
  readonly due?: { readonly field: string; readonly why: string };
  /** False where the record is of another kind; it then has no such limit. */
  readonly applies?: (values: Values) => boolean;
  readonly basis: string;
  readonly inferred: boolean;
};

function runOf(clock: DateClock, values: Values): readonly ClockRun[] {
  const startedOn = textIn(values, clock.from);
  const due = clock.due === undefined ? '' : textIn(values, clock.due.field);
  if (startedOn === '' || (clock.limit === undefined && due === '') || clock.applies?.(values) === false) return [];
  const stops = clock.until.map((field) => textIn(values, field)).filter((day) => day !== '');
  const stoppedOn = stops.toSorted()[0];
  return [
    {
      startedOn,
      ...(stoppedOn === undefined ? {} : { stoppedOn }),
      ...(clock.due === undefined || due === '' ? {} : { due: { on: due, why: clock.due.why } }),
      pauses: [],
      round: 1,
    },
  ];
}

/** The definition of such a clock; the limits are those of the day it began. */
export const dateClock = (clock: DateClock): ClockDefinition => ({
  id: clock.id,
  title: clock.title,
  unit: clock.unit,
  limit: { group: LIMITS_GROUP, ...(clock.limit ?? { key: clock.id, otherwise: 0 }) },
  bindsOn: (record: LedgerRecord) => textIn(record.values, clock.from) || undefined,
  runs: (record) => runOf(clock, record.values),
  ladder: 'usual',
  basis: clock.basis,
  inferred: clock.inferred,
});

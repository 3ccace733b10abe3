import type { LedgerContext } from '../kit/ledger-context.ts';
import type { Day, LedgerRecord } from '../kit/values.ts';
import type { ClockDefinition } from './clock.ts';
import { readClocks } from './read-clock.ts';

/** A running limit whose last day another calendar moved. */
export type MovedDueDate = {
  /** Id of the record. */
  readonly record: string;
  readonly clock: string;
  readonly clockTitle: string;
  readonly dueBefore: Day;
  readonly dueAfter: Day;
  /** True where the new day still rests on a year without holiday data: weekends alone were counted. */
  readonly uncertain: boolean;
};

/**
 * Which running limits end on another day under the calendar of `after` than under that of `before`, earliest new day
 * first. Limits that stopped are over: no later calendar judges them anew.
 */
export function movedDueDates(
  definitions: readonly ClockDefinition[],
  records: readonly LedgerRecord[],
  before: LedgerContext,
  after: LedgerContext,
): readonly MovedDueDate[] {
  const moved = records.flatMap((record): MovedDueDate[] => {
    const old = readClocks(definitions, record, before);
    return readClocks(definitions, record, after).flatMap((reading) => {
      // Told by what it is: a right that has lapsed under one calendar may still run under the other, so places differ.
      const same = old.find(({ clock, startedOn }) => clock === reading.clock && startedOn === reading.startedOn);
      const dueBefore = same?.dueOn ?? reading.dueOn;
      if (reading.stoppedOn !== undefined || dueBefore === reading.dueOn) return [];
      const { clock, title: clockTitle, dueOn: dueAfter, uncertain } = reading;
      return [{ record: record.id, clock, clockTitle, dueBefore, dueAfter, uncertain }];
    });
  });
  return moved.sort((a, b) => (a.dueAfter < b.dueAfter ? -1 : a.dueAfter > b.dueAfter ? 1 : 0));
}

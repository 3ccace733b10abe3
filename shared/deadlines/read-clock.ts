import { addDays, daysBetween } from '../kit/day.ts';
import type { LedgerContext } from '../kit/ledger-context.ts';
import type { Day, LedgerRecord } from '../kit/values.ts';
import type { ClockDefinition, ClockReading, ClockRun, ClockUnit } from './clock.ts';
import {
  addWorkingDays,
  isUncertain,
  nextWorkingDay,
  type WorkingCalendar,
  workingDaysBetween,
} from './working-calendar.ts';

/** What of the program a clock reads: today, the calendar and the dated parameters. */
type ClockContext = Pick<LedgerContext, 'today' | 'calendar' | 'parameter'>;

/** A pause with both ends: an open one is taken to last to the end of today. */
type Stretch = { readonly from: Day; readonly to: Day };

/** Pauses cannot move a due date more often than there are pauses; the bound only guards against endless typing errors. */
const MOST_MOVES = 100;

const unitsBetween = (calendar: WorkingCalendar, unit: ClockUnit, from: Day, to: Day): number =>
  unit === 'workingDays' ? workingDaysBetween(calendar, from, to) : daysBetween(from, to);

const earlier = (a: Day, b: Day): Day => (a < b ? a : b);
const later = (a: Day, b: Day): Day => (a > b ? a : b);

/** Units that fall into the pauses, of those counted in (start, end]. */
function pausedUnits(
  calendar: WorkingCalendar,
  unit: ClockUnit,
  pauses: readonly Stretch[],
  start: Day,
  end: Day,
): number {
  let units = 0;
  for (const { from, to } of pauses) {
    const after = later(addDays(from, -1), start);
    const last = earlier(addDays(to, -1), end);
    if (after < last) units += unitsBetween(calendar, unit, after, last);
  }
  return units;
}

/**
 * Last day of the limit. The start day is not counted (民法典 第二百零一条); paused days are not counted; calendar days
 * that end on a rest day end on the next working day (第二百零三条).
 */
function dueDay(
  calendar: WorkingCalendar,
  unit: ClockUnit,
  limit: number,
  start: Day,
  pauses: readonly Stretch[],
): Day {
  const after = (units: number) =>
    unit === 'workingDays' ? addWorkingDays(calendar, start, units) : addDays(start, units);
  let due = after(limit);
  for (let move = 0; move < MOST_MOVES; move += 1) {
    const moved = after(limit + pausedUnits(calendar, unit, pauses, start, due));
    if (moved === due) break;
    due = moved;
  }
  return unit === 'workingDays' ? due : nextWorkingDay(calendar, due);
}

/** Green, amber by the ladder, red when the due day is over; a stopped run is met or missed. */
function levelOf(
  { ladder }: ClockDefinition,
  run: ClockRun,
  reading: Pick<ClockReading, 'dueOn' | 'limit' | 'left' | 'used'>,
  today: Day,
): ClockReading['level'] {
  if (run.stoppedOn !== undefined) return run.stoppedOn > reading.dueOn ? 'missed' : 'met';
  if (run.pauses.some(({ from, to }) => from <= today && (to === undefined || today < to))) return 'paused';
  if (today > reading.dueOn) return 'red';
  if ('left' in ladder) return reading.left <= ladder.left ? 'amber' : 'green';
  return ladder.shares.some((share) => reading.used >= share * reading.limit) ? 'amber' : 'green';
}

function readRun(
  definition: ClockDefinition,
  limit: number,
  run: ClockRun,
  { today, calendar }: ClockContext,
): ClockReading {
  const { unit } = definition;
  const { startedOn, stoppedOn, round } = run;
  const end = stoppedOn ?? later(today, startedOn);
  const pauses = run.pauses.map(({ from, to }) => ({ from, to: to ?? addDays(end, 1) }));
  const dueOn = dueDay(calendar, unit, limit, startedOn, pauses);
  const running = (from: Day, to: Day) =>
    unitsBetween(calendar, unit, from, to) - pausedUnits(calendar, unit, pauses, from, to);
  const used = running(startedOn, end);
  // The evening of the due day is the end, even where the days after it are a weekend without a working day to count.
  const left = end > dueOn ? -Math.max(1, running(dueOn, end)) : running(end, dueOn);
  const reading = { dueOn, limit, left, used };
  return {
    clock: definition.id,
    title: definition.title,
    unit,
    ...reading,
    startedOn,
    ...(stoppedOn === undefined ? {} : { stoppedOn }),
    round,
    level: levelOf(definition, run, reading, today),
    basis: definition.basis,
    inferred: definition.inferred,
    uncertain: isUncertain(calendar, startedOn, later(dueOn, end)),
  };
}

/**
 * Reads every run of one clock of a record, oldest first; [] where it never started. The limit is the parameter in force
 * on the day that binds the record (a case keeps the limit of the day it was accepted), else the shipped one. `used`
 * and `left` are in the clock's unit.
 */
export function readClock(definition: ClockDefinition, record: LedgerRecord, context: LedgerContext): ClockReading[] {
  const runs = definition.runs(record, context);
  return runs.map((run) => {
    const { group, key, otherwise } = definition.limit;
    const written = Number(context.parameter(group, key, definition.bindsOn(record) ?? run.startedOn) ?? otherwise);
    const limit = Number.isInteger(written) && written >= 0 ? written : otherwise;
    return readRun(definition, limit, run, context);
  });
}

/** Readings of all clocks of a ledger for one record. */
export const readClocks = (
  definitions: readonly ClockDefinition[],
  record: LedgerRecord,
  context: LedgerContext,
): ClockReading[] => definitions.flatMap((definition) => readClock(definition, record, context));

/** The running clock that ends first, or undefined where none runs. A paused one counts only where no other runs. */
export function mostPressing(readings: readonly ClockReading[]): ClockReading | undefined {
  const running = readings.filter((reading) => reading.stoppedOn === undefined);
  const moving = running.filter((reading) => reading.level !== 'paused');
  return (moving.length > 0 ? moving : running).reduce<ClockReading | undefined>(
    (first, reading) => (first === undefined || reading.dueOn < first.dueOn ? reading : first),
    undefined,
  );
}

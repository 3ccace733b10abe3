import { countsSo, REST_DAY_MOVES } from '../kit/counting-rules.ts';
import { addDays, daysBetween } from '../kit/day.ts';
import type { LedgerContext } from '../kit/ledger-context.ts';
import type { Day, LedgerRecord } from '../kit/values.ts';
import type { ClockDefinition, ClockReading, ClockRun, ClockUnit, Rung } from './clock.ts';
import { levelOfRung, rungOf } from './ladder.ts';
import { limitInForce } from './limit.ts';
import { readHours } from './read-hours.ts';
import {
  addWorkingDays,
  isUncertain,
  nextWorkingDay,
  type WorkingCalendar,
  workingDaysBetween,
} from './working-calendar.ts';

/** What of the program a clock reads: the day and the moment, the calendar and the dated parameters. */
type ClockContext = Pick<LedgerContext, 'today' | 'now' | 'calendar' | 'parameter'>;

/** A pause with both ends, of which the last is no more of it: an open one is taken to last to the end of today. */
export type Stretch = { readonly from: Day; readonly to: Day };

const unitsBetween = (calendar: WorkingCalendar, unit: ClockUnit, from: Day, to: Day): number =>
  unit === 'workingDays' ? workingDaysBetween(calendar, from, to) : daysBetween(from, to);

const earlier = (a: Day, b: Day): Day => (a < b ? a : b);
const later = (a: Day, b: Day): Day => (a > b ? a : b);

/** Units that fall into the pauses, of those counted in (start, end]. */
export function pausedUnits(
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

/** The last day as it is counted. The start day is not counted (民法典 第二百零一条), neither are paused days. */
function countedDay(
  calendar: WorkingCalendar,
  unit: ClockUnit,
  limit: number,
  start: Day,
  pauses: readonly Stretch[],
): Day {
  const after = (units: number) =>
    unit === 'workingDays' ? addWorkingDays(calendar, start, units) : addDays(start, units);
  let paused = 0;
  // A pause that begins before the limit is over moves its end by the whole of it, and may bring the next one inside.
  for (const pause of pauses.toSorted((a, b) => (a.from < b.from ? -1 : 1))) {
    if (pause.from > after(limit + paused)) break;
    paused += pausedUnits(calendar, unit, [pause], start, pause.to);
  }
  return after(limit + paused);
}

/**
 * Last day of the limit. Calendar days that end on a rest day end on the next working day (民法典 第二百零三条), unless the
 * office lets them end on the day itself.
 */
function dueDay(
  unit: ClockUnit,
  counted: Day,
  start: Day,
  context: ClockContext,
): Pick<ClockReading, 'dueOn' | 'restDay'> {
  const moved = nextWorkingDay(context.calendar, counted);
  if (unit === 'workingDays' || moved === counted) return { dueOn: counted };
  return { dueOn: countsSo(REST_DAY_MOVES, context, start) ? moved : counted, restDay: { counted, moved } };
}

/** The word of the ladder: 超期 once the due day is over, before that by how much is used; a stopped run warns no more. */
function rungNow(
  { ladder }: ClockDefinition,
  run: ClockRun,
  reading: Pick<ClockReading, 'dueOn' | 'limit' | 'left' | 'used'>,
  context: ClockContext,
): Rung {
  if ((run.stoppedOn ?? context.today) > reading.dueOn) return '超期';
  return run.stoppedOn === undefined ? rungOf(ladder, reading, context) : '正常';
}

function levelOf(run: ClockRun, rung: Rung, today: Day): ClockReading['level'] {
  if (run.stoppedOn !== undefined) return rung === '超期' ? 'missed' : 'met';
  if (run.pauses.some(({ from, to }) => from <= today && (to === undefined || today < to))) return 'paused';
  return levelOfRung(rung);
}

function readRun(definition: ClockDefinition, limit: number, run: ClockRun, context: ClockContext): ClockReading {
  const { unit } = definition;
  const { today, calendar } = context;
  const { startedOn, stoppedOn, due, round } = run;
  const end = stoppedOn ?? later(today, startedOn);
  const pauses = run.pauses.map(({ from, to }) => ({ from, to: to ?? addDays(end, 1) }));
  const set = due && { dueOn: due.on };
  const ends = set ?? dueDay(unit, countedDay(calendar, unit, limit, startedOn, pauses), startedOn, context);
  const { dueOn } = ends;
  const running = (from: Day, to: Day) =>
    unitsBetween(calendar, unit, from, to) - pausedUnits(calendar, unit, pauses, from, to);
  const used = running(startedOn, end);
  // The evening of the due day is the end, even where the days after it are a weekend without a working day to count.
  const left = end > dueOn ? -Math.max(1, running(dueOn, end)) : running(end, dueOn);
  const reading = { dueOn, limit: due === undefined ? limit : Math.max(0, running(startedOn, dueOn)), left, used };
  const rung = rungNow(definition, run, reading, context);
  return {
    clock: definition.id,
    title: definition.title,
    unit,
    ...reading,
    ...ends,
    startedOn,
    ...(due === undefined ? {} : { dueWhy: due.why }),
    ...(stoppedOn === undefined ? {} : { stoppedOn }),
    round,
    level: levelOf(run, rung, today),
    rung,
    basis: definition.basis,
    inferred: definition.inferred,
    ...(definition.isTheirs ? { isTheirs: definition.isTheirs } : {}),
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
    const limit = limitInForce(definition.limit, definition.bindsOn(record) ?? run.startedOn, context);
    return definition.unit === 'hours'
      ? readHours(definition, limit, run, context)
      : readRun(definition, limit, run, context);
  });
}

/** Readings of all clocks of a ledger for one record. */
export const readClocks = (
  definitions: readonly ClockDefinition[],
  record: LedgerRecord,
  context: LedgerContext,
): ClockReading[] => definitions.flatMap((definition) => readClock(definition, record, context));

/** What running limits are ordered by: the moment where they have one, else the end of their last day. */
export const dueKey = ({ dueOn, dueAt }: Pick<ClockReading, 'dueOn' | 'dueAt'>): string => dueAt ?? `${dueOn}T24`;

/**
 * The running clock that ends first, or undefined where none runs. A right of the other side counts only where the office
 * owes nothing, a paused clock only where no other runs.
 */
export function mostPressing(readings: readonly ClockReading[]): ClockReading | undefined {
  const running = readings.filter((reading) => reading.stoppedOn === undefined);
  const moving = running.filter((reading) => reading.level !== 'paused');
  const owed = moving.filter((reading) => reading.isTheirs === undefined);
  return ([owed, moving].find((some) => some.length > 0) ?? running).reduce<ClockReading | undefined>(
    (first, reading) => (first === undefined || dueKey(reading) < dueKey(first) ? reading : first),
    undefined,
  );
}

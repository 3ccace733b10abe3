import type { LedgerContext } from '../kit/ledger-context.ts';
import { addMinutes, endOfDay, minutesBetween } from '../kit/moment.ts';
import type { ClockDefinition, ClockReading, ClockRun } from './clock.ts';
import { levelOfRung, rungOf } from './ladder.ts';

/** Clerks of this program work in one time zone; a start without a moment of its own begins with its day. */
const BEIJING_MIDNIGHT = 'T00:00:00+08:00';

const wholeHours = (minutes: number): number => Math.floor(minutes / 60);

/** The moment a run is read at: its stop, else now; where only the day is known, the end of it. */
function readAt(run: ClockRun, startedAt: string, { now, today }: Pick<LedgerContext, 'now' | 'today'>): string {
  if (run.stoppedAt !== undefined) return run.stoppedAt;
  if (run.stoppedOn !== undefined) return endOfDay(run.stoppedOn, startedAt);
  return now ?? endOfDay(today, startedAt);
}

/**
 * One run of a limit in hours, counted around the clock from the minute it began: 09:12 and two hours are over at 11:12.
 * A stop of which only the day is known keeps the limit if it is not later than the day the limit ended on.
 */
export function readHours(
  definition: ClockDefinition,
  limit: number,
  run: ClockRun,
  context: Pick<LedgerContext, 'now' | 'today' | 'parameter'>,
): ClockReading {
  const { startedOn, stoppedOn, stoppedAt, due, round } = run;
  const startedAt = run.startedAt ?? `${startedOn}${BEIJING_MIDNIGHT}`;
  const dueAt = due === undefined ? addMinutes(startedAt, limit * 60) : endOfDay(due.on, startedAt);
  const dueOn = dueAt.slice(0, 10);
  const end = readAt(run, startedAt, context);
  const minutes = { limit: minutesBetween(startedAt, dueAt), used: Math.max(0, minutesBetween(startedAt, end)) };
  const isOver = stoppedOn !== undefined && stoppedAt === undefined ? stoppedOn > dueOn : minutes.used > minutes.limit;
  const leftMinutes = minutes.limit - minutes.used;
  const isStopped = stoppedOn !== undefined || stoppedAt !== undefined;
  const rung = isOver
    ? '超期'
    : isStopped
      ? '正常'
      : rungOf(definition.ladder, { ...minutes, left: wholeHours(leftMinutes) }, context);
  return {
    clock: definition.id,
    title: definition.title,
    unit: definition.unit,
    limit: wholeHours(minutes.limit),
    startedOn,
    startedAt,
    dueOn,
    dueAt,
    ...(due === undefined ? {} : { dueWhy: due.why }),
    ...(stoppedOn === undefined ? {} : { stoppedOn }),
    round,
    used: wholeHours(minutes.used),
    left: isOver ? -Math.max(1, Math.ceil(-leftMinutes / 60)) : Math.max(0, wholeHours(leftMinutes)),
    level: isStopped ? (isOver ? 'missed' : 'met') : levelOfRung(rung),
    rung,
    basis: definition.basis,
    inferred: definition.inferred,
    uncertain: false,
  };
}

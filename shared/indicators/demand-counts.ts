import type { ClockReading } from '../deadlines/clock.ts';
import { addDays } from '../kit/day.ts';
import type { LedgerContext } from '../kit/ledger-context.ts';
import { rowsIn, textIn } from '../kit/steps.ts';
import type { Day, LedgerRecord } from '../kit/values.ts';
import { handlingReadings, receivedOn } from '../rules/demand-clocks.ts';
import { inPeriod, type Period } from './period.ts';

/** How a slip ended, as 12345 办理情况 counts it: 按时办结, 超时办结, 未办结; one that was sent back is nobody's here. */
export type Ending = 'onTime' | 'late' | 'open' | 'returned';

export const HOTLINE = '12345热线';

export const isReturned = ({ values }: LedgerRecord): boolean => values.returned === true;
export const isClosed = ({ values }: LedgerRecord): boolean => textIn(values, 'closedOn') !== '';
/** Closed now, or in a round before 重新办理. */
export const wasClosed = (record: LedgerRecord): boolean =>
  isClosed(record) || rowsIn(record.values, 'rounds').length > 0;
export const isHotline = ({ values }: LedgerRecord): boolean => values.source === HOTLINE;
/** Found wanting in any round: to handle it anew does not take back what was said of the round before. */
export const isUnsatisfied = ({ values }: LedgerRecord): boolean =>
  [values, ...rowsIn(values, 'rounds')].some(({ satisfaction }) => satisfaction === '不满意');
export const isEvaluated = ({ values }: LedgerRecord): boolean => values.inEvaluation !== false;

/** A slip with where the limit of its last round stands, read once for everything that is counted of it. */
export type Slip = LedgerRecord & { readonly ending: Ending; readonly reading: ClockReading | undefined };

/** Closed in time is closed in time in every round. */
function endingOf(record: LedgerRecord, rounds: readonly ClockReading[]): Ending {
  if (isReturned(record)) return 'returned';
  if (!isClosed(record)) return 'open';
  return rounds.some(({ level }) => level === 'missed') ? 'late' : 'onTime';
}

/** A page of indicators asks for each slip many times, of one context: its limit is read once. */
const known = new WeakMap<LedgerContext, WeakMap<LedgerRecord, Slip>>();

function slipOf(record: LedgerRecord, context: LedgerContext): Slip {
  const slips = known.get(context) ?? new WeakMap<LedgerRecord, Slip>();
  known.set(context, slips);
  const found = slips.get(record);
  if (found) return found;
  const rounds = handlingReadings(record, context);
  const slip = { ...record, reading: rounds.at(-1), ending: endingOf(record, rounds) };
  slips.set(record, slip);
  return slip;
}

/** Demands that came in within the period (派遣总数 by 接收时间), each with how it ended. */
export const slipsReceivedIn = (
  records: readonly LedgerRecord[],
  period: Period,
  context: LedgerContext,
): readonly Slip[] =>
  records.filter(({ values }) => inPeriod(period, receivedOn(values))).map((record) => slipOf(record, context));

/** The first day on which a slip has its answer: it was closed in time, or its limit was over. */
function settledOn({ values, reading }: Slip): Day {
  const closed = textIn(values, 'closedOn');
  const due = reading?.dueOn ?? closed;
  return closed !== '' && closed <= due ? closed : addDays(due, 1);
}

/**
 * Slips by the month they are answered for. One still within its limit when the period ends is out of that period and
 * counts in a later one (丰城 2025-05: 200 件未到期，结转下月), so each counts once, however late the figure is made.
 */
export function slipsAnsweredIn(
  records: readonly LedgerRecord[],
  period: Period,
  context: LedgerContext,
): { readonly answered: readonly Slip[]; readonly notDue: readonly Slip[] } {
  const until = period.last < context.today ? period.last : context.today;
  const slips = records
    .filter(({ values }) => {
      const closed = textIn(values, 'closedOn');
      const received = receivedOn(values);
      return (
        received !== '' && received <= until && (closed === '' || closed >= period.first || received >= period.first)
      );
    })
    .map((record) => slipOf(record, context))
    .filter(({ ending }) => ending !== 'returned');
  return {
    answered: slips.filter((slip) => inPeriod({ ...period, last: until }, settledOn(slip))),
    notDue: slips.filter((slip) => settledOn(slip) > until),
  };
}

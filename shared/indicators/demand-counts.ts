import type { ClockReading } from '../deadlines/clock.ts';
import { addDays } from '../kit/day.ts';
import { rowsIn, textIn } from '../kit/field-values.ts';
import type { LedgerContext } from '../kit/ledger-context.ts';
import { inPeriod, type Period } from '../kit/period.ts';
import type { Day, LedgerRecord } from '../kit/values.ts';
import { contactReading, handlingReadings, receivedOn } from '../rules/demand-clocks.ts';
import { countedOnce } from './counted-once.ts';
import type { IndicatorScope } from './indicator.ts';

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

const isReceivedIn = ({ values }: LedgerRecord, period: Period): boolean => inPeriod(period, receivedOn(values));

/** The end of a period, as far as it is over. */
const endOf = ({ last }: Period, { today }: LedgerContext): Day => (last < today ? last : today);

/** Whether a slip may be answered for in the period: it was there before its end, and not closed before its beginning. */
function mayBeAnsweredIn({ values }: LedgerRecord, period: Period, until: Day): boolean {
  const closed = textIn(values, 'closedOn');
  const received = receivedOn(values);
  return received !== '' && received <= until && (closed === '' || closed >= period.first || received >= period.first);
}

/** Reads the limit of every slip the figures of a period look at, one by one. */
export function* readSlips({ records, period, context }: IndicatorScope): Generator<undefined> {
  const until = endOf(period, context);
  for (const record of records) {
    if (isReceivedIn(record, period) || mayBeAnsweredIn(record, period, until)) slipOf(record, context);
    yield;
  }
}

const contacts = new WeakMap<Slip, { readonly level: ClockReading['level'] | undefined }>();

/** How a slip stands with the limit for calling its petitioner; read once, as the slip itself. */
export function contactLevel(slip: Slip, context: LedgerContext): ClockReading['level'] | undefined {
  const known = contacts.get(slip) ?? { level: contactReading(slip, context)?.level };
  contacts.set(slip, known);
  return known.level;
}

/** Demands that came in within the period (派遣总数 by 接收时间), each with how it ended. */
export const slipsReceivedIn = countedOnce((records, period, context): readonly Slip[] =>
  records.filter((record) => isReceivedIn(record, period)).map((record) => slipOf(record, context)),
);

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
export const slipsAnsweredIn = countedOnce(
  (records, period, context): { readonly answered: readonly Slip[]; readonly notDue: readonly Slip[] } => {
    const until = endOf(period, context);
    const slips = records
      .filter((record) => mayBeAnsweredIn(record, period, until))
      .map((record) => slipOf(record, context))
      .filter(({ ending }) => ending !== 'returned');
    return {
      answered: slips.filter((slip) => inPeriod({ ...period, last: until }, settledOn(slip))),
      notDue: slips.filter((slip) => settledOn(slip) > until),
    };
  },
);

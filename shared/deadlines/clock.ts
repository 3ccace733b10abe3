import type { LedgerContext } from '../kit/ledger-context.ts';
import type { Day, LedgerRecord } from '../kit/values.ts';

/** Hours run around the clock, days by the calendar, working days by the holiday table. */
export type ClockUnit = 'hours' | 'calendarDays' | 'workingDays';

/** One run of a clock: from its start event to its stop, with the days it stood still. */
export type ClockRun = {
  readonly startedOn: Day;
  readonly stoppedOn?: Day;
  /**
   * The moments of start and stop, for a limit in hours. Where only the day of the stop is known, the run is judged by
   * it: a limit that ended in the course of that day counts as kept.
   */
  readonly startedAt?: string;
  readonly stoppedAt?: string;
  /** The last day as somebody with the right to it set it (来件写明, 批准延期); it replaces the one that would be counted. */
  readonly due?: { readonly on: Day; readonly why: string };
  /** Half-open stretches [from, to) in which the clock stands; an open pause has no `to`. Hours do not stand. */
  readonly pauses: readonly { readonly from: Day; readonly to?: Day; readonly why: string }[];
  /** 1, and one more for every new round (重新提交). */
  readonly round: number;
};

/**
 * How far a running limit has come, in the words of the warning ladder (ledgers.md b.3): below half of it 正常, then 预警,
 * 警告, 严重警告. The source calls the last percent 超期 already; here a limit is over when it is over.
 */
export const RUNGS = ['正常', '预警', '警告', '严重警告', '超期'] as const;
export type Rung = (typeof RUNGS)[number];

/**
 * Where a clock begins to warn: at these shares of the limit; when so many units or fewer are left (3 working days); or
 * as the office set it for all (`usual`, 50/75/85/99 % until it is changed).
 */
export type Ladder = 'usual' | { readonly left: number } | { readonly shares: readonly number[] };

/**
 * A time limit as its rule states it. Due dates are derived from it, never stored: a new holiday calendar moves them.
 * `limit` names the dated parameter; the value in force on the day the case was accepted stays with the case.
 */
export type ClockDefinition = {
  readonly id: string;
  readonly title: string;
  readonly unit: ClockUnit;
  readonly limit: {
    readonly group: string;
    readonly key: string /** Shipped value, where no parameter is in force. */;
    readonly otherwise: number;
  };
  /** Day whose parameters bind this record (acceptance). */
  readonly bindsOn: (record: LedgerRecord) => Day | undefined;
  /** Every run of this clock so far, oldest first; empty where it never started. */
  readonly runs: (record: LedgerRecord, context: LedgerContext) => readonly ClockRun[];
  readonly ladder: Ladder;
  readonly basis: string;
  /** True where no source fixes the number: the screen says 可调整的默认值. */
  readonly inferred: boolean;
  /** A right of the person the case is about (申请复查), no duty of the office: it stands behind every duty, marked 对方权利. */
  readonly isTheirs?: true;
};

/** Where one run of a clock stands today. */
export type ClockReading = {
  readonly clock: string;
  readonly title: string;
  readonly unit: ClockUnit;
  readonly limit: number;
  readonly startedOn: Day;
  readonly dueOn: Day;
  readonly stoppedOn?: Day;
  /** Moments of a limit in hours; `dueOn` is the day of `dueAt`. */
  readonly startedAt?: string;
  readonly dueAt?: string;
  /** Why the last day is another than the rule counts: 来件写明, 批准延期. */
  readonly dueWhy?: string;
  /**
   * Present where counted calendar days end on a rest day: that day, and the working day after it. No rule of petitions
   * says which of the two holds, so the office chooses `dueOn` and both are shown.
   */
  readonly restDay?: { readonly counted: Day; readonly moved: Day };
  readonly round: number;
  /** Units used so far, pauses out; up to `stoppedOn` once it stopped. Whole hours, the begun one not counted. */
  readonly used: number;
  /** Units left; negative when overdue, then the begun hour counted. */
  readonly left: number;
  readonly level: 'paused' | 'green' | 'amber' | 'red' | 'met' | 'missed';
  readonly rung: Rung;
  readonly basis: string;
  readonly inferred: boolean;
  readonly isTheirs?: true;
  /** The run touches a year without holiday data: weekends only were counted. */
  readonly uncertain: boolean;
};

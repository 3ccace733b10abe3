import type { LedgerContext } from '../kit/ledger-context.ts';
import type { Day, LedgerRecord } from '../kit/values.ts';

export type ClockUnit = 'calendarDays' | 'workingDays';

/** One run of a clock: from its start event to its stop, with the days it stood still. */
export type ClockRun = {
  readonly startedOn: Day;
  readonly stoppedOn?: Day;
  /** Half-open stretches [from, to) in which the clock stands; an open pause has no `to`. */
  readonly pauses: readonly { readonly from: Day; readonly to?: Day; readonly why: string }[];
  /** 1, and one more for every new round (重新提交). */
  readonly round: number;
};

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
  /** Warn when so many units or fewer are left (3 working days), or at these shares of the limit. */
  readonly ladder: { readonly left: number } | { readonly shares: readonly number[] };
  readonly basis: string;
  /** True where no source fixes the number: the screen says 可调整的默认值. */
  readonly inferred: boolean;
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
  readonly round: number;
  /** Units used so far, pauses out; up to `stoppedOn` once it stopped. */
  readonly used: number;
  /** Units left; negative when overdue. */
  readonly left: number;
  readonly level: 'paused' | 'green' | 'amber' | 'red' | 'met' | 'missed';
  readonly basis: string;
  readonly inferred: boolean;
  /** The run touches a year without holiday data: weekends only were counted. */
  readonly uncertain: boolean;
};

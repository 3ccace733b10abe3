import type { LedgerContext } from '../kit/ledger-context.ts';
import type { Period } from '../kit/period.ts';
import type { LedgerRecord } from '../kit/values.ts';
import type { Figure, FigureUnit } from './figure.ts';

/** What an indicator is asked about: the records of its ledger (one community's, say), and the months they are counted in. */
export type IndicatorScope = {
  readonly records: readonly LedgerRecord[];
  readonly period: Period;
  readonly context: LedgerContext;
  /** Ids of the communities the records were narrowed to; all of the office where absent. */
  readonly communities?: readonly string[];
};

/**
 * One 指标: how it is counted, and where the way of counting comes from. Declared once a ledger, shown on 指标, put into
 * the superior's forms. 三率 means different things in 信访 and in 12345, so a title is never used without its ledger.
 */
export type Indicator = {
  /** As the rule or the domain pages number it: X1, W3, D1. Never reused. */
  readonly id: string;
  readonly title: string;
  readonly ledger: string;
  readonly unit: FigureUnit;
  /** 口径: numerator, denominator and what stays out, in one sentence a clerk can defend. */
  readonly basis: string;
  /** Rule or place the way of counting was read in. */
  readonly source: string;
  /** True where no source fixes the formula: the screen says 可调整的默认值. */
  readonly inferred: boolean;
  readonly measure: (scope: IndicatorScope) => Figure;
  /**
   * Works out what `measure` looks up, with a stop after each record: for whoever must let others have their turn, and a
   * year of 100,000 records takes seconds. Measuring gives the same without it.
   */
  readonly prepare?: (scope: IndicatorScope) => Iterable<undefined>;
};

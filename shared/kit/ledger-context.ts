import type { WorkingCalendar } from '../deadlines/working-calendar.ts';
import type { Day, LedgerRecord, Values } from './values.ts';

/** Words a record is found by: a person's number, say. One function, made once: it names the index kept for it. */
export type MarksOf = (values: Values) => readonly string[];

/** All that is told of a record somebody may not see: that it is there, and its business date. */
export type HiddenRecord = { readonly id: string; readonly on: Day };

/**
 * Everything outside the record that a rule may look at. Built by the store from what is in memory, or by a test
 * from a handful of values; rules themselves stay pure.
 */
export type LedgerContext = {
  /** Today where the office stands. */
  readonly today: Day;
  /** The present moment, ISO 8601 with offset, for limits in hours; absent where only the day is known. */
  readonly now?: string;
  /** Name of whoever acts, for the record of who did what. */
  readonly operator: string;
  readonly calendar: WorkingCalendar;
  /** Value of a dated parameter (时限, 分类字典 …) in force on a day, or undefined where none is. */
  readonly parameter: (group: string, key: string, on: Day) => string | undefined;
  /** Every key of a parameter group in force on a day, in order: the options of a choice. */
  readonly parameterKeys: (group: string, on: Day) => readonly string[];
  readonly record: (ledgerId: string, id: string) => LedgerRecord | undefined;
  readonly records: (ledgerId: string) => readonly LedgerRecord[];
  /**
   * Of `records` those that carry one of these marks, from an index kept with them. Absent where none is kept: then
   * whoever asks passes over `records`.
   */
  readonly marked?: (ledgerId: string, marksOf: MarksOf, marks: readonly string[]) => readonly LedgerRecord[];
  /**
   * The restricted records that `records` leaves out because the operator is not cleared: nothing of them but the day they
   * belong to, so that a figure can say how many of its period it leaves out. Absent where none can be.
   */
  readonly hidden?: (ledgerId: string) => readonly HiddenRecord[];
  /** What a reference is called on screen and paper: short name, else name, else the record's title. */
  readonly nameOf: (ledgerId: string, id: string) => string;
};

import type { Complaint } from './complaint.ts';
import type { FieldMap } from './fields.ts';
import type { LedgerContext } from './ledger-context.ts';
import type { Day, LedgerRecord, Values } from './values.ts';

/**
 * One state of a workflow as the rule names it. `open`: still in hand; closed cases need nobody, but those `watched`, whose
 * limits go on running (a relief that is granted is looked at again).
 */
export type WorkflowState = {
  readonly title: string;
  readonly open: boolean;
  readonly watched?: true;
  readonly waitingFor?: string;
};

/** What a clerk enters when taking a transition: the business date, who decided, and the transition's own fields. */
export type TransitionInput = {
  readonly on: Day;
  readonly by?: string;
  readonly note?: string;
  readonly values: Values;
};

/**
 * One arrow of the workflow, e.g. T13 审定. The clerk records other people's decisions, so `by` names who decides,
 * not who clicks.
 */
export type Transition = {
  /** The rule's own number, T1 … T24. */
  readonly number: string;
  readonly title: string;
  readonly from: readonly string[];
  /** The possible next states; more than one where the entered decision chooses. */
  readonly to: readonly string[];
  readonly by: 'CLERK' | 'DEPT' | 'LEAD' | 'COMM' | 'OFFICE' | 'BOARD';
  /** An act of checking (审核): where the office keeps the two apart, not taken by whoever entered the case. */
  readonly isReview?: true;
  /** Fields of the record this transition needs filled (beside those declared `neededFor` it). */
  readonly needs?: readonly string[];
  /**
   * Fields asked for in the transition's own form. Those that are fields of the ledger are written with the state, unless
   * `appends` takes them all into child rows. `docNo`, and the words of `content`, `subject` and `reason`, also stand
   * in the step.
   */
  readonly asks?: FieldMap;
  /** Which of `asks` must be filled. */
  readonly requires?: readonly string[];
  /** What its form starts with, by asked field; the clerk may write over it. */
  readonly starts?: (record: LedgerRecord, context: LedgerContext) => Values;
  /** What whoever decided or signed is called here (签批人); where present, `input.by` must be filled. */
  readonly signer?: string;
  /** Hidden where the office's profile switches the step off. */
  readonly enabled?: (record: LedgerRecord, context: LedgerContext) => boolean;
  /**
   * What stands against it now, given what was entered. Errors refuse. A complaint about an asked field names it, so
   * that an act can be offered before its form is filled.
   */
  readonly guard?: (record: LedgerRecord, input: TransitionInput, context: LedgerContext) => readonly Complaint[];
  /** Chooses among `to`; the first when absent. */
  readonly target?: (record: LedgerRecord, input: TransitionInput, context: LedgerContext) => string;
  /** Further fields this transition writes, e.g. a flag. */
  readonly writes?: (record: LedgerRecord, input: TransitionInput, context: LedgerContext) => Values;
  /**
   * Fields of the ledger this act decides, of those it asks or writes: once it was taken, they change only by an act or a
   * correction (更正). What a clerk goes on filling by hand (承办人, 备注) is not among them.
   */
  readonly decides?: readonly string[];
  /**
   * What of the decided fields stood in the record before this act, as far as the record keeps it (延期: the limit it moved).
   * A correction is judged by it.
   */
  readonly before?: (record: LedgerRecord) => Values;
  /** Words for the timeline in place of the reason entered. */
  readonly says?: (record: LedgerRecord, input: TransitionInput, context: LedgerContext) => string;
  /** Round the step opens (T14 重新提交); unset: the step carries none. */
  readonly round?: (record: LedgerRecord) => number;
  /** Rows to append, by child list, e.g. one 决定 made from what was asked; their ids are given when it is taken. */
  readonly appends?: (
    record: LedgerRecord,
    input: TransitionInput,
    context: LedgerContext,
  ) => { readonly [childList: string]: readonly Values[] };
  readonly basis?: string;
  /** May be noted after later steps: a paper is dated by what it tells of, and printed when there is time. */
  readonly afterwards?: boolean;
  /** True where the transition leaves the state as it is and only sets flags (T18 应急先行). */
  readonly staysPut?: boolean;
};

export type Workflow = {
  readonly initial: string;
  /**
   * Where a record stands that took no step here, told by its own fields: a row that a sheet or the form calls settled is
   * settled. The program notes it whenever such a record is written; from its first step on only steps move a record.
   * Without it every record begins at `initial`.
   */
  readonly standsAt?: (values: Values) => string;
  readonly states: { readonly [stateId: string]: WorkflowState };
  readonly transitions: { readonly [transitionId: string]: Transition };
};

/** Keeps the literal ids of states and transitions while checking the shape. */
export function defineWorkflow<const W extends Workflow>(workflow: W): W {
  return workflow;
}

/** Field ids every ledger with a workflow has. The steps are what clocks and reports read. */
export const STATE_FIELD = 'state';
export const STEPS_FIELD = 'steps';

/** Id of 更正 in every workflow that has it. */
export const CORRECT = 'correct';

/** One taken transition, kept as a child row of the record: the timeline of what happened. */
export type Step = {
  readonly id: string;
  readonly transition: string;
  readonly from: string;
  readonly to: string;
  readonly on: Day;
  readonly by?: string;
  readonly note?: string;
  readonly document?: string;
  readonly round?: number;
};

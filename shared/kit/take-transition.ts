import { isBlank } from './blank.ts';
import { type Complaint, error, hasError } from './complaint.ts';
import { isDay } from './day.ts';
import { rowsIn, textIn } from './field-values.ts';
import type { Ledger } from './ledger.ts';
import type { LedgerContext } from './ledger-context.ts';
import { stateOf, stepsOf } from './steps.ts';
import type { ChildRow, Day, LedgerRecord, Values } from './values.ts';
import {
  CORRECT,
  STATE_FIELD,
  STEPS_FIELD,
  type Step,
  type Transition,
  type TransitionInput,
  type Workflow,
} from './workflow.ts';

/** A transition the present state allows, with what stands against it before its own form is filled. */
export type Offer = {
  /** Id of the transition in the ledger's workflow. */
  readonly transition: string;
  readonly complaints: readonly Complaint[];
  /** What its form starts with, by asked field. */
  readonly starts?: Values;
};

/** What taking a transition does to the record, with warnings to show; or why it is refused. */
export type Taken =
  | { readonly patch: Values; readonly warnings: readonly Complaint[] }
  | { readonly complaints: readonly Complaint[] };

const inState = (transition: Transition, state: string): boolean => transition.from.includes(state);

const isOn = (transition: Transition, record: LedgerRecord, context: LedgerContext): boolean =>
  transition.enabled?.(record, context) ?? true;

/** Fields of the record that must be filled: the transition's own list and those declared `neededFor` it. */
function neededFields(ledger: Ledger, id: string, transition: Transition): readonly string[] {
  const declared = Object.entries(ledger.fields).flatMap(([fieldId, field]) =>
    field.neededFor?.includes(id) ? [fieldId] : [],
  );
  return [...new Set([...(transition.needs ?? []), ...declared])];
}

function missingNeeds(ledger: Ledger, id: string, transition: Transition, record: LedgerRecord): Complaint[] {
  return neededFields(ledger, id, transition)
    .filter((fieldId) => isBlank(record.values[fieldId]))
    .map((fieldId) => {
      const label = ledger.fields[fieldId]?.label ?? fieldId;
      return error('transition/needs', `“${transition.title}”之前须填写“${label}”。`, fieldId, transition.basis);
    });
}

function missingInput(transition: Transition, input: TransitionInput): Complaint[] {
  const asks = transition.asks ?? {};
  const complaints = (transition.requires ?? [])
    .filter((fieldId) => isBlank(input.values[fieldId]))
    .map((fieldId) => error('transition/requires', `请填写“${asks[fieldId]?.spec.label ?? fieldId}”。`, fieldId));
  if (transition.signer !== undefined && (input.by ?? '').trim() === '') {
    complaints.push(error('transition/signer', `请填写“${transition.signer}”。`, 'by'));
  }
  for (const fieldId of Object.keys(input.values)) {
    if (!(fieldId in asks)) {
      complaints.push(
        error('transition/not-asked', `“${transition.title}”不填写“${fieldId}”。请刷新后重试。`, fieldId),
      );
    }
  }
  return complaints;
}

/**
 * The business date may not lie in the future or before the case began, nor before the step taken last unless the act may
 * be noted `afterwards`.
 */
export function actDateComplaints(
  ledger: Ledger,
  record: LedgerRecord,
  on: Day,
  today: Day,
  afterwards = false,
): Complaint[] {
  if (!isDay(on)) return [error('transition/date', '请填写日期，格式如 2026-01-05。', 'on')];
  const complaints: Complaint[] = [];
  if (on > today) {
    complaints.push(error('transition/future', `日期 ${on} 还没有到（今天是 ${today}）。请填写实际发生的日期。`, 'on'));
  }
  // A correction may be made at any time: what happened in between is noted with its own day.
  const previous = stepsOf(record).findLast(({ transition }) => transition !== CORRECT)?.on ?? '';
  if (on < previous && !afterwards) {
    complaints.push(error('transition/before-previous', `日期 ${on} 早于上一环节的日期 ${previous}。请核对。`, 'on'));
  }
  const beganIn = ledger.numbering?.yearFrom;
  // A case may begin at a moment; what happens to it is dated by days.
  const began = beganIn === undefined ? '' : textIn(record.values, beganIn).slice(0, 'yyyy-mm-dd'.length);
  if (beganIn !== undefined && on < began) {
    const label = ledger.fields[beganIn]?.label ?? beganIn;
    complaints.push(error('transition/before-start', `日期 ${on} 早于${label} ${began}。请核对。`, 'on'));
  }
  return complaints;
}

/**
 * Every transition the record's state and the office's profile offer. The complaints are those that can be known before
 * the transition's form is filled: missing fields of the record, and what the guard says beside the asked fields.
 */
export function offersOf(ledger: Ledger, record: LedgerRecord, context: LedgerContext): readonly Offer[] {
  const { workflow } = ledger;
  if (!workflow) return [];
  const state = stateOf(record, workflow);
  return Object.entries(workflow.transitions)
    .filter(([, transition]) => inState(transition, state) && isOn(transition, record, context))
    .map(([id, transition]) => {
      const asked = (field: string | undefined) => field !== undefined && field in (transition.asks ?? {});
      const unfilled: TransitionInput = { on: context.today, values: {} };
      const guarded = transition.guard?.(record, unfilled, context) ?? [];
      const known = guarded.filter(({ field }) => field !== 'on' && !asked(field));
      const complaints = [...missingNeeds(ledger, id, transition, record), ...known];
      const starts = transition.starts?.(record, context);
      return { transition: id, complaints, ...(starts ? { starts } : {}) };
    });
}

/** A transition that may be taken, with everything it is taken with. */
type Taking = {
  readonly ledger: Ledger;
  readonly workflow: Workflow;
  readonly id: string;
  readonly transition: Transition;
  readonly record: LedgerRecord;
  readonly input: TransitionInput;
  readonly context: LedgerContext;
  readonly newId: () => string;
};

/** What the timeline keeps. What every act may carry, document number and reason, stands in it whatever else becomes of it. */
function stepOf({ id, transition, record, input, context, newId }: Taking, from: string, to: string): ChildRow {
  const reasons = ['content', 'subject', 'reason'].map((fieldId) => textIn(input.values, fieldId));
  const words = reasons.filter((one) => one !== '').join('；');
  const says = transition.says?.(record, input, context);
  const note = says === undefined ? input.note || words : [says, input.note].filter(Boolean).join('；');
  const document = textIn(input.values, 'docNo');
  const round = transition.round?.(record);
  const step: Step = {
    id: newId(),
    transition: id,
    from,
    to,
    on: input.on,
    ...(input.by ? { by: input.by } : {}),
    ...(note ? { note } : {}),
    ...(document ? { document } : {}),
    ...(round === undefined ? {} : { round }),
  };
  return { ...step };
}

/** The record's fields after the step: asked values, appended rows, the rule's own writes, the step and the state. */
function patchOf(taking: Taking): Values {
  const { ledger, workflow, transition, record, input, context, newId } = taking;
  const from = stateOf(record, workflow);
  const to = transition.staysPut ? from : (transition.target?.(record, input, context) ?? transition.to[0] ?? from);
  const writes = transition.writes?.(record, input, context) ?? {};
  const step = stepOf(taking, from, to);
  const own = Object.fromEntries(Object.entries(input.values).filter(([fieldId]) => fieldId in ledger.fields));
  const appended = Object.entries(transition.appends?.(record, input, context) ?? {}).map(([list, rows]) => {
    const withIds = rows.map((row): ChildRow => ({ ...row, id: newId() }));
    return [list, [...rowsIn(record.values, list), ...withIds]] as const;
  });
  return {
    ...(transition.appends ? {} : own),
    ...Object.fromEntries(appended),
    ...writes,
    [STEPS_FIELD]: [...rowsIn(record.values, STEPS_FIELD), step],
    [STATE_FIELD]: to,
  };
}

/**
 * Takes one transition. Pure: the store writes the patch as one batch with the reason `transition`. The patch holds the
 * new whole value of every field it touches; child lists keep their rows and ids and grow at the end.
 * Refused where the state or profile does not offer it, a needed or required field is blank, the date is impossible or
 * the guard says an error.
 */
export function takeTransition(
  ledger: Ledger,
  record: LedgerRecord,
  transitionId: string,
  input: TransitionInput,
  context: LedgerContext,
  newId: () => string,
): Taken {
  const { workflow } = ledger;
  const transition = workflow?.transitions[transitionId];
  if (!workflow || !transition) {
    return { complaints: [error('transition/unknown', `${ledger.title}没有“${transitionId}”这一环节。记录未改动。`)] };
  }
  const state = stateOf(record, workflow);
  if (!inState(transition, state) || !isOn(transition, record, context)) {
    const title = workflow.states[state]?.title ?? state;
    return {
      complaints: [
        error('transition/not-offered', `当前状态“${title}”不能“${transition.title}”。记录未改动，请刷新后再办理。`),
      ],
    };
  }
  const complaints = [
    ...missingNeeds(ledger, transitionId, transition, record),
    ...missingInput(transition, input),
    ...actDateComplaints(ledger, record, input.on, context.today, transition.afterwards),
    ...(transition.guard?.(record, input, context) ?? []),
  ];
  if (hasError(complaints)) return { complaints };
  return {
    patch: patchOf({ ledger, workflow, id: transitionId, transition, record, input, context, newId }),
    warnings: complaints,
  };
}

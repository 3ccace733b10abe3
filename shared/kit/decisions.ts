import { isBlank } from './blank.ts';
import { type Complaint, error, errorsOf } from './complaint.ts';
import { convertText } from './convert/convert-text.ts';
import { textIn } from './field-values.ts';
import { choice, type FieldSpec, type FieldSpecs, longText, text } from './fields.ts';
import { formatValue } from './format.ts';
import type { LedgerContext } from './ledger-context.ts';
import { stepsOf } from './steps.ts';
import type { LedgerRecord, Value, Values } from './values.ts';
import { CORRECT, type Transition, type TransitionInput, type Workflow } from './workflow.ts';

/**
 * Fields of the record that an act it took has decided and that still hold what was decided: from then on an act or a
 * correction (更正) changes them, no edit and no sheet. Of a row without steps there are none.
 */
export function decidedFields(workflow: Workflow | undefined, values: Values): ReadonlySet<string> {
  const steps = stepsOf({ id: '', rev: '', values });
  const decided = steps.flatMap(({ transition }) => workflow?.transitions[transition]?.decides ?? []);
  return new Set(decided.filter((fieldId) => !isBlank(values[fieldId])));
}

/** What is said beside a decided field that somebody wants to write over. */
export const decidedWords = (label: string): string =>
  `“${label}”已由办理环节写入，不能直接改；确有错误的，请办理“更正”，写明原因和文号。`;

/** The corrected value as it was typed, read as the field's own cells are read. */
function corrected(field: FieldSpec, typed: string) {
  return convertText(typed, field, {
    resolve: () => ({ nearest: [] }),
    options: ({ options = [] }) => options,
    date1904: false,
  });
}

/** The act that decided a field it asked for, as it would have been taken with another value. */
function actWith(workflow: Workflow, record: LedgerRecord, fieldId: string, value: Value) {
  const step = stepsOf(record).findLast(({ transition }) =>
    workflow.transitions[transition]?.decides?.includes(fieldId),
  );
  const act = step && workflow.transitions[step.transition];
  if (!step || !act || !(fieldId in (act.asks ?? {}))) return undefined;
  const asked = Object.fromEntries(Object.keys(act.asks ?? {}).map((id) => [id, record.values[id]]));
  const input: TransitionInput = { on: step.on, values: { ...asked, [fieldId]: value } };
  return { step, act, input };
}

/** A fact that chose where its act led to cannot change alone: the case would stand where its own fields deny it. */
function wouldLeadElsewhere(
  workflow: Workflow,
  record: LedgerRecord,
  fieldId: string,
  value: Value,
  context: LedgerContext,
): Complaint | undefined {
  const taken = actWith(workflow, record, fieldId, value);
  if (!taken?.act.target || taken.act.target(record, taken.input, context) === taken.step.to) return undefined;
  const { title } = taken.act;
  const message = `这样更正，“${title}”之后的状态就不同了，不能只改这一项。请撤销“${title}”后重新办理，或办理后续环节。`;
  return error('correct/other-state', message, 'corrected');
}

/** What the act itself would have had against the corrected value: 延至 no later than the limit it extends, say. */
function refusedByAct(
  workflow: Workflow,
  record: LedgerRecord,
  fieldId: string,
  value: Value,
  context: LedgerContext,
): readonly Complaint[] {
  const taken = actWith(workflow, record, fieldId, value);
  const { decides = [], guard, before } = taken?.act ?? {};
  if (!taken || !guard) return [];
  // The act judged the record as it was before it: without what the act wrote.
  const kept = Object.entries(record.values).filter(([id]) => !decides.includes(id));
  const said = guard({ ...record, values: { ...Object.fromEntries(kept), ...before?.(record) } }, taken.input, context);
  return said.filter(({ field }) => field === fieldId).map((one) => ({ ...one, field: 'corrected' }));
}

/**
 * 更正 for a workflow whose acts decide fields of the record: one decided field is written anew, with reason and document,
 * and the timeline keeps what it said before. Given in every state; it moves none.
 */
export function withCorrection(workflow: Workflow, fields: FieldSpecs): Workflow {
  const decided = new Set(Object.values(workflow.transitions).flatMap(({ decides = [] }) => decides));
  if (decided.size === 0) return workflow;
  const states = Object.keys(workflow.states);
  // By label, as the list shows them: a ledger has no two fields of one label.
  const subjects = new Map([...decided].map((fieldId) => [fields[fieldId]?.label ?? fieldId, fieldId]));
  const read = ({ values }: TransitionInput) => {
    const fieldId = subjects.get(textIn(values, 'subject')) ?? '';
    const field = fields[fieldId];
    return field && { fieldId, field, ...corrected(field, textIn(values, 'corrected')) };
  };

  const guard: NonNullable<Transition['guard']> = (record, input, context) => {
    const said = read(input);
    if (!said || isBlank(input.values.corrected)) return [];
    const { fieldId, field, value } = said;
    if (!decidedFields(workflow, record.values).has(fieldId)) {
      const message = `“${field.label}”不是办理环节写入的，或者还没有内容，请直接在表单里填写。`;
      return [error('correct/not-decided', message, 'subject')];
    }
    const unreadable = errorsOf(said.complaints);
    if (unreadable.length > 0) return unreadable.map((one) => ({ ...one, field: 'corrected' }));
    if (value === undefined) return [error('correct/blank', `请填写“${field.label}”更正后的内容。`, 'corrected')];
    if (value === record.values[fieldId]) {
      return [error('correct/same', `“${field.label}”原来就是这样，没有需要更正的。`, 'corrected')];
    }
    // The day of an act has been; a day that an act sets, 延至 say, may lie ahead.
    const isActDay = !Object.values(workflow.transitions).some(({ asks = {} }) => fieldId in asks);
    if (field.kind === 'date' && isActDay && typeof value === 'string' && value > context.today) {
      return [error('correct/future', `“${field.label}”${value} 还没有到（今天是 ${context.today}）。`, 'corrected')];
    }
    const elsewhere = wouldLeadElsewhere(workflow, record, fieldId, value, context);
    return elsewhere ? [elsewhere] : refusedByAct(workflow, record, fieldId, value, context);
  };

  const says: NonNullable<Transition['says']> = (record, input, context) => {
    const said = read(input);
    const reason = textIn(input.values, 'reason');
    if (!said) return reason;
    const { field, fieldId, value } = said;
    const shown = (one: Value | undefined) => formatValue(one, field, context.nameOf);
    // A long text stands whole in the history of changes.
    const change = field.kind === 'longText' ? '已更正' : `由“${shown(record.values[fieldId])}”更正为“${shown(value)}”`;
    return `${field.label}${change}；${reason}`;
  };

  const correct: Transition = {
    number: '更正',
    title: '更正',
    from: states,
    to: states,
    by: 'CLERK',
    staysPut: true,
    enabled: ({ values }) => decidedFields(workflow, values).size > 0,
    asks: {
      subject: choice('更正事项', [...subjects.keys()]),
      corrected: text('更正为'),
      reason: longText('更正原因'),
      docNo: text('依据文号'),
    },
    requires: ['subject', 'corrected', 'reason', 'docNo'],
    guard,
    says,
    writes: (_record, input): Values => {
      const said = read(input);
      return said?.value === undefined ? {} : { [said.fieldId]: said.value };
    },
    // Nothing of what was asked is a field of the record.
    appends: () => ({}),
    basis: '办理结果有误的，作出更正并注明原因和文号，原内容留在办理过程中',
  };
  return { ...workflow, transitions: { ...workflow.transitions, [CORRECT]: correct } };
}

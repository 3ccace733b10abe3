import { isBlank } from '../kit/blank.ts';
import { type Complaint, error, warning } from '../kit/complaint.ts';
import { textIn } from '../kit/field-values.ts';
import { choice, date, type FieldMap, longText } from '../kit/fields.ts';
import { stepsOf } from '../kit/steps.ts';
import type { Day, Values } from '../kit/values.ts';
import type { Transition } from '../kit/workflow.ts';

const ASKED = '已申请';
const GRANTED = '已批准';
const REFUSED = '被退回';

/** Where the last application for a longer limit stands; who said so, when and why stands in the timeline. */
const EXTENSION_STATES = [
  '无',
  { value: ASKED, aliases: ['申请中', '待批', '待批准'] },
  { value: GRANTED, aliases: ['批准', '同意'] },
  { value: REFUSED, aliases: ['未批准', '不批准', '不同意', '退回'] },
];

/** Fields of a ledger whose limits are made longer on application. */
export const extensionRequestFields = (section: string) => ({
  extensionStatus: choice('延期申请', EXTENSION_STATES).section(section).width(8),
  extensionAppliedOn: date('延期申请日期').section(section),
  extensionAskedTo: date('申请延至').section(section).help('申请的日期；批准的日期填“延至”'),
});

/** Applied for and not answered yet. */
export const isPending = ({ extensionStatus }: Values): boolean => extensionStatus === ASKED;

/** What an approval leaves in the record. */
export const granted = (on: string): Values => ({ extensionStatus: GRANTED, extensionApprovedOn: on });

/** Fields the approval of an extension decides in every ledger, beside the ones of the ledger's own. */
export const GRANTED_FIELDS = ['extensionStatus', 'extensionApprovedOn'] as const;

const took = (values: Values, act: string): boolean =>
  stepsOf({ id: '', rev: '', values }).some(({ transition }) => transition === act);

/** The new last day was given by an act, which was judged when it was taken. */
export const wasExtended = (values: Values): boolean => took(values, 'extend');

/** A late extension is for whoever granted it to answer for: said, and kept. `limit` is what the ledger calls its last day. */
export const lateGrant =
  (code: string, limit: string) =>
  (lastDay: Day, on: Day, field: string): readonly Complaint[] =>
    lastDay !== '' && on > lastDay ? [warning(code, `${limit} ${lastDay} 已过，属到期后延期。`, field)] : [];

/** An application was noted by an act: its day and what it came to stand in the record. */
export const wasAppliedFor = (values: Values): boolean => took(values, 'applyForExtension');

/** A sheet's row that says of one extension that it was granted and that it was not. `to`: the field of the new last day. */
export function extensionStatusComplaints(values: Values, to: string): readonly Complaint[] {
  if (wasExtended(values)) return [];
  const status = textIn(values, 'extensionStatus');
  if (status === GRANTED && isBlank(values[to])) {
    return [warning('extension/day', '延期已批准，请填写“延至”。', to)];
  }
  if (isBlank(values[to]) || (status !== ASKED && status !== REFUSED)) return [];
  const message = `“延期申请”为“${status}”，期限不变。请清空“延至”，申请的日期填在“申请延至”；已经批准的，请改“延期申请”。`;
  return [error('extension/not-granted', message, to)];
}

/**
 * A limit written beside an application that an act noted and nobody granted. One approved on paper before it may stand: it
 * gave less than is asked for now, and no later than it was asked.
 */
export function writtenAfterComplaints(values: Values, to: string): readonly Complaint[] {
  const status = textIn(values, 'extensionStatus');
  const [extendedTo, askedTo] = [textIn(values, to), textIn(values, 'extensionAskedTo')];
  if (extendedTo === '' || (status !== ASKED && status !== REFUSED)) return [];
  const isLater = askedTo !== '' && extendedTo >= askedTo;
  if (!isLater && textIn(values, 'extensionApprovedOn') <= textIn(values, 'extensionAppliedOn')) return [];
  const message = `“延期申请”为“${status}”，期限不变，不能直接填“延至”。已经批准的，请办理“批准延期”。`;
  return [error('extension/not-granted', message, to)];
}

/** The rule's own part of the acts beside the approval. */
type ExtensionRule = Pick<Transition, 'from' | 'basis'> & {
  /** The approval's number, 诉4: the two acts stand beside it. */
  readonly number: string;
  /** The reason, as the approval asks it too. */
  readonly reason: FieldMap;
  readonly enabled?: NonNullable<Transition['enabled']>;
  readonly guard: NonNullable<Transition['guard']>;
};

/**
 * 申请延期 and its refusal, beside the approval that a ledger has of its own. Neither moves the limit; an approval may
 * also come without an application noted before it.
 */
export function extensionRequest({ number, from, basis, reason, enabled, guard }: ExtensionRule) {
  const here = { from, to: from, staysPut: true, ...(basis === undefined ? {} : { basis }) };
  const applyForExtension: Transition = {
    ...here,
    number: `${number}a`,
    title: '申请延期',
    by: 'DEPT',
    decides: ['extensionStatus', 'extensionAppliedOn'],
    enabled: (record, context) => !isPending(record.values) && (enabled?.(record, context) ?? true),
    signer: '提出延期的人',
    asks: { extensionAskedTo: date('申请延至'), ...reason },
    requires: ['extensionAskedTo', ...Object.keys(reason)],
    guard,
    says: (_record, { values }) => {
      const reasons = Object.keys(reason).map((fieldId) => textIn(values, fieldId));
      return [`申请延至 ${textIn(values, 'extensionAskedTo')}`, ...reasons].join('；');
    },
    writes: (_record, { on }) => ({ extensionStatus: ASKED, extensionAppliedOn: on }),
  };
  const refuseExtension: Transition = {
    ...here,
    number: `${number}x`,
    title: '不批准延期',
    by: 'LEAD',
    decides: ['extensionStatus'],
    enabled: ({ values }) => isPending(values),
    signer: '答复人',
    asks: { reason: longText('不批准的理由') },
    requires: ['reason'],
    writes: () => ({ extensionStatus: REFUSED }),
  };
  return { applyForExtension, refuseExtension };
}

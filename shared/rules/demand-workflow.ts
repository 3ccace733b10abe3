import { isBlank } from '../kit/blank.ts';
import { type Complaint, error, warning } from '../kit/complaint.ts';
import { rowsIn, textIn } from '../kit/field-values.ts';
import { choice, date, department, longText, moment, reference, references, text, yesNo } from '../kit/fields.ts';
import type { LedgerRecord, Values } from '../kit/values.ts';
import { defineWorkflow, type Transition, type Workflow } from '../kit/workflow.ts';
import { handlingReading, lastDayToReturn } from './demand-clocks.ts';
import { beforeExtension, extensionRefusals, pendingRefusals } from './demand-extension.ts';
import { extensionRequest, GRANTED_FIELDS, granted, isPending } from './extension-request.ts';

export const OUTCOMES = [
  { value: '已解决', aliases: ['是', '解决', '√'] },
  '解释说明',
  '部分解决',
  { value: '未解决', aliases: ['否', '没有解决', '×'] },
  '不属职责',
  '重复',
] as const;

export const SATISFACTIONS = [
  { value: '满意', aliases: ['非常满意', '很满意', '是'] },
  { value: '基本满意', aliases: ['较满意', '比较满意'] },
  { value: '不满意', aliases: ['否'] },
  { value: '未接通', aliases: ['无人接听', '未联系上'] },
  { value: '不评价', aliases: ['未评价', '拒绝评价'] },
] as const;

/** The way of a slip through 12345 (国办发〔2020〕53号: 受理、派单、办理、答复、督办、办结、回访、评价), and whose turn it is. */
const states: Workflow['states'] = {
  RECEIVED: { title: '已接收', open: true, waitingFor: '经办人' },
  ASSIGNED: { title: '承办中', open: true, waitingFor: '承办单位' },
  CONTACTED: { title: '已联系', open: true, waitingFor: '承办单位' },
  VISITING: { title: '办结待回访', open: true, waitingFor: '经办人' },
  CLOSED: { title: '已办结', open: false },
  VISITED: { title: '已回访', open: false },
  RETURNED: { title: '已退单', open: false },
  ARCHIVED: { title: '已归档', open: false },
};

/** Slips still in hand: they can be extended. */
export const IN_HAND = ['RECEIVED', 'ASSIGNED', 'CONTACTED'];

/** Where the fields of a demand without steps say it stands: what a community's monthly sheet calls closed is closed. */
export function demandStandsAt(values: Values): string {
  if (values.returned === true) return 'RETURNED';
  if (!isBlank(values.closedOn)) return isBlank(values.calledBackOn) ? 'CLOSED' : 'VISITED';
  if (!isBlank(values.contactedOn)) return 'CONTACTED';
  return isBlank(values.unit) && isBlank(values.handler) ? 'RECEIVED' : 'ASSIGNED';
}

const NOT_REACHED = '未接通';
const UNSATISFIED = '不满意';

/** Nobody to call back: closing needs no return visit. */
const needsNoVisit = ({ values }: LedgerRecord, { outcome }: Values): boolean =>
  values.anonymous === true || outcome === '不属职责' || outcome === '重复';

/** What belongs to one round of handling; 重新办理 keeps it in the list of rounds and begins anew. */
const ROUND_FIELDS = [
  'closedOn',
  'closedAt',
  'outcome',
  'result',
  'repliedOn',
  'calledBackOn',
  'satisfaction',
  'unsatisfiedReason',
  'verified',
  'dueOn',
  'extendedTo',
  'extendedFrom',
  'extensionAppliedOn',
  'extensionBy',
  'extensionApprovedOn',
  'extensionStatus',
  'extensionAskedTo',
] as const;

const roundOf = ({ values }: LedgerRecord): number => rowsIn(values, 'rounds').length + 1;

const reopen: Transition = {
  number: '诉9',
  title: '重新办理',
  from: ['VISITING', 'VISITED', 'CLOSED'],
  to: ['ASSIGNED'],
  by: 'CLERK',
  enabled: ({ values }) => values.satisfaction === UNSATISFIED,
  asks: { reason: longText('重新办理的原因'), newDueOn: date('本轮应办结日期') },
  requires: ['reason'],
  round: (record) => roundOf(record) + 1,
  writes: (_record, { values }) => ({
    ...Object.fromEntries(ROUND_FIELDS.map((field) => [field, undefined])),
    ...(isBlank(values.newDueOn) ? {} : { dueOn: values.newDueOn }),
  }),
  appends: (record, { on, values }, { now }) => ({
    rounds: [
      {
        round: roundOf(record),
        ...Object.fromEntries(ROUND_FIELDS.map((field) => [field, record.values[field]])),
        reopenedOn: on,
        ...(now?.startsWith(on) ? { reopenedAt: now } : {}),
        reason: values.reason,
      },
    ],
  }),
  basis: '回访不满意且属主观原因的，重新办理（某市 12345 热线办理办法）',
};

function returnRefusals(on: string, lastDay: string | undefined): readonly Complaint[] {
  if (lastDay === undefined) return [];
  return on > lastDay
    ? [error('demand/return-late', `退单期限到 ${lastDay}，已经过了，不能再退单。`, 'on', '本单位参数“诉求退单”')]
    : [warning('demand/return-last-day', `退单期限到 ${lastDay}。`)];
}

const EXTENSION_BASIS = '须在到期之前申请，并由批准人同意（某市 12345 热线办理办法）';

const { applyForExtension, refuseExtension } = extensionRequest({
  number: '诉4',
  from: IN_HAND,
  reason: { reason: longText('延期理由') },
  guard: (record, { on, values }, context) =>
    extensionRefusals(record, on, textIn(values, 'extensionAskedTo'), context, 'extensionAskedTo'),
  basis: EXTENSION_BASIS,
});

/** 诉求办理: received, handed out, the person spoken with, closed, called back, archived; sent back or extended on the way. */
export const demandWorkflow = defineWorkflow({
  initial: 'RECEIVED',
  standsAt: demandStandsAt,
  states,
  transitions: {
    assign: {
      number: '诉1',
      title: '派单',
      from: ['RECEIVED'],
      to: ['ASSIGNED'],
      by: 'CLERK',
      asks: {
        unit: department('承办单位'),
        handler: text('承办人'),
        coUnits: references('协办单位', { ledger: 'department' }),
      },
      starts: ({ values: { unit, handler, coUnits } }) => ({ unit, handler, coUnits }),
      guard: (_record, { values }) =>
        isBlank(values.unit) && isBlank(values.handler)
          ? [error('demand/nobody', '请填写承办单位或承办人。', 'unit')]
          : [],
    },
    reassign: {
      number: '诉2',
      title: '改派',
      from: ['ASSIGNED', 'CONTACTED'],
      to: ['ASSIGNED', 'CONTACTED'],
      by: 'CLERK',
      staysPut: true,
      asks: { unit: department('承办单位'), handler: text('承办人'), reason: longText('改派原因') },
      requires: ['reason'],
      starts: ({ values: { unit, handler } }) => ({ unit, handler }),
    },
    contact: {
      number: '诉3',
      title: '联系诉求人',
      from: ['ASSIGNED'],
      to: ['CONTACTED'],
      by: 'CLERK',
      decides: ['contactedOn'],
      writes: (_record, { on }) => ({ contactedOn: on }),
    },
    applyForExtension,
    extend: {
      number: '诉4',
      title: '批准延期',
      from: IN_HAND,
      to: IN_HAND,
      by: 'LEAD',
      decides: ['extendedTo', 'extensionAppliedOn', 'extensionBy', ...GRANTED_FIELDS],
      before: beforeExtension,
      staysPut: true,
      signer: '批准人',
      asks: { extendedTo: date('延至'), reason: longText('延期理由') },
      requires: ['extendedTo', 'reason'],
      starts: ({ values }) => (isPending(values) ? { extendedTo: values.extensionAskedTo } : {}),
      guard: (record, { on, values }, context) =>
        isPending(record.values)
          ? pendingRefusals(record, textIn(values, 'extendedTo'), context)
          : extensionRefusals(record, on, textIn(values, 'extendedTo'), context),
      writes: (record, { on, by }, context) => ({
        ...(isPending(record.values) ? {} : { extensionAppliedOn: on }),
        ...granted(on),
        extensionBy: by,
        extendedFrom: handlingReading(record, context)?.dueOn,
      }),
      basis: EXTENSION_BASIS,
    },
    refuseExtension,
    returnSlip: {
      number: '诉5',
      title: '退单',
      from: ['RECEIVED', 'ASSIGNED'],
      to: ['RETURNED'],
      by: 'CLERK',
      decides: ['returnedOn'],
      asks: { returnReason: longText('退单理由') },
      requires: ['returnReason'],
      guard: (record, { on }, context) => returnRefusals(on, lastDayToReturn(record, context)),
      writes: (_record, { on }) => ({ returned: true, returnedOn: on }),
    },
    returnRefused: {
      number: '诉6',
      title: '退单未获同意',
      from: ['RETURNED'],
      to: ['RECEIVED'],
      by: 'OFFICE',
      asks: { reason: longText('未同意的理由') },
      writes: () => ({ returned: false, returnedOn: undefined }),
    },
    close: {
      number: '诉7',
      title: '办结',
      from: IN_HAND,
      to: ['VISITING', 'CLOSED'],
      by: 'CLERK',
      decides: ['closedOn', 'closedAt', 'outcome', 'repliedOn'],
      asks: {
        outcome: choice('办结类型', OUTCOMES),
        result: longText('办理结果'),
        repliedOn: date('答复诉求人日期'),
        closedAt: moment('办结时刻'),
        dupOf: reference('重复的诉求', { ledger: 'demand' }),
      },
      requires: ['outcome', 'result'],
      starts: ({ values: { outcome, result, repliedOn, dupOf } }) => ({ outcome, result, repliedOn, dupOf }),
      guard: (_record, { on, values }) => [
        ...(values.outcome === '重复' && isBlank(values.dupOf)
          ? [error('demand/duplicate-of', '办结类型为“重复”的，请选出与哪一件重复。', 'dupOf')]
          : []),
        ...(!isBlank(values.closedAt) && !textIn(values, 'closedAt').startsWith(on)
          ? [error('demand/closed-at', `办结时刻不在办结日期 ${on} 这一天。`, 'closedAt')]
          : []),
      ],
      target: (record, { values }) => (needsNoVisit(record, values) ? 'CLOSED' : 'VISITING'),
      writes: (_record, { on }) => ({ closedOn: on }),
    },
    visit: {
      number: '诉8',
      title: '回访',
      from: ['VISITING', 'CLOSED'],
      to: ['VISITED', 'VISITING'],
      by: 'CLERK',
      decides: ['calledBackOn', 'satisfaction'],
      asks: {
        satisfaction: choice('满意度', SATISFACTIONS),
        unsatisfiedReason: longText('不满意原因'),
        verified: yesNo('回访核实属实办理'),
      },
      requires: ['satisfaction'],
      guard: (_record, { values }) =>
        values.satisfaction === UNSATISFIED && isBlank(values.unsatisfiedReason)
          ? [error('demand/unsatisfied-reason', '回访不满意的，请写明原因。', 'unsatisfiedReason')]
          : [],
      // Whoever was not reached is called again: the return visit is still owed.
      target: (_record, { values }) => (values.satisfaction === NOT_REACHED ? 'VISITING' : 'VISITED'),
      writes: (_record, { on, values }) => (values.satisfaction === NOT_REACHED ? {} : { calledBackOn: on }),
      basis: '办结次日电话回访（某市 12345 热线办理办法）',
    },
    reopen,
    archive: {
      number: '诉10',
      title: '归档',
      from: ['VISITED', 'CLOSED', 'RETURNED'],
      to: ['ARCHIVED'],
      by: 'CLERK',
      guard: ({ values }) =>
        values.satisfaction === UNSATISFIED
          ? [warning('demand/archive-unsatisfied', '回访不满意，尚未重新办理。')]
          : [],
    },
  },
});

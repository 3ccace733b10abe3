import type { ClockDefinition, ClockReading } from '../deadlines/clock.ts';
import { LIMITS_GROUP } from '../deadlines/limit.ts';
import { readClock } from '../deadlines/read-clock.ts';
import { isBlank } from '../kit/blank.ts';
import { type Complaint, error, warning } from '../kit/complaint.ts';
import { textIn } from '../kit/field-values.ts';
import { date, longText, text } from '../kit/fields.ts';
import type { LedgerContext } from '../kit/ledger-context.ts';
import type { LedgerRecord, Values } from '../kit/values.ts';
import { defineWorkflow } from '../kit/workflow.ts';
import { lateGrant, wasExtended } from './extension-request.ts';

/** To be done by the day the order names; without one nothing runs. */
export const doneByClock: ClockDefinition = {
  id: 'supervisionDone',
  title: '完成',
  unit: 'calendarDays',
  // Never counted by it: the order itself names the last day.
  limit: { group: LIMITS_GROUP, key: '督办完成', otherwise: 0 },
  bindsOn: ({ values }) => textIn(values, 'openedOn') || undefined,
  runs: ({ values }) => {
    const startedOn = textIn(values, 'openedOn');
    const [extendedTo, dueOn, doneOn] = ['extensionTo', 'dueOn', 'doneOn'].map((field) => textIn(values, field));
    const due = extendedTo ? { on: extendedTo, why: '批准延期' } : { on: dueOn ?? '', why: '督办要求' };
    if (startedOn === '' || due.on === '') return [];
    return [{ startedOn, ...(doneOn ? { stoppedOn: doneOn } : {}), due, pauses: [], round: 1 }];
  },
  ladder: 'usual',
  basis: '督办事项要求的完成时限',
  inferred: false,
};

export const doneByReading = (record: LedgerRecord, context: LedgerContext): ClockReading | undefined =>
  readClock(doneByClock, record, context)[0];

const laterThan = (dueOn: string, extendedTo: string): readonly Complaint[] =>
  extendedTo !== '' && extendedTo <= dueOn
    ? [error('supervision/extension-earlier', `延至的日期须晚于要求完成时限 ${dueOn}。`, 'extensionTo')]
    : [];

const grantedLate = lateGrant('supervision/extension-late', '完成时限');

/** An extension without who granted it, granted late or to an earlier day; an end without a verdict. */
export function supervisionComplaints(values: Values): readonly Complaint[] {
  return [
    ...laterThan(textIn(values, 'dueOn'), textIn(values, 'extensionTo')),
    ...(!isBlank(values.extensionTo) && isBlank(values.extensionApprover)
      ? [error('supervision/extension-approver', '延期须写明批准人。', 'extensionApprover')]
      : []),
    // An act here was judged when it was taken, against the day of then.
    ...(wasExtended(values)
      ? []
      : grantedLate(textIn(values, 'dueOn'), textIn(values, 'extensionApprovedOn'), 'extensionApprovedOn')),
    ...(!isBlank(values.doneOn) && isBlank(values.verdict)
      ? [warning('supervision/verdict', '已办结的，请填写督办结论。', 'verdict')]
      : []),
  ];
}

/** 督查督办: opened, reported on, extended, done, struck off the list. 逾期 is no state: it is where its clock stands. */
export const supervisionWorkflow = defineWorkflow({
  initial: 'OPEN',
  standsAt: (values) => {
    if (!isBlank(values.struckOn)) return 'STRUCK';
    return isBlank(values.doneOn) ? 'OPEN' : 'DONE';
  },
  states: {
    OPEN: { title: '办理中', open: true, waitingFor: '牵头单位' },
    DONE: { title: '已办结', open: true, waitingFor: '督办人' },
    STRUCK: { title: '已销号', open: false },
  },
  transitions: {
    report: {
      number: '督1',
      title: '登记进展',
      from: ['OPEN'],
      to: ['OPEN'],
      by: 'DEPT',
      staysPut: true,
      asks: { done: text('进展'), problem: text('问题'), proof: text('佐证') },
      requires: ['done'],
      appends: (_record, { on, values }) => ({ progress: [{ on, ...values }] }),
    },
    extend: {
      number: '督2',
      title: '延期',
      from: ['OPEN'],
      to: ['OPEN'],
      by: 'LEAD',
      decides: ['extensionTo', 'extensionApprover', 'extensionApprovedOn'],
      staysPut: true,
      signer: '延期批准人',
      asks: { extensionTo: date('延至') },
      requires: ['extensionTo'],
      needs: ['dueOn'],
      guard: ({ values }, { on, values: asked }) => [
        ...laterThan(textIn(values, 'dueOn'), textIn(asked, 'extensionTo')),
        ...grantedLate(textIn(values, 'extensionTo') || textIn(values, 'dueOn'), on, 'on'),
      ],
      writes: (_record, { on, by }) => ({ extensionApprover: by, extensionApprovedOn: on }),
    },
    finish: {
      number: '督3',
      title: '办结',
      from: ['OPEN'],
      to: ['DONE'],
      by: 'DEPT',
      decides: ['doneOn', 'verdict'],
      asks: { verdict: longText('督办结论') },
      requires: ['verdict'],
      starts: ({ values: { verdict } }) => ({ verdict }),
      writes: (_record, { on }) => ({ doneOn: on }),
    },
    redo: {
      number: '督4',
      title: '退回重办',
      from: ['DONE'],
      to: ['OPEN'],
      by: 'LEAD',
      asks: { reason: longText('退回理由') },
      requires: ['reason'],
      writes: () => ({ doneOn: undefined }),
    },
    strike: {
      number: '督5',
      title: '销号',
      from: ['DONE'],
      to: ['STRUCK'],
      by: 'LEAD',
      decides: ['struckOn'],
      signer: '销号批准人',
      asks: { penalty: text('扣分、通报') },
      writes: (_record, { on }) => ({ struckOn: on }),
    },
  },
});

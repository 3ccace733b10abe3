import { mostPressing, readClocks } from '../../deadlines/read-clock.ts';
import { workingDaysBetween } from '../../deadlines/working-calendar.ts';
import { textIn } from '../../kit/field-values.ts';
import { date, type FieldMap, integer, specsOf, text } from '../../kit/fields.ts';
import type { DerivedFields } from '../../kit/ledger.ts';
import type { LedgerContext } from '../../kit/ledger-context.ts';
import type { LedgerRecord, Values } from '../../kit/values.ts';
import { STATE_FIELD } from '../../kit/workflow.ts';
import { decisionInForce } from './decision.ts';
import { fundsFlag } from './funds.ts';
import { reviewClocks } from './review-clocks.ts';
import { reviewStates } from './review-workflow-states.ts';

/** States of a valid item: published and not yet left. */
export const VALID_STATES: ReadonlySet<string> = new Set([
  'PUBLISHED',
  'AGREED',
  'ACTIVE',
  'SUSPENDED',
  'EVALUATING',
  'RENEWING',
]);

const fields: FieldMap = {
  waitingFor: text('等待谁').automatic().width(14),
  dueOn: date('到期日').automatic().help('正在计时的期限的最后一日；已准入事项为有效期止'),
  daysLeft: integer('剩余工作日').automatic().width(10),
  expiresOn: date('有效期止').automatic(),
  fundsFlag: text('经费提示').automatic().width(16),
};

function dueValues(record: LedgerRecord, context: LedgerContext, expiresOn: string): Values {
  const pressing = mostPressing(readClocks(reviewClocks, record, context));
  if (pressing) return { dueOn: pressing.dueOn, daysLeft: pressing.left };
  if (expiresOn === '') return {};
  return { dueOn: expiresOn, daysLeft: workingDaysBetween(context.calendar, context.today, expiresOn) };
}

/** Computed columns that come from the workflow and its clocks: whose turn it is, until when, how long an item is valid. */
export const reviewDerived: DerivedFields = {
  fields: specsOf(fields),
  compute: (record, context): Values => {
    const { values } = record;
    const state = textIn(values, STATE_FIELD);
    const valid = VALID_STATES.has(state);
    const expiresOn = valid || state === 'APPROVED' ? (decisionInForce(values)?.validTo ?? '') : '';
    const waitingFor = reviewStates[state]?.waitingFor;
    const flag = fundsFlag(values, state, context.today);
    return {
      ...(waitingFor === undefined ? {} : { waitingFor }),
      ...dueValues(record, context, expiresOn),
      ...(expiresOn === '' ? {} : { expiresOn }),
      ...(flag === undefined ? {} : { fundsFlag: flag }),
    };
  },
};

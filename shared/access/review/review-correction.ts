import { isBlank } from '../../kit/blank.ts';
import { error } from '../../kit/complaint.ts';
import { textIn } from '../../kit/field-values.ts';
import type { Transition } from '../../kit/workflow.ts';
import { decisionInForce } from './decision.ts';
import { correctionForm } from './review-workflow-forms.ts';
import { correctionRow } from './review-workflow-rows.ts';

/** 更正 of one end of the validity still leaves a validity. */
const leavesAPeriod: NonNullable<Transition['guard']> = ({ values }, input) => {
  const now = decisionInForce(values);
  const from = textIn(input.values, 'validFrom') || (now?.validFrom ?? '');
  const to = textIn(input.values, 'validTo') || (now?.validTo ?? '');
  const entered = !isBlank(input.values.validFrom) || !isBlank(input.values.validTo);
  return entered && from !== '' && to !== '' && to < from
    ? [error('correct/validity-reversed', `更正后有效期止 ${to} 早于有效期起 ${from}。请核对。`, 'validTo')]
    : [];
};

/** 更正 in any of `states`: a decision is never edited, a row beside it says what it should have said. */
export const correctTransition = (states: readonly string[]): Transition => ({
  number: '更正',
  title: '更正决定',
  from: states,
  to: states,
  by: 'CLERK',
  staysPut: true,
  needs: ['decisions'],
  asks: correctionForm,
  requires: ['subject', 'reason', 'docNo'],
  guard: leavesAPeriod,
  appends: correctionRow,
});

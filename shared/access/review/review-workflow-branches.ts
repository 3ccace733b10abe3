import { textIn } from '../../kit/field-values.ts';
import type { Transition } from '../../kit/workflow.ts';
import { profileOf, type ReviewProfile } from './profile.ts';

type Enabled = NonNullable<Transition['enabled']>;
type Target = NonNullable<Transition['target']>;

/** A step the office's profile has. */
export const where =
  (step: keyof ReviewProfile): Enabled =>
  (record, context) =>
    profileOf(record, context)[step] === true;

/** Without a street review only what stands on the list passes the street's desk: it is entered there (T10). */
export const streetDesk: Enabled = (record, context) =>
  profileOf(record, context).streetReview || textIn(record.values, 'listMatch') === '清单内';

export const noStreetReview: Enabled = (record, context) => !profileOf(record, context).streetReview;

export const mayRefuse: Enabled = (record, context) => {
  const { streetReview, streetMayRefuse } = profileOf(record, context);
  return streetReview && streetMayRefuse;
};

const RESULT_STATES: { readonly [result: string]: string } = { 准予: 'APPROVED', 不予: 'REJECTED', 暂缓: 'DEFERRED' };

export const byResult: Target = (_record, input) => RESULT_STATES[textIn(input.values, 'result')] ?? 'DEFERRED';

export const byRenewal: Target = (_record, input) =>
  textIn(input.values, 'result') === '准予' ? 'APPROVED' : 'EXITED';

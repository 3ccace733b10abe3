import { reviewWorkflow } from './review-workflow.ts';

/** Whose turn it can be, in the order a case passes them. */
export const WAITING_PARTIES = ['经办人', '社区', '街道', '区承办机构', '区审定机构', '申请单位'] as const;

export type WaitingParty = (typeof WAITING_PARTIES)[number];

/**
 * Whose turn it is in a state, and the acts that would take the case on. 实施中 waits for nobody; what its money and its
 * evaluation wait for stands in their own lists. A draft is no case yet.
 */
const WAITING: {
  readonly [state: string]: readonly [party: WaitingParty, ...next: (keyof typeof reviewWorkflow.transitions)[]];
} = {
  RECEIVED: ['经办人', 'askCommunities', 'toStreetReview'],
  COMM_OPINION: ['社区', 'closeOpinions'],
  EVALUATING: ['社区', 'goOn', 'renew'],
  STREET_REVIEW: ['街道', 'forward', 'recordListed'],
  DISTRICT_REVIEW: ['区承办机构', 'submitToBoard'],
  APPROVED: ['区承办机构', 'publish'],
  DECIDING: ['区审定机构', 'decide'],
  RENEWING: ['区审定机构', 'decideRenewal'],
  SUPPLEMENT: ['申请单位', 'supplemented'],
  DEFERRED: ['申请单位', 'resubmit'],
  PUBLISHED: ['申请单位', 'signAgreement', 'start'],
  AGREED: ['申请单位', 'start'],
  SUSPENDED: ['申请单位', 'resume'],
};

/** Whose turn a state is, and the titles of the acts that may come next; undefined where it waits for nobody. */
export function reviewTurn(
  state: string,
): { readonly party: WaitingParty; readonly next: readonly string[] } | undefined {
  const waiting = WAITING[state];
  if (waiting === undefined) return undefined;
  const [party, ...acts] = waiting;
  return { party, next: acts.map((act) => reviewWorkflow.transitions[act].title) };
}

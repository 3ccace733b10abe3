import { daysBetween } from '../../kit/day.ts';
import { stateOf, stepsOf, textIn } from '../../kit/steps.ts';
import type { Day, LedgerRecord } from '../../kit/values.ts';
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

/** Cases of one state that wait for the same party. */
export type WaitingGroup = {
  readonly party: WaitingParty;
  readonly state: string;
  readonly count: number;
  /** Calendar days the case that waits longest has stood in this state. */
  readonly longest: number;
  /** Id of that case. */
  readonly first: string;
  /** Titles of the acts that may come next. */
  readonly next: readonly string[];
};

/** Day the case came to where it stands: that of its last move, else of its receipt. */
function standsSince(record: LedgerRecord): Day | '' {
  const move = stepsOf(record).findLast(({ from, to }) => from !== to);
  return move?.on ?? textIn(record.values, 'inDate');
}

const placeOf = ({ party }: WaitingGroup): number => WAITING_PARTIES.indexOf(party);

/**
 * Who is being waited for: applications by party and state, how many, and how long the first of them stands there.
 * Parties in the order of the path; within one, those that wait longest first.
 */
export function waitingGroups(applications: readonly LedgerRecord[], today: Day): readonly WaitingGroup[] {
  const groups = new Map<string, WaitingGroup>();
  for (const record of applications) {
    const state = stateOf(record, reviewWorkflow);
    const waiting = WAITING[state];
    if (waiting === undefined) continue;
    const since = standsSince(record);
    const days = since === '' ? 0 : Math.max(0, daysBetween(since, today));
    const group = groups.get(state);
    const first = group === undefined || days > group.longest ? { longest: days, first: record.id } : group;
    const [party, ...acts] = waiting;
    groups.set(state, {
      party,
      state,
      next: acts.map((act) => reviewWorkflow.transitions[act].title),
      count: (group?.count ?? 0) + 1,
      longest: first.longest,
      first: first.first,
    });
  }
  return [...groups.values()].sort((a, b) => placeOf(a) - placeOf(b) || b.longest - a.longest);
}

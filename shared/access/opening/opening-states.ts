import type { Values } from '../../kit/values.ts';
import { reviewStates } from '../review/review-workflow-states.ts';

/** Dates of a case in the order they must follow each other. Opening columns, by field id. */
export const MILESTONES = [
  ['inDate', '收件日期'],
  ['districtOn', '区级受理日期'],
  ['decideDate', '决定日期'],
  ['publishedOn', '公布日期'],
  ['agreedOn', '协议签订日期'],
  ['startedOn', '启动日期'],
  ['stateSince', '进入现状态日期'],
] as const;

export type Milestone = (typeof MILESTONES)[number][0];

/** What an opening row of one state must know, and which dates it cannot have yet. */
type OpeningState = { readonly needs: readonly string[]; readonly knows: readonly Milestone[] };

const DECISION = ['decideDate', 'decisionNo', 'validFrom', 'validTo'];
const BEFORE_DECISION: readonly Milestone[] = ['inDate', 'districtOn', 'stateSince'];
const AT_WORK: readonly Milestone[] = MILESTONES.map(([field]) => field);

/**
 * States a case may come in with. Drafts, refused, withdrawn and left ones stay outside: 存量 is what is valid or in
 * hand. A state without a date column of its own tells since when it stands there, so that its clock can run.
 */
export const OPENING_STATES: { readonly [state: string]: OpeningState } = {
  RECEIVED: { needs: ['inDate'], knows: ['inDate', 'stateSince'] },
  SUPPLEMENT: { needs: ['inDate', 'stateSince'], knows: ['inDate', 'stateSince'] },
  COMM_OPINION: { needs: ['inDate', 'stateSince'], knows: ['inDate', 'stateSince'] },
  STREET_REVIEW: { needs: ['inDate', 'stateSince'], knows: ['inDate', 'stateSince'] },
  DISTRICT_REVIEW: { needs: ['inDate', 'districtOn'], knows: BEFORE_DECISION },
  DECIDING: { needs: ['inDate', 'districtOn', 'stateSince'], knows: BEFORE_DECISION },
  DEFERRED: { needs: ['inDate', 'stateSince'], knows: BEFORE_DECISION },
  APPROVED: { needs: DECISION, knows: [...BEFORE_DECISION, 'decideDate'] },
  PUBLISHED: { needs: [...DECISION, 'publishedOn'], knows: [...BEFORE_DECISION, 'decideDate', 'publishedOn'] },
  AGREED: {
    needs: [...DECISION, 'publishedOn', 'agreementNo', 'agreedOn'],
    knows: [...BEFORE_DECISION, 'decideDate', 'publishedOn', 'agreedOn'],
  },
  ACTIVE: { needs: [...DECISION, 'publishedOn', 'startedOn'], knows: AT_WORK },
  SUSPENDED: { needs: [...DECISION, 'publishedOn', 'startedOn', 'stateSince'], knows: AT_WORK },
  EVALUATING: { needs: [...DECISION, 'publishedOn', 'startedOn', 'stateSince'], knows: AT_WORK },
  RENEWING: { needs: [...DECISION, 'publishedOn', 'startedOn', 'stateSince'], knows: AT_WORK },
};

/** True from the decision on. */
export const isDecided = (state: string): boolean => OPENING_STATES[state]?.knows.includes('decideDate') ?? false;

/** 备案 enters the list with its decision; it is published by standing there. */
export const isListedEntry = (values: Values): boolean => values.decisionKind === '备案';

/** Words sheets use for a state beside its own name. */
const WORDS: { readonly [state: string]: readonly string[] } = {
  RECEIVED: ['收件', '已受理', '在办'],
  COMM_OPINION: ['征求意见'],
  STREET_REVIEW: ['初审', '街道审核'],
  DISTRICT_REVIEW: ['区审核', '已上报'],
  DECIDING: ['待审定', '联席会议审定'],
  DEFERRED: ['暂缓准入'],
  APPROVED: ['已批准', '批准', '准予', '已准未公布'],
  PUBLISHED: ['公布'],
  AGREED: ['已签约'],
  ACTIVE: ['实施', '在实施', '执行中', '有效', '在用', '运行中'],
  SUSPENDED: ['暂停', '整改中'],
  EVALUATING: ['评估'],
  RENEWING: ['续期中', '续期'],
};

/** Options of the column 状态: states by their names, in the order of the path. */
export const openingStateOptions = Object.keys(OPENING_STATES).map((value) => ({
  value,
  title: reviewStates[value]?.title ?? value,
  aliases: [reviewStates[value]?.title ?? value, ...(WORDS[value] ?? [])],
}));

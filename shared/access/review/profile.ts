import type { LedgerContext } from '../../kit/ledger-context.ts';
import { RULES_GROUP } from '../../kit/rules-group.ts';
import type { Day, LedgerRecord } from '../../kit/values.ts';

/** Key of 规则 naming the profile in force. */
export const PROFILE_KEY = '配置方案';

/** Which steps of the review an office follows: local rules differ in the steps, not in the words. */
export type ReviewProfile = {
  readonly name: string;
  /** What choosing it means, in one sentence for whoever chooses. */
  readonly explained: string;
  /** 征求社区意见 (T5, T6). */
  readonly communityOpinion: boolean;
  /** 街道初审 (T8, T9). Without it a received case goes to the district with a cover note. */
  readonly streetReview: boolean;
  /** The street may refuse on its own (T9); else it must forward. */
  readonly streetMayRefuse: boolean;
  /** 评估或听证 is recorded before the board decides (苏州 2014). */
  readonly assessment: boolean;
  /** 清单内备案 items also need an agreement before they start (T17). */
  readonly agreementForListed: boolean;
};

/** 通用(推定): all steps, every number an editable default. */
export const GENERAL_PROFILE: ReviewProfile = {
  name: '通用(推定)',
  explained: '征求社区意见、街道初审、区级审定都走，没有文件规定的期限都是可调整的默认值。',
  communityOpinion: true,
  streetReview: true,
  streetMayRefuse: true,
  assessment: false,
  agreementForListed: false,
};

/** 西城式: 30 working days ahead, 15 to decide (北京西城 2018); neither 征求社区意见 nor 街道初审. */
export const XICHENG_PROFILE: ReviewProfile = {
  name: '西城式',
  explained: '街道收件后直接报区级机构，不征求社区意见，也不作街道初审（北京西城 2018）。',
  communityOpinion: false,
  streetReview: false,
  streetMayRefuse: false,
  assessment: false,
  agreementForListed: false,
};

export const REVIEW_PROFILES: readonly ReviewProfile[] = [GENERAL_PROFILE, XICHENG_PROFILE];

/** The rule of the group 规则 that each step of a profile stands in. */
export const STEP_RULES = {
  communityOpinion: '征求社区意见',
  streetReview: '街道初审',
  streetMayRefuse: '街道可否决',
  assessment: '区级评估听证',
  agreementForListed: '清单内须签协议',
} as const satisfies { readonly [step in keyof ReviewProfile]?: string };

export type ProfileStep = keyof typeof STEP_RULES;

/** The profile in force on a day; 通用(推定) where the office chose none. A single step is also off where its own rule says 否. */
export function profileOn(day: Day, context: LedgerContext): ReviewProfile {
  const named = context.parameter(RULES_GROUP, PROFILE_KEY, day);
  const chosen = REVIEW_PROFILES.find(({ name }) => name === named) ?? GENERAL_PROFILE;
  const rule = (step: ProfileStep) => context.parameter(RULES_GROUP, STEP_RULES[step], day);
  return {
    ...chosen,
    communityOpinion: chosen.communityOpinion && rule('communityOpinion') !== '否',
    streetReview: chosen.streetReview && rule('streetReview') !== '否',
    streetMayRefuse: chosen.streetMayRefuse && rule('streetMayRefuse') !== '否',
    assessment: chosen.assessment || rule('assessment') === '是',
    agreementForListed: chosen.agreementForListed || rule('agreementForListed') === '是',
  };
}

/** The profile a case walks by: that of the day it was received, so that a change of rules leaves running cases alone. */
export function profileOf(record: LedgerRecord, context: LedgerContext): ReviewProfile {
  const received = record.values.inDate;
  return profileOn(typeof received === 'string' && received !== '' ? received : context.today, context);
}

import { type ParameterChange, type ParameterSeries, rowOn } from '../ledgers/dated-parameter.ts';
import { PROFILE_KEY, REVIEW_PROFILES, type ReviewProfile, RULES_GROUP, XICHENG_PROFILE } from './profile.ts';

/** Rules of the group 规则 that follow from a profile, with the value they take in it. */
export type ProfileRules = { readonly [key: string]: string };

const yesNo = (on: boolean): string => (on ? '是' : '否');

const rulesOf = (profile: ReviewProfile): ProfileRules => ({
  [PROFILE_KEY]: profile.name,
  征求社区意见: yesNo(profile.communityOpinion),
  街道初审: yesNo(profile.streetReview),
  街道可否决: yesNo(profile.streetMayRefuse),
});

/**
 * The rules a profile stands for, by parameter name. They are written together with the profile's name, so that the
 * list of rules never says 是 of a step the profile leaves out. Empty for a name that is no profile.
 */
export function profileRules(name: string): ProfileRules {
  const profile = REVIEW_PROFILES.find((one) => one.name === name);
  return profile ? rulesOf(profile) : {};
}

/** What choosing a profile means, in one sentence for whoever chooses. */
export const profileSentence = (name: string): string =>
  name === XICHENG_PROFILE.name
    ? '街道收件后直接报区级机构，不征求社区意见，也不作街道初审（北京西城 2018）。'
    : '征求社区意见、街道初审、区级审定都走，没有文件规定的期限都是可调整的默认值。';

/** A parameter and what it changes to. */
export type RuleChange = { readonly series: ParameterSeries; readonly change: ParameterChange };

/**
 * What changing one rule changes: itself, and with 配置方案 the rules that follow from the chosen profile, from the same
 * day and on the same basis. Rules that already have their value on that day are left alone.
 */
export function ruleChanges(
  all: readonly ParameterSeries[],
  series: ParameterSeries,
  change: ParameterChange,
): readonly RuleChange[] {
  const own: RuleChange = { series, change };
  if (series.group !== RULES_GROUP || series.key !== PROFILE_KEY) return [own];
  const rules = profileRules(change.value);
  const following = all.flatMap((other): readonly RuleChange[] => {
    const value = other.key === PROFILE_KEY || other.group !== RULES_GROUP ? undefined : rules[other.key];
    if (value === undefined || rowOn(other, change.from)?.values.value === value) return [];
    return [{ series: other, change: { ...change, value } }];
  });
  return [own, ...following];
}

import { RULES_GROUP } from '../../kit/rules-group.ts';
import { type ParameterChange, type ParameterSeries, rowOn } from '../../rules/dated-parameter.ts';
import { PROFILE_KEY, REVIEW_PROFILES, type ReviewProfile, STEP_RULES } from './profile.ts';

/** Rules of the group 规则 that follow from a profile, with the value they take in it. */
export type ProfileRules = { readonly [key: string]: string };

const yesNo = (on: boolean): string => (on ? '是' : '否');

/** The rules a profile writes: its name, and every step as its own rule. */
export const rulesOf = (profile: ReviewProfile): ProfileRules => ({
  [PROFILE_KEY]: profile.name,
  [STEP_RULES.communityOpinion]: yesNo(profile.communityOpinion),
  [STEP_RULES.streetReview]: yesNo(profile.streetReview),
  [STEP_RULES.streetMayRefuse]: yesNo(profile.streetMayRefuse),
  [STEP_RULES.assessment]: yesNo(profile.assessment),
  [STEP_RULES.agreementForListed]: yesNo(profile.agreementForListed),
});

/**
 * The rules a profile stands for, by parameter name. They are written together with the profile's name, so that the
 * list of rules never says 是 of a step the profile leaves out. Empty for a name that is no profile.
 */
export function profileRules(name: string): ProfileRules {
  const profile = REVIEW_PROFILES.find((one) => one.name === name);
  return profile ? rulesOf(profile) : {};
}

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

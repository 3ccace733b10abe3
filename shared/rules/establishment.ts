import type { LedgerContext } from '../kit/ledger-context.ts';
import { RULES_GROUP } from '../kit/rules-group.ts';
import type { Day } from '../kit/values.ts';

/** 应配: how many community workers a community should have. The rule is local, dated, and chosen by a parameter. */

export const STAFFING_GROUP = '配备标准';
/** Rule that says by which of the three ways 应配 is counted. */
export const STAFFING_RULE = '社区工作者配备办法';
export const PER_RESIDENTS = '每万常住人口';
export const PER_HOUSEHOLDS = '按户数';
export const BY_STEPS = '户数档次';
/** Steps of the third way: key 2000, value 3 reads ≤2000 户 3 人; beyond the last, one more for every so many households. */
export const STEPS_GROUP = '配备档次';
export const BEYOND_STEPS = '以上每';

/** What a community is measured by, as its row states it on a day of its own. */
export type CommunitySize = { readonly households?: number; readonly residents?: number };

/** Of one community, or why it cannot be told. */
export type Establishment = { readonly posts: number } | { readonly why: string };

/** A way of counting that is in force: what it says, and what it makes of a community. */
export type EstablishmentRule = {
  /** For 口径: 每万常住人口 18 名. */
  readonly words: string;
  readonly postsOf: (size: CommunitySize) => Establishment;
};

type Found = EstablishmentRule | { readonly why: string };

const NO_SIZE = (what: string): Establishment => ({ why: `没有填写${what}` });

function perResidents(context: LedgerContext, on: Day): Found {
  const rate = numberIn(context, STAFFING_GROUP, PER_RESIDENTS, on);
  if (rate === undefined) return { why: missing(STAFFING_GROUP, PER_RESIDENTS, on) };
  const words = `每万常住人口 ${rate} 名，不足一名的按一名`;
  return {
    words,
    // 18 × 10,000 residents are whole numbers: multiplied first, no share of a person appears by rounding.
    postsOf: ({ residents }) =>
      residents === undefined ? NO_SIZE('常住人口') : { posts: Math.ceil((residents * rate) / 10_000) },
  };
}

function perHouseholds(context: LedgerContext, on: Day): Found {
  const each = numberIn(context, STAFFING_GROUP, PER_HOUSEHOLDS, on);
  if (each === undefined || each <= 0) return { why: missing(STAFFING_GROUP, PER_HOUSEHOLDS, on) };
  return {
    words: `每 ${each} 户 1 名，不足一名的按一名`,
    postsOf: ({ households }) => (households === undefined ? NO_SIZE('户数') : { posts: Math.ceil(households / each) }),
  };
}

function bySteps(context: LedgerContext, on: Day): Found {
  const steps = context
    .parameterKeys(STEPS_GROUP, on)
    .flatMap((key) => {
      const posts = numberIn(context, STEPS_GROUP, key, on);
      return /^\d+$/.test(key) && posts !== undefined ? [{ upTo: Number(key), posts }] : [];
    })
    .toSorted((a, b) => a.upTo - b.upTo);
  const last = steps.at(-1);
  const beyond = numberIn(context, STEPS_GROUP, BEYOND_STEPS, on);
  if (!last) return { why: missing(STEPS_GROUP, '', on) };
  const told = steps.map(({ upTo, posts }) => `${upTo} 户及以下 ${posts} 名`).join('、');
  return {
    words: beyond === undefined ? told : `${told}，超过 ${last.upTo} 户每 ${beyond} 户加 1 名`,
    postsOf: ({ households }) => {
      if (households === undefined) return NO_SIZE('户数');
      const step = steps.find(({ upTo }) => households <= upTo);
      if (step) return { posts: step.posts };
      if (beyond === undefined || beyond <= 0) return { why: `超过 ${last.upTo} 户的没有规定` };
      return { posts: last.posts + Math.ceil((households - last.upTo) / beyond) };
    },
  };
}

const WAYS: { readonly [way: string]: (context: LedgerContext, on: Day) => Found } = {
  [PER_RESIDENTS]: perResidents,
  [PER_HOUSEHOLDS]: perHouseholds,
  [BY_STEPS]: bySteps,
};

/** The rule in force on a day, or why there is none: a rate that rests on it then shows — and says so. */
export function establishmentRule(context: LedgerContext, on: Day): Found {
  const way = context.parameter(RULES_GROUP, STAFFING_RULE, on);
  if (way === undefined) return { why: missing(RULES_GROUP, STAFFING_RULE, on) };
  return WAYS[way]?.(context, on) ?? { why: `没有“${way}”这种配备办法，请在基础参数“${STAFFING_RULE}”里改` };
}

/** A dated parameter read as a number; undefined where none is in force on the day. */
export function numberIn(context: LedgerContext, group: string, key: string, on: Day): number | undefined {
  const text = context.parameter(group, key, on);
  if (text === undefined) return undefined;
  const number = Number(text);
  return Number.isFinite(number) ? number : undefined;
}

/** Why a figure has no value: which parameter is missing for which day. */
export const missing = (group: string, key: string, on: Day): string =>
  `${on} 没有有效的${group}${key === '' ? '' : `“${key}”`}，请在基础参数里补`;

import { textIn } from '../kit/field-values.ts';
import { sum } from '../kit/numbers.ts';
import type { Day, LedgerRecord } from '../kit/values.ts';
import { communitiesOn } from '../rules/communities.ts';
import { type EstablishmentRule, establishmentRule } from '../rules/establishment.ts';
import { wageFloor } from '../rules/wage-floor.ts';
import { ageOn, hasDegree, isOnDuty, isOnRoster, yearlyInsuranceOf, yearlyPayOf } from '../rules/worker-facts.ts';
import { type Figure, meanOf, type Part, rateOf, shareOf } from './figure.ts';
import type { Indicator, IndicatorScope } from './indicator.ts';

const LEDGER = 'worker';
const FEN = 100;

/** The day a roster is counted on: the last of the period, or today where that has not come. */
export const rosterDay = ({ period, context }: Pick<IndicatorScope, 'period' | 'context'>): Day =>
  period.last < context.today ? period.last : context.today;

type Roster = { readonly on: Day; readonly onDuty: readonly LedgerRecord[]; readonly excluded: Figure['excluded'] };

/** Those on duty on the day; whoever of the roster is not counts nowhere and is named. */
function rosterOf(scope: IndicatorScope): Roster {
  const on = rosterDay(scope);
  const onDuty = scope.records.filter((record) => isOnDuty(record, on));
  const away = scope.records.filter((one) => isOnRoster(one, on) && !isOnDuty(one, on)).map(({ id }) => id);
  return { on, onDuty, excluded: [{ why: `${on} 不在岗`, ids: away }] };
}

/** A figure without a value: the records it would rest on, and why there is none. */
const untold = (unit: Figure['unit'], records: readonly LedgerRecord[], why: string): Figure => ({
  unit,
  ledger: LEDGER,
  ids: records.map(({ id }) => id),
  basis: why,
});

/** A community of which a figure cannot be told, and why. */
type UntoldCommunity = { readonly community: LedgerRecord; readonly why: string };

/**
 * The people of communities that cannot be told of stay out of both sides, and are named in the basis and beside the figure; so
 * are those whose community has no posts or households on the day, because it was withdrawn.
 */
function without(
  untold: readonly UntoldCommunity[],
  { onDuty, excluded = [] }: Roster,
  counted: readonly LedgerRecord[],
) {
  const out = untold.map(({ community, why }) => ({
    why: `${textIn(community.values, 'name')}${why}`,
    ids: onDuty.filter(({ values }) => values.community === community.id).map(({ id }) => id),
  }));
  const inUse = new Set(counted.map(({ id }) => id));
  const displaced = onDuty.filter(({ values }) => !inUse.has(textIn(values, 'community'))).map(({ id }) => id);
  const left = new Set([...displaced, ...out.flatMap(({ ids }) => ids)]);
  return {
    counted: onDuty.filter(({ id }) => !left.has(id)),
    words: out.length === 0 ? '' : `；${out.map(({ why }) => why).join('、')}，未计入`,
    excluded: [...excluded, ...out, { why: '所属社区已停用或未启用', ids: displaced }].filter(
      ({ ids }) => ids.length > 0,
    ),
  };
}

/** 应配 of communities, and those it cannot be told of. */
export function establishmentOf(rule: EstablishmentRule, communities: readonly LedgerRecord[]) {
  const parts: Part[] = [];
  const untold: UntoldCommunity[] = [];
  for (const community of communities) {
    const { households, residents } = community.values;
    const found = rule.postsOf({
      ...(typeof households === 'number' ? { households } : {}),
      ...(typeof residents === 'number' ? { residents } : {}),
    });
    if ('posts' in found) parts.push({ id: community.id, amount: found.posts });
    else untold.push({ community, why: found.why });
  }
  return { parts, posts: sum(parts.map(({ amount }) => amount)), untold };
}

/** R1: on duty over 应配. A community without a count cannot be told. */
function staffingRate(scope: IndicatorScope): Figure {
  const roster = rosterOf(scope);
  const { on, onDuty } = roster;
  const rule = establishmentRule(scope.context, on);
  if ('why' in rule) return untold('share', onDuty, rule.why);
  const communities = communitiesOn(scope.context, on, scope.communities);
  const { posts, untold: unknown } = establishmentOf(rule, communities);
  const { counted, words, excluded } = without(unknown, roster, communities);
  return {
    ...(posts === 0 ? {} : { value: counted.length / posts }),
    unit: 'share',
    ledger: LEDGER,
    ids: counted.map(({ id }) => id),
    numerator: counted.length,
    denominator: posts,
    basis: `${on} 在岗人数 ÷ 应配人数（${rule.words}）${words}`,
    excluded,
  };
}

/** R2: households of the communities over those on duty in them. A community whose households are not known cannot be told. */
function householdsPerWorker(scope: IndicatorScope): Figure {
  const roster = rosterOf(scope);
  const { on } = roster;
  const communities = communitiesOn(scope.context, on, scope.communities);
  const isKnown = ({ values }: LedgerRecord) => typeof values.households === 'number';
  const unknown = communities.filter((one) => !isKnown(one)).map((community) => ({ community, why: '没有填写户数' }));
  const households = sum(communities.filter(isKnown).map(({ values }) => Number(values.households)));
  const { counted, words, excluded } = without(unknown, roster, communities);
  return {
    ...(counted.length === 0 ? {} : { value: households / counted.length }),
    unit: 'mean',
    ledger: LEDGER,
    ids: counted.map(({ id }) => id),
    numerator: households,
    denominator: counted.length,
    basis: `社区户数合计 ÷ ${on} 在岗人数${words}`,
    excluded,
  };
}

/** A rate over those on duty of whom the fact is known; the others are named. */
const shareOnDuty =
  (basis: string, isHit: (record: LedgerRecord) => boolean | undefined) =>
  (scope: IndicatorScope): Figure => {
    const { onDuty, excluded } = rosterOf(scope);
    const known = onDuty.filter((record) => isHit(record) !== undefined);
    const unknown = onDuty.filter((record) => isHit(record) === undefined).map(({ id }) => id);
    return rateOf(known, (record) => isHit(record) === true, {
      ledger: LEDGER,
      basis,
      excluded: [...(excluded ?? []), { why: '没有填写', ids: unknown }],
    });
  };

const fact =
  (field: string, hits: (value: string) => boolean) =>
  ({ values }: LedgerRecord): boolean | undefined => {
    const value = textIn(values, field);
    return value === '' ? undefined : hits(value);
  };

const PARTY = ['中共党员', '预备党员'];

export const isCertified = fact('certificate', (certificate) => certificate !== '无');
export const isPartyMember = fact('politics', (politics) => PARTY.includes(politics));

/** R5: mean age in full years of those whose birth is known. */
function meanAge(scope: IndicatorScope): Figure {
  const { on, onDuty } = rosterOf(scope);
  const ages = onDuty.flatMap((record): Part[] => {
    const age = ageOn(record, on);
    return age === undefined ? [] : [{ id: record.id, amount: age }];
  });
  return meanOf(ages, 'mean', { ledger: LEDGER, basis: `${on} 在岗人员的周岁年龄平均，不知道出生年月的不计` });
}

/** A year's pay of each of those on duty, insurance included where the office counts it. */
export const paidIn = (records: readonly LedgerRecord[], countsInsurance: boolean): readonly Part[] =>
  records.flatMap((record): Part[] => {
    const pay = yearlyPayOf(record);
    if (pay === undefined) return [];
    return [{ id: record.id, amount: pay.amount + (countsInsurance ? yearlyInsuranceOf(record) : 0) }];
  });

/** R4: what is paid over what the floor asks for the same people, each by the kind of post. */
function payAgainstFloor(scope: IndicatorScope): Figure {
  const { on, onDuty, excluded } = rosterOf(scope);
  const floor = wageFloor(scope.context, on);
  if ('why' in floor) return untold('share', onDuty, floor.why);
  // Both sides in 元, as they are written beside the rate.
  const floors = onDuty.flatMap(({ id, values }): Part[] => {
    const amount = floor.floorOf(textIn(values, 'postKind'));
    return amount === undefined ? [] : [{ id, amount: amount / FEN }];
  });
  const paid = paidIn(onDuty, floor.countsInsurance).map(({ id, amount }) => ({ id, amount: amount / FEN }));
  const isKnown = ({ id }: { readonly id: string }) =>
    floors.some((part) => part.id === id) && paid.some((part) => part.id === id);
  const unknown = onDuty.filter((record) => !isKnown(record)).map(({ id }) => id);
  const share = shareOf(paid.filter(isKnown), floors.filter(isKnown), {
    ledger: LEDGER,
    basis: `在岗人员年薪酬合计（元） ÷ 同一批人按岗位应达到的合计；工资基数：${floor.words}`,
  });
  const left = [...(excluded ?? []), { why: '没有薪酬或岗位类别', ids: unknown }].filter(({ ids }) => ids.length > 0);
  return left.length === 0 ? share : { ...share, excluded: left };
}

const indicator = (
  id: string,
  title: string,
  unit: Indicator['unit'],
  basis: string,
  source: string,
  measure: Indicator['measure'],
): Indicator => ({ id, title, ledger: LEDGER, unit, basis, source, inferred: true, measure });

const INFERRED = '各地考核常用，口径由程序推定';
const STAFFING = '配备标准各地不一（每万常住人口、按户数、户数档次），由基础参数选定';

/** R1 to R5 of 社区工作者, on the last day of the period or today. */
export const workerIndicators: readonly Indicator[] = [
  indicator('R1', '人员配备率', 'share', '在岗人数 ÷ 应配人数', STAFFING, staffingRate),
  indicator(
    'R2',
    '人均联系户数',
    'mean',
    '社区户数 ÷ 在岗人数；没有填写户数的社区和其中的人不计',
    INFERRED,
    householdsPerWorker,
  ),
  indicator(
    'R3',
    '持证率',
    'share',
    '有社会工作职业资格的在岗人员 ÷ 在岗人员，没有填写的不计',
    INFERRED,
    shareOnDuty('有社会工作职业资格的 ÷ 在岗人员，没有填写的不计', isCertified),
  ),
  indicator(
    'R4',
    '薪酬达标率',
    'share',
    '人均薪酬 ÷（工资基数 × 岗位比例）',
    '南京市 2018 年：书记、主任 100%，其他 80% 或 70%',
    payAgainstFloor,
  ),
  indicator('R5', '平均年龄', 'mean', '在岗人员周岁年龄的平均', INFERRED, meanAge),
  indicator(
    'R5b',
    '大专及以上占比',
    'share',
    '学历大专及以上 ÷ 在岗人员，取全日制和在职中较高的',
    INFERRED,
    shareOnDuty('学历大专及以上 ÷ 在岗人员，取全日制和在职中较高的，没有填写的不计', (one) => hasDegree(one, '大专')),
  ),
  indicator(
    'R5c',
    '本科及以上占比',
    'share',
    '学历本科及以上 ÷ 在岗人员，取全日制和在职中较高的',
    INFERRED,
    shareOnDuty('学历本科及以上 ÷ 在岗人员，取全日制和在职中较高的，没有填写的不计', (one) => hasDegree(one, '本科')),
  ),
  indicator(
    'R5d',
    '党员占比',
    'share',
    '中共党员（含预备党员）÷ 在岗人员',
    INFERRED,
    shareOnDuty('中共党员（含预备党员）÷ 在岗人员，没有填写的不计', isPartyMember),
  ),
];

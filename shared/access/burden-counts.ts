import { type Figure, type Part, shareOf, sumOfParts } from '../indicators/figure.ts';
import { textIn } from '../kit/field-values.ts';
import { grouped } from '../kit/grouped.ts';
import { inPeriod, type Period } from '../kit/period.ts';
import type { LedgerRecord, Values } from '../kit/values.ts';
import { referencesIn } from './review/references-in.ts';

/** What is counted when burdens are cut: 淮阴区's seven rows, then boards, chat groups and tables. */
export const BURDEN_KINDS = [
  '组织机构',
  '活动阵地',
  '工作任务指标',
  '创建达标评比',
  '信息系统',
  '证明盖章',
  '台账',
  '牌子',
  '工作群',
  '报表',
] as const;

/** Blank: not dealt with yet; the thing is there and counts as kept. */
export const BURDEN_ACTIONS = ['保留', '取消', '合并', '新增'] as const;

/**
 * Things that stand in one community each: two communities named are two of them. The others (a task, a system, a kind
 * of table) are one thing for the street, whoever has to do with it.
 */
const PLACED_KINDS: readonly string[] = ['组织机构', '活动阵地', '牌子', '工作群'];

/** Whether every community named has its own. */
export const isPlaced = (values: Values): boolean => PLACED_KINDS.includes(textIn(values, 'kind'));

const GONE: readonly string[] = ['取消', '合并'];

/** How many one record stands for in one community: what was typed, else the one thing it names. */
const countOf = ({ before, added, action }: Values): number => {
  const typed = action === '新增' ? added : before;
  return typeof typed === 'number' ? typed : 1;
};

/** The same for the whole street. */
const streetCountOf = (values: Values): number =>
  countOf(values) * (isPlaced(values) ? Math.max(1, referencesIn(values, 'targets').length) : 1);

/** How many are left of one record, over the street: all of what was kept or added, none of what was cut or merged. */
export const afterOf = (values: Values): number =>
  GONE.includes(textIn(values, 'action')) ? 0 : streetCountOf(values);

/**
 * One line of 减负清理: 清理后 = 清理前 − 取消 − 合并 + 新增, and 保留 = 清理前 − 取消 − 合并. Every figure names its records.
 */
export type BurdenCount = {
  readonly before: Figure;
  readonly kept: Figure;
  readonly cancelled: Figure;
  readonly merged: Figure;
  readonly added: Figure;
  readonly after: Figure;
  /** 减少率 = (清理前 − 清理后) ÷ 清理前; without a value where nothing stood before: blank, not 0 %. */
  readonly reduction: Figure;
};

export type BurdenCounts = {
  /** Every kind in the order of the form, also where nothing of it is registered. */
  readonly byKind: readonly (BurdenCount & { readonly kind: string })[];
  /** By community id, in the order they first appear; '' where the record names none. A thing shared counts in each. */
  readonly byCommunity: ReadonlyMap<string, BurdenCount>;
  /** By id of the owner department; '' where none is noted. */
  readonly byOwner: ReadonlyMap<string, BurdenCount>;
  readonly total: BurdenCount;
};

/** What became of one record by the end of the period. */
type Fate = 'kept' | 'cancelled' | 'merged' | 'added' | 'absent';

/** Before the period or after it nothing happens: what was cut earlier is gone, what is cut later still stands. */
function fateOf(values: Values, period: Period): Fate {
  const action = textIn(values, 'action');
  const date = textIn(values, 'date');
  const happened = date !== '' && inPeriod(period, date);
  const earlier = date !== '' && date < period.first;
  if (action === '新增') return happened ? 'added' : earlier ? 'kept' : 'absent';
  if (!GONE.includes(action) || !(happened || earlier)) return 'kept';
  if (earlier) return 'absent';
  return action === '取消' ? 'cancelled' : 'merged';
}

type Counted = Part & { readonly fate: Fate };

const MEANING = {
  ledger: 'burdenItem',
  basis: '清理前为期初存在的项数；取消、合并、新增按处理日期计入本期；减少率 =（清理前 − 清理后）÷ 清理前',
};

function lineOf(parts: readonly Counted[]): BurdenCount {
  const of = (...fates: readonly Fate[]) => parts.filter(({ fate }) => fates.includes(fate));
  const figure = (...fates: readonly Fate[]) => sumOfParts(of(...fates), 'count', MEANING);
  const grown = of('added').map((part) => ({ ...part, amount: -part.amount }));
  return {
    before: figure('kept', 'cancelled', 'merged'),
    kept: figure('kept'),
    cancelled: figure('cancelled'),
    merged: figure('merged'),
    added: figure('added'),
    after: figure('kept', 'added'),
    reduction: shareOf([...of('cancelled', 'merged'), ...grown], of('kept', 'cancelled', 'merged'), MEANING),
  };
}

type Keyed = readonly [key: string, part: Counted];

/** Counts by a key, keys in the order they first appear. */
const countsBy = (parts: readonly Keyed[]): ReadonlyMap<string, BurdenCount> =>
  new Map([...grouped(parts, ([key]) => key)].map(([key, group]) => [key, lineOf(group.map(([, part]) => part))]));

/**
 * 减负清理 of a period, for R8 (by kind), R12 (boards: filter the records by kind first) and the figures by community
 * and owner department. What stood at the start of the period is 清理前; only what happened inside it (by 处理日期) is
 * cut or added, so that the end of one period is the beginning of the next.
 */
export function burdenCounts(records: readonly LedgerRecord[], period: Period): BurdenCounts {
  const street = records.map(({ id, values }) => ({
    values,
    part: { id, amount: streetCountOf(values), fate: fateOf(values, period) },
  }));
  const byKind = countsBy(street.map(({ values, part }) => [textIn(values, 'kind'), part] as const));
  const nothing = lineOf([]);
  return {
    byKind: BURDEN_KINDS.map((kind) => ({ kind, ...(byKind.get(kind) ?? nothing) })),
    byCommunity: countsBy(
      street.flatMap(({ values, part }) => {
        const named = referencesIn(values, 'targets');
        const each = { ...part, amount: countOf(values) };
        return (named.length > 0 ? named : ['']).map((community) => [community, each] as const);
      }),
    ),
    byOwner: countsBy(street.map(({ values, part }) => [textIn(values, 'ownerDepartment'), part] as const)),
    total: lineOf(street.map(({ part }) => part)),
  };
}

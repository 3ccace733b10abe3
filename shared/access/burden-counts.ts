import type { Rate } from '../indicators/rate.ts';
import { type DayRange, isWithin } from '../kit/day-range.ts';
import { textIn } from '../kit/steps.ts';
import type { LedgerRecord, Values } from '../kit/values.ts';
import { referencesIn } from './references-in.ts';

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

/** One line of 减负清理: `after` = `before` − `cancelled` − `merged` + `added`, and `kept` = `before` − `cancelled` − `merged`. */
export type BurdenCount = {
  readonly before: number;
  readonly kept: number;
  readonly cancelled: number;
  readonly merged: number;
  readonly added: number;
  readonly after: number;
  /** 减少率 = (清理前 − 清理后) / 清理前; its zero denominator prints as a blank, not as 0 %. */
  readonly reduction: Rate;
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

type Tally = { before: number; cancelled: number; merged: number; added: number };

/** What one record adds to a line for the period: a stock at its start, and what happened to it inside. */
function tallyOf(values: Values, count: number, period: DayRange): Tally {
  const action = textIn(values, 'action');
  const date = textIn(values, 'date');
  const happened = isWithin(date, period);
  const isNew = action === '新增';
  const isGone = GONE.includes(action);
  const wasThere = isNew ? date !== '' && date < period.from : !(isGone && date !== '' && date < period.from);
  return {
    before: wasThere ? count : 0,
    cancelled: action === '取消' && happened ? count : 0,
    merged: action === '合并' && happened ? count : 0,
    added: isNew && happened ? count : 0,
  };
}

const sum = (left: Tally, right: Tally): Tally => ({
  before: left.before + right.before,
  cancelled: left.cancelled + right.cancelled,
  merged: left.merged + right.merged,
  added: left.added + right.added,
});

const NOTHING: Tally = { before: 0, cancelled: 0, merged: 0, added: 0 };

function counted({ before, cancelled, merged, added }: Tally): BurdenCount {
  const kept = before - cancelled - merged;
  const after = kept + added;
  return {
    before,
    kept,
    cancelled,
    merged,
    added,
    after,
    reduction: { numerator: before - after, denominator: before },
  };
}

/**
 * 减负清理 of a period, for R8 (by kind), R12 (boards: filter the records by kind first) and the figures by community
 * and owner department. What stood at the start of the period is 清理前; only what happened inside it (by 处理日期) is
 * cut or added, so that the end of one period is the beginning of the next.
 */
export function burdenCounts(records: readonly LedgerRecord[], period: DayRange): BurdenCounts {
  const kinds = new Map<string, Tally>(BURDEN_KINDS.map((kind) => [kind, NOTHING]));
  const communities = new Map<string, Tally>();
  const owners = new Map<string, Tally>();
  let total = NOTHING;
  const add = (lines: Map<string, Tally>, key: string, tally: Tally) =>
    lines.set(key, sum(lines.get(key) ?? NOTHING, tally));
  for (const { values } of records) {
    const street = tallyOf(values, streetCountOf(values), period);
    const each = tallyOf(values, countOf(values), period);
    const named = referencesIn(values, 'targets');
    total = sum(total, street);
    add(kinds, textIn(values, 'kind'), street);
    add(owners, textIn(values, 'ownerDepartment'), street);
    for (const community of named.length > 0 ? named : ['']) add(communities, community, each);
  }
  const lines = (tallies: ReadonlyMap<string, Tally>) =>
    new Map([...tallies].map(([key, tally]) => [key, counted(tally)] as const));
  return {
    byKind: [...kinds].map(([kind, tally]) => ({ kind, ...counted(tally) })),
    byCommunity: lines(communities),
    byOwner: lines(owners),
    total: counted(total),
  };
}

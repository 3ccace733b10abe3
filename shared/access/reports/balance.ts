import { sum } from '../../kit/numbers.ts';
import { dayBefore, type Period } from '../../kit/period.ts';
import { type CaseHistory, happened, type Phase, type PhaseEvent, phaseOn } from './case-phases.ts';
import { dateFaults } from './date-faults.ts';

/** A case that keeps a line from balancing: by how much, and what is wrong with its dates. */
export type Imbalance = { readonly id: string; readonly difference: number; readonly reasons: readonly string[] };

/** One check line of R7: what stood and came in must equal what went out and stands. */
export type BalanceLine = {
  readonly id: 'valid' | 'inHand' | 'unpublished';
  readonly title: string;
  /** 期初有效 + … − 退出 = 期末有效 */
  readonly rule: string;
  readonly opening: number;
  readonly plus: readonly { readonly title: string; readonly value: number }[];
  readonly minus: readonly { readonly title: string; readonly value: number }[];
  readonly closing: number;
  /** 期末 as it stands less 期末 as it should be. */
  readonly difference: number;
  /** Every single case balances: two errors that cancel out are no balance. */
  readonly ok: boolean;
  readonly cases: readonly Imbalance[];
};

type LineRule = {
  readonly id: BalanceLine['id'];
  readonly phase: Phase;
  readonly title: string;
  readonly stock: string;
  readonly plus: readonly PhaseEvent[];
  readonly minus: readonly PhaseEvent[];
};

const EVENT_TITLES: { readonly [event in PhaseEvent]: string } = {
  applied: '本期申请',
  listed: '清单内备案',
  approved: '准予',
  rejected: '不予',
  withdrawn: '撤回',
  published: '清单外首次公布',
  leftUnpublished: '公布前退出',
  exited: '退出',
};

const LINES: readonly LineRule[] = [
  {
    id: 'valid',
    phase: 'valid',
    title: '有效事项',
    stock: '有效',
    plus: ['listed', 'published'],
    minus: ['exited'],
  },
  {
    id: 'inHand',
    phase: 'inHand',
    title: '在办申请',
    stock: '在办',
    plus: ['applied'],
    minus: ['listed', 'approved', 'rejected', 'withdrawn'],
  },
  {
    id: 'unpublished',
    phase: 'unpublished',
    title: '已准未公布',
    stock: '已准未公布',
    plus: ['approved'],
    minus: ['published', 'leftUnpublished'],
  },
];

/** How many cases the line sees: at the start, by each event, at the end. */
type Tally = { opening: number; closing: number; readonly events: Map<PhaseEvent, number> };

function tally(rule: LineRule, histories: readonly CaseHistory[], period: Period): Tally {
  const before = dayBefore(period);
  const result: Tally = { opening: 0, closing: 0, events: new Map() };
  for (const history of histories) {
    if (phaseOn(history, before) === rule.phase) result.opening += 1;
    if (phaseOn(history, period.last) === rule.phase) result.closing += 1;
    for (const event of [...rule.plus, ...rule.minus]) {
      if (happened(history, event, period)) result.events.set(event, (result.events.get(event) ?? 0) + 1);
    }
  }
  return result;
}

function difference({ plus, minus }: LineRule, { opening, closing, events }: Tally): number {
  const total = (list: readonly PhaseEvent[]) => sum(list.map((event) => events.get(event) ?? 0));
  return closing - (opening + total(plus) - total(minus));
}

function checkLine(rule: LineRule, histories: readonly CaseHistory[], period: Period): BalanceLine {
  const all = tally(rule, histories, period);
  const cases = histories.flatMap((history): Imbalance[] => {
    const off = difference(rule, tally(rule, [history], period));
    return off === 0 ? [] : [{ id: history.record.id, difference: off, reasons: dateFaults(history) }];
  });
  const counted = (list: readonly PhaseEvent[]) =>
    list.map((event) => ({ title: EVENT_TITLES[event], value: all.events.get(event) ?? 0 }));
  const words = (sign: string, list: readonly PhaseEvent[]) => list.map((event) => ` ${sign} ${EVENT_TITLES[event]}`);
  return {
    id: rule.id,
    title: rule.title,
    rule: [`期初${rule.stock}`, ...words('+', rule.plus), ...words('−', rule.minus), ` = 期末${rule.stock}`].join(''),
    opening: all.opening,
    plus: counted(rule.plus),
    minus: counted(rule.minus),
    closing: all.closing,
    difference: difference(rule, all),
    ok: cases.length === 0,
    cases,
  };
}

/**
 * The three check lines of R7. Stocks are read from where each case stood on the two days, flows from what happened in
 * between; they agree unless the dates of a case contradict each other, and then that case is named.
 */
export const checkBalance = (histories: readonly CaseHistory[], period: Period): readonly BalanceLine[] =>
  LINES.map((rule) => checkLine(rule, histories, period));

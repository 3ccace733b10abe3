import { isBlank } from '../kit/blank.ts';
import { textIn } from '../kit/field-values.ts';
import type { LedgerContext } from '../kit/ledger-context.ts';
import { sum } from '../kit/numbers.ts';
import { inPeriod, nextPeriod, type Period, periodOf, previousPeriod } from '../kit/period.ts';
import { countRecords, type Figure, figureText } from './figure.ts';
import { indicatorById } from './indicator-list.ts';
import { leadCasesIn } from './lead-case-indicators.ts';

/** One item of a scoring sheet, in the words of the rule that sets it. */
export type ScoreRule = { readonly title: string; readonly points: number; readonly says: string } & (
  | { readonly kind: 'rate'; readonly indicator: string }
  /** Costs so much for each one more than the month before, month by month. */
  | { readonly kind: 'increase'; readonly indicator: string; readonly each: number }
  /** Earns so much a meeting, up to the points. */
  | { readonly kind: 'meetings'; readonly each: number }
  /** Costs for no record of receptions, a low rate of settled lead cases, or no lead case at all. */
  | {
      readonly kind: 'leading';
      readonly unrecorded: number;
      readonly below: number;
      readonly lowRate: number;
      readonly noCase: number;
    }
);

/**
 * 达川区信访工作考核细则, the items that figures decide: an example of how streets are scored. Every place has its own
 * sheet; another one is another list like this.
 */
export const DACHUAN_SCORING: readonly ScoreRule[] = [
  { kind: 'rate', title: '信访事项及时受理率', points: 5, indicator: 'X1', says: '得分 = 及时受理率 × 5 分' },
  { kind: 'rate', title: '信访事项按期答复率', points: 10, indicator: 'X2', says: '得分 = 按期答复率 × 10 分' },
  {
    kind: 'increase',
    title: '重复信访治理',
    points: 10,
    indicator: 'X5',
    each: 1,
    says: '重复信访件数每增加 1 件，扣减 1 分（以每月为一个周期）',
  },
  { kind: 'rate', title: '参评群众满意率', points: 10, indicator: 'X4', says: '得分 = 参评群众满意率 × 10 分' },
  { kind: 'rate', title: '群众参评率', points: 5, indicator: 'X3', says: '得分 = 群众参评率 × 5 分' },
  {
    kind: 'meetings',
    title: '专题研究信访工作',
    points: 6,
    each: 1,
    says: '党政办公会或信访联席会议专题研究部署信访工作的，每次得 1 分，最多得 6 分',
  },
  {
    kind: 'leading',
    title: '领导接访包案',
    points: 4,
    unrecorded: 2,
    below: 0.85,
    lowRate: 1,
    noCase: 2,
    says: '无接访工作记录的扣 2 分；包案化解率低于 85% 的扣减 1 分，未开展的扣减 2 分',
  },
];

/** What an item came to: `score` is absent where there is nothing to judge; `why` explains every point. */
export type ScoreLine = {
  readonly rule: ScoreRule;
  readonly score?: number;
  /** The records it rests on. */
  readonly figure: Figure;
  readonly why: string;
};

type Asked = { readonly period: Period; readonly context: LedgerContext };

function measure(id: string, { period, context }: Asked): Figure {
  const indicator = indicatorById(id);
  if (!indicator) throw new Error(`scoring names an unknown indicator: ${id}`);
  return indicator.measure({ records: context.records(indicator.ledger), period, context });
}

/** Two decimals at most, so that 0.9 × 5 is 4.5 and nothing else. */
const rounded = (score: number): number => Math.round(score * 100) / 100;

/** The months of the period up to the present one: what is still to come costs nothing. */
function monthsOf({ period, context }: Asked): readonly Period[] {
  const months: Period[] = [];
  const last = period.last < context.today ? period.last : context.today;
  for (let month = periodOf('month', period.first); month.first <= last; month = nextPeriod(month)) months.push(month);
  return months;
}

function rateLine(rule: ScoreRule & { readonly kind: 'rate' }, asked: Asked): ScoreLine {
  const figure = measure(rule.indicator, asked);
  const { value, numerator, denominator } = figure;
  if (value === undefined) return { rule, figure, why: '本期没有可计的件数，不得分也不扣分' };
  const score = rounded(value * rule.points);
  return { rule, figure, score, why: `${numerator}/${denominator} = ${figureText(figure)}，× ${rule.points} 分` };
}

function increaseLine(rule: ScoreRule & { readonly kind: 'increase' }, asked: Asked): ScoreLine {
  const figure = measure(rule.indicator, asked);
  const grown = monthsOf(asked).flatMap((month) => {
    const now = measure(rule.indicator, { ...asked, period: month }).value ?? 0;
    const before = measure(rule.indicator, { ...asked, period: previousPeriod(month) }).value ?? 0;
    return now > before ? [{ month, now, before }] : [];
  });
  const more = sum(grown.map(({ now, before }) => now - before));
  const words = grown.map(
    ({ month, now, before }) => `${month.label} ${now} 件，比上月 ${before} 件多 ${now - before} 件`,
  );
  const score = rounded(Math.max(0, rule.points - more * rule.each));
  return {
    rule,
    figure,
    score,
    why: more === 0 ? '没有一个月比上月增加' : `${words.join('；')}，共扣 ${more * rule.each} 分`,
  };
}

function meetingsLine(rule: ScoreRule & { readonly kind: 'meetings' }, { period, context }: Asked): ScoreLine {
  const held = context
    .records('meeting')
    .filter(({ values }) => values.onPetitions === true && inPeriod(period, textIn(values, 'heldOn')));
  const figure = countRecords(held, { ledger: 'meeting', basis: '本期召开、标为“研究信访”的会议' });
  const score = rounded(Math.min(rule.points, held.length * rule.each));
  return { rule, figure, score, why: `议事会议记录里研究信访的会议 ${held.length} 次，每次 ${rule.each} 分` };
}

function leadingLine(rule: ScoreRule & { readonly kind: 'leading' }, asked: Asked): ScoreLine {
  const { period, context } = asked;
  const figure = measure('X6', asked);
  const received = context
    .records('petition')
    .filter(({ values }) => inPeriod(period, textIn(values, 'receivedOn')) && !isBlank(values.receptionLeader));
  const hasCases = leadCasesIn(context.records('leadCase'), period).length > 0;
  const costs = [
    received.length === 0
      ? { why: `没有登记接访领导的信访件，扣 ${rule.unrecorded} 分`, cost: rule.unrecorded }
      : { why: `有接访领导的信访件 ${received.length} 件`, cost: 0 },
    hasCases ? lowRate(rule, figure) : { why: `本期没有领导包案，扣 ${rule.noCase} 分`, cost: rule.noCase },
  ];
  const lost = sum(costs.map(({ cost }) => cost));
  return {
    rule,
    figure,
    score: rounded(Math.max(0, rule.points - lost)),
    why: costs.map(({ why }) => why).join('；'),
  };
}

function lowRate({ below, lowRate: cost }: ScoreRule & { readonly kind: 'leading' }, figure: Figure) {
  const said = `包案化解率 ${figure.numerator}/${figure.denominator} = ${figureText(figure)}`;
  if ((figure.value ?? 0) >= below) return { why: said, cost: 0 };
  return { why: `${said}，低于 ${below * 100}%，扣 ${cost} 分`, cost };
}

function lineOf(rule: ScoreRule, asked: Asked): ScoreLine {
  switch (rule.kind) {
    case 'rate':
      return rateLine(rule, asked);
    case 'increase':
      return increaseLine(rule, asked);
    case 'meetings':
      return meetingsLine(rule, asked);
    case 'leading':
      return leadingLine(rule, asked);
  }
}

/** Scores an office for a period. Pure: what the ledgers hold, and the rules of one sheet. */
export const scorePetitions = (rules: readonly ScoreRule[], asked: Asked): readonly ScoreLine[] =>
  rules.map((rule) => lineOf(rule, asked));

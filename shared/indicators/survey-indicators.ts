import type { LedgerRecord } from '../kit/values.ts';
import {
  agreed,
  fairlyCounts,
  surveyDay,
  type Tally,
  tallyOf,
  validAnswers,
  weighedSum,
  weightsOf,
} from '../rules/survey-rules.ts';
import { type Figure, type Part, shareOf } from './figure.ts';
import type { Indicator, IndicatorScope } from './indicator.ts';
import { inPeriod } from './period.ts';

const SURVEY = 'survey';

/** Batches count in the months they ended in; one without an end, in those it began. */
const endedIn = ({ records, period }: IndicatorScope): readonly LedgerRecord[] =>
  records.filter(({ values }) => inPeriod(period, surveyDay(values)));

const partsOf = (records: readonly LedgerRecord[], count: (tally: Tally, record: LedgerRecord) => number): Part[] =>
  records.map((record) => ({ id: record.id, amount: count(tallyOf(record.values), record) }));

/** 满意率: 满意, and 基本满意 where the office counts it, over what was validly answered; refusals and 不了解 divide nothing. */
function satisfactionRate(scope: IndicatorScope): Figure {
  const batches = endedIn(scope);
  const countsFairly = fairlyCounts(scope.context, scope.period.last);
  const content = partsOf(batches, (tally) => agreed(tally, countsFairly));
  const basis = countsFairly ? WITH_FAIRLY : SATISFIED_ALONE;
  return shareOf(content, partsOf(batches, validAnswers), { ledger: SURVEY, basis });
}

/** 综合满意度: every batch by its own weights; one that names none is left out and named. */
function weighedSatisfaction(scope: IndicatorScope): Figure {
  const batches = endedIn(scope);
  const weighed = batches.filter(({ values }) => weightsOf(values) !== undefined);
  const unweighed = batches.filter((batch) => !weighed.includes(batch));
  const points = partsOf(weighed, (tally, { values }) => {
    const weights = weightsOf(values);
    return weights === undefined ? 0 : weighedSum(tally, weights) / 100;
  });
  const figure = shareOf(points, partsOf(weighed, validAnswers), { ledger: SURVEY, basis: WEIGHED_BASIS });
  if (unweighed.length === 0) return figure;
  return { ...figure, excluded: [{ why: '批次没有写明权重', ids: unweighed.map(({ id }) => id) }] };
}

const NOT_COUNTED = '拒访、空号不计，不了解单列不进分母';
const WITH_FAIRLY = `（满意 + 基本满意）÷ 有效回答；${NOT_COUNTED}`;
const SATISFIED_ALONE = `满意 ÷ 有效回答；${NOT_COUNTED}`;
const WEIGHED_BASIS = 'Σ 权重 × 回答数 ÷ 有效回答，权重按各批次写明的（如 100/80/0）';

export const surveyIndicators: readonly Indicator[] = [
  {
    id: 'S1',
    title: '满意率',
    ledger: SURVEY,
    unit: 'share',
    basis: `满意（是否含基本满意按计算规则）÷ 有效回答；${NOT_COUNTED}`,
    source: '六里山街道 2022 年 11 月测评公示（166/187 = 88.77 %）的做法',
    inferred: true,
    measure: satisfactionRate,
  },
  {
    id: 'S2',
    title: '综合满意度',
    ledger: SURVEY,
    unit: 'share',
    basis: WEIGHED_BASIS,
    source: '各地权重不同，随批次写明',
    inferred: true,
    measure: weighedSatisfaction,
  },
];

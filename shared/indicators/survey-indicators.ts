import { inPeriod } from '../kit/period.ts';
import type { LedgerRecord } from '../kit/values.ts';
import { communityOf } from '../rules/communities.ts';
import {
  answersOf,
  fairlyCounts,
  optionsOf,
  respondentsOf,
  type SurveyTally,
  sampleOf,
  surveyDay,
  tallyOf,
} from '../rules/survey-options.ts';
import { SMALL_SAMPLE, SMALL_SAMPLE_WORDS } from '../rules/survey-rules.ts';
import { type Figure, shareOf } from './figure.ts';
import type { Indicator, IndicatorScope } from './indicator.ts';

const SURVEY = 'survey';

/** A batch as it counts: what its answers come to, and how many people gave them. */
type Batch = SurveyTally & { readonly id: string; readonly people: number };

/**
 * The batches that ended in the months, those without an end by their beginning, each by its own options; of some communities
 * only what was answered there.
 */
function batchesIn({ records, period, context, communities }: IndicatorScope): readonly Batch[] {
  const isThere = (unit: string) => communities?.includes(communityOf(unit, context) ?? '') ?? true;
  return records
    .filter(({ values }) => inPeriod(period, surveyDay(values)))
    .map(({ id, values }: LedgerRecord) => {
      const answers = answersOf(values).filter(({ community }) => isThere(community));
      const tally = tallyOf(answers, optionsOf(values, fairlyCounts(context, period.last)));
      return { id, ...tally, people: communities ? respondentsOf(answers) : sampleOf(values) };
    })
    .filter(({ valid }) => communities === undefined || valid > 0);
}

/** A rate over few answers says little, and says so wherever it is shown. */
function cautioned(figure: Figure, batches: readonly Batch[]): Figure {
  const isSmall = figure.value !== undefined && batches.some(({ people }) => people < SMALL_SAMPLE);
  return isSmall ? { ...figure, caution: SMALL_SAMPLE_WORDS } : figure;
}

/** 满意率: what counts as 满意 by the options of the batch, over what was validly answered; refusals and 不了解 divide nothing. */
function satisfactionRate(scope: IndicatorScope): Figure {
  const batches = batchesIn(scope);
  const basis = fairlyCounts(scope.context, scope.period.last) ? WITH_FAIRLY : SATISFIED_ALONE;
  const figure = shareOf(
    batches.map(({ id, content }) => ({ id, amount: content })),
    batches.map(({ id, valid }) => ({ id, amount: valid })),
    { ledger: SURVEY, basis },
  );
  return cautioned(figure, batches);
}

/** 综合满意度: every batch by its own weights; one that names none is left out and named. */
function weighedSatisfaction(scope: IndicatorScope): Figure {
  const batches = batchesIn(scope);
  const weighed = batches.filter((batch) => batch.weighed !== undefined);
  const left = batches.filter((batch) => batch.weighed === undefined).map(({ id }) => id);
  const figure = shareOf(
    weighed.map(({ id, weighed: points = 0 }) => ({ id, amount: points / 100 })),
    weighed.map(({ id, valid }) => ({ id, amount: valid })),
    { ledger: SURVEY, basis: WEIGHED_BASIS },
  );
  const excluded = left.length === 0 ? {} : { excluded: [{ why: '批次没有写明权重', ids: left }] };
  return cautioned({ ...figure, ...excluded }, weighed);
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
    basis: `计入满意的回答（基本满意按计算规则，别的选项按批次写明的）÷ 有效回答；${NOT_COUNTED}`,
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

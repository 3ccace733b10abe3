import { type Complaint, error, warning } from '../kit/complaint.ts';
import { BASICALLY_COUNTS, countsSo } from '../kit/counting-rules.ts';
import { type FieldMap, percent, specsOf, text } from '../kit/fields.ts';
import type { DerivedFields } from '../kit/ledger.ts';
import type { LedgerContext } from '../kit/ledger-context.ts';
import { rowsIn, textIn } from '../kit/steps.ts';
import { childPath } from '../kit/validate.ts';
import type { Day, Value, Values } from '../kit/values.ts';
import type { SurveyValues } from '../ledgers/survey.ts';

/** Below so many valid answers a share says little; it is flagged, never hidden. */
export const SMALL_SAMPLE = 30;

/** Counts of one or many rows of results, by answer. */
export type Tally = {
  readonly satisfied: number;
  readonly fairly: number;
  readonly hardly: number;
  readonly unsatisfied: number;
  readonly unknown: number;
};

const numberIn = (value: Value | undefined): number => (typeof value === 'number' ? value : 0);

/** What was answered in a batch, over all its items and communities or those the test lets through. */
export function tallyOf(values: Values, counts: (row: Values) => boolean = () => true): Tally {
  const rows = rowsIn(values, 'results').filter(counts);
  const sum = (field: string) => rows.reduce((total, row) => total + numberIn(row[field]), 0);
  return {
    satisfied: sum('satisfied'),
    fairly: sum('fairly'),
    hardly: sum('hardly'),
    unsatisfied: sum('unsatisfied'),
    unknown: sum('unknown'),
  };
}

/** Answers that say something: 不了解 is reported, but divides nothing. */
export const validAnswers = ({ satisfied, fairly, hardly, unsatisfied }: Tally): number =>
  satisfied + fairly + hardly + unsatisfied;

/** Whether 基本满意 counts as 满意 on a day, as the office answered it. */
export const fairlyCounts = (context: Pick<LedgerContext, 'parameter'>, on: Day): boolean =>
  countsSo(BASICALLY_COUNTS, context, on);

/** The numerator of 满意率. */
export const agreed = ({ satisfied, fairly }: Tally, countsFairly: boolean): number =>
  satisfied + (countsFairly ? fairly : 0);

/** The day a batch is counted on: its last, else its first. */
export const surveyDay = (values: Values): Day => textIn(values, 'to') || textIn(values, 'from');

/** Weights of the batch in percent (100/80/0/0); undefined where any that is needed is not named. */
export function weightsOf(values: Values): Omit<Tally, 'unknown'> | undefined {
  const { weightSatisfied, weightFairly, weightHardly, weightUnsatisfied } = values;
  if (typeof weightSatisfied !== 'number' || typeof weightFairly !== 'number') return undefined;
  return {
    satisfied: weightSatisfied,
    fairly: weightFairly,
    hardly: numberIn(weightHardly),
    unsatisfied: numberIn(weightUnsatisfied),
  };
}

/** Σ weight × count, in percent of answers; divided by the valid answers it is 综合满意度. */
export const weighedSum = (tally: Tally, weights: Omit<Tally, 'unknown'>): number =>
  weights.satisfied * tally.satisfied +
  weights.fairly * tally.fairly +
  weights.hardly * tally.hardly +
  weights.unsatisfied * tally.unsatisfied;

const oneDecimal = (share: number): number => Math.round(share * 10) / 10;

const fields: FieldMap = {
  satisfaction: percent('满意率')
    .automatic()
    .width(8)
    .help('满意（按计算规则含基本满意）÷ 有效回答；不了解、拒访不进分母'),
  weighed: percent('综合满意度').automatic().width(10).help('Σ 权重 × 回答数 ÷ 有效回答；权重见本批次'),
  sampleNote: text('样本提示').automatic().width(14),
};

/** 满意率 and 综合满意度 of the batch: two numbers, never one for the other. */
export const surveyDerived: DerivedFields = {
  fields: specsOf(fields),
  compute: ({ values }, context): Values => {
    const tally = tallyOf(values);
    const valid = validAnswers(tally);
    const weights = weightsOf(values);
    const countsFairly = fairlyCounts(context, surveyDay(values) || context.today);
    const small = typeof values.valid === 'number' && values.valid < SMALL_SAMPLE;
    return {
      ...(valid === 0 ? {} : { satisfaction: oneDecimal((100 * agreed(tally, countsFairly)) / valid) }),
      ...(valid === 0 || weights === undefined ? {} : { weighed: oneDecimal(weighedSum(tally, weights) / valid) }),
      ...(small ? { sampleNote: `样本不足 ${SMALL_SAMPLE}` } : {}),
    };
  },
};

/** 成功样本 ≤ 接通 ≤ 拨打, and no item has more answers than the batch has samples. */
export function surveyComplaints(values: SurveyValues): readonly Complaint[] {
  const { dialled, reached, valid } = values;
  const complaints: Complaint[] = [];
  if (dialled !== undefined && reached !== undefined && reached > dialled) {
    complaints.push(error('survey/reached', `接通数 ${reached} 多于拨打数 ${dialled}。请核对。`, 'reached'));
  }
  if (reached !== undefined && valid !== undefined && valid > reached) {
    complaints.push(error('survey/valid', `成功样本 ${valid} 多于接通数 ${reached}。请核对。`, 'valid'));
  }
  for (const [place, row] of rowsIn(values, 'results').entries()) {
    const tally = tallyOf({ results: [row] });
    const answers = validAnswers(tally) + tally.unknown;
    if (valid === undefined || answers <= valid) continue;
    const message = `“${textIn(row, 'item')}”各项合计 ${answers}，多于成功样本 ${valid}。请核对。`;
    complaints.push(error('survey/answers', message, childPath('results', place, 'satisfied')));
  }
  if (valid !== undefined && valid < SMALL_SAMPLE) {
    complaints.push(warning('survey/small', `成功样本不足 ${SMALL_SAMPLE}，满意率只供参考`, 'valid'));
  }
  return complaints;
}

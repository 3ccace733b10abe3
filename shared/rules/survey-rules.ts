import { type Complaint, error, warning } from '../kit/complaint.ts';
import { rowsIn } from '../kit/field-values.ts';
import { type FieldMap, percent, specsOf, text } from '../kit/fields.ts';
import { grouped } from '../kit/grouped.ts';
import type { DerivedFields } from '../kit/ledger.ts';
import { rounded, sum } from '../kit/numbers.ts';
import { childPath } from '../kit/validate.ts';
import type { Values } from '../kit/values.ts';
import type { SurveyValues } from '../ledgers/survey.ts';
import { answersOf, fairlyCounts, optionsOf, sampleOf, surveyDay, tallyOf } from './survey-options.ts';

/** Below so many answers a share says little; it is flagged, never hidden. */
export const SMALL_SAMPLE = 30;

/** What stands beside a rate of few. */
export const SMALL_SAMPLE_WORDS = `样本不足 ${SMALL_SAMPLE}，只供参考`;

const oneDecimal = (share: number): number => rounded(share, 1);

const fields: FieldMap = {
  satisfaction: percent('满意率')
    .automatic()
    .width(8)
    .help('计入满意的回答（按计算规则含基本满意）÷ 有效回答；不了解、拒访不进分母'),
  weighed: percent('综合满意度').automatic().width(10).help('Σ 权重 × 回答数 ÷ 有效回答；权重见本批次'),
  sampleNote: text('样本提示').automatic().width(13),
};

/** 满意率 and 综合满意度 of the batch: two numbers, never one for the other. */
export const surveyDerived: DerivedFields = {
  fields: specsOf(fields),
  compute: ({ values }, context): Values => {
    const options = optionsOf(values, fairlyCounts(context, surveyDay(values) || context.today));
    const { content, valid, weighed } = tallyOf(answersOf(values), options);
    const isSmall = (values.valid !== undefined || valid > 0) && sampleOf(values) < SMALL_SAMPLE;
    return {
      ...(valid === 0 ? {} : { satisfaction: oneDecimal((100 * content) / valid) }),
      ...(valid === 0 || weighed === undefined ? {} : { weighed: oneDecimal(weighed / valid) }),
      ...(isSmall ? { sampleNote: `样本不足 ${SMALL_SAMPLE}` } : {}),
    };
  },
};

/** 成功样本 ≤ 接通 ≤ 拨打, and who answered and who refused were all reached. */
function sampleComplaints({ dialled, reached, valid, refused }: SurveyValues): readonly Complaint[] {
  const complaints: Complaint[] = [];
  if (dialled !== undefined && reached !== undefined && reached > dialled) {
    complaints.push(error('survey/reached', `接通数 ${reached} 多于拨打数 ${dialled}。请核对。`, 'reached'));
  }
  if (reached !== undefined && valid !== undefined && valid > reached) {
    complaints.push(error('survey/valid', `成功样本 ${valid} 多于接通数 ${reached}。请核对。`, 'valid'));
  } else if (reached !== undefined && valid !== undefined && valid + (refused ?? 0) > reached) {
    const message = `成功样本 ${valid} 与拒访 ${refused} 合计多于接通数 ${reached}，请核对。`;
    complaints.push(warning('survey/refused', message, 'refused'));
  }
  if (valid !== undefined && valid < SMALL_SAMPLE) {
    complaints.push(warning('survey/small', `成功样本不足 ${SMALL_SAMPLE}，满意率只供参考`, 'valid'));
  }
  return complaints;
}

/** Each item was asked of everybody: its answers, of all communities, come to the sample; nobody answers twice. */
function answerComplaints(values: SurveyValues): readonly Complaint[] {
  const { valid } = values;
  if (valid === undefined) return [];
  return [...grouped(answersOf(values), ({ item }) => item)].flatMap(([item, answers]) => {
    const total = sum(answers.map(({ count }) => count));
    const path = answers[0]?.path;
    if (total === valid || path === undefined) return [];
    const said = `“${item}”各项合计 ${total}，`;
    return total > valid
      ? [error('survey/answers', `${said}多于成功样本 ${valid}。请核对。`, path)]
      : [warning('survey/answers-short', `${said}比成功样本 ${valid} 少 ${valid - total}，请核对是否漏记。`, path)];
  });
}

/** Options are told apart by their names, answers name one of them, and either all that count are weighed or none. */
function optionComplaints(values: SurveyValues): readonly Complaint[] {
  const options = optionsOf(values, true);
  const names = options.map(({ name }) => name);
  const isDeclared = rowsIn(values, 'options').length > 0;
  const strangers = answersOf(values).filter(({ option, count }) => count > 0 && !names.includes(option));
  const weighed = options.filter(({ weight, isOutside }) => weight !== undefined && !isOutside);
  return [
    ...strangers.map(({ option, path }) =>
      error('survey/option', `“${option}”不是本批次的选项（${names.join('、')}）。请改选项，或在“选项”里加上。`, path),
    ),
    ...options.flatMap(({ name, weight, isOutside }, place): readonly Complaint[] => {
      if (names.indexOf(name) < place) {
        return [error('survey/option-twice', `选项“${name}”写了两次`, childPath('options', place, 'name'))];
      }
      if (!isDeclared || isOutside || weight !== undefined || weighed.length === 0) return [];
      const message = `“${name}”没有写权重，算不出综合满意度；不计分的写 0`;
      return [warning('survey/weight', message, childPath('options', place, 'weight'))];
    }),
  ];
}

export const surveyComplaints = (values: SurveyValues): readonly Complaint[] => [
  ...sampleComplaints(values),
  ...optionComplaints(values),
  ...answerComplaints(values),
];

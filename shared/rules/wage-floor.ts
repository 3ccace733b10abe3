import { textIn } from '../kit/field-values.ts';
import type { LedgerContext } from '../kit/ledger-context.ts';
import { RULES_GROUP } from '../kit/rules-group.ts';
import type { Day } from '../kit/values.ts';
import { parameterSeries, rowOn } from './dated-parameter.ts';
import { missing, numberIn } from './establishment.ts';

/** 薪酬对照: what pay is held against is a wage of a name, a place and a year, never one number in the program. */

export const WAGE_GROUP = '工资基数';
/** Rule that names the wage base, e.g. 城镇非私营单位就业人员平均工资. */
export const WAGE_RULE = '薪酬对照工资基数';
/** Rule that says whether what the employer pays into 五险一金 counts as pay (南京 2018: it does). */
export const INSURANCE_RULE = '薪酬含五险一金单位部分';
export const COEFFICIENT_GROUP = '等级系数';
export const coefficientKey = (postKind: string): string => `${postKind}薪酬比例`;
const FEN = 100;

/** The floor of a year's pay by kind of post, in fen, and how it is stated. */
export type WageFloor = {
  /** 口径: name, amount and day of the base, and what counts as pay. */
  readonly words: string;
  readonly countsInsurance: boolean;
  /** undefined for a kind of post without a coefficient. */
  readonly floorOf: (postKind: string) => number | undefined;
};

/** The floor in force on a day, or why there is none: no base is named, or it has no value for the day. */
export function wageFloor(context: LedgerContext, on: Day): WageFloor | { readonly why: string } {
  const name = context.parameter(RULES_GROUP, WAGE_RULE, on);
  if (name === undefined) return { why: missing(RULES_GROUP, WAGE_RULE, on) };
  const yuan = numberIn(context, WAGE_GROUP, name, on);
  if (yuan === undefined) return { why: missing(WAGE_GROUP, name, on) };
  const series = parameterSeries(context.records('parameter'), WAGE_GROUP).find(({ key }) => key === name);
  const row = series && rowOn(series, on);
  const basis = row ? textIn(row.values, 'basis') : '';
  const countsInsurance = context.parameter(RULES_GROUP, INSURANCE_RULE, on) === '是';
  const coefficientOf = (postKind: string) => numberIn(context, COEFFICIENT_GROUP, coefficientKey(postKind), on);
  const coefficients = ['正职', '副职', '其他'].map((kind) => `${kind} ${coefficientOf(kind) ?? '—'}%`).join('、');
  return {
    words: `${name} ${yuan} 元/年${basis === '' ? '' : `（${basis}）`}，${coefficients}；薪酬${countsInsurance ? '含' : '不含'}五险一金单位部分`,
    countsInsurance,
    floorOf: (postKind) => {
      const percent = coefficientOf(postKind);
      // Fen and percent are whole: a hundred of the one and a hundredth of the other cancel out.
      return percent === undefined ? undefined : Math.round((yuan * FEN * percent) / 100);
    },
  };
}

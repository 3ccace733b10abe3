import { textIn } from '../kit/field-values.ts';
import { money, specsOf, text } from '../kit/fields.ts';
import type { DerivedFields } from '../kit/ledger.ts';
import { sum } from '../kit/numbers.ts';
import { birthDayOf } from '../kit/resident-id.ts';
import type { Day, LedgerRecord, Values } from '../kit/values.ts';

/** What the roster says of one worker on a day: on duty or not, how old, with which education, at what pay. */

/** Whether somebody belongs to a community's workers on a day: has come by then, and has not left. */
export function isOnRoster({ values }: LedgerRecord, on: Day): boolean {
  const leftOn = textIn(values, 'leftOn');
  return textIn(values, 'communityFrom') <= on && (leftOn === '' || leftOn > on);
}

/** Whether somebody works there on that day. Blank 是否在岗 counts as on duty; whoever left later was. */
export const isOnDuty = (record: LedgerRecord, on: Day): boolean =>
  isOnRoster(record, on) && (textIn(record.values, 'leftOn') !== '' || record.values.onDuty !== false);

/** Full years on a day (周岁), by the resident ID number, else by the month of birth; undefined where neither is known. */
export function ageOn({ values }: LedgerRecord, on: Day): number | undefined {
  const born = birthDayOf(textIn(values, 'idNo')) ?? textIn(values, 'birth');
  if (born === '') return undefined;
  const years = Number(on.slice(0, 4)) - Number(born.slice(0, 4));
  // Of a month alone the day is not known: the birthday counts as had from the first of that month.
  return on.slice(5, born.length) < born.slice(5) ? years - 1 : years;
}

/** The age bands the level above asks for. */
export const AGE_BANDS = [
  { title: '35岁及以下', from: 0, to: 35 },
  { title: '36–45岁', from: 36, to: 45 },
  { title: '46–55岁', from: 46, to: 55 },
  { title: '55岁以上', from: 56, to: Number.POSITIVE_INFINITY },
] as const;

/** 学历 from the lowest up, with what other people's sheets call them. */
export const DEGREES = [
  { value: '初中及以下', aliases: ['初中', '小学'] },
  { value: '高中中专', aliases: ['高中', '中专', '中技', '职高'] },
  { value: '大专', aliases: ['专科', '大学专科'] },
  { value: '本科', aliases: ['大学', '大学本科'] },
  { value: '硕士', aliases: ['研究生', '硕士研究生'] },
  { value: '博士', aliases: ['博士研究生'] },
] as const;

const gradeOf = (degree: string): number => DEGREES.findIndex(({ value }) => value === degree);

/** Whether the higher of full-time and on-the-job education reaches a degree; undefined where neither is known. */
export function hasDegree({ values }: LedgerRecord, least: '大专' | '本科'): boolean | undefined {
  const highest = Math.max(...['degree', 'degreeOnJob'].map((field) => gradeOf(textIn(values, field))));
  return highest < 0 ? undefined : highest >= gradeOf(least);
}

/** Parts of a month's pay; together they are 月应发工资. */
const PAY_PARTS = ['payBase', 'payPost', 'paySeniority', 'payCertificate', 'payPerformance'] as const;

const amountIn = (values: Values, field: string): number | undefined => {
  const value = values[field];
  return typeof value === 'number' ? value : undefined;
};

/** The sum of the parts of a month's pay; undefined where none is filled. */
export function payOfParts(values: Values): number | undefined {
  const parts = PAY_PARTS.flatMap((field) => amountIn(values, field) ?? []);
  return parts.length === 0 ? undefined : sum(parts);
}

const MONTHS = 12;

/** Twelve times a month's pay, the month as entered or as the sum of its parts; undefined where neither is known. */
export function payOfTwelveMonths(values: Values): number | undefined {
  const month = amountIn(values, 'monthlyPay') ?? payOfParts(values);
  return month === undefined ? undefined : month * MONTHS;
}

/** A year's pay in fen, and how it is known: as entered, or a month's twelve times. */
export type YearlyPay = { readonly amount: number; readonly how: '填报数' | '月应发×12' };

/** What is paid a year: the total as entered, else twelve months; undefined where neither is known. */
export function yearlyPayOf({ values }: Pick<LedgerRecord, 'values'>): YearlyPay | undefined {
  const entered = amountIn(values, 'yearlyPay');
  if (entered !== undefined) return { amount: entered, how: '填报数' };
  const months = payOfTwelveMonths(values);
  return months === undefined ? undefined : { amount: months, how: '月应发×12' };
}

/** A year's pay as a column, and whether it was entered or counted. */
export const workerPayDerived: DerivedFields = {
  fields: specsOf({
    yearPay: money('年应发（计算）', '元').automatic(),
    yearPayHow: text('年应发口径').automatic().width(12),
  }),
  compute: (record) => {
    const pay = yearlyPayOf(record);
    return pay ? { yearPay: pay.amount, yearPayHow: pay.how } : {};
  },
};

/** What the employer pays into 五险一金 a year. */
export const yearlyInsuranceOf = ({ values }: LedgerRecord): number =>
  (amountIn(values, 'employerInsurance') ?? 0) * MONTHS;

import { BASICALLY_COUNTS, countsSo } from '../kit/counting-rules.ts';
import { rowsIn, textIn } from '../kit/field-values.ts';
import { grouped } from '../kit/grouped.ts';
import type { LedgerContext } from '../kit/ledger-context.ts';
import { childPath } from '../kit/validate.ts';
import type { Day, Value, Values } from '../kit/values.ts';

/** One answer people could give in a batch: what it weighs, whether it counts as 满意, whether it is an answer at all. */
export type SurveyOption = {
  readonly name: string;
  /** In percent of full marks: 100/80/0; absent where the batch names none. */
  readonly weight?: number;
  readonly isContent: boolean;
  /** 不了解: reported, and in no denominator. */
  readonly isOutside: boolean;
};

/** The usual five, with their columns in the results and the field of their weight. */
const USUAL = [
  { name: '满意', column: 'satisfied', weight: 'weightSatisfied' },
  { name: '基本满意', column: 'fairly', weight: 'weightFairly' },
  { name: '不太满意', column: 'hardly', weight: 'weightHardly' },
  { name: '不满意', column: 'unsatisfied', weight: 'weightUnsatisfied' },
  { name: '不了解', column: 'unknown', weight: '' },
] as const;

/** Nothing said of them, 满意 and 很满意 count as 满意, 基本满意 as the office answered, and 不了解 is no answer. */
const CONTENT = ['满意', '很满意', '非常满意'];
const FAIRLY = '基本满意';
const OUTSIDE = ['不了解', '不回答', '不了解/不回答'];

/** Whether 基本满意 counts as 满意 on a day, as the office answered it. */
export const fairlyCounts = (context: Pick<LedgerContext, 'parameter'>, on: Day): boolean =>
  countsSo(BASICALLY_COUNTS, context, on);

/** The day a batch is counted on: its last, else its first. */
export const surveyDay = (values: Values): Day => textIn(values, 'to') || textIn(values, 'from');

const numberIn = (value: Value | undefined): number | undefined => (typeof value === 'number' ? value : undefined);

/** A weight by the batch's own four fields: 满意 and 基本满意 must both be named, 100/80; what is blank beside them is 0. */
function usualWeight(values: Values, name: string): number | undefined {
  const field = USUAL.find((one) => one.name === name)?.weight;
  if (field === undefined || numberIn(values.weightSatisfied) === undefined) return undefined;
  if (numberIn(values.weightFairly) === undefined) return undefined;
  return numberIn(values[field]) ?? 0;
}

/** The options of a batch: those it declares, else the usual five. */
export function optionsOf(values: Values, countsFairly: boolean): readonly SurveyOption[] {
  const declared = rowsIn(values, 'options');
  const rows: readonly Values[] = declared.length > 0 ? declared : USUAL.map(({ name }) => ({ name }));
  return rows.map((row) => {
    const name = textIn(row, 'name');
    const weight = numberIn(row.weight) ?? usualWeight(values, name);
    const usual = CONTENT.includes(name) || (name === FAIRLY && countsFairly);
    return {
      name,
      ...(weight === undefined ? {} : { weight }),
      isContent: typeof row.content === 'boolean' ? row.content : usual,
      isOutside: typeof row.outside === 'boolean' ? row.outside : OUTSIDE.includes(name),
    };
  });
}

/** How often one option was chosen, of which item and where; `path` is the cell that says so. */
export type SurveyAnswer = {
  readonly item: string;
  readonly community: string;
  readonly option: string;
  readonly count: number;
  readonly path: string;
};

/** Every count of a batch: the usual five from their columns, others from the list of their own. */
export function answersOf(values: Values): readonly SurveyAnswer[] {
  const answer = (row: Values, option: string, count: Value | undefined, path: string): readonly SurveyAnswer[] => {
    const of = { item: textIn(row, 'item'), community: textIn(row, 'community') };
    return typeof count === 'number' ? [{ ...of, option, count, path }] : [];
  };
  return [
    ...rowsIn(values, 'results').flatMap((row, place) =>
      USUAL.flatMap(({ name, column }) => answer(row, name, row[column], childPath('results', place, column))),
    ),
    ...rowsIn(values, 'answers').flatMap((row, place) =>
      answer(row, textIn(row, 'option'), row.count, childPath('answers', place, 'option')),
    ),
  ];
}

/** What the answers come to: how many count as 满意, how many are answers, and what they weigh. */
export type SurveyTally = {
  readonly content: number;
  readonly valid: number;
  /** Σ weight × count in percent; absent where an option in the denominator weighs nothing known. */
  readonly weighed?: number;
};

/** Counts answers by the options of their batch; an answer that is none of them counts nowhere. */
export function tallyOf(answers: readonly SurveyAnswer[], options: readonly SurveyOption[]): SurveyTally {
  const inside = options.filter(({ isOutside }) => !isOutside);
  const sum = (names: readonly SurveyOption[]) =>
    answers.reduce((total, { option, count }) => total + (names.some(({ name }) => name === option) ? count : 0), 0);
  const content = sum(inside.filter(({ isContent }) => isContent));
  const valid = sum(inside);
  if (inside.some(({ weight }) => weight === undefined)) return { content, valid };
  return { content, valid, weighed: inside.reduce((total, one) => total + (one.weight ?? 0) * sum([one]), 0) };
}

/** How many people gave these answers: as many as the most answered item has. */
export function respondentsOf(answers: readonly SurveyAnswer[]): number {
  const items = grouped(answers, ({ item }) => item);
  return Math.max(0, ...[...items.values()].map((of) => of.reduce((total, { count }) => total + count, 0)));
}

/** How many people a batch reached: what it says, else as many as answered. */
export const sampleOf = (values: Values): number => numberIn(values.valid) ?? respondentsOf(answersOf(values));

import { foldHeader } from '../workbook/import/header-words.ts';
import type { TextValue } from './form-binding.ts';

/** Labels that say whose day a date is: the day of filling in, not the period. */
const TODAY = /日期|时间/;
/** Labels whose days are those the figures are of, whatever they call them. */
const OF_FIGURES = /统计|起止|所属|报告|填报期|报表期/;

export const namesDay = (label: string): boolean => TODAY.test(label);
export const isOfFigures = (label: string): boolean => OF_FIGURES.test(label);
export const isDayOfFilling = (label: string): boolean => namesDay(label) && !isOfFigures(label);

const OFFICE = '(填报|填表|报送|上报|编制)(单位|单位名称|机关)';
const PERSON = '填表人|填报人|制表人|经办人';
const DAY = '(填报|填表|报送|上报|制表)(日期|时间)';
const PERIOD = '填报期|报告期|统计期|所属期|填报期间|统计时段|报表期|(统计|填报|报送|所属)月份';

/** Labels that need no colon to be known for one. */
const PLAIN: readonly (readonly [label: RegExp, value: TextValue])[] = [
  [new RegExp(`^(${OFFICE})(\\(盖章\\))?$`), { kind: 'office' }],
  [new RegExp(`^(${PERSON})$`), { kind: 'operator' }],
  [new RegExp(`^(${DAY})$`), { kind: 'today' }],
  [new RegExp(`^(${PERIOD})$`), { kind: 'period' }],
];

/** Shorter ones, which a colon makes labels. */
const BEFORE_COLON: typeof PLAIN = [
  [/^(单位|单位名称|机关)(\(盖章\))?$/, { kind: 'office' }],
  [/^(制表|填表)$/, { kind: 'operator' }],
  [/^(日期|时间)$/, { kind: 'today' }],
];

const meantBy = (text: string, labels: typeof PLAIN): TextValue | undefined => {
  const label = foldHeader(text);
  return labels.find(([pattern]) => pattern.test(label))?.[1];
};

/** What a label without a colon asks for: 填报单位, 填表人. */
export const labelMeans = (text: string): TextValue | undefined => meantBy(text, PLAIN);

/** What a label before a colon asks for. */
export const labelled = (text: string): TextValue | undefined => meantBy(text, [...PLAIN, ...BEFORE_COLON]);

/** The words of the labels that need no colon, to be found within a text. */
export const PLAIN_LABELS = `${OFFICE}|${PERSON}|${DAY}|${PERIOD}`;

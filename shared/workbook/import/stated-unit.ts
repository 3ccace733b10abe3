import { isCounter } from '../../kit/convert/convert-number.ts';
import type { AmountUnit } from '../../kit/fields.ts';

const UNITS: { readonly [scale: string]: AmountUnit } = {
  '': '元',
  千: '千元',
  万: '万元',
  百万: '百万元',
  千万: '千万元',
  亿: '亿元',
};
const SCALE = '千万|百万|千|万|亿';
const CURRENCY = '(?:人民币|rmb)?';
const WORD = new RegExp(`^(?:(?:金额|计量)?单位)?${CURRENCY}(${SCALE})?(元)?${CURRENCY}$`);

/** 万元, 人民币万元, 万: the unit that a whole word names. */
function unitOf(word: string): AmountUnit | undefined {
  const [found, scale = '', yuan] = WORD.exec(word) ?? [];
  return found === undefined || (scale === '' && yuan === undefined) ? undefined : UNITS[scale];
}

const fold = (text: string): string => text.normalize('NFKC').toLowerCase();
const compact = (text: string): string => fold(text).replace(/\s+/g, '');

const firstUnit = (words: readonly string[]): AmountUnit | undefined =>
  words.map(unitOf).find((unit) => unit !== undefined);

/** （万元）, （单位：户、万元）. */
function bracketedUnit(text: string): AmountUnit | undefined {
  const inside = [...fold(text).matchAll(/[([【]([^)\]】]*)[)\]】]/g)].map(([, words = '']) => compact(words));
  return firstUnit(inside.flatMap((words) => words.split(/[:、,;/]/)));
}

/** 金额/万元, 金额 万元, 金额，元, 金额万元; but neither 单元 nor 多元. */
const AT_END = new RegExp(`(?:[\\s/,:、，：]+${CURRENCY}(?:${SCALE})?元|(?:${SCALE})元)(?=\\s*\\**\\s*$)`, 'i');

/** The unit a header states for its column: in brackets, or at its end. */
export const headerUnit = (text: string): AmountUnit | undefined =>
  bracketedUnit(text) ?? firstUnit((AT_END.exec(fold(text))?.[0] ?? '').split(/[\s/,:、]+/));

/** The header without a unit at its end. */
export const withoutUnit = (text: string): string => text.replace(AT_END, '');

const spaced = (word: string): string => [...word].join('\\s*');
/** 填报单位：万元社区 is the name of an office. */
const OFFICE = ['填报', '填表', '报送'].map(spaced).join('|');
const LINE = new RegExp(
  `(?<!(?:${OFFICE})\\s*)${spaced('单位')}\\s*:?\\s*(?:[^\\s、,/]{1,4}[、,/]\\s*)*` +
    `((?:${spaced('人民币')}|rmb)?\\s*(?:千|百)?\\s*[千万亿]?\\s*元|(?:千|百)?[千万亿])(?=$|[\\s、,;。/)\\]】])`,
);

/** The unit a line above the header states for all columns: 单位：万元, （万元）, or 万元, 万 in a cell of its own. */
export function lineUnit(text: string): AmountUnit | undefined {
  const stated = LINE.exec(fold(text))?.[1];
  if (stated !== undefined) return unitOf(compact(stated));
  return bracketedUnit(text) ?? unitOf(compact(text));
}

/** What a row of units below the header holds: 万元, （元）, 人, %. */
export function isUnitWord(text: string): boolean {
  const word = compact(text).replace(/^[([【]|[)\]】]$/g, '');
  return word === '%' || isCounter(word) || unitOf(word) !== undefined;
}

import type { AmountUnit, MoneyUnit } from '../fields.ts';
import { formatMoney } from '../format-money.ts';
import { type Conversion, keep, keepWithWarning, quote, refuse } from './conversion.ts';
import { hadOddMarks, isDestroyedNumber, plainMarks } from './marks.ts';

/** Sign, digits (in thousands groups or without), fraction, and whatever stands behind. */
const NUMBER = /^([+-]?)(\d{1,3}(?:,\d{3})+|\d+)?(?:\.(\d*))?\s*(.*)$/;

type Decimal = { readonly negative: boolean; readonly whole: string; readonly fraction: string; readonly rest: string };

/** The parts of a decimal number as text: arithmetic on them is exact. Undefined where there is no number in front. */
function decimalOf(text: string): Decimal | undefined {
  const found = NUMBER.exec(text);
  if (!found) return undefined;
  const [, sign, whole = '', fraction = '', rest = ''] = found;
  if (whole === '' && fraction === '') return undefined;
  return { negative: sign === '-', whole: whole.replaceAll(',', ''), fraction, rest };
}

/** The nearest number of the 15 digits a spreadsheet keeps, so that it comes back from an export; never a minus zero. */
const nearest = (digits: string): number => Number(Number(digits).toPrecision(15)) + 0;

const numberOf = ({ negative, whole, fraction }: Decimal, places = 0): number =>
  nearest(`${negative ? '-' : ''}${whole || '0'}.${fraction || '0'}e${places}`);

/** The decimal moved `places` to the right, rounded half away from zero; `exact` is false where digits were lost. */
function shifted(decimal: Decimal, places: number): { readonly value: number; readonly exact: boolean } {
  const kept = decimal.fraction.slice(0, places).padEnd(places, '0');
  const lost = decimal.fraction.slice(places);
  const digits = Number(`${decimal.whole}${kept}`) + (/^[5-9]/.test(lost) ? 1 : 0);
  return { value: decimal.negative && digits !== 0 ? -digits : digits, exact: !/[1-9]/.test(lost) };
}

/** Counter words that may stand behind a number without changing it: 1200人, 8级. 左右 and 多 are not among them. */
const COUNTERS = new Set(
  '人 户 名 个 次 件 条 项 级 岁 栋 幢 套 张 家 处 台 天 日 月 年 组 份 场 期 平方米 人次 户次 小时 学时 平米 单元 个月 工作日'.split(
    ' ',
  ),
);

/** 人, 户, 件: a word that counts and changes no number. */
export const isCounter = (word: string): boolean => COUNTERS.has(word);

const TOO_LARGE = '数字太大，请核对';
const UNDECIDED = new Set(['待定', '未定', '另定', '待核定', '另议', '面议', '待报', '视情况']);

/** 1,200 or 1200人 to an integer. A fraction, a range or 约 is an error. */
export function integerFromText(raw: string): Conversion {
  const text = plainMarks(raw);
  const decimal = decimalOf(text);
  if (decimal === undefined || !(decimal.rest === '' || COUNTERS.has(decimal.rest))) {
    return refuse('number/unreadable', `${quote(raw)}不是整数，请只写数字`);
  }
  const { value, exact } = shifted(decimal, 0);
  if (!exact) return refuse('number/fraction', `${quote(raw)}不是整数，请核对`);
  if (isDestroyedNumber(value)) return refuse('number/large', TOO_LARGE);
  return keep(value, decimal.rest !== '' || hadOddMarks(raw) ? `${quote(raw)}记为 ${value}` : undefined);
}

/** 1.5 or 1.5小时 to a number; 80% is 0.8. Counter words are left out and said. */
export function decimalFromText(raw: string): Conversion {
  const decimal = decimalOf(plainMarks(raw));
  const isShare = decimal?.rest === '%';
  if (decimal === undefined || !(decimal.rest === '' || isShare || COUNTERS.has(decimal.rest))) {
    return refuse('number/unreadable', `${quote(raw)}不是数，请只写数字`);
  }
  const value = numberOf(decimal, isShare ? -2 : 0);
  if (isDestroyedNumber(value)) return refuse('number/large', TOO_LARGE);
  return keep(value, decimal.rest !== '' || hadOddMarks(raw) ? `${quote(raw)}记为 ${value}` : undefined);
}

/** 95.5% and 95.5 alike to 95.5. 0.955 without a sign is how sheets keep 95.5 %, so it is read so, and said. */
export function percentFromText(raw: string): Conversion {
  const decimal = decimalOf(plainMarks(raw));
  if (decimal === undefined || (decimal.rest !== '' && decimal.rest !== '%')) {
    return refuse('percent/unreadable', `${quote(raw)}不是百分比，请写成 95.5% 的样子`);
  }
  const value = numberOf(decimal);
  if (isDestroyedNumber(value)) return refuse('number/large', TOO_LARGE);
  if (decimal.rest === '' && value > 0 && value <= 1) {
    const asPercent = numberOf(decimal, 2);
    const changed = `${quote(raw)}按 ${asPercent}% 记`;
    return keepWithWarning(asPercent, changed, 'percent/fraction', `${changed}，如果原意是 ${value}%，请改写`);
  }
  return keep(value, hadOddMarks(raw) ? `${quote(raw)}记为 ${value}%` : undefined);
}

const UNITS: { readonly [word: string]: number } & { readonly [unit in AmountUnit]: number } = {
  元: 2,
  块: 2,
  千元: 5,
  千: 5,
  万元: 6,
  万: 6,
  百万元: 8,
  百万: 8,
  千万元: 9,
  千万: 9,
  亿元: 10,
  亿: 10,
};
const WORDS_OF_UNIT: { readonly [unit in MoneyUnit]: readonly string[] } = { 元: ['元'], 万元: ['万元', '万'] };

/**
 * An amount to fen. A bare number takes the unit of the column (its header's, else the field's); 2万 or 200元 keep the
 * unit they name. Whatever is not literally the column's own number is said with the amount that would be stored.
 */
export function moneyFromText(raw: string, fieldUnit: MoneyUnit, headerUnit: AmountUnit | undefined): Conversion {
  const text = plainMarks(raw).replace(/^(?:人民币|RMB|[¥￥])\s*/i, '');
  if (UNDECIDED.has(text))
    return refuse('money/undecided', `${quote(raw)}不是金额，请核实数额后填写，确无经费请写“无”`);
  const decimal = decimalOf(text);
  const unitWord = decimal?.rest.replace(/[整正]$/, '') ?? '';
  const columnUnit = headerUnit ?? fieldUnit;
  const places = unitWord === '' ? UNITS[columnUnit] : UNITS[unitWord];
  if (decimal === undefined || places === undefined) {
    return refuse('money/unreadable', `${quote(raw)}不是金额，请写成 20000 或 2万 的样子`);
  }
  const { value, exact } = shifted(decimal, places);
  if (isDestroyedNumber(value)) return refuse('money/large', TOO_LARGE);
  const literal = unitWord === '' ? columnUnit === fieldUnit : WORDS_OF_UNIT[fieldUnit].includes(unitWord);
  const shown = formatMoney(value, fieldUnit);
  if (!exact) return keep(value, `${quote(raw)}四舍五入到分，记为 ${shown}`);
  if (literal && !hadOddMarks(raw)) return keep(value);
  return keep(value, `${quote(raw)}${unitWord === '' && !literal ? `（列头单位${columnUnit}）` : ''}记为 ${shown}`);
}

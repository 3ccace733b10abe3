import { fixed } from '../kit/numbers.ts';
/** What a figure counts: cases, times, fen, a share of one, working days, a plain mean (条/月), hours, an amount in its field's own unit (平方米). */
export type FigureUnit = 'count' | 'money' | 'share' | 'days' | 'mean' | 'hours' | 'amount';

/**
 * A number of a report with the records it was counted from, so that it opens its cases. `value` is absent where there
 * is nothing to divide by: blank on paper, never 0%. Money is fen; a share is 0.75 for 75 %.
 */
export type Figure = {
  readonly value?: number;
  readonly unit: FigureUnit;
  /** Ledger of the records behind it. */
  readonly ledger: string;
  /** Ids of those records, each once. */
  readonly ids: readonly string[];
  /** What was divided by what, of shares and means. */
  readonly numerator?: number;
  readonly denominator?: number;
  /** Of a rate over records, those of the numerator; `ids` are those of the denominator. */
  readonly hits?: readonly string[];
  /** Said wherever the number is shown: 样本不足 30，只供参考. */
  readonly caution?: string;
  /** 口径: what counts and what does not. */
  readonly basis?: string;
  /** Records left out of numerator and denominator, by reason: 未到期，结转下月. */
  readonly excluded?: readonly { readonly why: string; readonly ids: readonly string[] }[];
};

/** One thing counted: the record it came from, and how much of it. */
export type Part = { readonly id: string; readonly amount: number };

const distinct = (parts: readonly Part[]): readonly string[] => [...new Set(parts.map(({ id }) => id))];

const sum = (parts: readonly Part[]): number => parts.reduce((total, { amount }) => total + amount, 0);

/** Figures of one ledger and one meaning. */
export type Meaning = { readonly ledger: string; readonly basis?: string };

/** How many records: every id once. */
export function countOf(ids: readonly string[], { ledger, basis }: Meaning): Figure {
  const once = [...new Set(ids)];
  return { value: once.length, unit: 'count', ledger, ids: once, ...(basis === undefined ? {} : { basis }) };
}

/** The same of records. */
export const countRecords = (records: readonly { readonly id: string }[], meaning: Meaning): Figure =>
  countOf(
    records.map(({ id }) => id),
    meaning,
  );

/** A sum over parts; a record may give several (two 补正 of one case are two times). */
export function sumOfParts(
  parts: readonly Part[],
  unit: 'count' | 'money' | 'hours' | 'amount',
  { ledger, basis }: Meaning,
): Figure {
  return { value: sum(parts), unit, ledger, ids: distinct(parts), ...(basis === undefined ? {} : { basis }) };
}

function quotient(
  unit: 'share' | 'days' | 'mean' | 'money',
  numerator: number,
  denominator: number,
  ids: readonly string[],
  meaning: Meaning,
): Figure {
  const { ledger, basis } = meaning;
  return {
    ...(denominator === 0 ? {} : { value: numerator / denominator }),
    unit,
    ledger,
    ids,
    numerator,
    denominator,
    ...(basis === undefined ? {} : { basis }),
  };
}

/** One sum over another, e.g. 到位率 = Σ实拨 / Σ应拨. Opens the records of the base. */
export const shareOf = (numerator: readonly Part[], denominator: readonly Part[], meaning: Meaning): Figure =>
  quotient('share', sum(numerator), sum(denominator), distinct([...denominator, ...numerator]), meaning);

/**
 * A rate over records: hits among `of`, e.g. 按时结案率 = 按时办结 / 派遣总数. Opens the records of the
 * denominator; those in `excluded` count on neither side and are named with their reason (未到期 is carried over).
 */
export function rateOf<R extends { readonly id: string }>(
  of: readonly R[],
  isHit: (record: R) => boolean,
  meaning: Meaning & Pick<Figure, 'excluded'>,
): Figure {
  const ids = of.map(({ id }) => id);
  const left = (meaning.excluded ?? []).filter((one) => one.ids.length > 0);
  const hits = of.filter(isHit).map(({ id }) => id);
  const share = { ...quotient('share', hits.length, ids.length, ids, meaning), hits };
  return left.length === 0 ? share : { ...share, excluded: left };
}

/** The mean of the amounts: years of age, fen of pay. */
export const meanOf = (parts: readonly Part[], unit: 'mean' | 'money' | 'days', meaning: Meaning): Figure =>
  quotient(unit, sum(parts), parts.length, distinct(parts), meaning);

/** The mean of the amounts, in working days. */
export const meanDays = (parts: readonly Part[], meaning: Meaning): Figure => meanOf(parts, 'days', meaning);

/** A sum spread over so many units that are no records: 条/月. Opens the records of the sum. */
export const spreadOver = (parts: readonly Part[], units: number, meaning: Meaning): Figure =>
  quotient('mean', sum(parts), units, distinct(parts), meaning);

/** The figure in words of the screen: 1,234, 12,000.00, 83.3%, 4.5, and — where there is nothing to divide by. */
export function figureText({ value, unit }: Pick<Figure, 'value' | 'unit'>): string {
  if (value === undefined) return '—';
  const digits = { count: 0, money: 2, share: 1, days: 1, mean: 1, hours: 1, amount: 1 }[unit];
  const scaled = {
    count: value,
    money: value / 100,
    share: value * 100,
    days: value,
    mean: value,
    hours: value,
    amount: value,
  }[unit];
  const [whole = '', fraction] = fixed(scaled, digits).split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  return `${fraction === undefined ? grouped : `${grouped}.${fraction}`}${unit === 'share' ? '%' : ''}`;
}

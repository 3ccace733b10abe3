import type { Figure } from '../indicators/figure.ts';
import { type Period, previousPeriod, samePeriodLastYear } from '../kit/period.ts';
import { spannedPeriod } from './figure-span.ts';
import type { BoundFigure } from './form-binding.ts';

/** Against which earlier days a figure is held, and whether the change is said as a share of then (同比增幅) or as a number (增减数). */
export type Comparison = NonNullable<BoundFigure['compared']>;

/** What a clerk calls each comparison, in the order they are offered. */
export const COMPARISONS: readonly { readonly compared: Comparison; readonly title: string }[] = [
  { compared: { with: 'lastYear', as: 'share' }, title: '同比增幅' },
  { compared: { with: 'lastYear', as: 'difference' }, title: '同比增减数' },
  { compared: { with: 'previous', as: 'share' }, title: '环比增幅' },
  { compared: { with: 'previous', as: 'difference' }, title: '环比增减数' },
];

export const comparisonTitle = ({ with: earlier, as }: Comparison): string =>
  COMPARISONS.find(({ compared }) => compared.with === earlier && compared.as === as)?.title ?? '';

/** The earlier days: of the year to date those of last year's. */
export function comparedPeriod(period: Period, { span, compared }: BoundFigure): Period | undefined {
  if (compared === undefined) return undefined;
  const earlier = compared.with === 'lastYear' ? samePeriodLastYear(period) : previousPeriod(period);
  return spannedPeriod(earlier, span);
}

/**
 * The change from then to now. Of a rate it is the difference in points (+1.2 of 100); as a share of nothing it has no
 * value. `hasThen` is false where there is nothing to compare with at all.
 */
export function comparison(
  now: Figure,
  then: Figure,
  as: Comparison['as'],
  { label, hasThen }: { readonly label: string; readonly hasThen: boolean },
): Figure {
  const ids = [...new Set([...now.ids, ...then.ids])];
  const basis = `与${label}比。${now.basis ?? ''}`;
  const meant = { ledger: now.ledger, ids, basis };
  if (now.value === undefined || then.value === undefined || !hasThen) return { ...meant, unit: shownAs(now, as) };
  const change = now.value - then.value;
  if (as === 'difference' || now.unit === 'share') return { ...meant, unit: now.unit, value: change };
  const share = { ...meant, unit: 'share' as const, numerator: change, denominator: then.value };
  return then.value === 0 ? share : { ...share, value: change / then.value };
}

const shownAs = ({ unit }: Figure, as: Comparison['as']): Figure['unit'] => (as === 'share' ? 'share' : unit);

const EARLIER =
  '同比|环比|[较比与](?:上年|去年)(?:同期)?(?:相比)?|[较比与]同期(?:相比)?|[较比与](?:上月|上期|上季度|上一期)(?:相比)?';
const CHANGE = '(?:增长|增减|增加|升降|变化|上升|±|\\+/-)?(?:率|幅度|幅|数量|数|量|额|情况)?[%±]?';
const BEHIND = new RegExp(`^(.*?)(${EARLIER})(${CHANGE})$`);
const BEFORE = new RegExp(`^(${EARLIER})(${CHANGE})(.+)$`);

/** What a heading compares, without the words that say so: 派遣数 of 派遣数同比（%）, '' of 环比增减. */
export function comparisonIn(
  heading: string,
  bare: string,
): { readonly rest: string; readonly compared: Comparison; readonly sure: boolean } | undefined {
  const [, before = '', earlier = '', change = ''] = BEHIND.exec(bare) ?? [];
  const [, first = '', more = '', behind = ''] = BEFORE.exec(bare) ?? [];
  const said = earlier === '' ? first : earlier;
  if (said === '') return undefined;
  const compared = {
    with: /环比|月|期$|季/.test(said) && !/年|同期/.test(said) ? 'previous' : 'lastYear',
    ...wayOf(heading, earlier === '' ? more : change),
  } as const;
  const { sure, ...meant } = compared;
  return { rest: earlier === '' ? behind : before, compared: meant, sure };
}

const BARE_CHANGE = /(增长|增减|增幅|升降)(率|幅度|数量|数|量|额|情况)?%?$/;

/** Whether a heading says that something changed, and not since when: 增幅（%）, beside 上年同期. */
export const isBareChange = (bare: string): boolean => BARE_CHANGE.test(bare);

/** What such a heading compares, where a column beside it gives the earlier days. */
export const comparisonSince = (heading: string, earlier: Comparison['with']): Comparison => ({
  with: earlier,
  as: wayOf(heading, heading).as,
});

/** 同比增减 may be meant either way: as a number, until its % says otherwise. */
function wayOf(heading: string, change: string): { readonly as: Comparison['as']; readonly sure: boolean } {
  if (/[%％]|百分/.test(heading) || /[率幅]/.test(change)) return { as: 'share', sure: true };
  if (/[数量额]|±|\+\/-/.test(change) || /[（(][件个人户起次元万条]/.test(heading))
    return { as: 'difference', sure: true };
  return /增减|增加|变化|升降/.test(change) ? { as: 'difference', sure: false } : { as: 'share', sure: false };
}

/** A rate with what it was made of, so that nobody has to believe a bare percentage. Both parts in one unit. */
export type Rate = { readonly numerator: number; readonly denominator: number };

/** Percent, rounded to `decimals`; undefined where the denominator is zero: nothing was due, which is not 0 %. */
export function percentOf({ numerator, denominator }: Rate, decimals = 1): number | undefined {
  if (denominator === 0) return undefined;
  const scale = 10 ** decimals;
  return Math.round((numerator * 100 * scale) / denominator) / scale;
}

/** 62.5%, always with its decimals; — where the denominator is zero. */
export function rateText(rate: Rate, decimals = 1): string {
  const percent = percentOf(rate, decimals);
  return percent === undefined ? '—' : `${percent.toFixed(decimals)}%`;
}

import type { LedgerContext } from '../kit/ledger-context.ts';
import type { Day } from '../kit/values.ts';

/** Group of the dated parameters that hold limits. */
export const LIMITS_GROUP = '时限';

/** A number the office may change from a day on: the parameter's name, and the shipped value where none is in force. */
export type Limit = { readonly group: string; readonly key: string; readonly otherwise: number };

/** The limit in force on a day. What is no whole number is none: a word would silently switch a deadline off. */
export function limitInForce(
  { group, key, otherwise }: Limit,
  on: Day,
  { parameter }: Pick<LedgerContext, 'parameter'>,
): number {
  const written = Number(parameter(group, key, on) ?? otherwise);
  return Number.isInteger(written) && written >= 0 ? written : otherwise;
}

import { textIn } from './field-values.ts';
import type { Ledger } from './ledger.ts';
import type { Day, Values } from './values.ts';

/** The date field a row belongs to the day of: the one it is numbered by, else its first key date; undefined where there is none. */
export const dayFieldOf = ({ numbering, fields }: Pick<Ledger, 'numbering' | 'fields'>): string | undefined =>
  numbering?.yearFrom ?? Object.keys(fields).find((id) => fields[id]?.key && fields[id]?.kind === 'date');

/** The day a row belongs to; '' where it is not filled. */
export function recordDay(ledger: Pick<Ledger, 'numbering' | 'fields'>, values: Values): Day {
  const field = dayFieldOf(ledger);
  return field === undefined ? '' : textIn(values, field).slice(0, 10);
}

import type { FieldSpec } from '../kit/fields.ts';
import type { Ledger } from '../kit/ledger.ts';
import type { Values } from '../kit/values.ts';

const namesCommunities = ({ target }: FieldSpec): boolean =>
  target?.ledger === 'organisation' && target.where?.is.includes('社区') === true;

/** Ids of the communities a case belongs to: what its first field for them holds, one or several. */
export function communitiesOf({ fields }: Pick<Ledger, 'fields'>, values: Values): readonly string[] {
  const field = Object.entries(fields).find(([, spec]) => namesCommunities(spec))?.[0];
  const value = field === undefined ? undefined : values[field];
  if (typeof value === 'string') return [value];
  return Array.isArray(value) ? value.filter((id): id is string => typeof id === 'string') : [];
}

import type { FieldSpec } from '../kit/fields.ts';
import type { Ledger } from '../kit/ledger.ts';
import type { LedgerContext } from '../kit/ledger-context.ts';
import type { Values } from '../kit/values.ts';
import { communityOf } from '../rules/communities.ts';
import { unitsNamedIn } from '../rules/unit-records.ts';

const namesCommunities = ({ target }: FieldSpec): boolean =>
  target?.ledger === 'organisation' && target.where?.is.includes('社区') === true;

/**
 * Ids of the communities a case belongs to: what its first field for them holds, one or several. A compound or a grid stands for
 * its community; a unit that lies in none, as the street, for itself.
 */
export function communitiesOf(
  { fields }: Pick<Ledger, 'fields'>,
  values: Values,
  context: Pick<LedgerContext, 'record'>,
): readonly string[] {
  const field = Object.entries(fields).find(([, spec]) => namesCommunities(spec))?.[0];
  const units = field === undefined ? [] : unitsNamedIn(values, [field]);
  return [...new Set(units.map((unit) => communityOf(unit, context) ?? unit))];
}

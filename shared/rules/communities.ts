import { textIn } from '../kit/field-values.ts';
import { isInUse } from '../kit/in-use.ts';
import type { LedgerContext } from '../kit/ledger-context.ts';
import type { Day, LedgerRecord } from '../kit/values.ts';

const ORGANISATION = 'organisation';

const isCommunity = ({ values }: LedgerRecord): boolean => values.level === '社区';

/** Communities in use on a day: those that are named, or all of them. */
export const communitiesOn = (context: LedgerContext, on: Day, only?: readonly string[]): readonly LedgerRecord[] =>
  context
    .records(ORGANISATION)
    .filter((unit) => isCommunity(unit) && isInUse(unit.values, on) && (only?.includes(unit.id) ?? true));

/** The community a unit is or lies in; undefined for a street, and for what the tree does not know. */
export function communityOf(unit: string, context: Pick<LedgerContext, 'record'>): string | undefined {
  const met = new Set<string>();
  for (let id = unit; id !== '' && !met.has(id); ) {
    met.add(id);
    const found = context.record(ORGANISATION, id);
    if (found === undefined) return undefined;
    if (isCommunity(found)) return id;
    id = textIn(found.values, 'parent');
  }
  return undefined;
}

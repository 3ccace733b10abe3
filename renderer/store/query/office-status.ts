import { freeSeries } from '../../../shared/history/numbering.ts';
import { officeName } from '../open/office-name.ts';
import type { StoreStatus } from '../store-api.ts';
import type { StoreCore } from '../store-core.ts';

/** What the records themselves say of the store's status. */
export function officeStatus({
  state,
  installation,
  union,
  view,
}: StoreCore): Pick<
  StoreStatus,
  'office' | 'chain' | 'series' | 'counts' | 'asksSeries' | 'isEmpty' | 'others' | 'view'
> {
  const present = [...state.offices].filter(([chain]) => state.positions.has(chain)).map(([, office]) => office);
  const others = [...new Set(present)].map((id) => ({ id, name: union.offices[id] ?? id }));
  return {
    others,
    view,
    office: officeName(state),
    chain: installation.chain,
    series: installation.series,
    counts: Object.fromEntries([...state.ledgers].map(({ id }) => [id, state.table(id).records.size])),
    ...(installation.asksSeries ? { asksSeries: freeSeries(state) } : {}),
    isEmpty: state.positions.size === 0,
  };
}

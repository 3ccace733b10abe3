import { RUNGS } from '../../../shared/deadlines/clock.ts';
import type { Ledger } from '../../../shared/kit/ledger.ts';
import type { Filter } from '../../../shared/kit/query.ts';
import { STATE_FIELD } from '../../../shared/kit/workflow.ts';

/** A tab of a ledger: which rows it shows. */
export type LedgerView = { readonly id: string; readonly title: string; readonly filters: readonly Filter[] };

/** The computed column of how far the ladder of warnings was climbed (rules/timing-derived). */
const WARNING = 'warning';

/** The computed column of what a late slip calls for (rules/demand-urging). */
const URGING = 'urging';

const [CALM, ...CLIMBED] = RUNGS;
const LATE = '超期';

/**
 * The tabs every ledger of cases has: in hand, close to its limit, over it, done. What has no states has none of them, what
 * has no limits is neither close nor late, and only slips are urged.
 */
export function viewsOf({ workflow, derived }: Ledger): readonly LedgerView[] {
  if (!workflow) return [];
  const states = Object.entries(workflow.states);
  const inStates = (isOpen: boolean): Filter => ({
    field: STATE_FIELD,
    is: states.filter(([, { open }]) => open === isOpen).map(([state]) => state),
  });
  const hasWarning = derived?.fields[WARNING]?.options?.some(({ value }) => value === CALM) === true;
  const warned = (is: readonly string[]): readonly Filter[] => [inStates(true), { field: WARNING, is }];
  const timed: readonly LedgerView[] = [
    { id: 'soon', title: '临期', filters: warned(CLIMBED.filter((rung) => rung !== LATE)) },
    { id: 'late', title: '超期', filters: warned([LATE]) },
  ];
  const urgings = derived?.fields[URGING]?.options?.map(({ value }) => value) ?? [];
  const urged: LedgerView = { id: 'urged', title: '催办', filters: [{ field: URGING, is: urgings }] };
  return [
    { id: 'all', title: '全部', filters: [] },
    { id: 'open', title: '办理中', filters: [inStates(true)] },
    ...(hasWarning ? timed : []),
    ...(urgings.length > 0 ? [urged] : []),
    { id: 'closed', title: '已办结', filters: [inStates(false)] },
  ];
}

import { waitingGroups } from '../access/review/waiting.ts';
import { daysBetween } from '../kit/day.ts';
import type { Ledger } from '../kit/ledger.ts';
import { stateOf, stepsOf, textIn } from '../kit/steps.ts';
import type { Day, LedgerRecord } from '../kit/values.ts';
import type { Transition, Workflow } from '../kit/workflow.ts';

/** Cases of one ledger and state that wait for the same party. */
export type WaitingGroup = {
  readonly ledger: string;
  readonly party: string;
  readonly state: string;
  readonly count: number;
  /** Calendar days the case that waits longest has stood in this state. */
  readonly longest: number;
  /** Id of that case. */
  readonly first: string;
  /** Titles of the acts that may come next. */
  readonly next: readonly string[];
};

/** So many acts are named: more would be no hint. */
const NAMED = 2;

/** Acts that take a case on as its rule has it, before those that end or send it back. */
const leadsOn = (state: string, { from, staysPut, enabled }: Transition): boolean =>
  from.includes(state) && !staysPut && enabled === undefined;

const nextActs = ({ transitions }: Workflow, state: string): readonly string[] =>
  Object.values(transitions)
    .filter((transition) => leadsOn(state, transition))
    .map(({ title }) => title)
    .slice(0, NAMED);

/** Day the case came to where it stands: that of its last move, else of its receipt. */
function standsSince({ numbering }: Ledger, record: LedgerRecord): Day {
  const move = stepsOf(record).findLast(({ from, to }) => from !== to);
  return move?.on ?? textIn(record.values, numbering?.yearFrom ?? '').slice(0, 10);
}

/**
 * Who is being waited for in one ledger: by state, how many, and how long the first of them stands there. 准入 has
 * parties in an order of its own.
 */
export function waitingIn(ledger: Ledger, records: readonly LedgerRecord[], today: Day): readonly WaitingGroup[] {
  const { workflow } = ledger;
  if (!workflow) return [];
  if (ledger.id === 'application')
    return waitingGroups(records, today).map((group) => ({ ledger: ledger.id, ...group }));
  const groups = new Map<string, WaitingGroup>();
  for (const record of records) {
    const state = stateOf(record, workflow);
    const { open, waitingFor = '' } = workflow.states[state] ?? {};
    if (!open || waitingFor === '') continue;
    const since = standsSince(ledger, record);
    const days = since === '' ? 0 : Math.max(0, daysBetween(since, today));
    const known = groups.get(state);
    const first = known === undefined || days > known.longest ? { longest: days, first: record.id } : known;
    groups.set(state, {
      ledger: ledger.id,
      party: waitingFor,
      state,
      count: (known?.count ?? 0) + 1,
      longest: first.longest,
      first: first.first,
      next: known?.next ?? nextActs(workflow, state),
    });
  }
  return [...groups.values()];
}

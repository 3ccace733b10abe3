import { reviewTurn, WAITING_PARTIES } from '../access/review/waiting.ts';
import { daysBetween } from '../kit/day.ts';
import { textIn } from '../kit/field-values.ts';
import { grouped } from '../kit/grouped.ts';
import type { Ledger } from '../kit/ledger.ts';
import { stateOf, stepsOf } from '../kit/steps.ts';
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

const APPLICATION = 'application';

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

type Turn = { readonly party: string; readonly next: readonly string[] };

/** Whose turn a state of a ledger is; 准入 has parties of its own. */
function turnOf({ id, workflow }: Ledger, state: string): Turn | undefined {
  if (id === APPLICATION) return reviewTurn(state);
  const { open, waitingFor = '' } = workflow?.states[state] ?? {};
  return workflow && open && waitingFor !== '' ? { party: waitingFor, next: nextActs(workflow, state) } : undefined;
}

/** Day the case came to where it stands: that of its last move, else of its receipt. */
function standsSince({ numbering }: Ledger, record: LedgerRecord): Day {
  const move = stepsOf(record).findLast(({ from, to }) => from !== to);
  return move?.on ?? textIn(record.values, numbering?.yearFrom ?? '').slice(0, 10);
}

/**
 * Who is being waited for in one ledger: by state, how many, and how long the first of them stands there. Those of 准入
 * come in the order of the path, within one party those that wait longest first.
 */
export function waitingIn(ledger: Ledger, records: readonly LedgerRecord[], today: Day): readonly WaitingGroup[] {
  const { workflow } = ledger;
  if (!workflow) return [];
  const byState = grouped(records, (record) => stateOf(record, workflow));
  const groups = [...byState].flatMap(([state, held]): readonly WaitingGroup[] => {
    const turn = turnOf(ledger, state);
    if (turn === undefined) return [];
    let [first, longest] = ['', -1];
    for (const record of held) {
      const since = standsSince(ledger, record);
      const days = since === '' ? 0 : Math.max(0, daysBetween(since, today));
      if (days > longest) [first, longest] = [record.id, days];
    }
    return [{ ledger: ledger.id, ...turn, state, count: held.length, longest, first }];
  });
  return ledger.id === APPLICATION
    ? groups.toSorted((a, b) => placeOf(a) - placeOf(b) || b.longest - a.longest)
    : groups;
}

const PATH: readonly string[] = WAITING_PARTIES;

const placeOf = ({ party }: WaitingGroup): number => PATH.indexOf(party);

import { calendarFrom } from '../deadlines/working-calendar.ts';
import { caseName, isCaseLedger } from '../kit/case-links.ts';
import { textIn } from '../kit/field-values.ts';
import { grouped } from '../kit/grouped.ts';
import type { LedgerContext } from '../kit/ledger-context.ts';
import type { Day, LedgerRecord, Values } from '../kit/values.ts';
import type { OfficeState } from './office-state.ts';

const HOLIDAYS = 'holiday';
const PARAMETERS = 'parameter';

type Surroundings = {
  readonly calendar: LedgerContext['calendar'];
  /** Parameters by group; within a group the most recent and most particular first. */
  readonly groups: ReadonlyMap<string, readonly Values[]>;
};

/** The context of a day; with its moment where that is known. */
export type ContextIn = (today: Day, operator: string, now?: string) => LedgerContext;

/**
 * Makes the context that rules look at, from what is in memory. Calendar and parameters are worked out anew only when
 * their ledgers change.
 */
export function contextMaker(state: OfficeState): ContextIn {
  let made: { readonly at: string; readonly surroundings: Surroundings } | undefined;
  return (today, operator, now) => {
    const at = `${state.table(HOLIDAYS).changes}/${state.table(PARAMETERS).changes}`;
    if (made?.at !== at) made = { at, surroundings: surroundingsOf(state) };
    const context = contextIn(state, made.surroundings, today, operator);
    return now === undefined ? context : { ...context, now };
  };
}

function surroundingsOf(state: OfficeState): Surroundings {
  const parameters = [...state.table(PARAMETERS).records.values()].map(({ values }) => values);
  return {
    calendar: calendarFrom([...state.table(HOLIDAYS).records.values()]),
    groups: grouped(parameters.toSorted(mostRecentFirst), (values) => textIn(values, 'group')),
  };
}

/** A newer row replaces an older one; on the same day the one for this office goes before the one for all. */
function mostRecentFirst(a: Values, b: Values): number {
  const [fromA, fromB] = [textIn(a, 'from'), textIn(b, 'from')];
  if (fromA !== fromB) return fromA < fromB ? 1 : -1;
  return Number(textIn(b, 'scope') !== '') - Number(textIn(a, 'scope') !== '');
}

const isInForce = (values: Values, on: Day): boolean =>
  textIn(values, 'from') <= on && on <= (textIn(values, 'to') || on);

const orderOf = (values: Values): number => (typeof values.order === 'number' ? values.order : Number.MAX_SAFE_INTEGER);

function contextIn(
  state: OfficeState,
  { calendar, groups }: Surroundings,
  today: Day,
  operator: string,
): LedgerContext {
  // A bulk check asks the same few groups of the same few days for every row.
  const inForce = remembered((group, on) => (groups.get(group) ?? []).filter((values) => isInForce(values, on)));
  const keysOf = remembered((group, on) => {
    const ordered = inForce(group, on).toSorted((a, b) => orderOf(a) - orderOf(b));
    return [...new Set(ordered.map((values) => textIn(values, 'key')))];
  });
  const lists = new Map<string, readonly LedgerRecord[]>();
  return {
    today,
    operator,
    calendar,
    parameter: (group, key, on) => {
      const found = inForce(group, on).find((values) => values.key === key);
      return found && (textIn(found, 'value') || undefined);
    },
    parameterKeys: keysOf,
    record: (ledger, id) => state.table(ledger).records.get(id),
    records: (ledger) => {
      const list = lists.get(ledger) ?? ownRecords(state, ledger);
      lists.set(ledger, list);
      return list;
    },
    marked: (ledger, marksOf, marks) => state.index(ledger, marksOf).find(state.table(ledger), marks),
    nameOf: (ledger, id) => nameOf(state, ledger, id),
  };
}

/** Answers once for each group and day. */
function remembered<Answer>(answer: (group: string, on: Day) => Answer): (group: string, on: Day) => Answer {
  const known = new Map<string, Map<Day, Answer>>();
  return (group, on) => {
    const days = known.get(group) ?? new Map<Day, Answer>();
    if (days.size === 0) known.set(group, days);
    const given = days.get(on) ?? answer(group, on);
    days.set(on, given);
    return given;
  };
}

/** What rules and figures look at is the office's own; names and references reach the records of others too. */
function ownRecords(state: OfficeState, ledger: string): readonly LedgerRecord[] {
  const all = [...state.table(ledger).records.values()];
  return state.offices.size === 0 ? all : all.filter(({ office }) => office === undefined);
}

/** Short name, else the title, of a case its number; a deleted record keeps its name for what was written about it. */
function nameOf(state: OfficeState, ledgerId: string, id: string): string {
  const ledger = state.ledger(ledgerId);
  const table = state.table(ledgerId);
  const record = table.records.get(id) ?? table.deleted.get(id);
  if (!ledger || !record) return id;
  if (isCaseLedger(ledger)) return caseName(ledger, record);
  const short = 'shortName' in ledger.fields ? textIn(record.values, 'shortName') : '';
  return short || textIn(record.values, ledger.titleField) || id;
}

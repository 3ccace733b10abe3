import { HOLIDAY_SEED } from '../../../shared/deadlines/holiday-seed.ts';
import { buildCalendar, holidayRows } from '../../../shared/deadlines/working-calendar.ts';
import type { Ledger } from '../../../shared/kit/ledger.ts';
import type { LedgerContext } from '../../../shared/kit/ledger-context.ts';
import { takeTransition } from '../../../shared/kit/take-transition.ts';
import type { Day, LedgerRecord, Values } from '../../../shared/kit/values.ts';

const calendar = buildCalendar(holidayRows(HOLIDAY_SEED));

export type Setting = {
  readonly now?: string;
  readonly records?: { readonly [ledger: string]: readonly LedgerRecord[] };
  /** `group key` → value. */
  readonly parameters?: { readonly [name: string]: string };
};

/** A context with the real calendar of 2024 to 2026, on a day, with what a test needs beside it. */
export function contextOn(today: Day, { now, records = {}, parameters = {} }: Setting = {}): LedgerContext {
  const rows = (ledger: string) => records[ledger] ?? [];
  return {
    today,
    ...(now === undefined ? {} : { now }),
    operator: '李敏',
    calendar,
    parameter: (group, key) => parameters[`${group} ${key}`],
    parameterKeys: () => [],
    record: (ledger, id) => rows(ledger).find((record) => record.id === id),
    records: rows,
    nameOf: (_ledger, id) => id,
  };
}

export const recordOf = (values: Values, id = 'd1'): LedgerRecord => ({ id, rev: 'a/1/1', values });

/** One act of a walk: transition, day, asked values, and who signed. */
export type Act = readonly [transition: string, on: Day, values?: Values, by?: string];

/** The record after an act on its day, or the codes of what refuses it. */
export function take(ledger: Ledger, record: LedgerRecord, act: Act, context = contextOn(act[1])) {
  const [transition, on, values = {}, by] = act;
  let ids = 0;
  const newId = () => {
    ids += 1;
    return `${transition}-${on}-${ids}`;
  };
  const input = { on, values, ...(by === undefined ? {} : { by }) };
  const taken = takeTransition(ledger, record, transition, input, context, newId);
  if ('complaints' in taken)
    return { refused: taken.complaints.map(({ code, field }) => `${code} ${field ?? ''}`.trim()) };
  const after = { ...record.values, ...taken.patch };
  const filled = Object.fromEntries(Object.entries(after).filter(([, value]) => value !== undefined));
  return { record: recordOf(filled, record.id), warnings: taken.warnings.map(({ code }) => code) };
}

/** The record after acts that must all succeed. */
export function walk(ledger: Ledger, record: LedgerRecord, acts: readonly Act[]): LedgerRecord {
  return acts.reduce((current, act) => {
    const taken = take(ledger, current, act);
    if (!taken.record) throw new Error(`${act[0]}: ${taken.refused.join(', ')}`);
    return taken.record;
  }, record);
}

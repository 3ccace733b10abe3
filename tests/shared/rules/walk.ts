import type { Ledger } from '../../../shared/kit/ledger.ts';
import type { LedgerContext } from '../../../shared/kit/ledger-context.ts';
import { takeTransition } from '../../../shared/kit/take-transition.ts';
import type { LedgerRecord, Values } from '../../../shared/kit/values.ts';

/** One act: transition, day, what was entered, who signed. */
export type Act = readonly [transition: string, day: string, entered?: Values, by?: string];

export type Walked = {
  readonly values: Values;
  /** Codes against the act that ended the walk. */
  readonly refused: readonly string[];
  /** Codes of what was said and kept on the way. */
  readonly warned: readonly string[];
};

/** Takes acts one after the other, each on its day; the first that is refused ends it. */
export function walkFrom(
  ledger: Ledger,
  start: Values,
  acts: readonly Act[],
  contextOn: (today: string) => LedgerContext,
): Walked {
  let values = start;
  const warned: string[] = [];
  for (const [transition, day, entered = {}, by] of acts) {
    const record: LedgerRecord = { id: 'p', rev: 'a/1/1', values };
    const input = { on: day, values: entered, ...(by === undefined ? {} : { by }) };
    const taken = takeTransition(ledger, record, transition, input, contextOn(day), () => `${transition}-${day}`);
    if ('complaints' in taken) return { values, warned, refused: taken.complaints.map(({ code }) => code) };
    const merged = Object.entries({ ...values, ...taken.patch }).filter(([, value]) => value !== undefined);
    values = Object.fromEntries(merged);
    warned.push(...taken.warnings.map(({ code }) => code));
  }
  return { values, warned, refused: [] };
}

import { textIn } from './field-values.ts';
import type { Ledger } from './ledger.ts';
import { stateOf, stepsOf } from './steps.ts';
import type { Day, LedgerRecord, Values } from './values.ts';
import { CORRECT } from './workflow.ts';

/** From when to when a case is in hand: what handing over, closing a year and carrying over rest on. */

/** Automatic field of every numbered ledger: the closed year a row was entered for afterwards. */
export const LATE_FIELD = 'lateFor';

/** The business day of a case, by which its number and its year go; '' of rows that are no cases. */
export const begunOn = ({ numbering }: Ledger, values: Values): Day | '' =>
  numbering ? textIn(values, numbering.yearFrom).slice(0, 10) : '';

/** The day a case was closed; undefined while it is open, and of rows that are no cases. */
export function closedOn(ledger: Ledger, record: LedgerRecord): Day | undefined {
  const { workflow, closedBy, numbering } = ledger;
  if (!numbering) return undefined;
  const entered = textIn(record.values, closedBy ?? '').slice(0, 10);
  if (!workflow) return entered || undefined;
  const isClosed = (state: string) => workflow.states[state]?.open === false;
  if (!isClosed(stateOf(record, workflow))) return undefined;
  // Closed, then visited, then archived: the day it left the desk is the first of these.
  const steps = stepsOf(record);
  // A corrected closing day holds, its act keeps the day it was noted with.
  if (entered && steps.some(({ transition }) => transition === CORRECT)) return entered;
  const lastOpen = steps.findLastIndex(({ to }) => !isClosed(to));
  return (steps[lastOpen + 1]?.on ?? entered) || begunOn(ledger, record.values);
}

/** Whether a row is a case somebody has in hand. */
export const isInHand = (ledger: Ledger, record: LedgerRecord): boolean =>
  ledger.numbering !== undefined && closedOn(ledger, record) === undefined;

/** Whether a closed case is one whose limits go on running: a household that is paid is looked at again. */
export const isWatched = ({ workflow }: Ledger, record: LedgerRecord): boolean =>
  workflow?.states[stateOf(record, workflow)]?.watched === true;

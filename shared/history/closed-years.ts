import { begunOn, closedOn, isWatched } from '../kit/case-life.ts';
import { textIn } from '../kit/field-values.ts';
import type { Ledger } from '../kit/ledger.ts';
import type { LedgerRecord, Values } from '../kit/values.ts';
import type { ReasonKind } from './change.ts';
import type { OfficeState } from './office-state.ts';

/** The ledger whose rows say which years are closed. */
const CLOSED_YEARS = 'closedYear';

/** New facts with a day of their own: a return visit, a correction. They stand in the timeline and change no closed figure silently. */
const STAY_ALLOWED: readonly ReasonKind[] = ['transition', 'correction'];

function closedYearsOf(state: OfficeState): ReadonlySet<string> {
  return new Set([...state.table(CLOSED_YEARS).records.values()].map(({ values }) => textIn(values, 'year')));
}

/**
 * Why a record may not be changed, deleted or taken back: it was closed in a year that is closed (年度结转). Open cases
 * carry over and stay as they are. Undefined where nothing stands against it.
 */
export function yearLock(
  state: OfficeState,
  ledger: Ledger,
  record: LedgerRecord,
  reason: ReasonKind,
): string | undefined {
  if (!ledger.numbering || STAY_ALLOWED.includes(reason) || state.table(CLOSED_YEARS).records.size === 0)
    return undefined;
  const year = closedOn(ledger, record)?.slice(0, 4);
  if (year === undefined || !closedYearsOf(state).has(year)) return undefined;
  return `${year} 年已结转，当年办结的${ledger.noun}只能查看、办理后续环节或更正`;
}

/** Who looks after a case that goes on (a household that is paid) changes no figure of the year it was decided in. */
export const onlyHandsOver = (ledger: Ledger, record: LedgerRecord, patch: Values): boolean =>
  isWatched(ledger, record) && Object.keys(patch).every((field) => field === ledger.handledBy);

/** The closed year a row with these values would be entered for; undefined where its year is open. */
export function lateYear(state: OfficeState, ledger: Ledger, values: Values): string | undefined {
  if (!ledger.numbering || state.table(CLOSED_YEARS).records.size === 0) return undefined;
  const year = begunOn(ledger, values).slice(0, 4);
  return closedYearsOf(state).has(year) ? year : undefined;
}

import { movedDueDates } from '../../shared/deadlines/moved-dates.ts';
import type { OfficeState } from '../../shared/history/office-state.ts';
import { titleOf } from '../../shared/history/references.ts';
import type { LedgerContext } from '../../shared/kit/ledger-context.ts';
import { openRecords } from './open-records.ts';
import type { MovedCase } from './store-api.ts';

/** Open cases of every ledger whose running limits end on another day since the calendar changed. */
export const movedInOffice = (state: OfficeState, before: LedgerContext, after: LedgerContext): MovedCase[] =>
  [...state.ledgers].flatMap((ledger) =>
    movedDueDates(ledger.clocks, openRecords(state, ledger), before, after).map((moved) => ({
      ...moved,
      ledger: ledger.id,
      title: titleOf(ledger, state.table(ledger.id).records.get(moved.record)),
    })),
  );

import { movedDueDates } from '../../../shared/deadlines/moved-dates.ts';
import { titleOf } from '../../../shared/history/references.ts';
import type { LedgerContext } from '../../../shared/kit/ledger-context.ts';
import { openRecords } from '../query/open-records.ts';
import type { MovedCase } from '../store-api.ts';
import type { StoreCore } from '../store-core.ts';

/** Open cases of every ledger whose running limits end on another day since the calendar changed. */
export const movedInOffice = (core: StoreCore, before: LedgerContext, after: LedgerContext): MovedCase[] =>
  [...core.state.ledgers].flatMap((ledger) =>
    movedDueDates(ledger.clocks, openRecords(core, ledger), before, after).map((moved) => ({
      ...moved,
      ledger: ledger.id,
      title: titleOf(ledger, core.state.table(ledger.id).records.get(moved.record)),
    })),
  );

import { titleOf } from '../../shared/history/references.ts';
import type { Ledger } from '../../shared/kit/ledger.ts';
import { textIn } from '../../shared/kit/steps.ts';
import type { LedgerRecord } from '../../shared/kit/values.ts';
import type { SimilarView } from './store-api.ts';
import type { StoreCore } from './store-core.ts';

/** Likely repetitions shown beside a record. */
const MOST = 3;

/** The likeliest repetitions of a record, called by number and title. */
export function similarTo(core: StoreCore, ledger: Ledger, record: LedgerRecord): readonly SimilarView[] {
  const found = ledger.similar?.find(record, core.context()) ?? [];
  const shown = found.filter(({ id }) => !core.clearance.hides(ledger.id, id));
  return shown.slice(0, MOST).map(({ id, why }) => {
    const other = core.state.table(ledger.id).records.get(id);
    const number = textIn(other?.values ?? {}, ledger.numbering?.field ?? ledger.titleField);
    return { id, why, title: [number, titleOf(ledger, other)].filter((part) => part !== '').join(' ') };
  });
}

import { titleOf } from '../../../shared/history/references.ts';
import type { Ledger } from '../../../shared/kit/ledger.ts';
import type { LedgerRecord } from '../../../shared/kit/values.ts';
import type { SimilarView } from '../store-api.ts';
import type { StoreCore } from '../store-core.ts';

/** Likely repetitions shown beside a record. */
const MOST = 3;

/** The likeliest repetitions of a record, called as references call them and by title. */
export function similarTo(core: StoreCore, ledger: Ledger, record: LedgerRecord): readonly SimilarView[] {
  const context = core.context();
  const found = ledger.similar?.find(record, context) ?? [];
  return found.slice(0, MOST).map(({ id, why }) => {
    const title = titleOf(ledger, core.state.table(ledger.id).records.get(id));
    return { id, why, name: context.nameOf(ledger.id, id), title };
  });
}

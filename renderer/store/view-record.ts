import type { Reason } from '../../shared/history/change.ts';
import type { Queries } from './queries.ts';
import { offersKeptApart } from './separation.ts';
import type { RecordView } from './store-api.ts';
import type { StoreCore } from './store-core.ts';

/**
 * One record in full. That a restricted one was opened, or whose personal data was shown, is recorded first by
 * `disclose`: what could not be recorded is not shown.
 */
export async function viewRecord(
  core: StoreCore,
  queries: Queries,
  disclose: (reason: Reason) => Promise<unknown>,
  ledgerId: string,
  id: string,
): Promise<RecordView | undefined> {
  const { clearance, disclosures, today, operator } = core;
  const ledger = core.state.ledger(ledgerId);
  const found = queries.view(ledgerId, id);
  if (!ledger || !found) return undefined;
  const { row } = found;
  const reason = clearance.opening(ledgerId, row) ?? disclosures.opening(today, operator, ledger, row);
  if (reason) await disclose(reason);
  clearance.opened(ledgerId, row);
  disclosures.note(today, operator, [{ ledger: ledgerId, id }]);
  return { ...found, offers: await offersKeptApart(core, ledgerId, row, found.offers) };
}

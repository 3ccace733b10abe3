import type { TakingOut } from '../export/taking-out.ts';
import type { HistoryItem, RecordView } from '../store-api.ts';
import type { StoreCore } from '../store-core.ts';
import { offersKeptApart } from '../write/separation.ts';
import type { Queries } from './queries.ts';
import { historyOf } from './record-log.ts';

/** Has the log say that a record is shown whole; false where there is none that the operator may see. */
export async function openRecord(core: StoreCore, out: TakingOut, ledgerId: string, id: string): Promise<boolean> {
  const ledger = core.state.ledger(ledgerId);
  const { records, deleted } = core.state.table(ledgerId);
  const record = records.get(id) ?? deleted.get(id);
  if (!ledger || !record || !core.clearance.sees(ledger, record)) return false;
  await out.open(ledger, record);
  return true;
}

/** One record in full, which is recorded first: what could not be recorded is not shown. */
export async function viewRecord(
  core: StoreCore,
  queries: Queries,
  out: TakingOut,
  ledgerId: string,
  id: string,
): Promise<RecordView | undefined> {
  if (!core.state.table(ledgerId).records.has(id) || !(await openRecord(core, out, ledgerId, id))) return undefined;
  const found = queries.view(ledgerId, id);
  return found && { ...found, offers: await offersKeptApart(core, ledgerId, found.row, found.offers) };
}

/** What happened to one record, with every value it ever had: shown like the record itself. */
export async function viewHistory(
  core: StoreCore,
  out: TakingOut,
  ledgerId: string,
  id: string,
): Promise<readonly HistoryItem[]> {
  return (await openRecord(core, out, ledgerId, id)) ? historyOf(core, ledgerId, id) : [];
}

import type { ImportSession } from '../../../../renderer/store/import/import-api.ts';
import { type ImportTarget, openImportSession } from '../../../../renderer/store/import/import-session.ts';
import type { LedgerStore } from '../../../../renderer/store/ledger-store.ts';
import { ledgers } from '../../../../shared/ledgers/index.ts';
import { readWorkbook } from '../../../../shared/workbook/read/read-workbook.ts';
import { Desk } from '../support.ts';

/** A store with the program's own ledgers and nothing in them. */
export async function emptyOffice(): Promise<LedgerStore> {
  const desk = new Desk();
  desk.ledgers = ledgers;
  const store = await desk.open();
  await store.setToday('2026-11-23');
  return store;
}

/** A file on its way into a ledger of the store, as the wizard opens it; `more` stands in for parts of the store. */
export function openImport(
  store: LedgerStore,
  ledger: string,
  bytes: Uint8Array,
  name = '九月.xlsx',
  more: Partial<ImportTarget> = {},
): Promise<ImportSession> {
  const { ledgerById, context, write, changedSinceImport, stamp } = store;
  const target = { ledgerById, context, write, changedSinceImport, stamp, newId: () => crypto.randomUUID(), ...more };
  return openImportSession(target, readWorkbook(bytes, name), ledger, name);
}

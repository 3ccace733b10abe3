import { proxy } from 'comlink';
import type { ImportSession } from './import-api.ts';
import { workbookFrom } from './import-port.ts';
import { type ImportTarget, openImportSession } from './import-session.ts';
import { refusedWhile } from './worker-lock.ts';

/**
 * The store's side of an import: takes the columns a reading worker left in the port and answers with a session that
 * stays here, beside the records; what `refuse` refuses, it does not answer. Spread into the object the store worker exposes.
 */
export function importService(
  target: ImportTarget,
  refuse: () => void,
): {
  readonly openImport: (port: MessagePort, ledgerId: string, fileName: string) => Promise<ImportSession>;
} {
  return {
    openImport: async (port, ledgerId, fileName) =>
      proxy(refusedWhile(openImportSession(target, await workbookFrom(port), ledgerId, fileName), refuse)),
  };
}

import { proxy } from 'comlink';
import { allAwaited, whileAwaited } from '../background.ts';
import { refusedWhile } from '../worker-lock.ts';
import type { ImportSession } from './import-api.ts';
import { workbookFrom } from './import-port.ts';
import { type ImportTarget, openImportSession } from './import-session.ts';

export type ImportService = {
  /** Has this code read while the clerk still looks for the file. */
  readonly readyToImport: () => void;
  /** Takes the columns a reading worker left in the port and answers with a session that stays beside the records. */
  readonly openImport: (port: MessagePort, ledgerId: string, fileName: string) => Promise<ImportSession>;
  /** Stops the imports that are being opened: they end with `import/cancelled`. */
  readonly cancelOpening: () => void;
};

/** The store's side of an import. What `refuse` refuses, a session does not answer. */
export function importService(target: ImportTarget, refuse: () => void): ImportService {
  let cancelled = 0;
  return {
    readyToImport: () => undefined,
    openImport: (port, ledgerId, fileName) =>
      whileAwaited(async () => {
        const before = cancelled;
        const workbook = await workbookFrom(port);
        const session = await openImportSession(target, workbook, ledgerId, fileName, () => cancelled > before);
        return proxy(refusedWhile(allAwaited(session), refuse));
      }),
    cancelOpening: () => {
      cancelled += 1;
    },
  };
}

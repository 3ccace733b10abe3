import { useEffect, useMemo } from 'react';
import type { OpenedFile } from '../../../shared/desktop-api.ts';
import type { Ledger } from '../../../shared/kit/ledger.ts';
import { desktop } from '../../desktop/desktop.ts';
import { readInWorker } from '../../workers/read-client.ts';
import { useReferenceBook } from '../session/reference-book.tsx';
import { useStoreClient } from '../session/store-context.tsx';
import type { ImportGateway } from './import-gateway.ts';
import { ImportSteps } from './import-steps.tsx';
import { importedBefore } from './imported-before.ts';

type Props = {
  readonly ledger: Ledger;
  /** Cells pasted elsewhere: the preview is shown at once. */
  readonly given?: OpenedFile;
  readonly onDone: () => void;
};

/** Imports a workbook into a ledger: shell and store behind the four steps. */
export function ImportWizard({ ledger, given, onDone }: Props) {
  const client = useStoreClient();
  const book = useReferenceBook();
  // Where it cannot be read, the import itself will say so.
  useEffect(() => void client.readyToImport().catch(() => undefined), [client]);
  const gateway = useMemo(
    (): ImportGateway => ({
      chooseFiles: () => desktop().files.open('workbook'),
      onProgress: (listener) =>
        client.subscribe((event) => {
          if (event.kind !== 'progress') return;
          const { task, done, of } = event;
          if (task === 'look' || task === 'plan' || task === 'save') listener(task, done, of);
        }),
      saveFile: (name, bytes) => desktop().files.save(name, bytes),
      shelf: localStorage,
      open: async (file, ledgerId, signal) => {
        const { port, hash } = await readInWorker(file, signal);
        const [session, before] = await Promise.all([
          client.openImport(port, ledgerId, file.name, signal),
          importedBefore(client.store.batches, hash),
        ]);
        return { session, hash, before };
      },
      undo: (batch) => client.store.undo(batch),
      names: (ledgerId) => book.recordsOf(ledgerId).map(({ id }) => ({ id, name: book.nameOf(ledgerId, id) })),
      options: book.lookup.options,
    }),
    [client, book],
  );
  return <ImportSteps ledger={ledger} gateway={gateway} given={given} onDone={onDone} />;
}

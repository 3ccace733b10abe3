import path from 'node:path';
import { app, dialog, shell } from 'electron';
import type { DesktopApi } from '../shared/desktop-api.ts';
import { createAttachments } from './attachments.ts';
import { localDay } from './clock.ts';
import { readDataNote, requestStoreAside, writeDataNote } from './data-note.ts';
import { createFiles } from './files.ts';
import { folderId } from './folder-id.ts';
import { freeSpaceAt } from './free-space.ts';
import { createJournal, type Journal } from './journal.ts';
import { createOperators } from './operators.ts';
import { createSealed } from './sealed.ts';
import { createSecondCopy } from './second-copy.ts';
import { createSnapshotCopy } from './snapshot-copy.ts';
import { createSnapshots } from './snapshots.ts';

/** Everything the page may ask for, kept in `dataFolder`. */
export const createDesktop = (dataFolder: string): DesktopApi & { readonly journal: Journal } => {
  const at = (part: string): string => path.join(dataFolder, part);
  // Read at call time, so that a spec can answer in a dialog's place.
  const dialogs = {
    showOpenDialog: (options) => dialog.showOpenDialog(options),
    showSaveDialog: (options) => dialog.showSaveDialog(options),
  } satisfies Parameters<typeof createFiles>[0];
  const secondCopy = createSecondCopy(
    { dataFolder, installation: () => folderId(at('journal')), today: localDay },
    dialogs,
  );
  const files = createFiles(dialogs, shell);
  const sealed = createSealed();
  return {
    about: async () => ({
      version: app.getVersion(),
      runtime: `Electron ${process.versions.electron}`,
      dataFolder,
      platform: process.platform,
    }),
    freeSpace: () => freeSpaceAt(dataFolder),
    note: {
      read: () => readDataNote(dataFolder),
      write: (note) => writeDataNote(dataFolder, note),
      setStoreAside: async () => {
        await requestStoreAside(dataFolder);
        app.relaunch();
        app.quit();
      },
    },
    journal: createJournal(at('journal')),
    snapshots: createSnapshots(at('snapshots'), localDay),
    secondCopy,
    attachments: createAttachments(at('attachments'), secondCopy.attachment),
    files,
    sealed: { ...sealed, saveSnapshot: createSnapshotCopy(at('snapshots'), files, sealed) },
    operators: createOperators(dataFolder, () => performance.now()),
  };
};

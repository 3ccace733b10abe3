import path from 'node:path';
import { app, BrowserWindow, dialog, shell } from 'electron';
import type { DesktopApi, Paper } from '../shared/desktop-api.ts';
import { today } from './clock.ts';
import { createAttachments, isAttached } from './disk/attachments.ts';
import { readDataNote, requestStoreAside, writeDataNote } from './disk/data-note.ts';
import { createFiles } from './disk/files.ts';
import { folderId } from './disk/folder-id.ts';
import { freeSpaceAt } from './disk/free-space.ts';
import { readMachine } from './disk/machine.ts';
import type { ProgramLog } from './disk/program-log.ts';
import { createJournal, type Journal } from './journal/journal.ts';
import { createOperators } from './operators/operators.ts';
import { createSealed } from './operators/sealed.ts';
import { createSecondCopy } from './snapshots/second-copy.ts';
import { createSnapshotCopy } from './snapshots/snapshot-copy.ts';
import { createSnapshots } from './snapshots/snapshots.ts';

/** The one window's page as it would be printed; margins are the page's own, so that the sheets it lays out fill the paper. */
const printToPdf = async ({ landscape }: Paper): Promise<Uint8Array> => {
  const [window] = BrowserWindow.getAllWindows();
  if (window === undefined) throw new Error('no window');
  return window.webContents.printToPDF({
    landscape,
    pageSize: 'A4',
    preferCSSPageSize: true,
    printBackground: true,
    margins: { top: 0, right: 0, bottom: 0, left: 0 },
  });
};

/** Everything the page may ask for, kept in `dataFolder`; `log` is the program's own. */
export const createDesktop = (dataFolder: string, log: ProgramLog): DesktopApi & { readonly journal: Journal } => {
  const at = (part: string): string => path.join(dataFolder, part);
  // Read at call time, so that a spec can answer in a dialog's place.
  const dialogs = {
    showOpenDialog: (options) => dialog.showOpenDialog(options),
    showSaveDialog: (options) => dialog.showSaveDialog(options),
  } satisfies Parameters<typeof createFiles>[0];
  const secondCopy = createSecondCopy({ dataFolder, installation: () => folderId(at('journal')), today }, dialogs);
  const files = createFiles(dialogs, shell, printToPdf, (file) => isAttached(at('attachments'), file));
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
    snapshots: createSnapshots(at('snapshots'), today),
    secondCopy,
    attachments: createAttachments(at('attachments'), secondCopy.attachment),
    files,
    sealed: { ...sealed, saveSnapshot: createSnapshotCopy(at('snapshots'), files, sealed) },
    diagnostics: {
      note: (fault) => log.note('page', fault),
      read: async () => ({ machine: readMachine(), log: await log.read() }),
      showDataFolder: async () => shell.showItemInFolder(dataFolder),
    },
    operators: createOperators(dataFolder, () => performance.now()),
  };
};

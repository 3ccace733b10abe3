import path from 'node:path';
import { app, type BrowserWindow, dialog, ipcMain, protocol, session, shell } from 'electron';
import { type DesktopApi, SCHEME } from '../shared/desktop-api.ts';
import { SCHEME_PRIVILEGES, serveApp } from './app-protocol.ts';
import { createAttachments } from './attachments.ts';
import { settleDataFolder } from './data-folder.ts';
import { createFiles } from './files.ts';
import { openChannels } from './ipc.ts';
import { createJournal } from './journal.ts';
import { bringToFront, openMainWindow } from './main-window.ts';
import { showMenu } from './menu.ts';
import { blockNetwork, forbidLeaving, silenceChromium } from './no-network.ts';
import { createSnapshots } from './snapshots.ts';

/** Everything the page may ask for, kept in `dataFolder`. */
const createDesktop = (dataFolder: string): DesktopApi => ({
  about: async () => ({
    version: app.getVersion(),
    runtime: `Electron ${process.versions.electron}`,
    dataFolder,
    platform: process.platform,
  }),
  journal: createJournal(path.join(dataFolder, 'journal')),
  snapshots: createSnapshots(path.join(dataFolder, 'snapshots')),
  attachments: createAttachments(path.join(dataFolder, 'attachments')),
  // Read at call time, so that a spec can answer in a dialog's place.
  files: createFiles(
    {
      showOpenDialog: (options) => dialog.showOpenDialog(options),
      showSaveDialog: (options) => dialog.showSaveDialog(options),
    },
    shell,
  ),
});

const start = async (dataFolder: string): Promise<void> => {
  let window: BrowserWindow | undefined;
  app.on('second-instance', () => bringToFront(window));
  app.on('window-all-closed', () => app.quit());
  forbidLeaving(app);
  await app.whenReady();
  blockNetwork(session.defaultSession);
  protocol.handle(SCHEME, serveApp(path.join(app.getAppPath(), 'out/renderer')));
  openChannels(ipcMain, createDesktop(dataFolder));
  showMenu(app.isPackaged);
  window = await openMainWindow(app.getAppPath(), app.isPackaged);
};

protocol.registerSchemesAsPrivileged(SCHEME_PRIVILEGES);
app.enableSandbox();
silenceChromium(app);
const dataFolder = settleDataFolder(app);

// Two programs on one data folder would write into each other; the second shows the first and ends.
if (app.requestSingleInstanceLock())
  start(dataFolder).catch((error: unknown) => {
    const reason = error instanceof Error ? error.message : String(error);
    dialog.showErrorBox('街道准入台账无法启动', `${reason}\n\n数据仍在：${dataFolder}\n请重新启动程序。`);
    app.exit(1);
  });
else app.quit();

import path from 'node:path';
import { app, type BrowserWindow, dialog, ipcMain, protocol, session } from 'electron';
import { SCHEME } from '../shared/desktop-api.ts';
import { localMoment } from '../shared/kit/local-moment.ts';
import { createDesktop } from './desktop.ts';
import { settleDataFolder } from './disk/data-folder.ts';
import { setStoreAside } from './disk/data-note.ts';
import { createProgramLog } from './disk/program-log.ts';
import { openChannels } from './ipc.ts';
import { SCHEME_PRIVILEGES, serveApp } from './window/app-protocol.ts';
import { foreignControl } from './window/foreign-control.ts';
import { bringToFront, openMainWindow } from './window/main-window.ts';
import { showMenu } from './window/menu.ts';
import { blockNetwork, forbidLeaving, silenceChromium } from './window/no-network.ts';
import { noteProcessEnds } from './window/process-ends.ts';
import { createZoomMemory } from './window/zoom-memory.ts';

const start = async (dataFolder: string): Promise<void> => {
  let window: BrowserWindow | undefined;
  app.on('second-instance', () => bringToFront(window));
  app.on('window-all-closed', () => app.quit());
  forbidLeaving(app);
  await app.whenReady();
  blockNetwork(session.defaultSession);
  protocol.handle(SCHEME, serveApp(path.join(app.getAppPath(), 'out/renderer')));
  // Before any page opens the store: afterwards its files are held. Where they are held all the same, the page asks again.
  await setStoreAside(dataFolder, session.defaultSession.getStoragePath(), localMoment(new Date())).catch(
    () => undefined,
  );
  const log = createProgramLog(path.join(dataFolder, 'log'), app.getVersion(), () => localMoment(new Date()));
  void log.note('shell', { code: 'program/started' });
  noteProcessEnds(app, (fault) => void log.note('shell', fault));
  const desktop = createDesktop(dataFolder, log);
  openChannels(ipcMain, desktop, (fault) => void log.note('shell', fault));
  // The page asks for it once its store is open; until then the disk has nothing else to do.
  void desktop.journal.tail().catch(() => undefined);
  const zoom = createZoomMemory(dataFolder);
  showMenu(app.isPackaged, (factor) => void zoom.keep(factor));
  window = await openMainWindow(app.getAppPath(), app.isPackaged, await zoom.read());
  // Windows shuts down and gives seconds: no snapshot is begun, the journal alone is flushed and let go of.
  window.on('query-session-end', () => void desktop.journal.close());
};

protocol.registerSchemesAsPrivileged(SCHEME_PRIVILEGES);
app.enableSandbox();
// The installer's shortcuts carry this id: Windows then knows the window as theirs.
app.setAppUserModelId('org.streetledger.app');
silenceChromium(app);
const refusal = foreignControl(app.isPackaged, (name) => app.commandLine.hasSwitch(name));
const dataFolder = settleDataFolder(app);

if (refusal !== undefined) {
  // Before Electron is ready nothing listens yet.
  dialog.showErrorBox('街道准入台账没有启动', refusal);
  app.exit(1);
}
// Two programs on one data folder would write into each other; the second shows the first and ends.
else if (app.requestSingleInstanceLock())
  start(dataFolder).catch((error: unknown) => {
    const reason = error instanceof Error ? error.message : String(error);
    dialog.showErrorBox('街道准入台账无法启动', `${reason}\n\n数据仍在：${dataFolder}\n请重新启动程序。`);
    app.exit(1);
  });
else app.quit();

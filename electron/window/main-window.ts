import path from 'node:path';
import { BrowserWindow, type BrowserWindowConstructorOptions } from 'electron';
import { START_URL } from './app-protocol.ts';

/**
 * How the one window is made. The page is a stranger to the machine: isolated, sandboxed, without Node. Developer tools
 * exist in a checkout only.
 */
export const windowOptions = (appFolder: string, packaged: boolean) =>
  ({
    title: '街道准入台账',
    width: 1366,
    height: 768,
    // 1366 × 768 at a scaling of 150 %: a window that may not be smaller than the screen would be cut.
    minWidth: 900,
    minHeight: 480,
    show: false,
    backgroundColor: '#ffffff',
    webPreferences: {
      preload: path.join(appFolder, 'out/electron/preload.cjs'),
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
      webviewTag: false,
      navigateOnDragDrop: false,
      spellcheck: false,
      devTools: !packaged,
    },
  }) satisfies BrowserWindowConstructorOptions;

/** Opens the window, on the page, shown as large as `zoom` says. */
export const openMainWindow = async (appFolder: string, packaged: boolean, zoom: number): Promise<BrowserWindow> => {
  const window = new BrowserWindow(windowOptions(appFolder, packaged));
  // Chromium keeps a size for each address, and would take one set before the page is there back.
  window.webContents.once('did-finish-load', () => window.webContents.setZoomFactor(zoom));
  window.once('ready-to-show', () => window.show());
  await window.loadURL(START_URL);
  return window;
};

/** Brings the window to the front, as a second start of the program asks. */
export const bringToFront = (window: BrowserWindow | undefined): void => {
  if (window === undefined || window.isDestroyed()) return;
  if (window.isMinimized()) window.restore();
  window.show();
  window.focus();
};

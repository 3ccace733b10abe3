import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import { SCHEME_PRIVILEGES, START_URL } from '../../electron/window/app-protocol.ts';
import { windowOptions } from '../../electron/window/main-window.ts';

// Without its binary the package would start a download when it is loaded.
vi.mock('electron', () => ({ BrowserWindow: class {} }));

const folder = path.resolve(import.meta.dirname, '../../electron');
const sources = readdirSync(folder, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map(({ parentPath, name }) => [name, readFileSync(path.join(parentPath, name), 'utf8')] as const);

/** Files of the shell in which something stands. */
const filesWith = (pattern: RegExp): readonly string[] =>
  sources.filter(([, text]) => pattern.test(text)).map(([name]) => name);

describe('the window', () => {
  test.each([
    ['packed', true, false],
    ['in a checkout', false, true],
  ])('%s, isolates the page and gives it nothing of Node', (_, packed, devTools) => {
    expect(windowOptions('/app', packed).webPreferences).toEqual({
      preload: path.join('/app', 'out/electron/preload.cjs'),
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
      devTools,
    });
  });

  test('is made in one place, with these options', () => {
    expect(filesWith(/new BrowserWindow\(/)).toEqual(['main-window.ts']);
    expect(filesWith(/new BrowserWindow\(windowOptions\(/)).toEqual(['main-window.ts']);
    expect(filesWith(/\b(BrowserView|WebContentsView|BaseWindow)\b/)).toEqual([]);
  });
});

describe('the shell', () => {
  test('shows its own page over its own scheme, no file and no address', () => {
    expect(START_URL).toBe('app://street-ledger/index.html');
    expect(filesWith(/\bloadFile\(|file:\/\//)).toEqual([]);
    expect(filesWith(/\bloadURL\(/)).toEqual(['main-window.ts']);
    expect(SCHEME_PRIVILEGES).toEqual([
      { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
    ]);
  });

  test('hands nothing to other programs and runs nothing in the page', () => {
    expect(filesWith(/\b(openExternal|openPath|executeJavaScript|child_process|writeShortcutLink)\b/)).toEqual([]);
    expect(filesWith(/\b(enableBlinkFeatures|allowpopups|bypassCSP|crashReporter|autoUpdater)\b/)).toEqual([]);
  });

  test('sandboxes every process, before anything starts', () => {
    expect(filesWith(/^app\.enableSandbox\(\);$/m)).toEqual(['main.ts']);
    expect(filesWith(/\bno-sandbox\b/)).toEqual([]);
  });

  test('hears the page in one place only', () => {
    expect(filesWith(/\bipcMain\.(handle|on)\(/)).toEqual(['ipc.ts']);
  });
});

describe('the preload', () => {
  const preload = sources.find(([name]) => name === 'preload.ts')?.[1] ?? '';

  test('puts one object of promises into the page, and nothing of Electron', () => {
    expect(preload.match(/exposeInMainWorld\([^)]*\)/g)).toEqual(["exposeInMainWorld('desktop', desktop)"]);
    expect(preload.match(/ipcRenderer\.\w+/g)).toEqual(['ipcRenderer.invoke']);
  });
});

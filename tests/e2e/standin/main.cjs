'use strict';
// The stand-in's start: behaves like `electron <folder> [switches]`, so that Playwright's own _electron.launch drives
// it. Node runs the program's main file with a stood-in `electron`; Chromium draws its windows. docs/TESTING.md lists
// what it does not cover.
const fs = require('node:fs');
const Module = require('node:module');
const os = require('node:os');
const path = require('node:path');
const { createApp } = require('./app.cjs');
const { connectCdp } = require('./cdp.cjs');
const { startChromium } = require('./chromium.cjs');
const { createDialogs, createShell } = require('./dialogs.cjs');
const { createIpc } = require('./ipc.cjs');
const { createMenus } = require('./menus.cjs');
const { createOrigins } = require('./origins.cjs');
const { openPage } = require('./page.cjs');
const { createSession } = require('./session.cjs');
const { strict } = require('./strict.cjs');
const { createWindows } = require('./windows.cjs');

// ---- What was asked for: `-r module` is Playwright's loader, the first plain argument the program's folder.
const args = process.argv.slice(2);
const switchValue = (name) => args.find((arg) => arg.startsWith(`--${name}=`))?.slice(name.length + 3);
const loader = args.includes('-r') ? args[args.indexOf('-r') + 1] : undefined;
const appPath = path.resolve(args.find((arg) => !arg.startsWith('-') && arg !== loader) ?? '.');
const userDataDir = path.resolve(switchValue('user-data-dir') ?? path.join(os.tmpdir(), 'street-ledger-standin'));
process.argv = [path.join(__dirname, 'electron'), ...args];

// ---- The parts. `log` is what a spec may look at; `state` is shared by app and windows.
const log = [];
const state = { ready: false, quitting: false };
const targets = new Map();
let chromium;
let cdp;
let leaving = false;

const end = async (code) => {
  if (leaving) return;
  leaving = true;
  if (chromium && chromium.exitCode === null) {
    const ended = new Promise((resolve) => chromium.once('exit', resolve));
    const impatient = setTimeout(() => chromium.kill('SIGKILL'), 4000);
    cdp.call('Browser.close').catch(() => {});
    await ended;
    clearTimeout(impatient);
  }
  process.exit(code);
};

const origins = createOrigins();
const session = createSession({
  state,
  origins,
  log,
  storagePath: () => path.join(app.getPath('userData'), 'chromium', 'Default'),
});
const ipc = createIpc({ log, origins });
let windows = { windows: [] };
const { app, start } = createApp({ log, state, appPath, args, userDataDir, end, windows: () => [...windows.windows] });
const world = {
  origins,
  serve: session.serve,
  mayPersist: session.mayPersist,
  answer: ipc.answer,
  whenTargetGone: (targetId, listener) => targets.set(targetId, listener),
};
const host = {
  openPage: async (window, bounds, preload) => {
    const page = await openPage({ cdp, world, window, bounds, preload });
    window.targetId = page.targetId;
    return page;
  },
};
windows = createWindows({ app, state, session: session.defaultSession, host, encode: ipc.encode });

const electron = strict('electron', {
  app,
  protocol: session.protocol,
  session: strict('session', { defaultSession: session.defaultSession }),
  ipcMain: ipc.ipcMain,
  BrowserWindow: strict('BrowserWindow', windows.BrowserWindow),
  webContents: windows.webContents,
  dialog: createDialogs({ log }),
  shell: createShell({ log }),
  ...createMenus({ log, focusedWindow: () => windows.BrowserWindow.getFocusedWindow() }),
  standinLog: log,
});

// ---- Run the program's main file as Electron would, then Chromium, then `ready`.
const load = Module._load;
Module._load = function (name, ...rest) {
  return name === 'electron' ? electron : load.call(this, name, ...rest);
};
Object.defineProperty(process.versions, 'electron', { value: '0.0.0-standin', enumerable: true });
Object.defineProperty(process, 'resourcesPath', { value: appPath });
process.type = 'browser';
process.defaultApp = true;
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => void end(130));

if (loader) require(loader);
const manifest = JSON.parse(fs.readFileSync(path.join(appPath, 'package.json'), 'utf8'));
require(path.resolve(appPath, manifest.main));

const startWindows = async () => {
  chromium = startChromium({
    executable: process.env.STANDIN_CHROMIUM ?? '/usr/bin/chromium',
    userDataDir: app.getPath('userData'),
    debuggingPort: switchValue('remote-debugging-port'),
  });
  chromium.on('exit', () => void (leaving || process.exit(1)));
  cdp = connectCdp(chromium);
  cdp.on(undefined, {
    'Target.targetDestroyed': ({ targetId }) => targets.get(targetId)?.(),
  });
  await cdp.call('Target.setDiscoverTargets', { discover: true });
  if (!leaving) start();
};
// A second instance has already left by now, or is about to.
if (!leaving) void startWindows();

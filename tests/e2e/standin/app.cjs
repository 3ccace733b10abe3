'use strict';
const { EventEmitter } = require('node:events');
const fs = require('node:fs');
const os = require('node:os');
const path = require('node:path');
const { strict } = require('./strict.cjs');

const isAlive = (pid) => {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
};

/**
 * Electron's `app`: life cycle, paths, the single-instance lock (a file with the process id in the data folder).
 * `state` is shared with the windows; `end(code)` takes Chromium down and leaves.
 */
exports.createApp = ({ log, state, appPath, args, userDataDir, end, windows }) => {
  const manifest = JSON.parse(fs.readFileSync(path.join(appPath, 'package.json'), 'utf8'));
  const paths = { userData: userDataDir, home: os.homedir(), temp: os.tmpdir(), appData: path.join(userDataDir, '..') };
  const switchValue = (name) => args.find((arg) => arg.startsWith(`--${name}=`))?.slice(name.length + 3) ?? '';
  let becomeReady;
  const whenReady = new Promise((resolve) => (becomeReady = resolve));
  let lock;

  const lockPath = () => path.join(paths.userData, 'standin.lock');
  const messagePath = () => `${lockPath()}.second-instance`;

  const app = Object.assign(new EventEmitter(), {
    isPackaged: false,
    whenReady: () => whenReady,
    isReady: () => state.ready,
    getName: () => manifest.productName ?? manifest.name,
    setName: () => {},
    getVersion: () => manifest.version,
    getAppPath: () => appPath,
    getLocale: () => 'zh-CN',
    getPath: (name) => {
      if (!(name in paths)) paths[name] = path.join(paths.userData, `_${name}`);
      return paths[name];
    },
    setPath: (name, value) => {
      paths[name] = value;
    },
    setAppUserModelId: () => {},
    enableSandbox: () => {},
    commandLine: {
      appendSwitch: () => {},
      hasSwitch: (name) => args.some((arg) => arg.split('=')[0] === `--${name}`),
      getSwitchValue: switchValue,
    },

    requestSingleInstanceLock: (data) => {
      fs.mkdirSync(paths.userData, { recursive: true });
      const held = fs.existsSync(lockPath()) && isAlive(Number(fs.readFileSync(lockPath(), 'utf8')));
      if (held) {
        const message = { argv: process.argv, cwd: process.cwd(), data };
        fs.writeFileSync(`${messagePath()}.part`, JSON.stringify(message));
        fs.renameSync(`${messagePath()}.part`, messagePath());
        return false;
      }
      lock = lockPath();
      fs.writeFileSync(lock, String(process.pid));
      setInterval(hearSecondInstance, 200).unref();
      return true;
    },
    hasSingleInstanceLock: () => lock !== undefined,
    releaseSingleInstanceLock: () => {
      if (lock) fs.rmSync(lock, { force: true });
      lock = undefined;
    },

    /** Noted only: whoever drives the program starts it again. */
    relaunch: () => log.push({ type: 'relaunch' }),
    quit: () => {
      if (!state.quitting) void quit();
    },
    exit: (code = 0) => {
      app.releaseSingleInstanceLock();
      app.emit('quit', {}, code);
      end(code);
    },
  });

  const hearSecondInstance = () => {
    if (!fs.existsSync(messagePath())) return;
    const { argv, cwd, data } = JSON.parse(fs.readFileSync(messagePath(), 'utf8'));
    fs.rmSync(messagePath());
    app.emit('second-instance', {}, argv, cwd, data);
  };

  /** Each step may be refused: before-quit, every window's close, will-quit. */
  const quit = async () => {
    const allowed = (event) => {
      let refused = false;
      app.emit(event, { preventDefault: () => (refused = true) });
      return !refused;
    };
    if (!allowed('before-quit')) return;
    state.quitting = true;
    for (const window of windows()) {
      window.close();
      await window.closing;
      if (!window.isDestroyed()) {
        state.quitting = false;
        return;
      }
    }
    state.quitting = allowed('will-quit');
    if (state.quitting) app.exit(0);
  };

  const start = () => {
    state.ready = true;
    app.emit('ready', {}, {});
    becomeReady();
  };
  return { app: strict('app', app), start };
};

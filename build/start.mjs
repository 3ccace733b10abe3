// npm start: the program in Electron where its binary is or can be fetched in time, else the same pages in the browser.
//   --browser  do not look for Electron    --no-open  serve, but open no browser
import { spawn } from 'node:child_process';
import path from 'node:path';
import { fetchElectron } from './fetch-electron.mjs';
import { findElectron, projectFolder } from './find-runtime.mjs';
import { serve } from './serve.mjs';
import { buildIfStale } from './stale.mjs';

/** Frozen: a browser's data belongs to the address, port included, so no other port is ever tried. */
const PORT = 41731;
const OWN_SWITCHES = ['--browser', '--no-open'];

const say = (/** @type {string} */ text) => console.log(`[start] ${text}`);
const asked = (/** @type {string} */ name) => process.argv.includes(name);

/** Runs Electron until it ends, and ends as it does. */
const runElectron = (/** @type {string} */ executable) => {
  const passedOn = process.argv.slice(2).filter((argument) => !OWN_SWITCHES.includes(argument));
  const { ELECTRON_RUN_AS_NODE: _, ...env } = process.env;
  const electron = spawn(executable, [projectFolder, ...passedOn], { stdio: 'inherit', env });
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP']))
    process.on(signal, () => electron.kill(signal));
  electron.on('error', ({ message }) => {
    say(`Electron 无法启动 / Electron cannot be started: ${message}`);
    process.exit(1);
  });
  electron.on('exit', (code) => process.exit(code ?? 1));
};

const OPENERS = {
  win32: ['cmd', '/c', 'start', ''],
  darwin: ['open'],
  linux: ['xdg-open'],
};

/** Opens the address in the user's browser; where that fails the address has been printed. */
const openBrowser = (/** @type {string} */ url) => {
  const opener = process.platform === 'win32' || process.platform === 'darwin' ? process.platform : 'linux';
  const [command, ...rest] = [...OPENERS[opener], url];
  spawn(command ?? '', rest, { stdio: 'ignore', detached: true })
    .on('error', () => {})
    .unref();
};

const runInBrowser = async () => {
  const url = `http://127.0.0.1:${PORT}/`;
  try {
    await serve(path.join(projectFolder, 'out/renderer'), PORT);
  } catch (error) {
    const taken = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
    say(taken ? `端口 ${PORT} 已被占用，程序可能已在运行：${url}` : `无法启动：${error}`);
    say(taken ? `port ${PORT} is taken; the program may be running already (data belongs to this very address)` : '');
    process.exit(1);
  }
  say(`没有可用的 Electron，改在浏览器中运行：${url}`);
  say('数据保存在这个浏览器里，与桌面版分开，且只有一份副本。按 Ctrl+C 停止。');
  say(`Electron is not available; the program runs in your browser instead: ${url}`);
  say('Its data stays in that browser, apart from the desktop version, in one copy only. Stop with Ctrl+C.');
  if (!asked('--no-open') && !process.env.CI) openBrowser(url);
};

buildIfStale();
const wanted = !asked('--browser');
const executable = wanted ? (findElectron() ?? ((await fetchElectron()) ? findElectron() : undefined)) : undefined;
if (executable) runElectron(executable);
else await runInBrowser();

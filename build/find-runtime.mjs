// Finds what the program can run on. Never by `require('electron')`: without its binary that starts a download, which
// behind a firewall hangs without a word.
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const require = createRequire(import.meta.url);

/** The checkout's folder. */
export const projectFolder = path.dirname(path.dirname(fileURLToPath(import.meta.url)));

/** The folder of the `electron` package. */
export const electronPackage = path.dirname(require.resolve('electron/package.json'));

/** The stand-in for Electron's executable that specs may run on. */
export const standin = path.join(projectFolder, 'tests/e2e/standin/electron');

const readText = (/** @type {string} */ file) => (existsSync(file) ? readFileSync(file, 'utf8').trim() : undefined);

/**
 * The path of Electron's executable, or undefined. ELECTRON_OVERRIDE_DIST_PATH names the folder of an unpacked one;
 * otherwise it is the downloaded one, if it is of the version package.json asks for.
 */
export const findElectron = () => {
  const executable = readText(path.join(electronPackage, 'path.txt'));
  const chosen = process.env.ELECTRON_OVERRIDE_DIST_PATH;
  if (chosen) {
    const file = path.join(chosen, executable ?? (process.platform === 'win32' ? 'electron.exe' : 'electron'));
    return existsSync(file) ? file : undefined;
  }
  if (!executable) return undefined;
  const file = path.join(electronPackage, 'dist', executable);
  const version = readText(path.join(electronPackage, 'dist/version'))?.replace(/^v/, '');
  return existsSync(file) && version === require('electron/package.json').version ? file : undefined;
};

const BROWSERS = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/usr/bin/microsoft-edge',
];

/** A Chromium, Chrome or Edge the stand-in can drive, or undefined. The stand-in is a shell script: not on Windows. */
export const findBrowser = () => {
  if (process.platform === 'win32') return undefined;
  const named = process.env.STANDIN_CHROMIUM;
  return [...(named ? [named] : []), ...BROWSERS].find((file) => existsSync(file));
};

/** What specs run on: Electron where it is, else the stand-in where a browser is, else nothing. */
export const findSpecRuntime = () => {
  const electron = findElectron();
  if (electron) return { executable: electron, standin: false };
  const browser = findBrowser();
  return browser ? { executable: standin, standin: true, browser } : undefined;
};

// Builds when out/ is missing or older than what it is built from.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { projectFolder } from './find-runtime.mjs';

const SOURCES = [
  'electron',
  'renderer',
  'shared',
  'docs/manual',
  'build/build.mjs',
  'build/licences.mjs',
  'build/manual.mjs',
  'build/markdown.mjs',
  'package-lock.json',
];
const BUILT = [
  'out/electron/main.cjs',
  'out/electron/preload.cjs',
  'out/renderer/index.html',
  'out/renderer/manual/manual.css',
  'out/licences.txt',
];

/** Times of last change of a file, or of every file below a folder. */
const changeTimes = (/** @type {string} */ entry) => {
  const { mtimeMs } = statSync(entry);
  if (!statSync(entry).isDirectory()) return [mtimeMs];
  return readdirSync(entry, { recursive: true, withFileTypes: true })
    .filter((each) => each.isFile())
    .map((each) => statSync(path.join(each.parentPath, each.name)).mtimeMs);
};

/** Whether out/ has to be built again. */
export const isStale = () => {
  const built = BUILT.map((file) => path.join(projectFolder, file));
  if (!built.every((file) => existsSync(file))) return true;
  const sources = SOURCES.map((entry) => path.join(projectFolder, entry)).filter((entry) => existsSync(entry));
  const oldestBuilt = Math.min(...built.flatMap(changeTimes));
  return sources.flatMap(changeTimes).some((time) => time > oldestBuilt);
};

/** Runs the build when it is needed; ends the process when it fails. */
export const buildIfStale = () => {
  if (!isStale()) return;
  console.log('building ...');
  const { status } = spawnSync(process.execPath, [path.join(projectFolder, 'build/build.mjs')], { stdio: 'inherit' });
  if (status !== 0) process.exit(status ?? 1);
};

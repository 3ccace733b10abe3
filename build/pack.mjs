// Packs what out/ holds for Windows, on a made-up Electron, into a folder of its own: electron-builder really runs.
import { cpSync, mkdirSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { Arch, build, Platform } from 'electron-builder';
import { projectFolder } from './find-runtime.mjs';
import { makeUpElectron } from './made-up-electron.mjs';

const require = createRequire(import.meta.url);

/** How the program is packed. */
export const packConfig = require('./electron-builder.config.cjs');

/**
 * Packs into `folder` and answers with where the packed program lies. `sabotage` may spoil the copy of the project that
 * is packed; a config of its own may be given in the place of the real one.
 */
export const packProgram = async (
  /** @type {string} */ folder,
  config = packConfig,
  sabotage = (/** @type {string} */ _project) => {},
) => {
  const { version } = require('electron/package.json');
  const [project, electron] = [path.join(folder, 'project'), path.join(folder, 'electron')];
  mkdirSync(path.join(project, 'build'), { recursive: true });
  cpSync(path.join(projectFolder, 'out'), path.join(project, 'out'), { recursive: true });
  cpSync(path.join(projectFolder, 'package.json'), path.join(project, 'package.json'));
  cpSync(path.join(projectFolder, 'build/icon.ico'), path.join(project, 'build/icon.ico'));
  // The libraries lie there as in a checkout, so that what keeps them out is tried.
  symlinkSync(path.join(projectFolder, 'node_modules'), path.join(project, 'node_modules'), 'junction');
  sabotage(project);
  makeUpElectron(electron, version);
  // Without this it looks for a certificate on macOS.
  process.env.CSC_IDENTITY_AUTO_DISCOVERY = 'false';
  await build({
    projectDir: project,
    targets: Platform.WINDOWS.createTarget('dir', Arch.x64),
    publish: 'never',
    // It writes into what it is given.
    config: { ...structuredClone(config), electronVersion: version, electronDist: electron },
  });
  return path.join(project, config.directories.output, 'win-unpacked');
};

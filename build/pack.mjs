// Packs what out/ holds on a made-up Electron, into a folder of its own: electron-builder really runs.
import { cpSync, existsSync, mkdirSync, readFileSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { Arch, build, Platform } from 'electron-builder';
import { projectFolder } from './find-runtime.mjs';
import { makeUpArchiver, makeUpElectron } from './made-up-electron.mjs';

const require = createRequire(import.meta.url);

/** How the program is packed. */
export const packConfig = require('./electron-builder.config.cjs');

const BUILD_RESOURCES = ['icon.ico', 'icon.png', 'installer.nsh'];

/** A copy of the project in `folder`, as far as it is packed; `sabotage` may spoil it. */
const copyProject = (/** @type {string} */ folder, /** @type {(project: string) => void} */ sabotage) => {
  const project = path.join(folder, 'project');
  mkdirSync(path.join(project, 'build'), { recursive: true });
  cpSync(path.join(projectFolder, 'out'), path.join(project, 'out'), { recursive: true });
  for (const file of ['package.json', 'LICENSE']) cpSync(path.join(projectFolder, file), path.join(project, file));
  for (const file of BUILD_RESOURCES)
    cpSync(path.join(projectFolder, 'build', file), path.join(project, 'build', file));
  // The libraries lie there as in a checkout, so that what keeps them out is tried.
  symlinkSync(path.join(projectFolder, 'node_modules'), path.join(project, 'node_modules'), 'junction');
  sabotage(project);
  return project;
};

/** Runs electron-builder on `project`: what to make, how, and what else it is to know. */
const runBuilder = async (
  /** @type {string} */ project,
  /** @type {'windows' | 'linux'} */ system,
  /** @type {import('electron-builder').Configuration} */ config,
  /** @type {Partial<import('electron-builder').PackagerOptions>} */ options,
) => {
  const { version } = require('electron/package.json');
  const electron = path.join(path.dirname(project), `electron-${system}`);
  makeUpElectron(electron, version, system);
  // Without this it looks for a certificate on macOS.
  process.env.CSC_IDENTITY_AUTO_DISCOVERY = 'false';
  await build({
    projectDir: project,
    publish: 'never',
    ...options,
    // It writes into what it is given.
    config: { ...structuredClone(config), ...options.config, electronVersion: version, electronDist: electron },
  });
};

/**
 * Packs for Windows into `folder` and answers with where the packed program lies. `sabotage` may spoil the copy of the
 * project that is packed; a config of its own may be given in the place of the real one.
 */
export const packProgram = async (
  /** @type {string} */ folder,
  config = packConfig,
  sabotage = (/** @type {string} */ _project) => {},
) => {
  const project = copyProject(folder, sabotage);
  await runBuilder(project, 'windows', config, { targets: Platform.WINDOWS.createTarget('dir', Arch.x64) });
  return path.join(project, config.directories.output, 'win-unpacked');
};

/** The system's own 7-Zip (Debian: 7zip), where it is: electron-builder's would have to be fetched. */
const findArchiver = () =>
  (process.env.PATH ?? '')
    .split(path.delimiter)
    .flatMap((folder) => [path.join(folder, '7zz'), path.join(folder, '7za')])
    .find((file) => existsSync(file));

/**
 * Has electron-builder work out every installer of `config` for both systems in `folder`, up to the tools that would have
 * to be fetched (makensis, fpm): the files it would write, what it defines for makensis, what it tells fpm, and where the
 * programs lie that it would put in. The portable archive is written as it is given out where the system has a 7-Zip.
 *
 * @returns {Promise<import('./inspect-installers.mjs').InstallerPlan>}
 */
export const planInstallers = async (/** @type {string} */ folder, config = packConfig) => {
  const project = copyProject(folder, () => {});
  const found = findArchiver();
  const archiver = found ?? path.join(folder, 'made-up-7za');
  if (!found) makeUpArchiver(archiver);
  if (process.platform !== 'win32') process.env.ELECTRON_BUILDER_7ZIP_PATH = archiver;
  /** @type {string[]} */
  const files = [];
  /** @type {{ defines: Record<string, unknown>, script: string }[]} */
  const windows = [];
  /** @type {{ options: readonly string[], desktopEntry: string }[]} */
  const debian = [];
  const hooks = {
    artifactBuildStarted: (/** @type {{ file: string }} */ { file }) => void files.push(path.basename(file)),
  };
  try {
    await runBuilder(project, 'windows', config, {
      targets: Platform.WINDOWS.createTarget(),
      config: hooks,
      effectiveOptionComputed: async ([defines]) => {
        const script = config.nsis?.include ? readFileSync(path.join(project, config.nsis.include), 'utf8') : '';
        windows.push({ defines, script });
        return true;
      },
    });
    await runBuilder(project, 'linux', config, {
      targets: Platform.LINUX.createTarget(),
      config: hooks,
      effectiveOptionComputed: async ([options, desktopFile]) => {
        debian.push({ options, desktopEntry: readFileSync(desktopFile, 'utf8') });
        return true;
      },
    });
  } finally {
    delete process.env.ELECTRON_BUILDER_7ZIP_PATH;
  }
  const unpacked = (/** @type {string} */ name) => path.join(project, config.directories.output, `${name}-unpacked`);
  const portable = files.find((name) => name.endsWith('.zip'));
  return {
    files,
    windows,
    debian,
    programs: { windows: unpacked('win'), linux: unpacked('linux') },
    ...(found && portable ? { portable: path.join(project, config.directories.output, portable) } : {}),
  };
};

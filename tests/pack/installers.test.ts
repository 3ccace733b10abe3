import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { zipSync } from 'fflate';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { hasMakensis, installerScriptFaults } from '../../build/compile-installer.mjs';
import { projectFolder } from '../../build/find-runtime.mjs';
import { type InstallerPlan, installerFaults } from '../../build/inspect-installers.mjs';
import { installerFileFaults, portableFaults, unpackedFaults } from '../../build/inspect-release.mjs';
import { packConfig, planInstallers } from '../../build/pack.mjs';

const expected = JSON.parse(readFileSync(path.join(projectFolder, 'package.json'), 'utf8'));

let folder: string;
let plan: InstallerPlan;
beforeAll(async () => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'street-ledger-pack-'));
  plan = await planInstallers(path.join(folder, 'as-it-is'));
});
const release = (): string => path.dirname(plan.programs.windows);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('the programs and their installers as they are have nothing wrong', async () => {
  expect(installerFaults(plan, packConfig, expected.version)).toEqual([]);
  expect(await unpackedFaults(release(), expected, projectFolder, 'windows')).toEqual([]);
  expect(await unpackedFaults(release(), expected, projectFolder, 'linux')).toEqual([]);
});

test('the portable archive, written as it is given out, holds the program', (context) => {
  if (!plan.portable) {
    console.log('NOT RUN: the portable archive was not written, 7-Zip is not installed (Debian: apt-get install 7zip)');
    return context.skip();
  }
  expect(portableFaults(plan.portable)).toEqual([]);
});

test('the licences given along name the libraries of page, workers and shell', () => {
  const text = readFileSync(path.join(plan.programs.windows, 'LICENSES.libraries.txt'), 'utf8');
  for (const library of ['react', '@mantine/core', 'dexie', '@e965/xlsx', 'hash-wasm'])
    expect(text).toMatch(new RegExp(`^${library} [0-9.]+ \\((MIT|Apache-2.0)\\)`, 'm'));
});

test('a spoilt config: electron-builder runs on it, and every fault is found', async () => {
  const config = {
    ...packConfig,
    appId: 'org.example.other',
    nsis: {
      oneClick: true,
      packElevateHelper: false,
      deleteAppDataOnUninstall: true,
      createDesktopShortcut: false,
    },
    linux: {
      ...packConfig.linux,
      target: [{ target: 'deb', arch: ['x64' as const] }],
      executableName: '台账',
      desktop: {},
    },
    deb: { packageName: 'ledger', maintainer: 'nobody', depends: ['libgtk-3-0'], compression: 'zst' as const },
  };
  const spoilt = await planInstallers(path.join(folder, 'spoilt'), config);
  expect(installerFaults(spoilt, config, expected.version)).toEqual([
    'file missing: StreetLedger-Setup-0.1.0-x64.exe',
    'file missing: street-ledger_0.1.0_arm64.deb',
    'file that does not belong: StreetLedger-Portable-0.1.0-x64.exe',
    'setup: uninstalling deletes the data',
    'setup: the clerk is not asked for the folder',
    'setup: no icon on the desktop',
    'setup: the folder cannot be chosen',
    'setup: application id org.example.other',
    'setup: shortcut StreetLedger',
    'setup: listed as StreetLedger 0.1.0',
    'setup: not in Chinese',
    'setup: asks for whom to install',
    'setup: may be put where the data lies',
    'deb: package ledger',
    'deb: maintainer nobody',
    'deb: menu entry lacks Name=街道准入台账',
    'deb: menu entry lacks Icon=street-ledger',
    'deb: menu entry starts something else',
    'deb: no icon',
    'deb: does not ask for libnss3',
    'deb: does not ask for libgbm1',
    'deb: does not ask for libasound2',
    'deb: compressed with zst',
  ]);
});

test('what the installer does beyond electron-builder’s script compiles, and a slip in it is found', (context) => {
  if (!hasMakensis()) {
    console.log('NOT RUN: installer.nsh was not compiled, makensis is not installed (Debian: apt-get install nsis)');
    return context.skip();
  }
  const include = path.join(projectFolder, 'build/installer.nsh');
  expect(installerScriptFaults(include, folder)).toEqual([]);
  const slip = (from: string, to: string) => {
    const spoilt = path.join(folder, 'spoilt.nsh');
    const text = readFileSync(include, 'utf8');
    expect(text).toContain(from);
    writeFileSync(spoilt, text.replace(from, to));
    return installerScriptFaults(spoilt, folder);
  };
  expect(slip('Var search\n', '')).toEqual([expect.stringContaining('customHeader')]);
  expect(slip(`\${PRODUCT_FILENAME}`, `\${PRODUCT_NAME}`)).toEqual([
    expect.stringContaining('unknown variable/constant "{PRODUCT_NAME}"'),
  ]);
  expect(slip('macro customInstallMode', 'macro customMode')).toEqual([
    'installer.nsh: !error: customInstallMode is not there',
    'installer.nsh for the uninstaller: !error: customInstallMode is not there',
  ]);
});

test('an administrator needed, proposed or asked for', () => {
  const [setup] = plan.windows;
  const administrator = {
    INSTALL_MODE_PER_ALL_USERS: null,
    INSTALL_MODE_PER_ALL_USERS_DEFAULT: null,
    MULTIUSER_INSTALLMODE_ALLOW_ELEVATION: null,
  };
  const windows = [{ script: setup?.script ?? '', defines: { ...setup?.defines, ...administrator } }];
  expect(installerFaults({ ...plan, windows }, packConfig, expected.version)).toEqual([
    'setup: an administrator is needed',
    'setup: an administrator is proposed',
    'setup: an administrator is asked for',
  ]);
});

/** A .deb of the architecture that its name says, or of another, made by dpkg's own tool. */
const writeDebian = (file: string, architecture: string, files: readonly string[]): void => {
  const tree = `${file}-tree`;
  mkdirSync(path.join(tree, 'DEBIAN'), { recursive: true });
  const control = { Package: 'street-ledger', Version: expected.version, Architecture: architecture };
  const lines = Object.entries({ ...control, Maintainer: 'somebody <a@b.invalid>', Description: 'made up' });
  writeFileSync(path.join(tree, 'DEBIAN/control'), `${lines.map(([key, said]) => `${key}: ${said}`).join('\n')}\n`);
  for (const name of files) {
    mkdirSync(path.dirname(path.join(tree, name)), { recursive: true });
    writeFileSync(path.join(tree, name), '');
  }
  execFileSync('dpkg-deb', ['--root-owner-group', '-Znone', '--build', tree, file], { stdio: 'ignore' });
  rmSync(tree, { recursive: true });
};

const writeSums = (given: string): void => {
  const sum = (name: string) =>
    createHash('sha256')
      .update(readFileSync(path.join(given, name)))
      .digest('hex');
  const lines = readdirSync(given).map((name) => `${sum(name)}  ${name}`);
  writeFileSync(path.join(given, 'SHA256SUMS-any.txt'), `${lines.join('\n')}\n`);
};

test('installers as files: of their kind, whole, with the program inside, as their checksums say', () => {
  const given = path.join(folder, 'given');
  mkdirSync(given);
  const { version } = expected;
  const setup = path.join(given, `StreetLedger-Setup-${version}-x64.exe`);
  const portable = path.join(given, `StreetLedger-Portable-${version}-x64.zip`);
  const inside = { 'StreetLedger.exe': new Uint8Array(), 'LICENSE.txt': new Uint8Array() };
  writeFileSync(setup, 'MZ and more');
  writeFileSync(portable, zipSync({ ...inside, 'resources/app.asar': new Uint8Array() }));
  writeSums(given);
  expect(installerFileFaults(given, version, 'windows', 10)).toEqual([]);

  writeFileSync(portable, zipSync(inside));
  writeFileSync(path.join(given, 'StreetLedger-Setup-0.0.9-x64.exe'), 'MZ');
  expect(installerFileFaults(given, version, 'windows')).toEqual([
    `StreetLedger-Setup-${version}-x64.exe holds 11 bytes`,
    expect.stringMatching(/^StreetLedger-Portable-.*\.zip holds \d+ bytes$/),
    `StreetLedger-Portable-${version}-x64.zip is not as its checksum says`,
    `StreetLedger-Portable-${version}-x64.zip lacks resources/app.asar`,
    'file that does not belong: StreetLedger-Setup-0.0.9-x64.exe',
  ]);
  writeFileSync(setup, 'a page of the proxy');
  rmSync(portable);
  rmSync(path.join(given, 'SHA256SUMS-any.txt'));
  expect(installerFileFaults(given, version, 'windows')).toEqual([
    'no checksums',
    `StreetLedger-Setup-${version}-x64.exe is no .exe file`,
    `file missing: StreetLedger-Portable-${version}-x64.zip`,
    'file that does not belong: StreetLedger-Setup-0.0.9-x64.exe',
  ]);
});

test.skipIf(!existsSync('/usr/bin/dpkg-deb'))(
  'a .deb is read by dpkg: its files, name, version and architecture',
  () => {
    const given = path.join(folder, 'debian');
    const { version } = expected;
    const program = [
      'opt/StreetLedger/street-ledger',
      'opt/StreetLedger/resources/app.asar',
      'opt/StreetLedger/LICENSE.txt',
    ];
    mkdirSync(given);
    writeDebian(path.join(given, `street-ledger_${version}_amd64.deb`), 'amd64', [
      ...program,
      'usr/share/applications/street-ledger.desktop',
    ]);
    writeDebian(path.join(given, `street-ledger_${version}_arm64.deb`), 'amd64', program);
    writeSums(given);
    expect(installerFileFaults(given, version, 'linux', 10)).toEqual([
      `street-ledger_${version}_arm64.deb lacks ./usr/share/applications/street-ledger.desktop`,
      `street-ledger_${version}_arm64.deb: Architecture is amd64`,
    ]);
    writeFileSync(path.join(given, `street-ledger_${version}_arm64.deb`), '!<arch>\nspoilt');
    writeSums(given);
    expect(installerFileFaults(given, version, 'linux', 10)).toEqual([
      `street-ledger_${version}_arm64.deb cannot be read by dpkg-deb`,
    ]);
  },
);

test('a release without one of its programs', async () => {
  expect(await unpackedFaults(path.join(folder, 'nowhere'), expected, projectFolder, 'linux')).toEqual([
    'linux-unpacked: not there',
    'linux-arm64-unpacked: not there',
  ]);
});

import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { projectFolder } from '../../build/find-runtime.mjs';
import { type InstallerPlan, installerFaults } from '../../build/inspect-installers.mjs';
import { packageFaults } from '../../build/inspect-package.mjs';
import { packConfig, planInstallers } from '../../build/pack.mjs';

const expected = JSON.parse(readFileSync(path.join(projectFolder, 'package.json'), 'utf8'));

let folder: string;
let plan: InstallerPlan;
beforeAll(async () => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'street-ledger-pack-'));
  plan = await planInstallers(path.join(folder, 'as-it-is'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('the programs and their installers as they are have nothing wrong', async () => {
  expect(installerFaults(plan, packConfig, expected.version)).toEqual([]);
  expect(await packageFaults(plan.programs.windows, expected, projectFolder)).toEqual([]);
  expect(await packageFaults(plan.programs.linux, expected, projectFolder, 'linux')).toEqual([]);
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

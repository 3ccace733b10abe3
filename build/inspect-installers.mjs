// Looks at what electron-builder would have the installers written of, and says what is not as it must be.

/** The name under the icon. */
const SHOWN_NAME = '街道准入台账';

/** Frozen: by these a new installer finds the program it takes the place of. */
const APP_ID = 'org.streetledger.app';
const DEBIAN_NAME = 'street-ledger';

/** Names of the files given out for each system. */
export const installerNames = (/** @type {string} */ version) => ({
  windows: [`StreetLedger-Setup-${version}-x64.exe`, `StreetLedger-Portable-${version}-x64.zip`],
  linux: [`street-ledger_${version}_amd64.deb`, `street-ledger_${version}_arm64.deb`],
});

/** What makensis must not be told. electron-builder's script does by these what the office must never have done. */
const FORBIDDEN = {
  DELETE_APP_DATA_ON_UNINSTALL: 'uninstalling deletes the data',
  ONE_CLICK: 'the clerk is not asked for the folder',
  INSTALL_MODE_PER_ALL_USERS: 'an administrator is needed',
  INSTALL_MODE_PER_ALL_USERS_DEFAULT: 'an administrator is proposed',
  MULTIUSER_INSTALLMODE_ALLOW_ELEVATION: 'an administrator is asked for',
  DO_NOT_CREATE_DESKTOP_SHORTCUT: 'no icon on the desktop',
  DO_NOT_CREATE_START_MENU_SHORTCUT: 'not in the start menu',
};

/** @returns {readonly string[]} */
const windowsFaults = (
  /** @type {import('./inspect-installers.mjs').InstallerPlan['windows'][number]} */ { defines, script },
  /** @type {import('electron-builder').Configuration} */ { nsis },
) => [
  ...Object.entries(FORBIDDEN).flatMap(([name, why]) => (name in defines ? [`setup: ${why}`] : [])),
  ...('allowToChangeInstallationDirectory' in defines ? [] : ['setup: the folder cannot be chosen']),
  ...(defines.APP_ID === APP_ID ? [] : [`setup: application id ${defines.APP_ID}`]),
  ...(defines.SHORTCUT_NAME === SHOWN_NAME ? [] : [`setup: shortcut ${defines.SHORTCUT_NAME}`]),
  ...(String(defines.UNINSTALL_DISPLAY_NAME).startsWith(SHOWN_NAME)
    ? []
    : [`setup: listed as ${defines.UNINSTALL_DISPLAY_NAME}`]),
  ...(String(nsis?.installerLanguages) === 'zh_CN' && nsis?.language === '2052' ? [] : ['setup: not in Chinese']),
  ...(/macro customInstallMode\s+StrCpy \$isForceCurrentInstall "1"/.test(script)
    ? []
    : ['setup: asks for whom to install']),
  ...(/Function \.onVerifyInstDir/.test(script) && script.includes(String.raw`$APPDATA\StreetLedger`)
    ? []
    : ['setup: may be put where the data lies']),
];

/** @returns {readonly string[]} */
const debianFaults = (
  /** @type {import('./inspect-installers.mjs').InstallerPlan['debian'][number]} */ { options, desktopEntry },
) => {
  const told = (/** @type {string} */ name) => options[options.indexOf(`--${name}`) + 1] ?? '';
  const has = (/** @type {string} */ line) => desktopEntry.split('\n').includes(line);
  const lines = [`Name=${SHOWN_NAME}`, 'Icon=street-ledger', 'Categories=Office;', 'StartupWMClass=street-ledger'];
  return [
    ...(told('name') === DEBIAN_NAME ? [] : [`deb: package ${told('name')}`]),
    ...(/^[\w ]+ <[^@>]+@[^>]+>$/.test(told('maintainer')) ? [] : [`deb: maintainer ${told('maintainer')}`]),
    ...(/[\u4e00-\u9fff]/.test(told('description')) ? [] : ['deb: description not in Chinese']),
    ...lines.filter((line) => !has(line)).map((line) => `deb: menu entry lacks ${line}`),
    ...(/^Exec=\/opt\/StreetLedger\/street-ledger( |$)/m.test(desktopEntry)
      ? []
      : ['deb: menu entry starts something else']),
    ...(options.some((option) => option.endsWith('/apps/street-ledger.png')) ? [] : ['deb: no icon']),
  ];
};

/** Libraries of the system that Chromium cannot start without. */
const NEEDED = ['libgtk-3-0', 'libnss3', 'libgbm1', 'libasound2'];

/**
 * Everything that is wrong with the installers planned of `config`; nothing where they may be given out.
 *
 * @returns {readonly string[]}
 */
export const installerFaults = (
  /** @type {import('./inspect-installers.mjs').InstallerPlan} */ { files, windows, debian },
  /** @type {import('electron-builder').Configuration} */ config,
  /** @type {string} */ version,
) => {
  const expected = Object.values(installerNames(version)).flat();
  const depends = [config.deb?.depends ?? []].flat();
  return [
    ...expected.filter((name) => !files.includes(name)).map((name) => `file missing: ${name}`),
    ...files.filter((name) => !expected.includes(name)).map((name) => `file that does not belong: ${name}`),
    ...windows.flatMap((setup) => windowsFaults(setup, config)),
    ...debian.flatMap(debianFaults),
    ...NEEDED.filter((name) => !depends.includes(name)).map((name) => `deb: does not ask for ${name}`),
    // 统信UOS 20 and 麒麟 V10 cannot unpack zstd.
    ...(config.deb?.compression === 'xz' ? [] : [`deb: compressed with ${config.deb?.compression}`]),
  ];
};

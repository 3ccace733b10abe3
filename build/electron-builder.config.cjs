'use strict';

/** What the clerk reads under the icon. Names of files and folders stay ASCII: old unpackers and mail gateways garble others. */
const SHOWN_NAME = '街道准入台账';

/**
 * How the program is packed. Everything is bundled into out/, so no node_modules go in. The fuses close the doors
 * Electron leaves open for developers: the packed program cannot be run as Node, be inspected, or load other code.
 * Wherever the program lies, its data lies in the frozen folder of the user (electron/disk/data-folder.ts): installer,
 * portable archive and a later version all find the same records.
 */
module.exports = {
  // Frozen: by it a new installer finds the old program.
  appId: 'org.streetledger.app',
  productName: 'StreetLedger',
  directories: { output: 'release', buildResources: 'build' },
  files: ['out/**', 'package.json', '!out/licences.txt', '!**/*.map', '!**/node_modules/**'],
  // Beside the program, where somebody without tools reads them; Electron's own lie there too.
  extraFiles: [
    { from: 'LICENSE', to: 'LICENSE.txt' },
    { from: 'out/licences.txt', to: 'LICENSES.libraries.txt' },
  ],
  asar: true,
  npmRebuild: false,
  publish: null,
  electronLanguages: ['zh-CN', 'en-US'],
  electronFuses: {
    runAsNode: false,
    enableCookieEncryption: true,
    enableNodeOptionsEnvironmentVariable: false,
    enableNodeCliInspectArguments: false,
    enableEmbeddedAsarIntegrityValidation: true,
    onlyLoadAppFromAsar: true,
    grantFileProtocolExtraPrivileges: false,
  },
  win: {
    target: [
      { target: 'nsis', arch: ['x64'] },
      { target: 'zip', arch: ['x64'] },
    ],
    // Of the archive: unpacked anywhere it runs, without an installation.
    artifactName: 'StreetLedger-Portable-${version}-${arch}.${ext}',
  },
  nsis: {
    artifactName: 'StreetLedger-Setup-${version}-${arch}.${ext}',
    oneClick: false,
    // For this user only (build/installer.nsh), so that nobody needs an administrator.
    perMachine: false,
    allowElevation: false,
    packElevateHelper: false,
    allowToChangeInstallationDirectory: true,
    deleteAppDataOnUninstall: false,
    include: 'build/installer.nsh',
    installerLanguages: ['zh_CN'],
    language: '2052',
    shortcutName: SHOWN_NAME,
    uninstallDisplayName: `${SHOWN_NAME} \${version}`,
    // Nothing updates itself here, so nothing needs to know how two installers differ.
    differentialPackage: false,
  },
  linux: {
    // 统信UOS and 麒麟 take .deb; both are delivered on x64 (兆芯、海光) and arm64 (飞腾、鲲鹏).
    target: [{ target: 'deb', arch: ['x64', 'arm64'] }],
    artifactName: 'street-ledger_${version}_${arch}.${ext}',
    executableName: 'street-ledger',
    syncDesktopName: true,
    icon: 'build/icon.png',
    category: 'Office',
    // Debian's format asks for an address (and for package.json's homepage); the program has none that answers.
    maintainer: 'Street Ledger contributors <contributors@street-ledger.invalid>',
    vendor: 'Street Ledger contributors',
    synopsis: '街道准入台账：街道办事处离线台账程序',
    description: '准入审核、台账、导入收表、上报填表，全部在本机完成，不联网。',
    desktop: {
      entry: {
        Name: SHOWN_NAME,
        'Name[zh_CN]': SHOWN_NAME,
        'Name[en]': 'Street Ledger',
        GenericName: '台账',
        Keywords: '台账;准入;街道;信访;诉求;ledger;',
      },
    },
  },
  deb: {
    packageName: 'street-ledger',
    packageCategory: 'misc',
    // Their dpkg is older than zstd.
    compression: 'xz',
    depends: [
      'libgtk-3-0',
      'libnotify4',
      'libnss3',
      'libxss1',
      'libxtst6',
      'xdg-utils',
      'libatspi2.0-0',
      'libuuid1',
      'libsecret-1-0',
      'libgbm1',
      'libasound2',
    ],
    recommends: ['fonts-noto-cjk'],
  },
};

'use strict';

/**
 * How the Windows program is packed. Everything is bundled into out/, so no node_modules go in. The fuses close the doors
 * Electron leaves open for developers: the packed program cannot be run as Node, be inspected, or load other code.
 */
module.exports = {
  appId: 'org.streetledger.app',
  productName: 'StreetLedger',
  directories: { output: 'release', buildResources: 'build' },
  files: ['out/**', 'package.json', '!**/*.map', '!**/node_modules/**'],
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
  win: { target: [{ target: 'zip', arch: ['x64'] }] },
};

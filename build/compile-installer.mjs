// Compiles build/installer.nsh into an installer of its own, so that a slip in it is found where electron-builder's makensis and
// its plugins are not to be had. The script stands in for electron-builder's: the same include, the same order, the macros
// inserted in the same places, warnings taken for errors.
import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import path from 'node:path';

const builder = createRequire(createRequire(import.meta.url).resolve('electron-builder'));
const templates = path.join(path.dirname(builder.resolve('app-builder-lib/package.json')), 'templates/nsis');

const script = (/** @type {string} */ include) => `
Unicode true
Name "StreetLedger"
RequestExecutionLevel user
!include "LogicLib.nsh"
!include "MUI2.nsh"
!include "${include}"
!ifmacrondef customInstallMode
  !error "customInstallMode is not there"
!endif
!ifmacrondef customHeader
  !error "customHeader is not there"
!endif
!ifndef BUILD_UNINSTALLER
  !include "${path.join(templates, 'include/StrContains.nsh')}"
  !insertmacro MUI_PAGE_DIRECTORY
!endif
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_LANGUAGE "SimpChinese"
!insertmacro customHeader
Var isForceCurrentInstall
Section
  !insertmacro customInstallMode
  DetailPrint "$isForceCurrentInstall"
SectionEnd
`;

/** Whether this machine has makensis (Debian: apt-get install nsis). */
export const hasMakensis = () => spawnSync('makensis', ['-VERSION']).status === 0;

/**
 * What makensis says against `include`, for the installer and for the uninstaller, written into `folder`; nothing where it compiles.
 *
 * @returns {readonly string[]}
 */
export const installerScriptFaults = (/** @type {string} */ include, /** @type {string} */ folder) =>
  [[], ['-DBUILD_UNINSTALLER']].flatMap((defines, at) => {
    const names = ['-DAPP_FILENAME=StreetLedger', '-DPRODUCT_FILENAME=StreetLedger', ...defines];
    const out = `-XOutFile "${path.join(folder, `compiled-${at}.exe`)}"`;
    const { status, stdout, stderr } = spawnSync(
      'makensis',
      ['-V2', '-WX', '-INPUTCHARSET', 'UTF8', ...names, out, '-'],
      {
        input: script(include),
        encoding: 'utf8',
      },
    );
    if (status === 0) return [];
    const [line = 'makensis failed'] = `${stdout}\n${stderr}`.split('\n').filter((each) => /error|warning/i.test(each));
    return [`installer.nsh${defines.length > 0 ? ' for the uninstaller' : ''}: ${line.trim()}`];
  });

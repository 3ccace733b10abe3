// npm run pack:check: packs the program on a made-up Electron, plans its installers, and looks into what came of it.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { hasMakensis, installerScriptFaults } from './compile-installer.mjs';
import { projectFolder } from './find-runtime.mjs';
import { installerFaults } from './inspect-installers.mjs';
import { packageFaults } from './inspect-package.mjs';
import { portableFaults } from './inspect-release.mjs';
import { packConfig, planInstallers } from './pack.mjs';
import { buildIfStale } from './stale.mjs';

buildIfStale();
const folder = mkdtempSync(path.join(os.tmpdir(), 'street-ledger-pack-'));
try {
  const plan = await planInstallers(folder);
  const expected = JSON.parse(readFileSync(path.join(projectFolder, 'package.json'), 'utf8'));
  const faults = [
    ...(await packageFaults(plan.programs.windows, expected, projectFolder)),
    ...(await packageFaults(plan.programs.linux, expected, projectFolder, 'linux')),
    ...installerFaults(plan, packConfig, expected.version),
    ...(plan.portable ? portableFaults(plan.portable) : []),
    ...(hasMakensis() ? installerScriptFaults(path.join(projectFolder, packConfig.nsis.include), folder) : []),
  ];
  if (!plan.portable)
    console.log('pack check: NOT RUN, the .zip was not written: 7-Zip is not installed (Debian: 7zip)');
  if (!hasMakensis())
    console.log('pack check: NOT RUN, installer.nsh was not compiled: makensis is not installed (Debian: nsis)');
  for (const fault of faults) console.error(`pack check: ${fault}`);
  console.log(faults.length === 0 ? 'pack check: nothing wrong' : `pack check: ${faults.length} faults`);
  process.exitCode = faults.length === 0 ? 0 : 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}

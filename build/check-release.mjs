// npm run release:check: looks into what `npm run pack` made of Electron's own binary on this system, before it is given out.
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { projectFolder } from './find-runtime.mjs';
import { installerFileFaults, unpackedFaults } from './inspect-release.mjs';
import { packConfig } from './pack.mjs';

const release = path.join(projectFolder, packConfig.directories.output);
const system = process.platform === 'win32' ? 'windows' : 'linux';
const expected = JSON.parse(readFileSync(path.join(projectFolder, 'package.json'), 'utf8'));
const faults = existsSync(release)
  ? [
      ...(await unpackedFaults(release, expected, projectFolder, system)),
      ...installerFileFaults(release, expected.version, system),
    ]
  : [`nothing packed: ${release}`];
for (const fault of faults) console.error(`release check: ${fault}`);
console.log(faults.length === 0 ? 'release check: nothing wrong' : `release check: ${faults.length} faults`);
process.exitCode = faults.length === 0 ? 0 : 1;

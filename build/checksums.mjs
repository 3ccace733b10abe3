// Writes release/SHA256SUMS-<system>.txt: what an office compares before it runs an installer that nobody signed.
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { projectFolder } from './find-runtime.mjs';

const folder = path.join(projectFolder, 'release');
const lines = readdirSync(folder)
  .filter((name) => /\.(exe|zip|deb)$/.test(name))
  .toSorted()
  .map(
    (name) =>
      `${createHash('sha256')
        .update(readFileSync(path.join(folder, name)))
        .digest('hex')}  ${name}`,
  );
if (lines.length === 0) throw new Error('no installers in release/');
writeFileSync(path.join(folder, `SHA256SUMS-${process.platform}.txt`), `${lines.join('\n')}\n`);
console.log(lines.join('\n'));

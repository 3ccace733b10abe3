// Looks into what `npm run pack` left in release/: the programs as they are, and the installers made of them. Reads only.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { unzipSync } from 'fflate';
import { installerNames } from './inspect-installers.mjs';
import { packageFaults } from './inspect-package.mjs';

/** Folders of the programs that electron-builder leaves unpacked for each system. */
const UNPACKED = { windows: ['win-unpacked'], linux: ['linux-unpacked', 'linux-arm64-unpacked'] };

/** What every file of a kind begins with. */
const BEGINNINGS = { '.exe': 'MZ', '.zip': 'PK\u0003\u0004', '.deb': '!<arch>\n' };

/** Less than Electron alone packs to. */
const LEAST = 40_000_000;

/** Files without which the program does not start, as the installers of each system name them. */
const INSIDE = {
  '.zip': ['StreetLedger.exe', 'resources/app.asar', 'LICENSE.txt'],
  '.deb': [
    './opt/StreetLedger/street-ledger',
    './opt/StreetLedger/resources/app.asar',
    './usr/share/applications/street-ledger.desktop',
    './opt/StreetLedger/LICENSE.txt',
  ],
};

const sha256 = (/** @type {Uint8Array} */ bytes) => createHash('sha256').update(bytes).digest('hex');

/** @returns {readonly string[]} Names in an archive, without unpacking it. */
const namesInZip = (/** @type {Uint8Array} */ bytes) => {
  /** @type {string[]} */
  const names = [];
  unzipSync(bytes, {
    filter: ({ name }) => {
      names.push(name);
      return false;
    },
  });
  return names;
};

/** @returns {readonly string[]} What the portable archive does not hold of the program. */
export const portableFaults = (/** @type {string} */ file) => {
  const names = namesInZip(readFileSync(file));
  return INSIDE['.zip']
    .filter((inside) => !names.includes(inside))
    .map((inside) => `${path.basename(file)} lacks ${inside}`);
};

/** @returns {readonly string[]} What dpkg, where it is, reads of a package: its files, and whether it is what its name says. */
const debianFaults = (/** @type {string} */ file) => {
  const ask = (/** @type {string[]} */ ...options) =>
    execFileSync('dpkg-deb', [...options], {
      encoding: 'utf8',
      maxBuffer: 64_000_000,
      stdio: ['ignore', 'pipe', 'ignore'],
    });
  const name = path.basename(file);
  try {
    const [, packageName, version, architecture] = /^(.+)_(.+)_(.+)\.deb$/.exec(name) ?? [];
    const field = (/** @type {string} */ key) => ask('--field', file, key).trim();
    const files = ask('--contents', file)
      .split('\n')
      .map((line) => line.split(/\s+/)[5] ?? '');
    return [
      ...INSIDE['.deb'].filter((inside) => !files.includes(inside)).map((inside) => `${name} lacks ${inside}`),
      ...Object.entries({ Package: packageName, Version: version, Architecture: architecture })
        .filter(([key, said]) => field(key) !== said)
        .map(([key]) => `${name}: ${key} is ${field(key)}`),
    ];
  } catch {
    return [`${name} cannot be read by dpkg-deb`];
  }
};

/** @returns {readonly string[]} */
const fileFaults = (/** @type {string} */ file, /** @type {string} */ sums, /** @type {number} */ least) => {
  const name = path.basename(file);
  if (!existsSync(file)) return [`file missing: ${name}`];
  const bytes = readFileSync(file);
  const kind = path.extname(name);
  const beginning = Reflect.get(BEGINNINGS, kind);
  if (bytes.subarray(0, beginning.length).toString('latin1') !== beginning) return [`${name} is no ${kind} file`];
  return [
    ...(bytes.length < least ? [`${name} holds ${bytes.length} bytes`] : []),
    ...(sums.split('\n').includes(`${sha256(bytes)}  ${name}`) ? [] : [`${name} is not as its checksum says`]),
    ...(kind === '.zip' ? portableFaults(file) : []),
    ...(kind === '.deb' ? debianFaults(file) : []),
  ];
};

/**
 * Everything that is wrong with the programs that lie unpacked in `release` for `system`, built in `source`.
 *
 * @returns {Promise<readonly string[]>}
 */
export const unpackedFaults = async (
  /** @type {string} */ release,
  /** @type {import('./inspect-package.mjs').Expected} */ expected,
  /** @type {string} */ source,
  /** @type {'windows' | 'linux'} */ system,
) => {
  const found = await Promise.all(
    UNPACKED[system].map(async (name) => {
      const folder = path.join(release, name);
      if (!existsSync(folder)) return [`${name}: not there`];
      return (await packageFaults(folder, expected, source, system)).map((fault) => `${name}: ${fault}`);
    }),
  );
  return found.flat();
};

/** @returns {readonly string[]} What is wrong with the installers in `release` and with the checksums beside them. */
export const installerFileFaults = (
  /** @type {string} */ release,
  /** @type {string} */ version,
  /** @type {'windows' | 'linux'} */ system,
  least = LEAST,
) => {
  const expected = installerNames(version)[system];
  const files = readdirSync(release);
  const sums = files.find((name) => /^SHA256SUMS-.*\.txt$/.test(name));
  const told = sums ? readFileSync(path.join(release, sums), 'utf8') : '';
  return [
    ...(sums ? [] : ['no checksums']),
    ...expected.flatMap((name) => fileFaults(path.join(release, name), told, least)),
    ...files
      .filter((name) => path.extname(name) in BEGINNINGS && !expected.includes(name))
      .map((name) => `file that does not belong: ${name}`),
  ];
};

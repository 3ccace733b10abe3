// Looks into a packed program and says what is not as it must be. Reads only.
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import asar from '@electron/asar';
import { FuseV1Options, getCurrentFuseWire } from '@electron/fuses';
import { NtExecutable, NtExecutableResource, Resource } from 'resedit';
import { ICON_SIZES } from './icon.mjs';

/** Everything the archive may hold: the shell, the page with its manual, and package.json. */
const EXPECTED_FILES =
  /^(package\.json|out\/electron\/(main|preload)\.cjs|out\/renderer\/(index\.html|assets\/[^/]+\.(js|css|woff2|svg|png)|manual\/(pictures\/)?[\w-]+\.(html|css|webp)))$/;
const NEEDED_FILES = [
  'out/electron/main.cjs',
  'out/electron/preload.cjs',
  'out/renderer/index.html',
  'out/renderer/manual/manual.css',
];
/** Beside the program: its own licence, and those of what it is made of. */
const LICENCES = ['LICENSE.txt', 'LICENSES.libraries.txt', 'LICENSE.electron.txt', 'LICENSES.chromium.html'];
/** Frozen words the shell must hold: its id on the taskbar, and where page and data lie. */
const FROZEN = ['org.streetledger.app', 'StreetLedger', 'street-ledger'];
/** Bytes of everything in the archive: less is an empty page, more is a library or a map gone astray. */
const SIZE = { least: 500_000, most: 12_000_000 };
/** Chromium's own texts in the office's language, with English to fall back on. */
const LOCALES = ['en-US.pak', 'zh-CN.pak'];

/** Doors Electron leaves open for developers, and whether each is open in the packed program. */
const FUSES = [
  ['RunAsNode', false],
  ['EnableCookieEncryption', true],
  ['EnableNodeOptionsEnvironmentVariable', false],
  ['EnableNodeCliInspectArguments', false],
  ['EnableEmbeddedAsarIntegrityValidation', true],
  ['OnlyLoadAppFromAsar', true],
  ['GrantFileProtocolExtraPrivileges', false],
];

const ICON_GROUP = 14;

/** @typedef {{ name: string, version: string, productName: string, main: string, author: string }} Expected */

/** @returns {readonly string[]} */
const archivedFiles = (/** @type {string} */ archive) =>
  asar
    .listPackage(archive, { isPack: false })
    .map((name) => name.replaceAll('\\', '/').slice(1))
    .filter((name) => !('files' in asar.statFile(archive, name)));

/** @returns {readonly string[]} What is wrong with the archive's list of files and with package.json. */
const fileFaults = (
  /** @type {string} */ archive,
  /** @type {readonly string[]} */ files,
  /** @type {Expected} */ expected,
) => {
  const packed = JSON.parse(asar.extractFile(archive, 'package.json').toString());
  return [
    ...files.filter((file) => !EXPECTED_FILES.test(file)).map((file) => `file that does not belong: ${file}`),
    ...NEEDED_FILES.filter((file) => !files.includes(file)).map((file) => `file missing: ${file}`),
    ...(packed.main === expected.main ? [] : [`main is ${packed.main}, not ${expected.main}`]),
    ...(packed.version === expected.version ? [] : [`version is ${packed.version}, not ${expected.version}`]),
    ...['scripts', 'devDependencies', 'dependencies']
      .filter((key) => key in packed)
      .map((key) => `package.json still holds ${key}`),
  ];
};

const ASSETS = 'out/renderer/assets/';

/** @returns {readonly string[]} Built files a script of the page reads when they are first needed, by their hashed names. */
const askedFor = (/** @type {string} */ archive, /** @type {string} */ file) =>
  file.endsWith('.js')
    ? [
        ...asar
          .extractFile(archive, file)
          .toString('latin1')
          .matchAll(/["'`]\.\/([\w-]+-[\w-]{8}\.(?:js|css))["'`]/g),
      ].map(([, name = '']) => name)
    : [];

/** @returns {readonly string[]} What the contents give away, and what the page refers to that is not there. */
const contentFaults = (
  /** @type {string} */ archive,
  /** @type {readonly string[]} */ files,
  /** @type {string} */ source,
) => {
  const faults = [];
  let size = 0;
  for (const file of files) {
    const bytes = asar.extractFile(archive, file);
    size += bytes.length;
    const text = bytes.toString('latin1');
    if (/\/\/[#@] sourceMappingURL=/.test(text) || text.includes('"sourcesContent"'))
      faults.push(`source map in ${file}`);
    if (text.includes(source)) faults.push(`path of the building machine in ${file}`);
    if (/electron stand-in|localhost:5173/.test(text)) faults.push(`test or development code in ${file}`);
  }
  if (size < SIZE.least || size > SIZE.most) faults.push(`archive holds ${size} bytes`);
  const asked = files.filter((file) => file.startsWith(ASSETS)).flatMap((file) => askedFor(archive, file));
  const missing = [...new Set(asked)].filter((name) => !files.includes(`${ASSETS}${name}`));
  faults.push(...missing.map((name) => `page asks later for a file that is not there: ${name}`));
  const page = 'out/renderer/index.html';
  if (!files.includes(page)) return faults;
  for (const [, address = ''] of asar
    .extractFile(archive, page)
    .toString()
    .matchAll(/(?:src|href)="([^"]+)"/g)) {
    const file = path.posix.join('out/renderer', address);
    if (/^\w+:|^\/\//.test(address)) faults.push(`page refers to ${address}`);
    else if (!files.includes(file)) faults.push(`page refers to a file that is not there: ${address}`);
  }
  return faults;
};

/** @returns {readonly string[]} */
const frozenFaults = (/** @type {string} */ archive, /** @type {readonly string[]} */ files) => {
  const main = 'out/electron/main.cjs';
  if (!files.includes(main)) return [];
  const text = asar.extractFile(archive, main).toString();
  return FROZEN.filter((word) => !new RegExp(`["'\`]${word}["'\`]`).test(text)).map(
    (word) => `${main} lost the frozen ${word}`,
  );
};

/** @returns {Promise<readonly string[]>} */
const fuseFaults = async (/** @type {string} */ executable) => {
  const wire = await getCurrentFuseWire(executable).catch(() => undefined);
  if (!wire) return ['fuses cannot be read'];
  const isOpen = (/** @type {string} */ name) =>
    String.fromCharCode(Number(Reflect.get(wire, Reflect.get(FuseV1Options, name)))) === '1';
  return FUSES.filter(([name, open]) => isOpen(String(name)) !== open).map(
    ([name, open]) => `fuse ${name} is ${open ? 'off' : 'on'}`,
  );
};

/** Sizes of the icon Windows shows, 256 written as 0 in the resource. */
const iconSizes = (/** @type {NtExecutableResource} */ resources) => {
  const group = resources.entries.find(({ type }) => type === ICON_GROUP);
  if (!group) return [];
  const view = new DataView(group.bin);
  return Array.from({ length: view.getUint16(4, true) }, (_, index) => view.getUint8(6 + 14 * index) || 256);
};

/** @returns {readonly string[]} */
const resourceFaults = (
  /** @type {string} */ executable,
  /** @type {string} */ archive,
  /** @type {Expected} */ expected,
) => {
  const resources = NtExecutableResource.from(NtExecutable.from(readFileSync(executable)));
  const integrity = resources.entries.find(({ type }) => type === 'INTEGRITY');
  const header = createHash('sha256').update(asar.getRawHeader(archive).headerString).digest('hex');
  const said = integrity ? JSON.parse(Buffer.from(integrity.bin).toString())[0]?.value : 'nothing';
  const [info] = Resource.VersionInfo.fromEntries(resources.entries);
  const words = info?.getStringValues({ lang: 1033, codepage: 1200 }) ?? {};
  const sizes = iconSizes(resources);
  const { productName, version, author } = expected;
  return [
    ...(said === header ? [] : [`integrity of app.asar is ${said}, not ${header}`]),
    ...(words.ProductName === productName ? [] : [`ProductName is ${words.ProductName}, not ${productName}`]),
    ...(words.FileVersion === version ? [] : [`FileVersion is ${words.FileVersion}, not ${version}`]),
    ...(words.CompanyName === author ? [] : [`CompanyName is ${words.CompanyName}, not ${author}`]),
    ...ICON_SIZES.filter((size) => !sizes.includes(size)).map((size) => `icon lacks ${size} pixels`),
  ];
};

/**
 * Everything that is wrong with the program packed in `folder` for `system`; nothing where it may be given out. `source`
 * is the folder it was built in, of which no trace may be in it.
 *
 * @returns {Promise<readonly string[]>}
 */
export const packageFaults = async (
  /** @type {string} */ folder,
  /** @type {Expected} */ expected,
  /** @type {string} */ source,
  /** @type {'windows' | 'linux'} */ system = 'windows',
) => {
  const archive = path.join(folder, 'resources/app.asar');
  const program = system === 'windows' ? `${expected.productName}.exe` : expected.name;
  const executable = path.join(folder, program);
  if (!existsSync(archive)) return ['no app.asar'];
  if (!existsSync(executable)) return [`no ${program}`];
  const loose = ['resources/app', 'resources/app.asar.unpacked'].filter((name) => existsSync(path.join(folder, name)));
  // The library remembers archives by name.
  asar.uncache(archive);
  const locales = readdirSync(path.join(folder, 'locales'));
  const files = archivedFiles(archive);
  return [
    ...loose.map((name) => `program outside of the archive: ${name}`),
    ...locales.filter((name) => !LOCALES.includes(name)).map((name) => `locale that does not belong: ${name}`),
    ...LOCALES.filter((name) => !locales.includes(name)).map((name) => `locale missing: ${name}`),
    ...LICENCES.filter((name) => !existsSync(path.join(folder, name))).map((name) => `licence missing: ${name}`),
    ...fileFaults(archive, files, expected),
    ...frozenFaults(archive, files),
    ...contentFaults(archive, files, source),
    ...(await fuseFaults(executable)),
    ...(system === 'windows' ? resourceFaults(executable, archive, expected) : []),
  ];
};

// Made-up Electron distributions, good for packing checks only: an executable that carries the fuse wire (for Windows an
// empty but valid one), and files of the names electron-builder looks for; and an archiver that packs nothing. What they
// cannot prove is in docs/TESTING.md.
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { NtExecutable, NtExecutableResource, Resource } from 'resedit';

const LANGUAGE = { lang: 1033, codepage: 1200 };
/** What stands before the fuses in Electron's executable, so that a tool finds them. */
const SENTINEL = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX';
/** Electron's own defaults, one character a fuse; version 1 of the wire has eight of them. */
const FUSES = '10110001';

const MANIFEST = `<assembly xmlns="urn:schemas-microsoft-com:asm.v1" manifestVersion="1.0"><trustInfo
 xmlns="urn:schemas-microsoft-com:asm.v3"><security><requestedPrivileges><requestedExecutionLevel level="asInvoker"
 uiAccess="false"/></requestedPrivileges></security></trustInfo></assembly>`;

const fuseWire = () =>
  Buffer.concat([
    Buffer.from(`\0\0\0\0${SENTINEL}`, 'latin1'),
    Buffer.from([1, FUSES.length]),
    Buffer.from(FUSES),
    Buffer.alloc(64),
  ]);

const resource = (/** @type {number} */ type, /** @type {number | string} */ id, /** @type {Uint8Array} */ bytes) => ({
  type,
  id,
  ...LANGUAGE,
  bin: Uint8Array.from(bytes).buffer,
});

const executable = (/** @type {string} */ version) => {
  const file = NtExecutable.createEmpty(false, false);
  const resources = NtExecutableResource.from(file);
  const info = Resource.VersionInfo.createEmpty();
  info.setFileVersion(version, LANGUAGE.lang);
  info.setProductVersion(version, LANGUAGE.lang);
  info.setStringValues(LANGUAGE, { ProductName: 'Electron', FileDescription: 'Electron', CompanyName: 'GitHub, Inc.' });
  info.outputToResourceEntries(resources.entries);
  resources.entries.push(resource(24, 1, new TextEncoder().encode(MANIFEST)));
  // In a resource, so that writing the executable's resources anew keeps it.
  resources.entries.push(resource(10, 'FUSES', fuseWire()));
  resources.outputResource(file);
  return Buffer.from(file.generate());
};

const LOCALES = ['locales/en-US.pak', 'locales/zh-CN.pak', 'locales/de.pak'];
const COMMON = ['LICENSE', 'LICENSES.chromium.html', 'resources.pak', 'icudtl.dat', 'snapshot_blob.bin', ...LOCALES];
const OF_WINDOWS = [
  'v8_context_snapshot.bin',
  'ffmpeg.dll',
  'd3dcompiler_47.dll',
  'libEGL.dll',
  'libGLESv2.dll',
  'vk_swiftshader.dll',
  'vulkan-1.dll',
];
const OF_LINUX = ['v8_context_snapshot.bin', 'chrome-sandbox', 'libffmpeg.so', 'libEGL.so', 'libGLESv2.so'];

/** Makes the distribution for one system in `folder`, which is made too. */
export const makeUpElectron = (
  /** @type {string} */ folder,
  /** @type {string} */ version,
  /** @type {'windows' | 'linux'} */ system,
) => {
  mkdirSync(path.join(folder, 'locales'), { recursive: true });
  mkdirSync(path.join(folder, 'resources'));
  const files = [...COMMON, ...(system === 'windows' ? OF_WINDOWS : OF_LINUX)];
  for (const file of files) writeFileSync(path.join(folder, file), `made up: ${file}`);
  writeFileSync(path.join(folder, 'version'), version);
  if (system === 'windows') writeFileSync(path.join(folder, 'electron.exe'), executable(version));
  else writeFileSync(path.join(folder, 'electron'), fuseWire(), { mode: 0o755 });
};

/**
 * Makes an archiver that answers as 7-Zip does and leaves an empty archive: the real one would have to be fetched.
 * Windows starts no scripts, so there electron-builder fetches its own.
 */
export const makeUpArchiver = (/** @type {string} */ file) => {
  writeFileSync(file, '#!/bin/sh\nfor each; do case "$each" in /*.7z|/*.zip) : > "$each";; esac; done\n', {
    mode: 0o755,
  });
};

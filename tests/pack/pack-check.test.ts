import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { createPackage, extractAll } from '@electron/asar';
import { describe, expect, test } from 'vitest';
import { projectFolder } from '../../build/find-runtime.mjs';
import { packageFaults } from '../../build/inspect-package.mjs';
import { packConfig, packProgram } from '../../build/pack.mjs';
import { temporaryFolder } from '../temporary-folder.ts';

const expected = JSON.parse(readFileSync(path.join(projectFolder, 'package.json'), 'utf8'));

const folder = temporaryFolder('pack');

/** What is found wrong with the program packed so. */
const faultsOf = async (config: object, sabotage?: (project: string) => void): Promise<readonly string[]> =>
  packageFaults(await packProgram(folder(), config, sabotage), expected, projectFolder);

const append = (project: string, file: string, text: string): void =>
  writeFileSync(path.join(project, file), `${readFileSync(path.join(project, file), 'utf8')}${text}`);

describe('sabotage is found', () => {
  test('files that do not belong, are missing, or give something away', async () => {
    const files = ['**/*', '!**/assets/*.css'];
    const faults = await faultsOf({ ...packConfig, files }, (project) => {
      mkdirSync(path.join(project, 'electron'));
      writeFileSync(path.join(project, 'electron/main.ts'), '');
      writeFileSync(path.join(project, 'out/renderer/assets/page.js.map'), '{}');
      rmSync(path.join(project, 'out/electron/preload.cjs'));
      append(
        project,
        'out/electron/main.cjs',
        `\n//# sourceMappingURL=main.cjs.map\n// ${projectFolder}/electron/main.ts`,
      );
      append(project, 'out/renderer/index.html', '<script src="https://example.com/x.js"></script>localhost:5173');
    });
    const isLate = (fault: string) => fault.startsWith('page asks later');
    expect(faults.filter((fault) => !isLate(fault))).toEqual([
      'file that does not belong: electron/main.ts',
      'file that does not belong: out/renderer/assets/page.js.map',
      'file missing: out/electron/preload.cjs',
      'source map in out/electron/main.cjs',
      'path of the building machine in out/electron/main.cjs',
      'test or development code in out/renderer/index.html',
      'page refers to https://example.com/x.js',
    ]);
    const late = faults.filter(isLate);
    expect(late).toContainEqual(expect.stringMatching(/^page asks later for a file that is not there: main-.*\.css$/));
    expect(late.filter((fault) => !fault.endsWith('.css'))).toEqual([]);
  });

  test('fuses left as Electron has them, or not to be found; no licences; another id on the taskbar', async () => {
    const { electronFuses, extraFiles, ...config } = packConfig;
    expect(electronFuses && extraFiles).toBeDefined();
    const packed = await packProgram(folder(), config, (project) => {
      const main = path.join(project, 'out/electron/main.cjs');
      writeFileSync(main, readFileSync(main, 'utf8').replace('org.streetledger.app', 'org.example.other'));
    });
    rmSync(path.join(packed, 'LICENSES.chromium.html'));
    const others = [
      'licence missing: LICENSE.txt',
      'licence missing: LICENSES.libraries.txt',
      'licence missing: LICENSES.chromium.html',
      'out/electron/main.cjs lost the frozen org.streetledger.app',
    ];
    expect(await packageFaults(packed, expected, projectFolder)).toEqual([
      ...others,
      'fuse RunAsNode is on',
      'fuse EnableCookieEncryption is off',
      'fuse EnableNodeOptionsEnvironmentVariable is on',
      'fuse EnableNodeCliInspectArguments is on',
      'fuse EnableEmbeddedAsarIntegrityValidation is off',
      'fuse OnlyLoadAppFromAsar is off',
      'fuse GrantFileProtocolExtraPrivileges is on',
    ]);
    const executable = path.join(packed, 'StreetLedger.exe');
    const bytes = readFileSync(executable);
    const sentinel = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX';
    bytes.fill(0, bytes.indexOf(sentinel), bytes.indexOf(sentinel) + sentinel.length);
    writeFileSync(executable, bytes);
    expect(await packageFaults(packed, expected, projectFolder)).toEqual([...others, 'fuses cannot be read']);
  });

  test('no icon, wrong version info, other languages', async () => {
    const config = { ...packConfig, electronLanguages: ['en-US', 'de'] };
    const faults = await faultsOf(config, (project) => {
      for (const icon of ['build/icon.ico', 'build/icon.png']) rmSync(path.join(project, icon));
      const spoilt = { ...expected, version: '9.9.9', author: 'Somebody' };
      writeFileSync(path.join(project, 'package.json'), JSON.stringify(spoilt));
    });
    expect(faults).toEqual(
      expect.arrayContaining([
        'locale that does not belong: de.pak',
        'locale missing: zh-CN.pak',
        'version is 9.9.9, not 0.1.0',
        'FileVersion is 9.9.9, not 0.1.0',
        'CompanyName is Somebody, not Street Ledger contributors',
        'icon lacks 16 pixels',
        'icon lacks 256 pixels',
      ]),
    );
  });

  test('libraries packed beside what was bundled', async () => {
    const files = packConfig.files.filter((pattern) => !pattern.includes('node_modules'));
    const faults = await faultsOf({ ...packConfig, files }, (project) => {
      const spoilt = { ...expected, dependencies: { zod: expected.devDependencies.zod } };
      writeFileSync(path.join(project, 'package.json'), JSON.stringify(spoilt));
    });
    expect(faults).toContain('file that does not belong: node_modules/zod/package.json');
    expect(faults).toContain('package.json still holds dependencies');
  });

  test('another name', async () => {
    expect(await faultsOf({ ...packConfig, productName: 'Ledger' })).toEqual(['no StreetLedger.exe']);
  });

  test('a program left as loose files', async () => {
    expect(await faultsOf({ ...packConfig, asar: false, electronFuses: null })).toEqual(['no app.asar']);
  });

  test('files taken out of the archive, or changed in it after it was sealed', async () => {
    const packed = await packProgram(folder(), { ...packConfig, asarUnpack: ['out/electron/preload.cjs'] });
    const archive = path.join(packed, 'resources/app.asar');
    expect(await packageFaults(packed, expected, projectFolder)).toEqual([
      'program outside of the archive: resources/app.asar.unpacked',
    ]);
    const extracted = path.join(folder(), 'extracted');
    extractAll(archive, extracted);
    append(extracted, 'out/electron/main.cjs', '\nvoid 0;');
    await createPackage(extracted, archive);
    const faults = await packageFaults(packed, expected, projectFolder);
    expect(faults).toEqual([
      expect.any(String),
      expect.stringMatching(/^integrity of app.asar is [0-9a-f]{64}, not [0-9a-f]{64}$/),
    ]);
  });

  test('a main that is not there: electron-builder itself refuses', async () => {
    const spoil = (project: string) =>
      writeFileSync(path.join(project, 'package.json'), JSON.stringify({ ...expected, main: 'out/main.cjs' }));
    await expect(packProgram(folder(), packConfig, spoil)).rejects.toThrow('out/main.cjs');
  });

  test('a setting electron-builder does not know', async () => {
    await expect(packProgram(folder(), { ...packConfig, electronFuse: {} })).rejects.toThrow('electronFuse');
  });
});

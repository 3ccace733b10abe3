import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { projectFolder } from '../../build/find-runtime.mjs';

const read = (file: string): string => readFileSync(path.join(projectFolder, file), 'utf8');
const workflow = read('.github/workflows/release.yml');
const { scripts } = JSON.parse(read('package.json'));

const matches = (text: string, pattern: RegExp): readonly string[] =>
  [...text.matchAll(pattern)].map(([, found = '']) => found);

/** Actions that are not named by the hash of a commit and the version that was. */
const unpinned = (text: string): readonly string[] =>
  matches(text, /uses: *(.+)/g).filter((action) => !/^[\w.-]+\/[\w.-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/.test(action));

/** Commands of package.json, of its packages, and suites of npm test that are not there. */
const unknown = (text: string): readonly string[] => [
  ...matches(text, /npm run ([\w:]+)/g).filter((name) => !(name in scripts)),
  ...matches(text, /npx ([\w-]+)/g).filter((name) => !existsSync(path.join(projectFolder, 'node_modules/.bin', name))),
  ...matches(text, /--only=([\w,]+)/g)
    .flatMap((names) => names.split(','))
    .filter((name) => !read('build/suites.mjs').includes(`name: '${name}'`)),
];

describe('the release workflow', () => {
  test('names every action by the hash of a commit', () => {
    expect(matches(workflow, /uses: *(.+)/g)).toHaveLength(4);
    expect(unpinned(workflow)).toEqual([]);
    expect(unpinned('- uses: actions/checkout@v4\n- uses: a/b@11bd719 # v4.2.2')).toEqual([
      'actions/checkout@v4',
      'a/b@11bd719 # v4.2.2',
    ]);
  });

  test('runs commands that exist', () => {
    expect(matches(workflow, /run: (.*(?:npm|npx) .*)/g)).toEqual([
      'npm ci',
      'npx install-electron',
      'xvfb-run --auto-servernum npm test',
      'npm test -- --only=types,lint,unit,build,pack,tables,faults,e2e',
      'npm run pack',
      'npm run release:check',
    ]);
    expect(unknown(workflow)).toEqual([]);
    expect(unknown('npm run packs; npx install-electrons; npm test -- --only=unit,units')).toEqual([
      'packs',
      'install-electrons',
      'units',
    ]);
  });

  test('may read the repository and nothing else', () => {
    expect(workflow).toContain('\npermissions: {}\n');
    expect(matches(workflow, /^ {6}([\w-]+: (?:read|write)\b.*)$/gm)).toEqual(['contents: read']);
    expect(workflow).not.toMatch(/secrets\.|GITHUB_TOKEN|pull_request_target/);
  });

  test('tests and packs on the systems the program is given out for, and keeps the installers', () => {
    expect(workflow).toContain('system: [windows-latest, ubuntu-latest]');
    const { output } =
      /directories: \{ output: '(?<output>\w+)'/.exec(read('build/electron-builder.config.cjs'))?.groups ?? {};
    expect(matches(workflow, /^ {12}(\w+\/\*\.\w+)$/gm)).toEqual(
      ['exe', 'zip', 'deb', 'txt'].map((kind) => `${output}/*.${kind}`),
    );
  });
});

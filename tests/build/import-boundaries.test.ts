import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';

const project = path.resolve(import.meta.dirname, '../..');

/** Every TypeScript file of a folder, relative to the project, with forward slashes. */
const filesOf = (folder: string): readonly string[] =>
  readdirSync(path.join(project, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(ts|tsx|mts)$/.test(entry.name))
    .map((entry) => path.relative(project, path.join(entry.parentPath, entry.name)).replaceAll(path.sep, '/'))
    .toSorted();

const textOf = (file: string): string => readFileSync(path.join(project, file), 'utf8');

/** Code without its comments, so that words in prose are no globals and no imports. */
const codeOf = (file: string): string =>
  textOf(file)
    .replaceAll(/\/\*[\s\S]*?\*\//g, '')
    .replaceAll(/(^|[^:'"`])\/\/.*$/gm, '$1');

const IMPORTS = [
  /\b(?:import|export)\s+(?:type\s+)?[\w*{}\s,$]+\sfrom\s*['"]([^'"]+)['"]/g,
  /^import\s*['"]([^'"]+)['"]/gm,
  /\b(?:import|require)\s*\(\s*['"]([^'"]+)['"]/g,
  /\bnew URL\(\s*['"](\.[^'"]+)['"]\s*,\s*import\.meta\.url/g,
];

/** What a file imports, statically, dynamically or as a worker: project paths, or package names as written. */
const importsOf = (file: string): readonly string[] => importsIn(file, codeOf(file));

/** The same without what is imported for its type alone, which is gone when the program runs. */
const valueImportsOf = (file: string): readonly string[] =>
  importsIn(file, codeOf(file).replaceAll(/\bimport\s+type\s[^;]*;/g, ''));

function importsIn(file: string, code: string): readonly string[] {
  return IMPORTS.flatMap((pattern) => [...code.matchAll(pattern)].map(([, name = '']) => name)).map((name) =>
    name.startsWith('.') ? path.posix.normalize(path.posix.join(path.posix.dirname(file), name)) : name,
  );
}

/** Imports of `files` that `forbidden` names, as `file -> import`. */
const trespasses = (files: readonly string[], forbidden: RegExp, namesIn = importsOf): readonly string[] =>
  files.flatMap((file) =>
    namesIn(file)
      .filter((name) => forbidden.test(name))
      .map((name) => `${file} -> ${name}`),
  );

const shared = filesOf('shared');
const renderer = filesOf('renderer');
const electron = filesOf('electron');

test('the scan sees the imports it is about', () => {
  expect(importsOf('electron/preload.ts')).toContain('electron');
  expect(importsOf('electron/preload.ts')).toContain('shared/desktop-api.ts');
  expect(shared.length).toBeGreaterThan(10);
});

describe('shared/ is pure', () => {
  test('it imports itself and pure packages only', () => {
    const allowed = /^(shared\/|zod$|fflate$|xlsx$|pinyin-pro$|chinese-days$)/;
    const foreign = shared.flatMap((file) =>
      importsOf(file)
        .filter((name) => !allowed.test(name))
        .map((name) => `${file} -> ${name}`),
    );
    expect(foreign).toEqual([]);
  });

  test('it asks no clock, no chance and no machine', () => {
    const impure =
      /\bDate\.now\b|\bnew Date\(\s*\)|\bMath\.random\b|(?<![\w/.])(?:window|document|navigator|localStorage|indexedDB|crypto|performance|process|Buffer|console|setTimeout|setInterval|fetch)\s*[.([]/;
    const guilty = shared.flatMap((file) => {
      const found = impure.exec(codeOf(file));
      return found ? [`${file}: ${found[0]}`] : [];
    });
    expect(guilty).toEqual([]);
  });
});

describe('the folders keep to their own', () => {
  test('renderer/ reaches neither shell nor Node', () => {
    expect(trespasses(renderer, /^(electron$|electron\/|node:|build\/|tests\/)/)).toEqual([]);
  });

  test('electron/ knows nothing of the page', () => {
    expect(trespasses(electron, /^(renderer\/|build\/|tests\/|react|dexie|@mantine\/|comlink)/)).toEqual([]);
  });

  test('declarations rest on kit and rules, never the other way round; rules know the shape of their records alone', () => {
    const below = shared.filter((file) => /^shared\/(kit|rules|deadlines|indicators)\//.test(file));
    expect(trespasses(below, /^shared\/ledgers\//, valueImportsOf)).toEqual([]);
  });

  test('a ledger is a declaration: short, on kit, rules and its own parts, knowing no other ledger', () => {
    const isDeclaration = (file: string) => codeOf(file).includes('defineLedger(');
    const declarations = shared.filter((file) => file.startsWith('shared/ledgers/') && isDeclaration(file));
    expect(declarations).toContain('shared/ledgers/demand.ts');
    expect(declarations.filter((file) => textOf(file).split('\n').length >= 150)).toEqual([]);
    // shared/access holds the rules of 准入审核.
    const rests = /^shared\/(kit|rules|access)\/|^shared\/documents\/issued-documents\.ts$/;
    const parts = /^shared\/ledgers\/([\w-]+-(parts|options|matter|work|mark)|successors)\.ts$/;
    const foreign = declarations.flatMap((file) =>
      importsOf(file)
        .filter((name) => !rests.test(name) && (!parts.test(name) || declarations.includes(name)))
        .map((name) => `${file} -> ${name}`),
    );
    expect(foreign).toEqual([]);
  });

  test('only renderer/store knows Dexie', () => {
    const others = [...shared, ...electron, ...renderer.filter((file) => !file.startsWith('renderer/store/'))];
    expect(trespasses(others, /^dexie/)).toEqual([]);
  });

  test('pages do not import each other, components no pages', () => {
    const pageOf = (file: string) => /^renderer\/pages\/([^/]+)\//.exec(file)?.[1];
    const across = renderer.flatMap((file) =>
      importsOf(file)
        .filter((name) => pageOf(name) !== undefined && pageOf(name) !== pageOf(file))
        .filter(() => !file.startsWith('renderer/app/'))
        .map((name) => `${file} -> ${name}`),
    );
    expect(across).toEqual([]);
  });
});

test('properties are tried on the cases that tests/properties.ts draws', () => {
  const drawn = filesOf('tests').filter((file) => file !== 'tests/properties.ts');
  expect(trespasses(drawn, /^fast-check$/)).toEqual([]);
});

describe('every file', () => {
  const all = [...shared, ...renderer, ...electron, ...filesOf('tests'), ...filesOf('build')];

  test('is short enough to read at once', () => {
    const long = all.filter((file) => textOf(file).split('\n').length > 350);
    expect(long).toEqual([]);
  });

  test('exports by name', () => {
    const anonymous = all.filter((file) => /^export default\b|\bas default\b/m.test(codeOf(file)));
    expect(anonymous).toEqual([]);
  });

  test('names the extension of what it imports', () => {
    const bare = all.flatMap((file) =>
      importsOf(file)
        .filter((name) => /^(shared|renderer|electron|tests)\//.test(name) && !/\.[a-z]+(\?\w+)?$/.test(name))
        .map((name) => `${file} -> ${name}`),
    );
    expect(bare).toEqual([]);
  });
});

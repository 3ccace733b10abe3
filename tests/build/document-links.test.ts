import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { projectFolder } from '../../build/find-runtime.mjs';

const inDocs = readdirSync(path.join(projectFolder, 'docs'), { recursive: true })
  .map((name) => path.join('docs', String(name)))
  .filter((name) => name.endsWith('.md'));
const documents = ['README.md', 'CHANGELOG.md', ...inDocs];

/** Files a document links to that are not there. */
const broken = (document: string): readonly string[] =>
  [...readFileSync(path.join(projectFolder, document), 'utf8').matchAll(/\]\(([^)#\s]+)[^)]*\)/g)]
    .map(([, link = '']) => link)
    .filter((link) => !/^https?:/.test(link))
    .filter((link) => !existsSync(path.join(projectFolder, path.dirname(document), link)));

test('what documents link to is there', () => {
  expect(documents.length).toBeGreaterThan(20);
  expect(documents.flatMap((document) => broken(document).map((link) => `${document}: ${link}`))).toEqual([]);
});

const known = ['.github', 'build', 'docs', 'electron', 'renderer', 'shared', 'tests'].flatMap((folder) => [
  folder,
  ...readdirSync(path.join(projectFolder, folder), { recursive: true, encoding: 'utf8' }).map((name) =>
    path.posix.join(folder, ...name.split(path.sep)),
  ),
]);

/** Whether a file or folder is called so, by its path or the end of it, with or without how the name ends. */
const isThere = (name: string): boolean => {
  const bare = name.replace(/\/$/, '');
  const ends = [`/${bare}`, `/${bare}.ts`, `/${bare}.tsx`];
  return known.some((one) => ends.some((end) => `/${one}`.endsWith(end)));
};

/** Names of the project's own files and folders that a document puts into code. */
const namedIn = (document: string): readonly string[] =>
  [...readFileSync(path.join(projectFolder, document), 'utf8').matchAll(/`([^`\n]+)`/g)]
    .map(([, words = '']) => words)
    .filter((words) => /^[\w./-]+$/.test(words))
    .filter(
      (words) => /^(build|docs|electron|renderer|shared|tests)\//.test(words) || /\w\.(ts|tsx|mjs|cjs)$/.test(words),
    );

test('the files and folders that documents name are there', () => {
  const named = documents.flatMap((document) => namedIn(document).map((name) => ({ document, name })));
  expect(named.length).toBeGreaterThan(150);
  expect(named.filter(({ name }) => !isThere(name))).toEqual([]);
});

test('every decision stands in the list, by its number', () => {
  const files = readdirSync(path.join(projectFolder, 'docs/decisions')).filter((name) => /^\d{4}-/.test(name));
  const list = readFileSync(path.join(projectFolder, 'docs/decisions/README.md'), 'utf8');
  const rows = [...list.matchAll(/^\| \[(\d+)\]\((\d{4}-[a-z-]+\.md)\)/gm)];
  expect(rows.map(([, number, file]) => [Number(number), file])).toEqual(
    files.toSorted().map((file) => [Number(file.slice(0, 4)), file]),
  );
});

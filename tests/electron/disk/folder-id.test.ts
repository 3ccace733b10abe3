import { cpSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { folderId } from '../../../electron/disk/folder-id.ts';
import { createJournal } from '../../../electron/journal/journal.ts';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'folder-id-'));
});

afterEach(() => {
  for (const name of [folder, `${folder}-2`]) rmSync(name, { recursive: true, force: true });
});

test('a folder keeps its id, also under another name', async () => {
  const id = await folderId(folder);
  expect(await folderId(folder)).toBe(id);
  renameSync(folder, `${folder}-2`);
  expect(await folderId(`${folder}-2`)).toBe(id);
});

test('a copy of the folder gets an id of its own, and keeps that', async () => {
  const id = await folderId(folder);
  cpSync(folder, `${folder}-2`, { recursive: true, preserveTimestamps: true });
  const copied = await folderId(`${folder}-2`);
  expect(copied).not.toBe(id);
  expect(await folderId(`${folder}-2`)).toBe(copied);
  expect(await folderId(folder)).toBe(id);
});

test('a file that cannot be read is replaced', async () => {
  await folderId(folder);
  writeFileSync(path.join(folder, 'folder.json'), '{"format":1,');
  const id = await folderId(folder);
  expect(await folderId(folder)).toBe(id);
});

test('the journal tells its folder s id with its tail', async () => {
  const journal = createJournal(folder);
  const tail = await journal.tail();
  expect(tail.folder).toBe(await folderId(folder));
  await journal.close();
});

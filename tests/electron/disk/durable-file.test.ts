import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import fs from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { renameDurably, writeDurably } from '../../../electron/disk/durable-file.ts';

vi.mock('node:fs/promises', { spy: true });

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'street-ledger-durable-'));
});
afterEach(() => {
  vi.mocked(fs.rename).mockReset();
  rmSync(folder, { recursive: true, force: true });
});

/** A virus scanner that holds the file for the next so many attempts. */
const heldFor = (attempts: number, code = 'EBUSY') => {
  for (let at = 0; at < attempts; at += 1)
    vi.mocked(fs.rename).mockRejectedValueOnce(Object.assign(new Error('held'), { code }));
};

const file = () => path.join(folder, 'a');

test.each(['EBUSY', 'EPERM', 'EACCES'])('a rename refused by %s is tried again', async (code) => {
  heldFor(2, code);
  await writeDurably(file(), new TextEncoder().encode('whole'), [1, 1]);
  expect(readFileSync(file(), 'utf8')).toBe('whole');
});

test('one held for longer fails, and leaves what was there and no temporary file', async () => {
  writeFileSync(file(), 'before');
  heldFor(3);
  await expect(writeDurably(file(), new TextEncoder().encode('after'), [1, 1])).rejects.toMatchObject({
    code: 'EBUSY',
  });
  expect(readFileSync(file(), 'utf8')).toBe('before');
  expect(readdirSync(folder)).toEqual(['a']);
});

test('any other failure is not tried again', async () => {
  await expect(renameDurably(path.join(folder, 'missing'), file())).rejects.toMatchObject({ code: 'ENOENT' });
  expect(vi.mocked(fs.rename)).toHaveBeenCalledTimes(1);
});

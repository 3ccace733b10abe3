import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { freeSpaceAt } from '../../../electron/disk/free-space.ts';

test('a disk tells how much of it this user may fill, and a folder that is gone tells nothing', async () => {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'street-ledger-space-'));
  const free = await freeSpaceAt(folder);
  expect(free).toBeGreaterThan(0);
  expect(free).toSatisfy(Number.isSafeInteger);
  rmSync(folder, { recursive: true });
  expect(await freeSpaceAt(folder)).toBeUndefined();
});

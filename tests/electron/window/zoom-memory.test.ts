import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { createZoomMemory } from '../../../electron/window/zoom-memory.ts';
import { temporaryFolder } from '../../temporary-folder.ts';

const folder = temporaryFolder('zoom');

const file = () => path.join(folder(), 'window.json');

test('the next program finds the last of several sizes chosen in a row', async () => {
  const memory = createZoomMemory(folder());
  expect(await memory.read()).toBe(1);
  await Promise.all([1.1, 1.25, 1.5, 1.25].map(memory.keep));
  expect(await createZoomMemory(folder()).read()).toBe(1.25);
  expect(readFileSync(file(), 'utf8')).toBe('{"format":1,"zoom":1.25}\n');
});

test.each([
  ['', 1],
  ['{', 1],
  ['{"format":2,"zoom":1.5}', 1],
  ['{"format":1,"zoom":"1.5"}', 1],
  // Written by hand: held to the steps.
  ['{"format":1,"zoom":9}', 1.5],
  ['{"format":1,"zoom":0.3}', 1],
  ['{"format":1,"zoom":1.2}', 1.25],
])('from %j the page is shown at %d', async (text, zoom) => {
  writeFileSync(file(), text);
  expect(await createZoomMemory(folder()).read()).toBe(zoom);
});

test('a folder that cannot be written to stops nothing', async () => {
  writeFileSync(path.join(folder(), 'file'), '');
  await createZoomMemory(path.join(folder(), 'file')).keep(1.5);
  expect(await createZoomMemory(path.join(folder(), 'file')).read()).toBe(1);
});

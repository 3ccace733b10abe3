import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createProgramLog } from '../../../electron/disk/program-log.ts';
import { readLog } from '../../../shared/diagnostics/program-log.ts';

let folder: string;
beforeEach(() => {
  folder = path.join(mkdtempSync(path.join(os.tmpdir(), 'street-ledger-log-')), 'log');
});
afterEach(() => rmSync(path.dirname(folder), { recursive: true, force: true }));

const open = (largest?: number) => createProgramLog(folder, '0.1.0', () => '2026-01-05T09:41:07+08:00', largest);

test('faults go in one line each, in their order, and the next start goes on in the same file', async () => {
  const log = open();
  void log.note('shell', { code: 'program/started' });
  void log.note('page', { code: 'fault/type-error', frames: ['index-4f2a.js:12:3456'] });
  expect(readLog(await log.read()).map(({ from, code }) => [from, code])).toEqual([
    ['shell', 'program/started'],
    ['page', 'fault/type-error'],
  ]);
  await open().note('shell', { code: 'program/started' });
  expect(readFileSync(path.join(folder, 'program.log'), 'utf8').trim().split('\n')).toHaveLength(3);
});

test('two files are kept, neither much larger than allowed, the newest lines in the newer', async () => {
  const log = open(1000);
  for (let at = 0; at < 100; at += 1) await log.note('page', { code: 'fault/error', frames: [`a.js:${at}:1`] });
  expect(readdirSync(folder).toSorted()).toEqual(['program.1.log', 'program.log']);
  for (const file of readdirSync(folder)) expect(statSync(path.join(folder, file)).size).toBeLessThan(1200);
  expect(readLog(await log.read()).at(-1)?.frames).toEqual(['a.js:99:1']);
});

test('a log that cannot be written stops nothing, and reads as empty', async () => {
  writeFileSync(folder, 'a file where the folder should be');
  const log = open();
  await log.note('page', { code: 'fault/error' });
  expect(await log.read()).toBe('');
});

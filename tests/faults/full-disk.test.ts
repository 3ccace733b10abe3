import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { pairsIn, ShellDesk, savePair } from './shell-desk.ts';

/** A disk of four megabytes, where this user may mount one. */
let disk: string | undefined;
beforeAll(() => {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'street-ledger-disk-'));
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=4m', 'tmpfs', folder], { stdio: 'ignore' });
    disk = folder;
  } catch {
    rmSync(folder, { recursive: true });
    console.log(
      'NOT RUN: no disk of 4 MB can be mounted here (needs root on Linux); tests/electron/journal.test.ts simulates one',
    );
  }
});
afterAll(() => {
  if (disk === undefined) return;
  execFileSync('umount', [disk]);
  rmSync(disk, { recursive: true });
});

test('a full disk: saves are told to be in one copy only, nothing half has a final name, and room heals all of it', async (context) => {
  if (disk === undefined) return context.skip();
  const ballast = path.join(disk, 'ballast');
  const folder = path.join(disk, 'data');
  mkdirSync(folder);
  const desk = new ShellDesk(folder);
  const store = await desk.open();
  await savePair(store, 'before');
  for (let size = 4 * 1024 * 1024; size >= 1024; size /= 2) {
    try {
      writeFileSync(`${ballast}-${size}`, new Uint8Array(size));
    } catch {
      rmSync(`${ballast}-${size}`, { force: true });
    }
  }
  const names: string[] = [];
  let durability = 'both';
  for (let number = 1; durability === 'both' && number < 200; number += 1) {
    names.push(`p${number}`);
    ({ durability } = await savePair(store, `p${number}`));
  }
  expect(durability).toBe('journalPending');
  expect((await store.status()).journalBehind).toBe(1);
  const bulk = await store.write(
    Array.from(
      { length: 1000 },
      (_, at) => ({ kind: 'create', ledger: 'department', id: `i${at}`, values: { name: 'x' } }) as const,
    ),
    { kind: 'import', text: '导入' },
  );
  expect(bulk.ok ? '' : bulk.complaints[0]?.code).toBe('journal/behind');
  await expect(store.snapshot()).rejects.toMatchObject({ code: 'snapshot/not-written' });
  expect(await desk.snapshotsApi?.list()).toEqual({ snapshots: [], unread: [] });
  await store.care('regular');
  expect((await store.status()).snapshotProblem).toContain('磁盘已满');

  for (const name of readdirSync(disk)) if (name.startsWith('ballast')) rmSync(path.join(disk, name));
  await store.retryJournal();
  expect((await store.status()).journalBehind).toBe(0);
  await store.care('regular');
  expect((await store.status()).snapshotProblem).toBeUndefined();
  desk.loseDatabase();
  await desk.reopen();
  const rescue = desk.rescue();
  await rescue.adopt(await rescue.rebuild({ kind: 'latest' }));
  expect((await pairsIn(await desk.openNoted())).toSorted()).toEqual(['before', ...names].toSorted());
  await desk.close();
  console.log(
    `proved: on a full 4 MB tmpfs ${names.length} saves said how far they came, bulk and snapshots were refused, and all were in both copies once there was room`,
  );
});

import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createFiles } from '../../electron/disk/files.ts';
import { holdFile, mountSmallDisk, unmount } from '../small-disk.ts';
import { pairsIn, ShellDesk, savePair } from './shell-desk.ts';

/** A disk of four megabytes, where this user may mount one. */
let disk: string | undefined;
beforeAll(() => {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'street-ledger-disk-'));
  if (mountSmallDisk(folder, '4m')) disk = folder;
  else rmSync(folder, { recursive: true });
});
afterAll(() => {
  if (disk === undefined) return;
  unmount(disk);
  rmSync(disk, { recursive: true });
});

/** Takes the whole of what is left of the disk; the ballast can be thrown out again. */
const fill = (folder: string): void => {
  for (let size = 4 * 1024 * 1024; size >= 1024; size /= 2) {
    try {
      writeFileSync(path.join(folder, `ballast-${size}`), new Uint8Array(size));
    } catch {
      rmSync(path.join(folder, `ballast-${size}`), { force: true });
    }
  }
};
const throwOut = (folder: string): void => {
  for (const name of readdirSync(folder)) if (name.startsWith('ballast')) rmSync(path.join(folder, name));
};

/** Saves a filled form as the clerk asks for it, and what came of it. */
const saveForm = (file: string): Promise<unknown> => {
  const unasked = () => Promise.reject(new Error('not asked'));
  const dialog = { showSaveDialog: async () => ({ canceled: false, filePath: file }), showOpenDialog: unasked };
  const { save } = createFiles(dialog, { showItemInFolder: () => undefined }, unasked, async () => false);
  return save(path.basename(file), new Uint8Array(200_000));
};

test('a filled form that finds no room, or whose target another program holds: named, and what was there stays', async (context) => {
  if (disk === undefined) return context.skip();
  const folder = path.join(disk, 'usb');
  mkdirSync(folder);
  const form = path.join(folder, '月报.xlsx');
  writeFileSync(form, 'last month');
  fill(disk);
  await expect(saveForm(form)).rejects.toMatchObject({
    code: 'file/disk-full',
    message: `“月报.xlsx”没有保存：“${folder}”所在的磁盘已满。台账数据不受影响，没有留下半个文件。请清理磁盘，或存到另一个盘。`,
  });
  expect(readdirSync(folder)).toEqual(['月报.xlsx']);
  throwOut(disk);
  expect(holdFile(form)).toBe(true);
  try {
    await expect(saveForm(form)).rejects.toMatchObject({
      code: 'file/in-use',
      message: expect.stringMatching(
        /^“月报.xlsx”没有保存：目标文件正被 WPS 或 Excel 打开.*请关闭它再试，或换一个文件名/,
      ),
    });
  } finally {
    unmount(form);
  }
  expect(readdirSync(folder)).toEqual(['月报.xlsx']);
  expect(readFileSync(form, 'utf8')).toBe('last month');
  expect(await saveForm(form)).toBe(form);
  console.log('proved: no room and a held target are named, the old file stays whole, and no half one beside it');
});

test('a full disk: saves are told to be in one copy only, nothing half has a final name, and room heals all of it', async (context) => {
  if (disk === undefined) return context.skip();
  const folder = path.join(disk, 'data');
  mkdirSync(folder);
  const desk = new ShellDesk(folder);
  const store = await desk.open();
  await savePair(store, 'before');
  fill(disk);
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

  throwOut(disk);
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

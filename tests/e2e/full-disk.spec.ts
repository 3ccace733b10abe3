import { appendFileSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { mountSmallDisk, unmount } from '../small-disk.ts';
import { test as base, expect } from './fixture.ts';
import { answerOpen, screen, setUpOffice } from './office.ts';

const CHUNK = Buffer.alloc(64 * 1024);

const test = base.extend<{
  /** Makes a folder of the data folder a disk of its own; false where none can be mounted. */
  readonly mountDisk: (folder: string, size: string) => boolean;
}>({
  mountDisk: async ({ userData }, use) => {
    const mounted: string[] = [];
    await use((name, size) => {
      const folder = path.join(userData, name);
      mkdirSync(folder);
      const isMounted = mountSmallDisk(folder, size);
      if (isMounted) mounted.push(folder);
      return isMounted;
    });
    mounted.forEach(unmount);
  },
});

/** Fills a disk to the last byte that can be had. */
function fill(filler: string): void {
  for (const chunk of [CHUNK, CHUNK.subarray(0, 1)]) {
    try {
      for (;;) appendFileSync(filler, chunk);
    } catch (thrown) {
      expect(thrown).toMatchObject({ code: 'ENOSPC' });
    }
  }
}

type Told = 'saved' | 'copy owed' | 'refused';

/** Saves a department, and what the screen says of it. */
async function save(page: Page, name: string): Promise<Told> {
  await page.goto(screen(page, '#/ledger/department/new'));
  const form = page.getByRole('complementary', { name: '新增部门' });
  await form.getByLabel('全称', { exact: true }).fill(name);
  await form.getByRole('button', { name: '保存', exact: true }).click();
  const saved = page.getByRole('complementary', { name });
  const refusal = page.getByText(/没有保存/);
  await expect(saved.or(refusal).first()).toBeVisible();
  if (await refusal.first().isVisible()) return 'refused';
  const owed = page.getByRole('contentinfo').getByText(/副本未写/);
  return (await owed.isVisible()) ? 'copy owed' : 'saved';
}

test('on a full disk a save is refused or says that its copy is owed; every one that was shown is there afterwards', async ({
  userData,
  mountDisk,
  launch,
  kill,
  shot,
}) => {
  // What Chromium keeps of a fresh profile fits in, and some rounds of filling the rest.
  test.skip(!mountDisk('small-disk', '256m'), 'no small disk can be mounted here');
  test.setTimeout(120_000);
  const disk = path.join(userData, 'small-disk');
  const filler = path.join(disk, 'filler');
  const first = await launch(disk);
  await setUpOffice(first.page);
  const shown: string[] = [];
  let told: Told = 'saved';
  // What was set aside before the disk was full may take a save or two.
  for (let number = 1; told === 'saved' && number <= 20; number += 1) {
    if (number > 1) fill(filler);
    const name = `部门甲${number}`;
    told = await save(first.page, name);
    if (told !== 'refused') shown.push(name);
  }
  expect(told).not.toBe('saved');
  await shot(first.page, 'full-disk');
  rmSync(filler);
  await kill(first);

  const { page } = await launch(disk);
  await page.goto(screen(page, '#/ledger/department'));
  for (const name of shown) {
    await expect(page.getByRole('gridcell', { name, exact: true })).toBeVisible();
  }
  expect(await save(page, '腾出空间后的部门')).toBe('saved');
  console.log(`proved: on a disk filled to the last byte a save was ${told}; the ${shown.length} shown are all there`);
});

test('where only the copy finds no room, saves go on, many rows at once are refused, and room heals it', async ({
  userData,
  mountDisk,
  launch,
  shot,
}) => {
  test.skip(!mountDisk('journal', '1m'), 'no small disk can be mounted here');
  const filler = path.join(userData, 'journal', 'filler');
  const { app, page } = await launch();
  await setUpOffice(page);
  fill(filler);
  // What is left of the last block may take a save or two.
  let told: Told = 'saved';
  for (let number = 1; told === 'saved' && number <= 20; number += 1) told = await save(page, `部门乙${number}`);
  expect(told).toBe('copy owed');

  const rows = path.join(userData, '部门.csv');
  writeFileSync(rows, ['全称,简称', ...Array.from({ length: 1000 }, (_, row) => `导入部门${row},简${row}`)].join('\n'));
  await answerOpen(app, rows);
  await page.goto(screen(page, '#/import/department'));
  await page.getByRole('button', { name: '选择文件' }).click();
  await page.getByRole('button', { name: '下一步：预览' }).click();
  const act = page.getByRole('button', { name: /^导入 1,?000 条/ });
  await act.click();
  await expect(page.getByText(/副本未写.*没有写入/)).toBeVisible();
  await shot(page, 'full-disk-import');
  await page.getByRole('contentinfo').getByRole('link', { name: '请检查磁盘' }).click();
  await expect(page.getByRole('alert')).toContainText('磁盘已满');
  await shot(page, 'full-disk-copy');

  rmSync(filler);
  // The bar is told beside the receipt: what it says the moment after a save may be of the one before.
  expect(await save(page, '腾出空间后的部门')).not.toBe('refused');
  await expect(page.getByRole('contentinfo').getByText(/^已保存/)).toBeVisible();
  await expect(page.getByRole('contentinfo').getByRole('link', { name: '请检查磁盘' })).toBeHidden();
  console.log(
    'proved: with the journal on a full disk saves go on and say so, a bulk import is refused, room heals it',
  );
});

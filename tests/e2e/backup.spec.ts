import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { expect, test } from './fixture.ts';
import { answerOpen, screen, setUpOffice } from './office.ts';

const fromFile = (page: Page) => page.getByRole('button', { name: '从备份文件恢复…' });

test('backups go to a second folder by themselves, its absence is said, and a file is named for what it is', async ({
  launch,
  userData,
  shot,
}) => {
  const { app, page } = await launch();
  const drive = path.join(path.dirname(userData), `${path.basename(userData)}-drive`);
  mkdirSync(drive);
  await answerOpen(app, drive);
  await page.getByRole('button', { name: '选择文件夹' }).click();
  await expect(page.getByText(drive)).toBeVisible();
  await shot(page, 'first-start-second-folder');
  await setUpOffice(page);

  await page.goto(screen(page, '#/settings/backup'));
  await page.getByRole('button', { name: '立即备份' }).click();
  await expect(page.getByRole('button', { name: '恢复', exact: true })).toHaveCount(1);
  const copies = () =>
    readdirSync(drive, { recursive: true })
      .map(String)
      .filter((name) => name.endsWith('.slsnap'));
  await expect.poll(copies).toHaveLength(1);
  // The drive is unplugged.
  renameSync(drive, `${drive}-unplugged`);
  await page.getByRole('button', { name: '现在复制' }).click();
  await expect(page.getByText(/第二份备份的文件夹现在找不到/)).toBeVisible();
  await shot(page, 'settings-second-folder-missing');
  renameSync(`${drive}-unplugged`, drive);

  const [copy = ''] = copies();
  const bytes = readFileSync(path.join(drive, copy));
  const bad = path.join(userData, 'bad.slsnap');
  for (const [spoilt, words] of [
    [bytes.subarray(0, 900), '这份备份不完整'],
    [Buffer.concat([Buffer.from('PK\u0003\u0004'), bytes]), '这是一个压缩包'],
    [Buffer.from(bytes).fill(65, 2000, 2010), '已损坏或被改动'],
    [Buffer.from('单位,电话\n'), '这不是本程序的备份文件'],
  ] as const) {
    writeFileSync(bad, spoilt);
    await answerOpen(app, bad);
    await fromFile(page).click();
    await expect(page.getByText(words)).toBeVisible();
    await page.getByRole('button', { name: '关闭提示' }).click();
  }
  await answerOpen(app, path.join(drive, copy));
  await fromFile(page).click();
  await expect(page.getByRole('dialog')).toContainText('什么也不删除');
  await expect(page.getByRole('dialog')).toContainText('不是合并');
  await shot(page, 'restore-from-file');
  await page.getByRole('button', { name: '先备份现在，再恢复' }).click();
  await expect(page.getByText(/^已恢复到/)).toBeVisible();
  await expect(page.getByRole('button', { name: '恢复', exact: true })).toHaveCount(3);
  rmSync(drive, { recursive: true });
});

import { writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { projectFolder } from '../../build/find-runtime.mjs';
import { expect, test } from '../e2e/fixture.ts';
import { answerOpen, fixture, HOUSING, screen, setUpOffice } from '../e2e/office.ts';
import { shortcutChapter } from './shortcut-chapter.ts';
import { takePicture } from './take-picture.ts';

test.setTimeout(300_000);

const FORM = fixture('上级表样-12345办理情况通报表.xlsx');

const show = async (page: Page, hash: string): Promise<void> => {
  await page.goto(screen(page, hash));
};

test('the chapter of the shortcuts', () => {
  writeFileSync(path.join(projectFolder, 'docs/manual/12-shortcuts.md'), shortcutChapter());
});

test('pictures of the example office', async ({ launch, userData }) => {
  const { app, page } = await launch();
  const take = (name: string) => takePicture(page, name, userData);
  await expect(page.getByRole('heading', { name: /首次设置/ })).toBeVisible();
  await take('first-start');
  await page.getByRole('button', { name: '先看看示例' }).click();
  await expect(page.getByRole('note', { name: '示例数据' })).toBeVisible({ timeout: 90_000 });
  await expect(page.getByText(/已超期 \d+ 天/).first()).toBeVisible();
  await take('home');

  await show(page, '#/review');
  const rows = page.getByRole('grid').getByRole('row');
  await expect(rows.nth(3)).toBeVisible();
  await take('review');
  await rows.nth(2).dblclick();
  await expect(
    page
      .getByRole('complementary')
      .or(page.getByRole('region', { name: '记录' }))
      .first(),
  ).toBeVisible();
  await take('review-record');
  await show(page, '#/catalogue');
  await expect(rows.nth(3)).toBeVisible();
  await take('catalogue');

  await show(page, '#/ledger/demand');
  await expect(rows.nth(3)).toBeVisible();
  await take('ledger');
  await rows.nth(2).dblclick();
  await expect(page.getByRole('heading', { name: '办理时限' })).toBeVisible();
  await take('record');

  await show(page, '#/ledger/wish');
  await page.getByRole('button', { name: '表格录入' }).click();
  await expect(page.getByRole('button', { name: '完成录入' })).toBeVisible();
  await take('entry');

  await show(page, '#/import/application');
  await answerOpen(app, HOUSING);
  await page.getByRole('button', { name: '选择文件' }).click();
  await expect(page.getByTestId('import-words')).toContainText('表头在第 4 行');
  await take('import-columns');

  await show(page, '#/collection');
  await take('collection');
  await show(page, '#/reports');
  await expect(page.getByText('平衡校验').first()).toBeVisible();
  await take('reports');
  await page.getByRole('link', { name: /登记表样/ }).click();
  await answerOpen(app, FORM);
  await page.getByRole('button', { name: '选择空白表样' }).click();
  await expect(page.getByText(/^点任何一格看它填什么/)).toBeVisible();
  await take('form');
  await show(page, '#/indicators');
  await take('indicators');
  await show(page, '#/organisation');
  await take('organisation');
  await show(page, '#/settings/limits');
  await take('limits');
});

test('pictures of an office of one’s own', async ({ launch, userData }) => {
  const { page } = await launch();
  const take = (name: string) => takePicture(page, name, userData);
  await setUpOffice(page);
  await show(page, '#/settings/operators');
  await take('operators');
  await show(page, '#/settings/backup');
  await page.getByRole('button', { name: '立即备份' }).click();
  await expect(page.getByRole('button', { name: '恢复', exact: true })).toHaveCount(1);
  await take('backup');
  await show(page, '#/settings/exchange');
  await expect(page.getByRole('button', { name: '导出数据表…' })).toBeVisible();
  await take('exchange');
  await show(page, '#/settings/log');
  await take('log');
});

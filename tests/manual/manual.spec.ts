import { cpSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { projectFolder } from '../../build/find-runtime.mjs';
import { choosePackage, exportPackage, goOnBeside, openExchange, registerItem, remark } from '../e2e/exchange-acts.ts';
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
  await show(page, '#/settings/log');
  await take('log');
});

test('pictures of two PCs of one office, which wrote differently about one item', async ({ launch, userData }) => {
  const item = '居民二次供水设施巡查';
  const second = `${userData}-second`;
  const file = path.join(userData, '二号机.slpack');
  const first = await launch();
  await setUpOffice(first.page);
  await registerItem(first.page, item);
  await first.app.close();
  cpSync(userData, second, { recursive: true });
  const beside = await launch(second);
  await goOnBeside(beside.page);
  await remark(beside.page, item, '区里答复：每季度巡查一次，设备由供水公司配。');
  await exportPackage(beside, '一号机', file);
  await beside.app.close();

  const back = await launch();
  const { page } = back;
  const take = (name: string) => takePicture(page, name, userData);
  await remark(page, item, '已电话询问，等区里书面答复。');
  await openExchange(page);
  await choosePackage(back, file);
  const preview = page.getByRole('region', { name: '交换包预览' });
  await expect(preview.getByRole('table', { name: '会有的冲突' })).toBeVisible();
  await preview.scrollIntoViewIfNeeded();
  await take('exchange-preview');
  await preview.getByRole('button', { name: /^并入/ }).click();
  await expect(page.getByRole('region', { name: '冲突（1）' }).getByRole('radio')).toHaveCount(2);
  await page.getByRole('button', { name: '关闭提示' }).click();
  await take('exchange');
  rmSync(second, { recursive: true, maxRetries: 5 });
});

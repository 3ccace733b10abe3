import type { Page } from '@playwright/test';
import { fillIn, openRecord } from './case.ts';
import { expect, test } from './fixture.ts';
import { pasteIntoImport, setUpOffice } from './office.ts';

const HEAD = '工单编号\t接收时间\t诉求人\t诉求内容\t承办人\t满意度\n';

const paste = (page: Page, rows: string): Promise<void> => pasteIntoImport(page, 'demand', HEAD + rows);

test('what was changed here since the last import is shown beside the file’s value, and chosen cell by cell', async ({
  launch,
  look,
}) => {
  const { page } = await launch();
  await page.setViewportSize({ width: 1366, height: 768 });
  await setUpOffice(page);
  await paste(page, 'A1\t2026-09-01 08:00\t李军\t路灯不亮\t王强\t\n');
  await page.getByRole('button', { name: '导入 1 条' }).click();
  await page.getByRole('button', { name: '查看诉求与工单' }).click();
  const panel = await openRecord(page, '路灯不亮');
  await fillIn(panel, page, { 承办人: '赵敏' });

  await paste(page, 'A1\t2026-09-01 08:00\t李军\t路灯不亮\t王强\t满意\n');
  await page.getByRole('tab', { name: '冲突 1' }).click();
  await expect(page.getByTestId('import-words')).toContainText('1 行有冲突，没有选“本表”的格保留这里的。');
  const handler = page.getByRole('group', { name: '第 2 行承办人用哪一个' });
  await expect(handler.getByRole('button', { name: '这里 赵敏' })).toHaveAttribute('aria-pressed', 'true');
  await page.getByRole('group', { name: '第 2 行满意度用哪一个' }).getByRole('button', { name: '本表 满意' }).click();
  await expect(page.getByRole('combobox', { name: '第 2 行怎么处理' })).toHaveValue('逐格选定');
  await look(page, 'import-conflict');
  await page.getByRole('button', { name: '导入 1 条' }).click();
  await expect(page.getByText('新增 0 条，更新 1 条，未导入 0 行。')).toBeVisible();
  await page.getByRole('button', { name: '查看诉求与工单' }).click();
  const stored = await openRecord(page, '路灯不亮');
  await expect(stored.getByLabel('满意度', { exact: true }).and(stored.locator('input'))).toHaveValue('满意');
  await expect(page.getByRole('status', { name: '合计' })).toContainText('共 1 条');
});

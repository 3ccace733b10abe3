import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { ElectronApplication, Locator } from '@playwright/test';
import { read, utils } from 'xlsx';
import { fillIn, openRecord, take } from './case.ts';
import { expect, test } from './fixture.ts';
import { answerSave, importApplications, setUpOffice } from './office.ts';

/** Saves the preview as a PDF of its number of A4 pages, laid as the preview says. */
async function savesItsPages(app: ElectronApplication, preview: Locator, file: string, paper: '横向' | '纵向') {
  await answerSave(app, file);
  await preview.getByRole('button', { name: '存为 PDF' }).click();
  await expect(preview.getByRole('status')).toHaveText(`已保存 ${file}`);
  const pdf = readFileSync(file, 'latin1');
  const shown = await preview.getByRole('region', { name: /^第 \d+ 页$/ }).count();
  expect(pdf.match(/\/Type \/Page\b/g)).toHaveLength(shown);
  const [, width, height] = /\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/.exec(pdf) ?? [];
  expect([width, height].map(Number).map(Math.round)).toEqual(paper === '横向' ? [842, 595] : [595, 842]);
}

test('the half-year report counts what was received, opens its cases, balances and goes out as .xlsx', async ({
  launch,
  look,
  shot,
  userData,
}) => {
  test.setTimeout(120_000);
  const { app, page } = await launch();
  await setUpOffice(page);
  await importApplications(app, page);
  await page.getByRole('button', { name: '查看准入审核' }).click();

  // Nine drafts count nothing; the one that is received does.
  const panel = await openRecord(page, '居民二次供水设施巡查');
  await fillIn(panel, page, { 来文方式: '公文' });
  await take(panel, page, '登记收件', '已收件');

  await page.getByRole('link', { name: '上报' }).click();
  const report = page.getByRole('region', { name: '准入工作情况统计表' });
  await page.getByText('年', { exact: true }).click();
  const totals = report.getByRole('row', { name: /合计/ });
  await expect(totals.getByRole('link').first()).toHaveText('1');
  await expect(report.getByRole('region', { name: '平衡校验' })).toContainText('0 + 1 − 0 − 0 − 0 − 0 = 1');
  await expect(report.getByRole('region', { name: '平衡校验' })).not.toContainText('不平衡');
  await look(page, 'report-statistics');

  const file = path.join(userData, 'statistics.xlsx');
  await answerSave(app, file);
  await report.getByRole('button', { name: '导出 Excel' }).click();
  await expect.poll(() => existsSync(file)).toBe(true);
  const { Sheets, SheetNames } = read(readFileSync(file));
  expect(SheetNames).toEqual(['统计表', '平衡校验']);
  expect(utils.sheet_to_csv(Sheets.统计表 ?? {})).toContain('社区工作事项准入情况统计表');

  // What the preview shows is what the PDF has: as many pages.
  await report.getByRole('button', { name: '打印' }).click();
  const preview = page.getByRole('dialog', { name: '打印预览' });
  await expect(preview.getByRole('region', { name: '第 1 页' })).toContainText('社区工作事项准入情况统计表');
  await expect(preview).toContainText('填表人：李敏');
  await look(page, 'print-report');
  await savesItsPages(app, preview, path.join(userData, '统计表.pdf'), '横向');
  await preview.getByRole('button', { name: '关闭' }).click();

  // The number opens its case; coming back finds the report as it was left.
  await totals.getByRole('link').first().click();
  await expect(page.getByText('居民二次供水设施巡查').first()).toBeVisible();
  await expect(page.getByText('共 1 条')).toBeVisible();
  await look(page, 'report-rows');
  await page.getByRole('button', { name: '打印' }).click();
  await expect(preview.getByRole('region', { name: '第 1 页' })).toContainText('居民二次供水设施巡查');
  await preview.getByText('纵向').click();
  await shot(page, 'print-ledger');
  await savesItsPages(app, preview, path.join(userData, '准入审核.pdf'), '纵向');
  await page.keyboard.press('Escape');
  await expect(preview).toBeHidden();
  await page.getByRole('link', { name: '上报' }).click();
  await expect(page.getByText(/^\d{4}年$/)).toBeVisible();

  await page.getByRole('link', { name: /情况说明/ }).click();
  await expect(page.getByText(/收到各单位准入申请 1 件/)).toBeVisible();
  await shot(page, 'report-situation');
});

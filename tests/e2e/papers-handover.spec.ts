import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { read } from 'xlsx';
import { fillIn, record } from './case.ts';
import { expect, test } from './fixture.ts';
import { answerSave, screen, setUpOffice } from './office.ts';

/** Opens one paper of the open record. */
async function paper(panel: Locator, page: Page, title: string): Promise<Locator> {
  await panel.getByRole('button', { name: '文书', exact: true }).first().click();
  await page.getByRole('menuitem', { name: title }).click();
  return page.getByRole('article');
}

test('a petition: told that it is taken on, its unit urged without its name, then handed over and its year closed', async ({
  launch,
  shot,
  userData,
}) => {
  test.setTimeout(120_000);
  const { app, page } = await launch();
  await setUpOffice(page);
  await page.goto(screen(page, '#/ledger/petition/new'));
  const panel = page.getByRole('complementary');
  await fillIn(panel, page, {
    信访人: '王小明',
    收到日期: '2026-01-04',
    反映问题: '王小明反映楼上漏水',
    主要诉求: '要求物业维修',
    住址: '晨光社区3幢',
    责任单位: '区住房和城乡建设局',
    事项性质: '申诉求决',
    经办人: '李敏',
  });
  const acts = panel.getByRole('region', { name: '可办环节' });
  await acts.getByRole('button', { name: '受理', exact: true }).click();
  await page.getByRole('dialog').getByRole('button', { name: '确定' }).click();
  await expect(panel.getByLabel('状态')).toHaveText('办理中');

  const notice = await paper(panel, page, '受理告知书');
  await expect(notice).toContainText('王小明：');
  await expect(notice).toContainText(/顺河街办信告〔\d{4}〕1号/);
  await page.getByRole('button', { name: '登记为已发出' }).click();
  await expect(page.getByText(/已登记：.* 已发出 顺河街办信告〔\d{4}〕1号/)).toBeVisible();
  await shot(page, 'petition-notice');
  await page.getByRole('button', { name: '返回信访件' }).click();
  await expect(panel.getByRole('region', { name: '办理过程' })).toContainText('《受理告知书》已发出');

  const slip = await paper(panel, page, '催办单');
  await expect(slip).toContainText('王**反映楼上漏水');
  await expect(slip).not.toContainText('王小明');
  await shot(page, 'urge-slip');

  // What was told on paper is not taken back.
  await page.goto(screen(page, '#/settings/log'));
  await page.getByRole('button', { name: '撤销：受理' }).click();
  await expect(page.getByRole('dialog')).toContainText('《受理告知书》');
  await page.getByRole('dialog').getByRole('button', { name: '取消' }).click();

  await page.getByRole('tab', { name: '交接与年度' }).click();
  const handover = page.getByRole('region', { name: '交接' });
  await handover.getByRole('combobox', { name: '移交人' }).click();
  await page.getByRole('option', { name: '李敏（1 件）' }).click();
  await expect(handover.getByRole('table', { name: '移交清单预览' })).toContainText('王**反映楼上漏水');
  await handover.getByLabel('接收人').fill('王芳');
  await handover.getByLabel('监交人').fill('赵建国');
  await shot(page, 'handover-preview');
  await handover.getByRole('button', { name: '移交 1 件' }).click();
  const past = handover.getByRole('table', { name: '以往交接' });
  await expect(past.getByRole('row', { name: /YJ-\d{4}-0001/ })).toContainText('王芳');
  const file = path.join(userData, 'list.xlsx');
  await answerSave(app, file);
  await past.getByRole('button', { name: '导出 Excel' }).click();
  await expect.poll(() => existsSync(file)).toBe(true);
  const sheet = Object.values(read(readFileSync(file)).Sheets)[0];
  expect(JSON.stringify(sheet)).toContain('王**反映楼上漏水');
  await past.getByRole('link', { name: '移交清单' }).click();
  await expect(page.getByRole('article')).toContainText('李敏将下列在办事项 1 件一次性移交给王芳');
  await shot(page, 'handover-list');

  // Last year: one task answered, the year closed, and from then on only read.
  await page.goto(screen(page, '#/ledger/strayTask/new'));
  await fillIn(page.getByRole('complementary'), page, {
    下派日期: '2025-03-02',
    下派方式: '电话',
    下派事项: '统计门店数量',
    处理结果: '已办',
    '答复（报区）日期': '2025-03-05',
  });
  await page.goto(screen(page, '#/settings/year-end'));
  const year = page.getByRole('region', { name: '年度结转' });
  await expect(year.getByRole('table')).toContainText('清单外下派');
  await year.getByRole('button', { name: '结转 2025 年' }).click();
  await page.getByRole('dialog').getByRole('button', { name: '结转 2025 年' }).click();
  await expect(year.getByText('已结转', { exact: true })).toBeVisible();
  await shot(page, 'year-closed');
  await page.goto(screen(page, '#/ledger/strayTask'));
  await page.getByRole('gridcell', { name: '统计门店数量' }).click();
  const task = record(page, '统计门店数量');
  await task.getByLabel('经办人', { exact: true }).fill('王芳');
  await task.getByRole('button', { name: '保存', exact: true }).click();
  await expect(task.getByText(/2025 年已结转/)).toBeVisible();
  await shot(page, 'year-refused');
});

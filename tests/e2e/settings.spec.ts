import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { strFromU8, unzipSync } from 'fflate';
import { expect, test } from './fixture.ts';
import { answerSave, goToLedger, tabTo } from './office.ts';

const OFFICE = '示例区滨河街道办事处';

/** First start by typing, as a clerk would. */
const setUp = async (page: Page): Promise<void> => {
  await page.getByLabel('区（县）全称').fill('示例区');
  await page.getByLabel('街道全称').fill(OFFICE);
  await page.getByLabel('经办人姓名').fill('王晓');
  await page.getByRole('textbox', { name: '社区' }).fill('序号\t社区名称\t户数\n1\t晨光社区\t1,260\n2\t东湖社区\t980');
  await page.getByRole('textbox', { name: '职能部门' }).fill('区住房和城乡建设局，区住建局\n区民政局');
  await page.getByRole('button', { name: '建立，开始使用' }).click();
  await expect(page.getByRole('navigation', { name: '主导航' })).toBeVisible();
};

const openTab = async (page: Page, tab: string): Promise<void> => {
  await page.getByRole('link', { name: '设置' }).click();
  await page.getByRole('tab', { name: tab }).click();
};

/** Renames the street under 单位: a small step to undo, to back up, to go back over. */
const rename = async (page: Page, name: string): Promise<void> => {
  await openTab(page, '单位');
  await page.getByLabel('街道全称').fill(name);
  await page.getByRole('button', { name: '保存名称' }).click();
  await expect(page.getByRole('contentinfo')).toContainText(name);
};

test('first start names what is missing, creates the office, and the next start finds it as it was left', async ({
  launch,
  look,
  userData,
}) => {
  const first = await launch();
  await expect(first.page.getByText('不得录入涉密信息')).toBeVisible();
  await first.page.getByRole('button', { name: '建立，开始使用' }).click();
  await expect(first.page.getByText('请至少填写一个社区，每行一个')).toBeVisible();
  await first.page.getByRole('textbox', { name: '社区' }).fill('晨光社区\n晨光社区');
  await expect(first.page.getByText('第 2 行“晨光社区”和第 1 行重复，请删去一行')).toBeVisible();
  await look(first.page, 'first-start-complaints');
  await setUp(first.page);
  await expect(first.page.getByRole('contentinfo')).toContainText('操作员 王晓');
  await first.app.evaluate(({ Menu }) => Menu.getApplicationMenu()?.getMenuItemById('zoomIn')?.click());
  await expect.poll(() => existsSync(path.join(userData, 'window.json'))).toBe(true);
  await first.app.close();

  const second = await launch();
  await expect(second.page.getByRole('contentinfo')).toContainText(OFFICE);
  // As large as it was left.
  const zoom = () =>
    second.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.getZoomFactor());
  await expect.poll(zoom).toBe(1.1);
  await goToLedger(second.page, '基础', '组织架构与网格台账');
  await expect(second.page.getByText('晨光社区').first()).toBeVisible();
  // What the first start recorded is copied by the second without being asked.
  await openTab(second.page, '备份');
  await expect(second.page.getByRole('cell', { name: '启动时' })).toBeVisible();
});

test('a limit is changed from a day on, and the row before it stays', async ({ launch, look }) => {
  const { page } = await launch();
  await setUp(page);
  // By keys alone, from the tabs on.
  await page.getByRole('link', { name: '设置' }).press('Enter');
  await tabTo(page, page.getByRole('tab', { selected: true }));
  const limits = page.getByRole('tab', { name: '时限' });
  while ((await limits.getAttribute('aria-selected')) !== 'true') await page.keyboard.press('ArrowRight');
  await tabTo(page, page.getByRole('button', { name: '修改 区级审定' }));
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog');
  await tabTo(page, dialog.getByLabel('新的值'));
  await page.keyboard.press('Control+a');
  await page.keyboard.type('十天');
  await tabTo(page, dialog.getByRole('button', { name: '保存改动' }));
  await page.keyboard.press('Enter');
  await expect(dialog.getByText('时限的值应为数字，现为“十天”')).toBeVisible();
  await expect(dialog.getByText('请写明依据，如文件名称和文号')).toBeVisible();
  await dialog.getByLabel('新的值').fill('10');
  await dialog.getByLabel('生效日期').fill('2099.7.1');
  await dialog.getByLabel('依据').fill('示例发〔2099〕3号');
  await dialog.getByRole('button', { name: '保存改动' }).click();
  await expect(page.getByText('2099-07-01 起改为 10 个工作日')).toBeVisible();
  await expect(page.getByRole('row', { name: /^区级审定/ })).toContainText('15 个工作日');
  await look(page, 'settings-limits-changed');

  await openTab(page, '单位');
  await page.getByRole('button', { name: '修改 配置方案' }).click();
  await dialog.getByRole('combobox', { name: '新的值' }).click();
  await page.getByRole('option', { name: '西城式' }).click();
  await expect(dialog.getByText('街道初审改为“否”')).toBeVisible();
  await dialog.getByLabel('生效日期').fill('2099-08-01');
  await dialog.getByLabel('依据').fill('示例发〔2099〕4号');
  await dialog.getByRole('button', { name: '保存改动' }).click();
  await expect(page.getByRole('row', { name: /^街道初审/ })).toContainText('2099-08-01 起改为 否');
});

test('a snapshot brings back what was changed since, and keeps the present beside it', async ({ launch, look }) => {
  const { page } = await launch();
  await setUp(page);
  await openTab(page, '备份');
  await page.getByRole('button', { name: '立即备份' }).click();
  await expect(page.getByRole('button', { name: '恢复', exact: true })).toHaveCount(1);
  await rename(page, '改过的街道办事处');
  await openTab(page, '备份');
  await page.getByRole('button', { name: '恢复', exact: true }).click();
  await look(page, 'settings-restore');
  await page.getByRole('button', { name: '先备份现在，再恢复' }).click();
  await expect(page.getByRole('contentinfo')).toContainText(OFFICE);
  await expect(page.getByRole('cell', { name: '改过的街道办事处' })).toBeVisible();
  await expect(page.getByRole('button', { name: '恢复', exact: true })).toHaveCount(3);
});

test('the log undoes a step, names what stands in the way, and verifies', async ({ launch, look }) => {
  const { page } = await launch();
  await setUp(page);
  await rename(page, '改过的街道办事处');
  await openTab(page, '操作记录');
  await page.getByRole('button', { name: '撤销：首次设置' }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog).toContainText('改过的街道办事处：之后又被修改过');
  await look(page, 'settings-undo-blocked');
  await dialog.getByRole('button', { name: '取消' }).click();
  await page.getByRole('button', { name: '撤销：改街道名称' }).click();
  await expect(page.getByRole('contentinfo')).toContainText(OFFICE);
  await expect(page.getByRole('row', { name: /改街道名称/ }).filter({ hasText: '已撤销' })).toHaveCount(1);
  await page.getByRole('button', { name: '校验' }).click();
  await expect(page.getByText(/校验完成：.*没有改动、缺失或调换/)).toBeVisible();
});

test('a deleted department is in the trash and comes back', async ({ launch, look }) => {
  const { page } = await launch();
  await setUp(page);
  await goToLedger(page, '基础', '职能部门');
  await page.getByRole('row').filter({ hasText: '区民政局' }).getByRole('checkbox').check();
  await page.getByRole('button', { name: /^删除/ }).click();
  await page.getByRole('dialog').getByRole('button', { name: /^删除/ }).click();
  await expect(page.getByRole('row').filter({ hasText: '区民政局' })).toHaveCount(0);
  await openTab(page, '回收站');
  await look(page, 'settings-trash');
  await page.getByRole('button', { name: '恢复 区民政局' }).click();
  await expect(page.getByText('回收站是空的')).toBeVisible();
  await goToLedger(page, '基础', '职能部门');
  await expect(page.getByRole('row').filter({ hasText: '区民政局' })).toHaveCount(1);
});

test('an office set up wrongly is taken back whole, and a snapshot stands in for typing it again', async ({
  launch,
  look,
}) => {
  const { page } = await launch();
  await setUp(page);
  await openTab(page, '备份');
  await page.getByRole('button', { name: '立即备份' }).click();
  await expect(page.getByRole('button', { name: '恢复', exact: true })).toHaveCount(1);
  await page.getByRole('tab', { name: '操作记录' }).click();
  await page.getByRole('button', { name: '撤销：首次设置' }).click();
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /^撤销 \d+ 条$/ })
    .click();
  await expect(page.getByRole('heading', { name: '街道准入台账 · 首次设置' })).toBeVisible();
  await expect(page.getByText('这台电脑上有备份')).toBeVisible();
  await look(page, 'first-start-restore');
  await page.getByRole('button', { name: '恢复', exact: true }).click();
  await page.getByRole('button', { name: '先备份现在，再恢复' }).click();
  await expect(page.getByRole('contentinfo')).toContainText(OFFICE);
});

test('关于 says what runs and how safe the data is; a support bundle holds nothing of what was recorded', async ({
  launch,
  userData,
  shot,
}) => {
  const { app, page } = await launch();
  await setUp(page);
  // A fault of the page whose words name a person.
  await page.evaluate(() => {
    setTimeout(() => {
      throw new TypeError('张三 13800001234');
    });
  });
  await openTab(page, '备份');
  await page.getByRole('button', { name: '立即备份' }).click();
  await expect(page.getByRole('button', { name: '恢复', exact: true })).toHaveCount(1);
  await openTab(page, '关于');
  await expect(page.getByText('打开时没有发现损坏')).toBeVisible();
  await page.getByRole('button', { name: '校验操作记录' }).click();
  await expect(page.getByText(/^校验完成/)).toBeVisible();
  await page.getByRole('button', { name: '关闭提示' }).click();
  await page.getByRole('button', { name: '打开数据文件夹' }).click();
  await shot(page, 'settings-about');

  const file = path.join(userData, 'bundle.zip');
  await answerSave(app, file);
  await page.getByRole('button', { name: '导出诊断包' }).click();
  await expect(page.getByText(/^已导出诊断包/)).toBeVisible();
  const texts = Object.values(unzipSync(readFileSync(file))).map((bytes) => strFromU8(bytes));
  expect(texts.join('')).toContain('"fault/type-error"');
  expect(texts.join('')).not.toMatch(/张三|138000|王晓|示例区|滨河|晨光|东湖|住房|民政/);
  expect(texts.join('')).not.toContain(path.basename(userData));
});

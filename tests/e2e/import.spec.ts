import path from 'node:path';
import type { ElectronApplication, Page } from '@playwright/test';
import { projectFolder } from '../../build/find-runtime.mjs';
import { expect, test } from './fixture.ts';
import { answerOpen, HOUSING, POLICE, screen, setUpOffice, tabTo } from './office.ts';

async function openPreview(app: ElectronApplication, page: Page, file: string): Promise<void> {
  await answerOpen(app, file);
  await page.goto(screen(page, '#/import/application'));
  await page.getByRole('button', { name: '选择文件' }).click();
  await expect(page.getByTestId('import-words')).toContainText('表头在第 4 行，下面有 10 行申请');
  await page.getByRole('checkbox', { name: /主管部门.*有 9 格空白/ }).check();
  await page.getByRole('button', { name: '下一步：预览' }).click();
  await expect(page.getByTestId('import-plan')).toBeVisible();
}

const words = (page: Page) => page.getByTestId('import-words');
const row = (page: Page, name: string) =>
  page
    .getByTestId('import-plan')
    .getByRole('row')
    .filter({ has: page.getByRole('gridcell', { name, exact: true }) });

test('a department’s .xlsx: shown row by row, one held back, nine taken and found among the applications', async ({
  launch,
  look,
}) => {
  const { app, page } = await launch();
  await setUpOffice(page);
  // From the choice of the file to the import without a mouse.
  await answerOpen(app, HOUSING);
  await page.goto(screen(page, '#/import/application'));
  await tabTo(page, page.getByRole('button', { name: '选择文件' }));
  await page.keyboard.press('Enter');
  await expect(words(page)).toContainText('表头在第 4 行，下面有 10 行申请');
  await tabTo(page, page.getByRole('checkbox', { name: /主管部门.*有 9 格空白/ }));
  await page.keyboard.press('Space');
  await tabTo(page, page.getByRole('button', { name: '下一步：预览' }));
  await page.keyboard.press('Enter');
  await expect(page.getByTestId('import-plan')).toBeVisible();
  await expect(words(page)).toHaveText('将新增 9 条申请，1 行不导入。点“导入”之前不会写入任何数据。');
  await expect(row(page, '完成招商引资线索上报')).toContainText('“经济”不属于');
  await expect(row(page, '消防安全宣传教育')).toContainText('清单内');
  await expect(row(page, '报刊订阅任务')).toContainText('负面');
  await look(page, 'import-preview');
  // The arrows lead to any cell; Enter writes in it, and Esc gives the cell back as it was.
  await tabTo(page, page.getByRole('grid', { name: '预览' }));
  for (let step = 0; step < 2; step += 1) await page.keyboard.press('ArrowDown');
  const second = page.getByRole('gridcell', { name: '居民二次供水设施巡查', exact: true });
  await expect(second).toBeFocused();
  await page.keyboard.press('Enter');
  await page.keyboard.type('每季');
  await page.keyboard.press('Escape');
  await expect(second).toBeFocused();
  await page.getByRole('tab', { name: '暂不导入 1' }).click();
  await expect(page.getByTestId('import-plan').locator('tbody tr')).toHaveCount(1);
  await tabTo(page, page.getByRole('button', { name: '导入 9 条' }));
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: '导入完成' })).toBeVisible();
  await expect(page.getByText('新增 9 条，更新 0 条，未导入 1 行。')).toBeVisible();
  await look(page, 'import-result');
  await page.getByRole('button', { name: '查看准入审核' }).click();
  await expect(page.getByText('ZR-2026-0009')).toBeVisible();

  // Sent a second time, nothing is written twice.
  await openPreview(app, page, HOUSING);
  await expect(page.getByRole('tab', { name: '已有相同 9' })).toBeVisible();
  await expect(page.getByRole('button', { name: '导入 0 条' })).toBeDisabled();
});

test('a department’s .xls: its department registered on the way, cells left empty, and the whole import undone', async ({
  launch,
  look,
}) => {
  const { app, page } = await launch();
  await setUpOffice(page);
  await openPreview(app, page, POLICE);
  await expect(words(page)).toContainText('现在没有可以导入的行');
  // A tick stays as it was clicked while the worker is still thinking about it.
  const register = page.getByRole('checkbox', { name: '导入时一并登记“区公安分局”（10 行用到）' });
  const ticked = await register.evaluate((box: HTMLInputElement) => {
    box.click();
    return box.checked;
  });
  expect(ticked).toBe(true);
  await expect(page.getByRole('tab', { name: '新增 7' })).toBeVisible();
  await expect(page.getByRole('tab', { name: '暂不导入 3' })).toBeVisible();
  await page.getByRole('checkbox', { name: '出错的格留空，其余照常导入' }).check();
  await expect(words(page)).toContainText('其中 3 条有出错的格，留空后导入');
  await look(page, 'import-new-department');
  await page.getByRole('button', { name: '导入 10 条' }).click();
  await expect(page.getByText('一并登记：区公安分局。')).toBeVisible();
  await page.getByRole('button', { name: '撤销本次导入' }).click();
  await expect(page.getByRole('heading', { name: '已撤销本次导入' })).toBeVisible();
  await page.getByRole('button', { name: '查看准入审核' }).click();
  await expect(page.getByText('小区业主大会设立、业委会选举指导协助')).toHaveCount(0);
});

test('what is no workbook says which file it was and what to do, and the files after it still come', async ({
  launch,
}) => {
  const { app, page } = await launch();
  await setUpOffice(page);
  await answerOpen(app, path.join(projectFolder, 'build/icon.png'), HOUSING);
  await page.goto(screen(page, '#/import/application'));
  await page.getByRole('button', { name: '选择文件' }).click();
  await expect(page.getByRole('alert')).toContainText(/“icon.png”：.*没有存入任何数据/);
  await page.getByRole('button', { name: '下一个文件：部门申报-区住建局' }).click();
  await expect(words(page)).toContainText('表头在第 4 行，下面有 10 行申请');
});

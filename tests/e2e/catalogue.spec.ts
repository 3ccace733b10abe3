import { writeFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { utils, write } from 'xlsx';
import { fillIn, openRecord } from './case.ts';
import { expect, test } from './fixture.ts';
import { answerOpen, importApplications, screen, setUpOffice } from './office.ts';

/** The street's list of what the superior took back, as it is printed. */
function takenBackSheet(file: string): string {
  const sheet = utils.aoa_to_sheet([
    ['上级部门收回事项清单（2026年版）', '', '', ''],
    ['序号', '事项名称', '承接部门', '工作方式'],
    [1, '企业安全生产执法检查', '区应急管理局', '区应急管理局负责开展检查'],
    [3, '餐饮油烟监测', '区生态环境局', '区生态环境局自行监测'],
  ]);
  sheet['!merges'] = [utils.decode_range('A1:D1')];
  writeFileSync(file, write(utils.book_new(sheet, 'Sheet1'), { type: 'buffer', bookType: 'xlsx' }));
  return file;
}

const tab = (page: Page, name: string | RegExp) => page.getByRole('tab', { name });

test('the street’s list comes in as printed and stands on its own tab', async ({ launch, shot }, testInfo) => {
  const { app, page } = await launch();
  await setUpOffice(page);
  await answerOpen(app, takenBackSheet(testInfo.outputPath('清单.xlsx')));
  await page.goto(screen(page, '#/import/catalogueItem'));
  await page.getByRole('button', { name: '选择文件' }).click();
  await expect(page.getByTestId('constant-listType')).toHaveValue('收回');
  await expect(page.getByTestId('constant-version')).toHaveValue('2026');
  await shot(page, 'catalogue-import');
  await page.getByRole('button', { name: '下一步：预览' }).click();
  await page.getByRole('button', { name: '导入 2 条' }).click();
  await page.goto(screen(page, '#/catalogue/street'));
  await tab(page, '上级部门收回 2').click();
  await expect(page.getByRole('columnheader', { name: /承接部门/ })).toBeVisible();
  await expect(page.getByRole('gridcell', { name: '区生态环境局', exact: true })).toBeVisible();
  await shot(page, 'catalogue-taken-back');
});

test('a local example is switched on and off, each with one click and one undo', async ({ launch }) => {
  const { page } = await launch();
  await setUpOffice(page);
  await page.goto(screen(page, '#/catalogue/依法协助'));
  // Local examples stand below what is compared.
  await page.getByRole('searchbox', { name: '查找' }).fill('生活垃圾分类动员宣传');
  const panel = await openRecord(page, '生活垃圾分类动员宣传');
  await panel.getByRole('button', { name: '启用', exact: true }).click();
  await expect(panel.getByRole('button', { name: '停用', exact: true })).toBeVisible();
  await page.getByRole('button', { name: '撤销', exact: true }).click();
  await expect(panel.getByRole('button', { name: '启用', exact: true })).toBeVisible();
});

test('next year’s version is copied, changed and compared, and each difference opens its running cases', async ({
  launch,
  shot,
}) => {
  const { app, page } = await launch();
  await setUpOffice(page);
  await importApplications(app, page);
  await page.goto(screen(page, '#/catalogue/依法协助'));
  await page.getByRole('button', { name: '更多', exact: true }).click();
  await page.getByRole('menuitem', { name: '换版：复制为新版本' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox', { name: '新版本名称' }).fill('2026.1');
  await dialog.getByRole('button', { name: '复制为新版本' }).click();
  await expect(dialog).toContainText('版本“2026.1”已有 82 条，没有再复制。');
  await dialog.getByRole('textbox', { name: '新版本名称' }).fill('新版');
  await dialog.getByRole('button', { name: '复制为新版本' }).click();
  await expect(dialog).toBeHidden();
  await expect(tab(page, '依法协助 66')).toBeVisible();

  const fire = await openRecord(page, '消防安全宣传教育');
  await fillIn(fire, page, { 匹配词: '消防宣传月' });
  await fire.getByRole('button', { name: '关闭' }).click();
  await page.getByRole('searchbox', { name: '查找' }).fill('社会救助协助');
  const rescue = await openRecord(page, '社会救助协助');
  await rescue.getByRole('button', { name: '更多操作' }).click();
  await page.getByRole('menuitem', { name: '删除这条清单条目' }).click();
  await page.getByRole('button', { name: '删除这条清单条目' }).click();
  await expect(tab(page, '依法协助 65')).toBeVisible();

  await page.getByText('版本对照', { exact: true }).click();
  await expect(tab(page, '新增 0')).toBeVisible();
  await expect(tab(page, '取消 1')).toHaveAttribute('aria-selected', 'true');
  await expect(page.getByText('另有 80 条不变。')).toBeVisible();
  await shot(page, 'catalogue-dropped');
  await tab(page, '调整 1').click();
  await expect(page.getByRole('row').last()).toContainText('匹配词：空 → 消防宣传月');
  await shot(page, 'catalogue-changed');
  await page.getByRole('button', { name: /消防安全宣传教育（草稿）/ }).click();
  await expect(page.getByRole('complementary', { name: '消防安全宣传教育' })).toBeVisible();
  await shot(page, 'catalogue-case');
});

import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { read } from 'xlsx';
import { expect, test } from './fixture.ts';
import { answerOpen, answerSave, fixture, screen, setUpOffice } from './office.ts';

test('the tree of units: what each level has, folded and opened, every number leading to its rows', async ({
  launch,
  shot,
  userData,
}) => {
  const { app, page } = await launch();
  await setUpOffice(page);
  await answerOpen(app, fixture('社区工作者花名册.xls'));
  await page.goto(screen(page, '#/import/worker'));
  await page.getByRole('button', { name: '选择文件' }).click();
  await page.getByRole('checkbox', { name: /所属社区.*格空白/ }).check();
  await page.getByRole('button', { name: '下一步：预览' }).click();
  await page.getByRole('checkbox', { name: '出错的格留空，其余照常导入' }).check();
  await page.getByRole('button', { name: /^导入 \d+ 条$/ }).click();
  await expect(page.getByRole('heading', { name: '导入完成' })).toBeVisible();

  await page.goto(screen(page, '#/organisation'));
  const tree = page.getByRole('table', { name: '四级联动' });
  const row = (name: string) => tree.getByRole('row').filter({ has: page.getByRole('link', { name, exact: true }) });
  await expect(row('晨光社区')).toBeVisible();
  await shot(page, 'organisation-tree');
  await page.getByRole('button', { name: /^收起 .*顺河街道/ }).click();
  await expect(row('晨光社区')).toBeHidden();
  await page.getByRole('button', { name: /^展开 .*顺河街道/ }).click();
  await row('晨光社区').getByRole('link').nth(1).click();
  await expect(page.getByRole('tab', { name: '报表数字所指的记录' })).toBeVisible();
  await shot(page, 'organisation-rows');

  // The year of each community on one page, from all ledgers.
  await page.goto(screen(page, '#/reports/yearbook/year/2026-01-01'));
  await page.getByRole('tab', { name: '晨光社区' }).click();
  await expect(page.getByText('晨光社区年鉴').first()).toBeVisible();
  await shot(page, 'yearbook');
  const book = path.join(userData, '社区年鉴.xlsx');
  await answerSave(app, book);
  await page.getByRole('button', { name: '导出 Excel' }).click();
  await expect.poll(() => existsSync(book)).toBe(true);
  expect(read(readFileSync(book)).SheetNames).toContain('晨光社区');
  await page.getByRole('button', { name: '打印' }).click();
  const preview = page.getByRole('dialog', { name: '打印预览' });
  const pdf = path.join(userData, '社区年鉴.pdf');
  await answerSave(app, pdf);
  await preview.getByRole('button', { name: '存为 PDF' }).click();
  await expect(preview.getByRole('status')).toHaveText(`已保存 ${pdf}`);
  expect(readFileSync(pdf, 'latin1').match(/\/Type \/Page\b/g)).toHaveLength(1);
  await shot(page, 'yearbook-print');
});

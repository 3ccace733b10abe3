import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { unzipSync } from 'fflate';
import { fillForm } from '../../shared/workbook/fill/fill-form.ts';
import { expect, test } from './fixture.ts';
import { answerOpen, answerSave, goToLedger, screen, setUpOffice } from './office.ts';

/** Rows of the form, below its heading in the fourth row: time, content, source. */
const TYPED = [
  ['2026-10-03', '路灯不亮', '社区上报'],
  ['2026-10-04', '井盖破损', '窗口'],
];

/** What a community does: types two rows into the blank it was sent. */
function fillIn(blank: string, to: string): void {
  const cells = TYPED.flatMap((row, place) =>
    row.map((text, column) => ({ row: 4 + place, column, content: { kind: 'text' as const, text } })),
  );
  writeFileSync(to, fillForm(readFileSync(blank), [{ sheet: '诉求与工单', insertions: [], cells }]).bytes);
}

const line = (page: Page, unit: string) =>
  page.getByRole('table', { name: '各单位交表情况' }).getByRole('row', { name: new RegExp(`^${unit}`) });

test('a sheet is asked of three communities: one hands in, one has nothing, one is reminded', async ({
  launch,
  shot,
  userData,
}) => {
  const { app, page } = await launch();
  await page.setViewportSize({ width: 1366, height: 768 });
  await setUpOffice(page);

  await page.getByRole('link', { name: '收表', exact: true }).click();
  await page.getByRole('combobox', { name: '收什么' }).click();
  await page.getByRole('option', { name: '诉求与工单' }).click();
  await page.getByRole('textbox', { name: '交表期限' }).fill('2026-01-09');
  await shot(page, 'collection-new');
  await page.getByRole('button', { name: '发起收表' }).click();
  await expect(page.getByTestId('round-counts')).toHaveText('已交 0 · 零报告 0 · 未交 3');

  // One for each, as an archive; and the one of 晨光 alone.
  const archive = path.join(userData, '空白表.zip');
  await answerSave(app, archive);
  await page.getByRole('button', { name: '存空白表' }).click();
  await page.getByRole('menuitem', { name: '每个社区一份（压缩包）' }).first().click();
  await expect.poll(() => existsSync(archive)).toBe(true);
  expect(Object.keys(unzipSync(readFileSync(archive)))).toHaveLength(3);
  const blank = path.join(userData, '空白表.xlsx');
  await answerSave(app, blank);
  await line(page, '晨光社区').getByRole('button', { name: '空白表' }).click();
  await expect.poll(() => existsSync(blank)).toBe(true);

  const returned = path.join(userData, '晨光交来.xlsx');
  fillIn(blank, returned);
  await answerOpen(app, returned);
  await page.getByRole('button', { name: '导入交来的表' }).click();
  await page.getByRole('button', { name: '选择文件' }).click();
  await expect(page.getByTestId('collected')).toContainText('晨光社区');
  await shot(page, 'collection-import');
  await page.getByRole('button', { name: '导入 2 条' }).click();
  await expect(page.getByRole('heading', { name: '导入完成' })).toBeVisible();

  await page.getByRole('link', { name: '收表', exact: true }).click();
  await expect(line(page, '晨光社区')).toContainText('已交');
  await expect(line(page, '晨光社区')).toContainText('晨光交来.xlsx');
  await line(page, '东湖社区').getByRole('button', { name: '记零报告' }).click();
  await expect(page.getByTestId('round-counts')).toHaveText('已交 1 · 零报告 1 · 未交 1');
  await expect(line(page, '康平社区')).toContainText('逾期未交');
  await page.getByRole('button', { name: '催报' }).click();
  await expect(page.getByRole('textbox', { name: '催报文字' })).toHaveValue(
    /还有 1 个单位未报：康平社区。\n交表期限 2026年1月9日 已过/,
  );
  await shot(page, 'collection-board');

  // What came in goes out again whole, for the office alone; the log says so.
  const whole = path.join(userData, '内部版.xlsx');
  await answerSave(app, whole);
  await goToLedger(page, '诉求信访', '诉求与工单');
  await page.getByRole('button', { name: '公开版或内部版' }).click();
  await expect(page.getByRole('menuitem', { name: '内部版（全部）' })).toBeVisible();
  await shot(page, 'ledger-export-choice');
  await page.getByRole('menuitem', { name: '内部版（全部）' }).click();
  await expect.poll(() => existsSync(whole)).toBe(true);
  await page.goto(screen(page, '#/settings/log'));
  await expect(page.getByText('导出内部版（未脱敏）：诉求与工单，2 条')).toBeVisible();
});

import path from 'node:path';
import type { ElectronApplication, Locator, Page } from '@playwright/test';
import { projectFolder } from '../../build/find-runtime.mjs';
import { expect } from './fixture.ts';

/** A workbook as departments and superiors really send it. */
export const fixture = (name: string): string => path.join(projectFolder, 'tests/fixtures', name);
export const HOUSING = fixture('部门申报-区住建局-拟进社区工作事项.xlsx');
export const POLICE = fixture('部门申报-区公安分局-拟进社区工作事项.xls');

/** Answers the shell's open dialog with files, as a clerk would. */
export const answerOpen = (app: ElectronApplication, ...files: readonly string[]): Promise<void> =>
  app.evaluate(({ dialog }, chosen) => {
    dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [...chosen] });
  }, files);

/** Answers the shell's save dialog with a path. */
export const answerSave = (app: ElectronApplication, file: string): Promise<void> =>
  app.evaluate(({ dialog }, chosen) => {
    dialog.showSaveDialog = async () => ({ canceled: false, filePath: chosen });
  }, file);

/** First start by typing: a street with three communities and the housing department; the police are left out. */
export async function setUpOffice(page: Page): Promise<void> {
  await page.getByRole('textbox', { name: '区（县）全称' }).fill('示例区');
  await page.getByRole('textbox', { name: '街道全称' }).fill('示例区顺河街道办事处');
  await page.getByRole('textbox', { name: '发文简称' }).fill('顺河街道');
  await page.getByRole('textbox', { name: '经办人姓名' }).fill('李敏');
  await page
    .getByRole('textbox', { name: '社区', exact: false })
    .fill('晨光社区，社区，2860\n东湖社区，社区，1900\n康平社区，社区，2200');
  await page.getByRole('textbox', { name: '职能部门', exact: false }).fill('区住房和城乡建设局，区住建局');
  await page.getByRole('button', { name: '建立，开始使用' }).click();
  await expect(page.getByRole('link', { name: '准入审核' }).first()).toBeVisible();
}

/** The housing department's sheet as it came: nine applications, the department filled down its merged column. */
export async function importApplications(app: ElectronApplication, page: Page): Promise<void> {
  await answerOpen(app, HOUSING);
  await page.goto(screen(page, '#/import/application'));
  await page.getByRole('button', { name: '选择文件' }).click();
  await page.getByRole('checkbox', { name: /主管部门.*有 9 格空白/ }).check();
  await page.getByRole('button', { name: '下一步：预览' }).click();
  await page.getByRole('button', { name: '导入 9 条' }).click();
  await expect(page.getByRole('button', { name: '撤销本次导入' })).toBeVisible();
}

/** The address of a screen of the running program. */
export const screen = (page: Page, hash: string): string => new URL(hash, page.url()).href;

/** Leads to a ledger by the navigation; its group stays unfolded. */
export async function goToLedger(page: Page, group: string, title: string): Promise<void> {
  const nav = page.getByRole('navigation', { name: '主导航' });
  const heading = nav.getByRole('button', { name: group });
  if ((await heading.getAttribute('aria-expanded')) === 'false') await heading.click();
  await nav.getByRole('link', { name: title }).click();
}

/** Goes on by Tab until a control has the focus. */
export async function tabTo(page: Page, control: Locator): Promise<void> {
  await expect(control).toBeEnabled();
  for (let step = 0; step < 150; step += 1) {
    if (await control.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  await expect(control).toBeFocused();
}

/** The line under a list: how many, how many chosen, the sums. */
export const totals = (page: Page): Locator => page.getByRole('status', { name: '合计' });

/** Shows a ledger's list, as soon as it says how many there are. */
export async function openLedger(page: Page, id: string): Promise<void> {
  await page.goto(screen(page, `#/ledger/${id}`));
  await expect(totals(page)).toContainText('共');
}

/** Cells copied in a spreadsheet, pasted into a ledger's import where a file would be chosen; leads to their preview. */
export async function pasteIntoImport(page: Page, ledger: string, cells: string): Promise<void> {
  await page.goto(screen(page, `#/import/${ledger}`));
  await expect(page.getByRole('button', { name: '选择文件' })).toBeVisible();
  await page.evaluate((text) => {
    const copied = new DataTransfer();
    copied.setData('text/plain', text);
    document.dispatchEvent(new ClipboardEvent('paste', { clipboardData: copied, bubbles: true }));
  }, cells);
  await page.getByRole('button', { name: '下一步：预览' }).click();
  await expect(page.getByTestId('import-plan')).toBeVisible();
}

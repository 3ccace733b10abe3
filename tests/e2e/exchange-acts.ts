import type { Page } from '@playwright/test';
import { fillIn, openRecord } from './case.ts';
import { expect, type Started } from './fixture.ts';
import { answerOpen, answerSave, screen, tabTo } from './office.ts';

export const openExchange = (page: Page) => page.goto(screen(page, '#/settings/exchange'));

/** Registers an item, about which two places may then write. */
export async function registerItem(page: Page, name: string): Promise<void> {
  await page.goto(screen(page, '#/review/view/all/new'));
  await fillIn(page.getByRole('complementary'), page, {
    申请单位: '区住房和城乡建设局',
    事项名称: name,
    来文方式: '公文',
  });
}

/** A second PC that goes on from a copy of the data says so: its numbers get a letter of their own. */
export const goOnBeside = (page: Page) => page.getByRole('button', { name: /还在用，本机加字母/ }).click();

/** Writes the remark of an item and sees it saved. */
export async function remark(page: Page, name: string, text: string): Promise<void> {
  await page.goto(screen(page, '#/review'));
  const panel = await openRecord(page, name);
  await fillIn(panel, page, { 备注: text });
}

/** Exports a package by the keys, sealed where a passphrase is given. */
export async function exportPackage({ app, page }: Started, receiver: string, file: string, passphrase?: string) {
  await openExchange(page);
  await tabTo(page, page.getByRole('button', { name: '导出交换包…' }));
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog');
  await tabTo(page, dialog.getByLabel('给谁').and(dialog.locator('input')));
  // Whom the last one was for stands there, as soon as the page knows it.
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type(receiver);
  if (passphrase === undefined) {
    await tabTo(page, dialog.getByLabel('用口令加密'));
    await page.keyboard.press('Space');
  } else {
    await dialog.getByLabel('这个交换包的口令').fill(passphrase);
    await dialog.getByLabel('再输一次').fill(passphrase);
  }
  await answerSave(app, file);
  await dialog.getByRole('button', { name: '选择位置并保存' }).click();
  await expect(page.getByText(/^交换包已保存/)).toBeVisible();
}

export async function choosePackage({ app, page }: Started, file: string): Promise<void> {
  await answerOpen(app, file);
  await page.getByRole('button', { name: '选择交换包…' }).click();
}

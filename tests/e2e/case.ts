import type { Locator, Page } from '@playwright/test';
import { expect } from './fixture.ts';

/** What is typed or picked, by the label beside it. */
export type Entries = Readonly<Record<string, string>>;

/** Types into a field's editor, or picks from its list, whichever stands there. */
async function enter(scope: Locator, page: Page, label: string, value: string): Promise<void> {
  const editor = scope.getByLabel(label, { exact: true }).and(scope.locator('input, textarea'));
  if ((await editor.getAttribute('role')) !== 'combobox') return editor.fill(value);
  await editor.click();
  // Long lists are searched by typing, short ones only shown.
  if (await editor.isEditable()) await editor.fill(value);
  await page.getByRole('listbox', { name: label }).getByRole('option', { name: value, exact: true }).click();
  // A list of many choices stays open for the next one.
  await editor.press('Tab');
}

/** The record beside its list. */
export const record = (page: Page, name: string): Locator => page.getByRole('complementary', { name });

/** Opens a record of the list by what it is called. */
export async function openRecord(page: Page, name: string): Promise<Locator> {
  await page.getByRole('gridcell', { name, exact: true }).click();
  await expect(record(page, name).getByRole('heading', { name, level: 2 })).toBeVisible();
  return record(page, name);
}

/** Fills fields of the open record and saves them. */
export async function fillIn(panel: Locator, page: Page, entries: Entries): Promise<void> {
  for (const [label, value] of Object.entries(entries)) await enter(panel, page, label, value);
  await panel.getByRole('button', { name: '保存', exact: true }).click();
  await expect(panel.getByRole('button', { name: '保存', exact: true })).toBeHidden();
}

/** Records an act of the workflow through its dialog; afterwards the case stands at `state`. */
export async function take(
  panel: Locator,
  page: Page,
  act: string,
  state: string,
  entries: Entries = {},
): Promise<void> {
  await panel.getByRole('button', { name: act, exact: true }).click();
  const dialog = page.getByRole('dialog');
  for (const [label, value] of Object.entries(entries)) await enter(dialog, page, label, value);
  await dialog.getByRole('button', { name: '确定' }).click();
  await expect(dialog).toBeHidden();
  await expect(panel.getByLabel('状态')).toHaveText(state);
}

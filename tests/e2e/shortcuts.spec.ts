import type { Page } from '@playwright/test';
import { openRecord, record } from './case.ts';
import { expect, test } from './fixture.ts';
import { screen, setUpOffice } from './office.ts';

const totals = (page: Page) => page.getByRole('status', { name: '合计' });

/** A key as an input method at work sends it: the browser calls it 229. */
const composed = (page: Page, key: string, modifiers = {}) =>
  page.evaluate(
    ([pressed, more]) => {
      const event = new KeyboardEvent('keydown', {
        key: pressed,
        keyCode: 229,
        bubbles: true,
        cancelable: true,
        ...more,
      });
      document.activeElement?.dispatchEvent(event);
      return event.defaultPrevented;
    },
    [key, modifiers] as const,
  );

test('the keys of an office program work over forms and lists, and none while an input method is at work', async ({
  launch,
  shot,
}) => {
  const { page } = await launch();
  await setUpOffice(page);
  await page.goto(screen(page, '#/ledger/organisation'));
  const community = await openRecord(page, '晨光社区');
  const workers = community.getByLabel('社区工作者数');

  // Ctrl+S saves what is being typed, takes a snapshot and says both; the cursor stays where it was.
  await workers.fill('17');
  expect(await composed(page, 's', { ctrlKey: true })).toBe(false);
  await page.keyboard.press('Control+s');
  await expect(page.getByText(/已保存 \d\d:\d\d:\d\d · 已备份/)).toBeVisible();
  await expect(workers).toBeFocused();
  await workers.fill('18');
  await page.keyboard.press('Control+s');
  await expect(community.getByRole('region', { name: '修改记录' })).toContainText('18');

  // Esc leaves the record and gives the list back; Ctrl+Z and Ctrl+Y then go over the steps.
  await page.keyboard.press('Escape');
  await expect(community).toBeHidden();
  await expect(page.getByRole('grid')).toBeFocused();
  await page.keyboard.press('Control+z');
  await expect(page.getByText('已撤销，1 条记录')).toBeVisible();
  await page.keyboard.press('Control+y');
  await expect(page.getByText('已重做，1 条记录')).toBeVisible();
  await page.keyboard.press('Control+y');
  await expect(page.getByText('没有可以重做的步骤')).toBeVisible();
  await page.keyboard.press('Control+z');
  await expect(page.getByText('已撤销，1 条记录')).toBeVisible();
  await openRecord(page, '晨光社区');
  await expect(workers).toHaveValue('17');
  await page.keyboard.press('Escape');

  // F2 opens the row with the cursor in its form.
  await page.keyboard.press('Home');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('F2');
  const opened = page.getByRole('complementary').filter({ has: page.getByRole('heading', { level: 2 }) });
  await expect(opened.locator('input').first()).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(opened).toBeHidden();

  await page.keyboard.press('Alt+n');
  await expect(record(page, '新增单位').locator('input').first()).toBeFocused();
  await page.keyboard.press('Escape');

  await page.keyboard.press('Control+f');
  await page.keyboard.type('东湖');
  await expect(totals(page)).toContainText('共 1 条');

  await page.keyboard.press('Control+p');
  await expect(page.getByRole('dialog', { name: '打印预览' })).toBeVisible();
  await page.keyboard.press('Escape');

  await page.keyboard.press('Control+/');
  const keys = page.getByRole('dialog', { name: '快捷键' });
  await expect(keys.getByRole('row', { name: /保存正在填的内容/ })).toBeVisible();
  await shot(page, 'shortcuts');
  await page.keyboard.press('Escape');
  await expect(keys).toBeHidden();
});

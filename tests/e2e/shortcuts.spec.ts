import type { Page } from '@playwright/test';
import { openRecord, record } from './case.ts';
import { expect, test } from './fixture.ts';
import { openLedger, setUpOffice, totals } from './office.ts';

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
  await openLedger(page, 'organisation');
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
  await expect(community.getByRole('button', { name: '保存', exact: true })).toBeHidden();

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

/** The one input of the sheet, over the current cell. */
const cell = (page: Page, label: string) => page.getByRole('combobox', { name: label, exact: true });
const shownIn = (page: Page, row: number, column: number) =>
  page.getByRole('row').nth(row).getByRole('gridcell').nth(column);

/** What lies on the clipboard, in both kinds, as another program would get it. */
const clipboard = async (page: Page): Promise<{ plain: string; html: string }> => {
  const got = await page.evaluateHandle(() => {
    const taken = { plain: '', html: '' };
    const take = (event: ClipboardEvent) => {
      event.preventDefault();
      event.stopImmediatePropagation();
      taken.plain = event.clipboardData?.getData('text/plain') ?? '';
      taken.html = event.clipboardData?.getData('text/html') ?? '';
    };
    window.addEventListener('paste', take, { capture: true, once: true });
    return taken;
  });
  await page.keyboard.press('Control+v');
  return got.jsonValue();
};

/** Cells copied in another program. */
const copyElsewhere = async (page: Page, text: string, kind = 'text/plain'): Promise<void> => {
  await page.evaluate(
    ([cells, as]) => {
      const put = (event: ClipboardEvent) => {
        event.preventDefault();
        event.stopImmediatePropagation();
        event.clipboardData?.setData(as, cells);
      };
      window.addEventListener('copy', put, { capture: true, once: true });
    },
    [text, kind] as const,
  );
  await page.keyboard.press('Control+c');
};

test('a ledger is typed in like a spreadsheet: keys, input method, filling, copying out and pasting in', async ({
  launch,
  look,
  shot,
}) => {
  const { page } = await launch();
  await setUpOffice(page);
  await openLedger(page, 'demand');
  await page.getByRole('button', { name: '表格录入' }).click();
  await expect(cell(page, '接收时间，第 1 行')).toBeFocused();

  // Along the row, choosing the community from its list; Enter leaves the row, and it is saved.
  await page.keyboard.type('2026-11-02 9:30');
  await page.keyboard.press('Tab');
  await page.keyboard.type('晨');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await page.keyboard.type('路灯不亮');
  await page.keyboard.press('Enter');
  await expect(page.getByText('已保存 1 条诉求')).toBeVisible();
  await expect(totals(page)).toContainText('共 1 条');
  await expect(cell(page, '诉求内容，第 2 行')).toBeFocused();
  await expect(shownIn(page, 1, 2)).toHaveText('晨光');

  // Words of an input method are typed into the cell; the Enter that ends them does not leave it.
  const session = await page.context().newCDPSession(page);
  await session.send('Input.imeSetComposition', { text: 'jing gai', selectionStart: 8, selectionEnd: 8 });
  await expect(cell(page, '诉求内容，第 2 行')).toHaveValue('jing gai');
  expect(await composed(page, 'Enter')).toBe(false);
  await expect(cell(page, '诉求内容，第 2 行')).toBeFocused();
  await session.send('Input.insertText', { text: '井盖破损' });
  await expect(cell(page, '诉求内容，第 2 行')).toHaveValue('井盖破损');

  // Ctrl+S takes the open cell along. What the row still needs is said, and it stays.
  await page.keyboard.press('Control+s');
  await expect(totals(page)).toContainText('1 行没有保存');
  await shot(page, 'entry-refused');
  await page.keyboard.press('Home');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Control+d');
  await expect(shownIn(page, 2, 1)).toHaveText('2026-11-02 09:30');
  await page.keyboard.press('Control+s');
  await expect(page.getByText(/已保存 \d\d:\d\d:\d\d · 已备份/)).toBeVisible();
  await expect(totals(page)).toContainText('共 2 条');

  // F2 goes on from what stands there, Esc takes it back, Delete empties, Ctrl+; is today.
  await page.keyboard.press('Control+Home');
  await page.keyboard.press('End');
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('Control+;');
  await expect(shownIn(page, 1, 9)).toHaveText(/^\d{4}-\d\d-\d\d$/);
  await page.keyboard.press('Delete');
  await expect(shownIn(page, 1, 9)).toHaveText('');
  await page.keyboard.press('Control+Home');
  for (let step = 0; step < 4; step += 1) await page.keyboard.press('ArrowRight');
  await page.keyboard.press('F2');
  await page.keyboard.type('，三处');
  await page.keyboard.press('Escape');
  await expect(shownIn(page, 1, 4)).toHaveText('路灯不亮');
  await page.keyboard.press('F2');
  await page.keyboard.type('，三处');
  await page.keyboard.press('Enter');
  await expect(shownIn(page, 1, 4)).toHaveText('路灯不亮，三处');
  await expect(page.getByText('已保存 1 条诉求')).toBeVisible();

  // A click elsewhere takes what is typed into its cell; a double click goes on in the text.
  await shownIn(page, 2, 4).click();
  await page.keyboard.type('窨井盖破损');
  await shownIn(page, 1, 2).click();
  await expect(shownIn(page, 2, 4)).toHaveText('窨井盖破损');
  await expect(cell(page, '所属社区，第 1 行')).toHaveValue('');
  await shownIn(page, 2, 4).dblclick();
  await expect(cell(page, '诉求内容，第 2 行')).toHaveValue('窨井盖破损');
  await page.keyboard.press('Escape');

  // A range goes out in both kinds of the clipboard; texts stay texts.
  await page.keyboard.press('Control+Home');
  await page.keyboard.press('Shift+ArrowDown');
  for (let step = 0; step < 4; step += 1) await page.keyboard.press('Shift+ArrowRight');
  await look(page, 'entry-range');
  await page.keyboard.press('Control+c');
  const { plain, html } = await clipboard(page);
  expect(plain.split('\r\n')).toHaveLength(3);
  expect(plain).toContain('\t晨光\t\t路灯不亮，三处\r\n');
  expect(html).toContain(`<td style='mso-number-format:"\\@"'>晨光</td>`);

  // A table pasted in goes through the import: the row over a record is found by its number, the others are asked for.
  // It comes from a page that gives HTML alone, with a cell over two columns and a line break.
  await copyElsewhere(
    page,
    '<table><tr><td>路灯不亮，五处</td><td>消防安全</td></tr><tr><td colspan="2">楼道<br>堆物</td></tr></table>',
    'text/html',
  );
  await page.keyboard.press('Control+Home');
  await page.keyboard.press('ArrowDown');
  for (let step = 0; step < 4; step += 1) await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Control+v');
  const asked = page.getByRole('dialog', { name: '粘贴 2 行？' });
  await expect(asked).toContainText('1 行对应已有的诉求');
  await expect(asked).toContainText('1 行下面没有已有的诉求');
  await asked.getByRole('button', { name: '看预览' }).click();
  await expect(page.getByTestId('import-words')).toBeVisible();
  await expect(page.getByTestId('import-plan')).toContainText(/楼道\s堆物/);
  await look(page, 'entry-paste-preview');
  await page.getByRole('button', { name: /^导入 \d+ 条$/ }).click();
  await page.getByRole('button', { name: '回到表格录入' }).click();
  await expect(shownIn(page, 2, 4)).toHaveText('路灯不亮，五处');

  // Leaving saves what can be saved, without asking.
  await page.keyboard.press('F2');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: '完成录入' }).click();
  await expect(page.getByRole('button', { name: '表格录入' })).toBeVisible();
});

test('many rows get one value at once after a preview, and the right mouse button offers what can be done with rows', async ({
  launch,
  look,
}) => {
  const { page } = await launch();
  await setUpOffice(page);
  await openLedger(page, 'holiday');
  await page.getByRole('checkbox', { name: '选择 2024-01-01' }).check();
  await page.getByRole('checkbox', { name: '选择 2024-02-04' }).check();
  await page.getByRole('gridcell', { name: '2024-02-04' }).click({ button: 'right' });
  const menu = page.getByRole('menu', { name: '选中的 2 行' });
  await expect(menu.getByRole('menuitem', { name: '删除 2 条日子' })).toBeVisible();
  await look(page, 'row-menu');
  await menu.getByRole('menuitem', { name: '批量修改 2 条' }).click();

  // What is refused is named and stays; what changes is one step, taken back as one.
  const dialog = page.getByRole('dialog', { name: '批量修改 2 条日子' });
  await dialog.getByRole('combobox', { name: '改哪一栏' }).click();
  await page.getByRole('option', { name: '节日', exact: true }).click();
  await dialog.getByRole('textbox', { name: '都改为' }).fill('元旦');
  await expect(dialog.getByRole('status', { name: '预览' })).toHaveText('1 条会改，1 条本来就是这样');
  await look(page, 'batch-edit');
  await dialog.getByRole('button', { name: '修改 1 条' }).click();
  await expect(page.getByText('已批量修改 1 条日子的节日')).toBeVisible();
  await page.getByRole('grid').focus();
  await page.keyboard.press('Control+z');
  await expect(page.getByText('已撤销，1 条记录')).toBeVisible();

  // The menu key speaks of the row the arrows are on.
  await page.getByRole('button', { name: '取消选择' }).click();
  await page.getByRole('grid').focus();
  await page.keyboard.press('Home');
  await page.keyboard.press('Shift+F10');
  await page.getByRole('menuitem', { name: '查看历史' }).click();
  await expect(page.getByRole('dialog').getByRole('region', { name: '修改记录' })).toBeVisible();
  await page.keyboard.press('Escape');
  await page.getByRole('gridcell', { name: '2024-01-01' }).click({ button: 'right' });
  await page.getByRole('menuitem', { name: '复制' }).click();
  await expect(page.getByText('已复制 1 行')).toBeVisible();
  const { plain } = await clipboard(page);
  expect(plain.split('\r\n')[1]).toMatch(/^2024-01-01\t/);

  await page.getByRole('grid').focus();
  await page.keyboard.press('Control+a');
  await expect(totals(page)).toContainText('已选 108 条');
  const all = page.getByRole('checkbox', { name: '选择全部' });
  await expect(all).toBeChecked();
  await all.click();
  await expect(totals(page)).not.toContainText('已选');
});

test('how somebody arranged a list is remembered: widths, order, filters, views of one’s own, spacing', async ({
  launch,
  look,
}) => {
  const { page } = await launch();
  await setUpOffice(page);
  await openLedger(page, 'holiday');
  await expect(totals(page)).toContainText('共 108 条');
  const head = (name: string) => page.getByRole('columnheader', { name: new RegExp(name) });
  const left = async (name: string) => (await head(name).boundingBox())?.x ?? 0;
  const wide = async (name: string) => (await head(name).boundingBox())?.width ?? 0;

  // The edge of a column is drawn, and the column put elsewhere from 列, by the keyboard.
  const before = await wide('节日');
  const box = await head('节日').boundingBox();
  const edge = { x: (box?.x ?? 0) + (box?.width ?? 0) - 3, y: (box?.y ?? 0) + 10 };
  await page.mouse.move(edge.x, edge.y);
  await page.mouse.down();
  await page.mouse.move(edge.x + 60, edge.y);
  await page.mouse.up();
  await expect.poll(() => wide('节日')).toBe(before + 60);
  // The same by keys, on the header.
  const title = head('节日').getByRole('button', { name: '节日', exact: true });
  await title.press('Alt+Shift+ArrowRight');
  await title.press('Alt+Shift+ArrowRight');
  await title.press('Alt+Shift+ArrowLeft');
  await expect.poll(() => wide('节日')).toBe(before + 76);
  await page.getByRole('button', { name: '列', exact: true }).press('Enter');
  await page.getByRole('button', { name: '节日 移到前面' }).press('Enter');
  await page.getByText('紧凑', { exact: true }).click();
  await page.keyboard.press('Escape');
  await expect.poll(async () => (await left('节日')) < (await left('休或班'))).toBe(true);

  // A filter becomes a tab of one's own.
  await page.getByRole('button', { name: '筛选 休或班' }).click();
  await page.getByRole('checkbox', { name: /^班/ }).check();
  await page.getByRole('button', { name: '确定' }).click();
  await page.getByRole('button', { name: '存为视图' }).click();
  await page.getByRole('textbox', { name: '视图名称' }).fill('调休上班');
  await page.keyboard.press('Enter');
  const own = page.getByRole('group', { name: '我的视图' }).getByRole('button', { name: '调休上班', exact: true });
  await expect(own).toHaveAttribute('aria-pressed', 'true');
  const filtered = (await totals(page).textContent()) ?? '';

  await page.reload();
  await expect(totals(page)).toHaveText(filtered);
  await expect.poll(() => wide('节日')).toBe(before + 76);
  expect(await left('节日')).toBeLessThan(await left('休或班'));
  expect((await page.getByRole('row').nth(1).boundingBox())?.height).toBe(28);
  await look(page, 'own-view');
  await own.click();
  await expect(totals(page)).toContainText('共 108 条');
  await own.click();
  await expect(totals(page)).toHaveText(filtered);
});

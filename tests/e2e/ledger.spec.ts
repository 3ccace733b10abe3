import type { Page } from '@playwright/test';
import { openRecord } from './case.ts';
import { expect, test } from './fixture.ts';
import { goToLedger, openLedger, screen, setUpOffice, tabTo, totals } from './office.ts';

const rows = (page: Page) => page.getByRole('grid').getByRole('row');

test('a ledger is searched, filtered, sorted, and its columns chosen and remembered', async ({ launch, shot }) => {
  const { page } = await launch();
  await setUpOffice(page);
  await openLedger(page, 'holiday');
  await expect(totals(page)).toContainText('共 108 条');

  // Initials of 清明节 find the three days of it and the weekend worked in exchange, every year.
  await page.keyboard.press('Control+f');
  await page.keyboard.type('qmj');
  await expect(totals(page)).toContainText('共 10 条');
  await page.getByRole('searchbox', { name: '查找' }).fill('');

  await page.getByRole('button', { name: '筛选 休或班' }).click();
  await page.getByRole('checkbox', { name: /^班/ }).check();
  await page.getByRole('button', { name: '确定' }).click();
  await page.getByRole('button', { name: '筛选 日期' }).click();
  await page.getByRole('textbox', { name: '从', exact: true }).fill('2026.1.1');
  await page.getByRole('button', { name: '确定' }).click();
  await expect(page.getByRole('group', { name: '当前筛选' })).toContainText('日期 从 2026-01-01 起');
  await expect(totals(page)).toContainText('共 6 条');
  await shot(page, 'ledger-filtered');

  await page.getByTitle('按日期排序').click();
  await expect(rows(page).nth(1)).toContainText('2026-01-04');
  await page.getByTitle('按日期排序').click();
  await expect(rows(page).nth(1)).toContainText('2026-10-10');
  await page.getByRole('button', { name: '全部清除' }).click();
  await expect(totals(page)).toContainText('共 108 条');

  await page.getByRole('button', { name: '列', exact: true }).click();
  await page.getByRole('checkbox', { name: '依据' }).uncheck();
  await expect(page.getByRole('columnheader', { name: /依据/ })).toBeHidden();
  await page.reload();
  await expect(page.getByRole('columnheader', { name: /日期/ })).toBeVisible();
  await expect(page.getByRole('columnheader', { name: /依据/ })).toBeHidden();
});

test('the keyboard moves through the rows, and Enter opens one', async ({ launch }) => {
  const { page } = await launch();
  await setUpOffice(page);
  await openLedger(page, 'holiday');
  await expect(totals(page)).toContainText('共 108 条');
  await page.getByRole('grid').focus();
  await page.keyboard.press('End');
  await page.keyboard.press('Enter');
  const panel = page.getByRole('complementary', { name: '2026-10-10' });
  await expect(panel).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(panel.getByLabel('日期', { exact: true }).and(panel.locator('input'))).toBeFocused();

  await page.getByRole('button', { name: '新增', exact: true }).press('Enter');
  const form = page.getByRole('complementary', { name: '新增日子' });
  await expect(form.locator('input').first()).toBeFocused();

  // A choice is made from its list, and taken back by Delete.
  const kind = form.getByRole('combobox', { name: '休或班' });
  await tabTo(page, kind);
  for (const key of ['ArrowDown', 'ArrowDown', 'Enter']) await page.keyboard.press(key);
  await expect(kind).not.toHaveValue('');
  await page.keyboard.press('Delete');
  await expect(kind).toHaveValue('');
});

test('Ctrl+K finds in every ledger from anywhere, by the keyboard alone', async ({ launch, look }) => {
  const { page } = await launch();
  await setUpOffice(page);
  await page.goto(screen(page, '#/settings'));
  await page.keyboard.press('Control+k');
  const box = page.getByRole('dialog', { name: '查找全部台账' });
  await page.keyboard.type('cgsq');
  const found = box.getByRole('group', { name: '组织架构与网格台账' });
  await expect(found.getByRole('option', { name: /晨光社区/ })).toHaveAttribute('aria-selected', 'true');
  await look(page, 'find-everywhere');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('complementary', { name: '晨光社区' })).toBeVisible();

  // More than fits: the last line leads to the ledger with the words already in its own search.
  await page.keyboard.press('Control+k');
  await page.keyboard.type('春节');
  const all = box.getByRole('option', { name: /在列表中看全部/ }).first();
  await expect(all).toBeVisible();
  while ((await all.getAttribute('aria-selected')) !== 'true') await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('searchbox', { name: '查找' })).toHaveValue('春节');
  await expect(page.getByRole('heading', { name: '节假日', level: 1 })).toBeVisible();
  await goToLedger(page, '基础', '职能部门');
  await expect(page.getByRole('searchbox', { name: '查找' })).toHaveValue('');
});

test('what a form refuses stands beside its field, and typing is not lost by a click elsewhere', async ({
  launch,
  look,
}) => {
  const { page } = await launch();
  await setUpOffice(page);
  await page.goto(screen(page, '#/review'));
  await page.getByRole('button', { name: '新增', exact: true }).click();
  const form = page.getByRole('complementary', { name: '新增申请' });
  await form.getByLabel('收件日期').fill('2026.2.30');
  await form.getByLabel('拟拨经费').fill('2万');
  await form.getByRole('button', { name: '保存' }).click();
  // Neither a day the calendar lacks nor an amount in another unit is guessed.
  await expect(form.locator('#field-inDate')).toHaveAttribute('aria-invalid', 'true');
  await expect(form).toContainText('2026.2.30');
  await form.getByLabel('收件日期').fill('2026.2.28');
  await form.getByLabel('拟拨经费').fill('20000');
  await form.getByRole('button', { name: '保存' }).click();
  await expect(form).toContainText('申请单位必填');
  await expect(form).toContainText('事项名称必填');
  await look(page, 'form-refused');

  await page.getByRole('link', { name: '工作台' }).click();
  const dialog = page.getByRole('dialog', { name: '有未保存的修改' });
  await dialog.getByRole('button', { name: '取消' }).click();
  await expect(form.getByLabel('拟拨经费')).toHaveValue('20,000.00');
  // What cannot be saved is not left behind either: the form says why.
  await page.getByRole('link', { name: '工作台' }).click();
  await dialog.getByRole('button', { name: '保存并离开' }).click();
  await expect(dialog).toBeHidden();
  await expect(form).toContainText('事项名称必填');
});

test('Ctrl+S saves the open form, the history says who changed what, and the change is taken back', async ({
  launch,
  look,
}) => {
  const { page } = await launch();
  await setUpOffice(page);
  await openLedger(page, 'organisation');
  const community = await openRecord(page, '晨光社区');
  await community.getByLabel('社区工作者数').fill('17');
  await page.keyboard.press('Control+s');
  const history = community.getByRole('region', { name: '修改记录' });
  await expect(history).toContainText('李敏');
  await expect(history).toContainText('社区工作者数：17');
  await expect(page.getByRole('contentinfo')).toContainText(/已保存 \d\d:\d\d:\d\d/);
  await look(page, 'record-history');
  await page.getByRole('button', { name: '撤销', exact: true }).click();
  await expect(community.getByLabel('社区工作者数')).toHaveValue('');
  // Nothing is unsaved any more, so the same keys take a snapshot and say so.
  await page.keyboard.press('Control+s');
  await expect(page.getByText('已备份')).toBeVisible();
  await expect(page.getByRole('contentinfo')).toContainText(/最近备份 \d\d-\d\d \d\d:\d\d/);

  // Left with something unsaved, it can be saved on the way.
  await community.getByLabel('社区工作者数').fill('16');
  await page.getByRole('link', { name: '工作台' }).click();
  await page.getByRole('dialog').getByRole('button', { name: '保存并离开' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('工作台');
  await openLedger(page, 'organisation');
  await openRecord(page, '晨光社区');
  await expect(community.getByLabel('社区工作者数')).toHaveValue('16');
});

test('ticked rows are deleted as one step and come back as one', async ({ launch }) => {
  const { page } = await launch();
  await setUpOffice(page);
  await openLedger(page, 'holiday');

  // What is ticked is in view: other rows asked for, and nothing is ticked that could be deleted unseen.
  const find = page.getByRole('searchbox', { name: '查找' });
  await page.getByRole('checkbox', { name: '选择 2024-01-01' }).check();
  await find.fill('国庆');
  await expect(totals(page)).not.toContainText('已选');
  await find.fill('');
  await page.getByRole('checkbox', { name: '选择 2024-01-01' }).check();
  await page.getByRole('checkbox', { name: '选择 2024-02-04' }).check();
  await page.getByRole('button', { name: '删除选中的 2 条' }).click();
  await expect(page.getByRole('dialog')).toContainText('2024-02-04');
  await page.getByRole('dialog').getByRole('button', { name: '删除选中的 2 条' }).click();
  await expect(totals(page)).toContainText('共 106 条');
  await page.getByRole('button', { name: '撤销', exact: true }).click();
  await page.getByRole('dialog').getByRole('button', { name: '撤销 2 条' }).click();
  await expect(totals(page)).toContainText('共 108 条');
});

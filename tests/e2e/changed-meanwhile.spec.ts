import type { Page } from '@playwright/test';
import { fillIn, openRecord, record, take } from './case.ts';
import { expect, test } from './fixture.ts';
import { screen, setUpOffice } from './office.ts';

const ITEM = '居民二次供水设施巡查';

/** Registers one application by typing and leaves it open. */
async function oneCase(page: Page) {
  await setUpOffice(page);
  await page.goto(screen(page, '#/review/view/all/new'));
  await fillIn(page.getByRole('complementary'), page, {
    申请单位: '区住房和城乡建设局',
    事项名称: ITEM,
    来文方式: '公文',
  });
  return openRecord(page, ITEM);
}

test('a record that changed under unsaved typing is not saved over; the clerk sees both and chooses', async ({
  launch,
  shot,
}) => {
  const { page } = await launch();
  const panel = await oneCase(page);
  const remark = panel.getByLabel('备注', { exact: true }).and(panel.locator('textarea'));
  const save = panel.getByRole('button', { name: '保存', exact: true });
  const conflict = panel.getByRole('region', { name: '修改冲突' });
  const undoLast = page.getByRole('status').getByRole('button', { name: '撤销' });

  await fillIn(panel, page, { 备注: '第一次写的' });
  await remark.fill('没有保存的');
  // The undo of the save before is another hand on the same record.
  await undoLast.click();
  await expect(conflict).toContainText('没有保存的');
  await expect(conflict).toContainText('（空）');
  await save.click();
  await expect(panel.getByText(/这条记录已被修改.*没有写入任何数据/)).toBeVisible();
  await shot(page, 'conflict');
  await conflict.getByRole('button', { name: '保留我的' }).click();
  await expect(conflict).toBeHidden();
  await save.click();
  await expect(save).toBeHidden();
  await expect(remark).toHaveValue('没有保存的');

  await remark.fill('又改了');
  await undoLast.click();
  await conflict.getByRole('button', { name: '采用现在的' }).click();
  await expect(conflict).toBeHidden();
  await expect(save).toBeHidden();
  await expect(remark).toHaveValue('');

  // A record whose entry is taken back while it is open says so, and is left as any other.
  await page.goto(screen(page, '#/ledger/organisation/new'));
  await fillIn(record(page, '新增单位'), page, { 层级: '社区', 名称: '测试社区' });
  await expect(record(page, '测试社区')).toBeVisible();
  await page.getByRole('grid').focus();
  await page.keyboard.press('Control+z');
  await expect(page.getByText('没有这条单位')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(record(page, '单位')).toBeHidden();
});

test('a holiday that moves a due date says so and leads to the case; 工作台 says who is waited for', async ({
  launch,
  shot,
}) => {
  const { page } = await launch();
  const panel = await oneCase(page);
  await take(panel, page, '登记收件', '已收件');
  const clocks = panel.getByRole('region', { name: '办理时限' });
  const due = /到期 (\d{4}-\d{2}-\d{2})/.exec((await clocks.textContent()) ?? '')?.[1] ?? '';
  expect(due).not.toBe('');

  await page.goto(screen(page, '#/ledger/holiday/new'));
  await fillIn(page.getByRole('complementary'), page, { 日期: due, 休或班: '休', 节日: '临时放假' });
  const moved = page.getByRole('status', { name: '到期日变动' });
  await expect(moved).toContainText('因节假日调整，1 件的到期日变动');
  await moved.getByRole('button', { name: '查看' }).click();
  const list = page.getByRole('dialog');
  await expect(list.getByRole('row').nth(1)).toContainText(due);
  await shot(page, 'due-moved');
  await list.getByRole('link', { name: new RegExp(ITEM) }).click();
  await expect(record(page, ITEM).getByRole('region', { name: '办理时限' })).not.toContainText(`到期 ${due}`);

  await page.goto(screen(page, '#/'));
  const waiting = page.getByRole('region', { name: '在等谁' });
  await expect(waiting.getByRole('row').nth(1)).toContainText('经办人');
  await expect(waiting.getByRole('row').nth(1)).toContainText('发函征求社区意见 或 直接转街道初审');
  await shot(page, 'home-waiting');
  await waiting.getByRole('link', { name: '1 件' }).click();
  await expect(page.getByRole('gridcell', { name: ITEM, exact: true })).toBeVisible();
});

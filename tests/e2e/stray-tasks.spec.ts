import { writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { utils, write } from 'xlsx';
import { fillIn, openRecord, record } from './case.ts';
import { expect, test } from './fixture.ts';
import { answerOpen, screen, setUpOffice } from './office.ts';

/** Pastes a screenshot while the named field has the caret, as Ctrl+V does after a capture. */
async function pasteScreenshot(field: Locator): Promise<void> {
  await field.evaluate(async (editor) => {
    const canvas = document.createElement('canvas');
    canvas.width = 320;
    canvas.height = 120;
    canvas.getContext('2d')?.fillText('各社区今天下班前报行道树棵数', 20, 60);
    const picture = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve));
    const clipboardData = new DataTransfer();
    if (picture) clipboardData.items.add(new File([picture], 'image.png', { type: 'image/png' }));
    editor.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  });
}

async function register(page: Page, item: string, channel: string): Promise<Locator> {
  await page.goto(screen(page, '#/ledger/strayTask/new'));
  const panel = page.getByRole('complementary');
  await pasteScreenshot(panel.getByLabel('下派内容', { exact: true }).and(panel.locator('textarea')));
  await expect(panel.getByText(/^截图 \d{4}-\d{2}-\d{2} \d{6}\.png$/)).toBeVisible();
  await fillIn(panel, page, {
    下派方式: channel,
    下派单位: '区住房和城乡建设局',
    下派事项: item,
    涉及社区: '晨光社区',
  });
  return openRecord(page, item);
}

test('a task from a chat group: registered with a pasted screenshot, one made an application, one refused', async ({
  launch,
  shot,
}) => {
  const { page } = await launch();
  await setUpOffice(page);
  const panel = await register(page, '统计行道树数量', '微信群');
  await shot(page, 'stray-task');
  await panel.getByRole('button', { name: '转为申请' }).click();
  const application = record(page, '统计行道树数量');
  await expect(application.getByLabel('状态')).toHaveText('草稿');
  await expect(application.getByText(/^截图 .*\.png$/)).toBeVisible();

  const second = await register(page, '上报门店数量', '电话');
  await second.getByRole('button', { name: '告知拒绝' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: '确定' }).click();
  await expect(dialog).toContainText('告知拒绝的，须写明理由。');
  await dialog.getByLabel('理由', { exact: true }).fill('不在准入清单内，也没有经费。');
  await shot(page, 'stray-task-refusal');
  await dialog.getByRole('button', { name: '确定' }).click();
  await expect(dialog).toBeHidden();
  await expect(second.getByRole('button', { name: '转为申请' })).toBeHidden();

  await second.getByRole('button', { name: '文书', exact: true }).click();
  await page.getByRole('menuitem', { name: '清单外事项告知（拒绝）函' }).click();
  await expect(page.getByRole('article')).toContainText('关于“上报门店数量”未经准入不予承接的告知函');
  await expect(page.getByRole('article')).toContainText('以电话方式要求晨光');
  await shot(page, 'stray-task-letter');
  await page.getByRole('button', { name: '登记为已发出' }).click();
  await expect(page.getByText(/已登记：.* 已发出 顺河街办函〔\d{4}〕1号/)).toBeVisible();
  await page.getByRole('button', { name: '返回下派事项' }).click();
  await expect(second.getByRole('region', { name: '文书' })).toContainText('顺河街办函');

  await page.getByRole('tab', { name: '按下派单位' }).click();
  const line = page.getByRole('row').filter({ hasText: '区住建局' });
  await expect(line.getByRole('cell')).toHaveText(['区住建局', '2', '0', '1', '1', '0', '0']);
  const together = page.getByRole('row').filter({ has: page.getByRole('cell', { name: '合计', exact: true }) });
  await expect(together.getByRole('cell')).toHaveText(['合计', '2', '0', '1', '1', '0', '0']);
  await shot(page, 'stray-task-senders');
});

const STOCK = [
  [
    '责任部门',
    '事项名称',
    '状态',
    '收件日期',
    '准入文号',
    '决定日期',
    '有效期起止',
    '公布日期',
    '启动日期',
    '涉及社区',
    '人·天',
  ],
  [
    '区住建局',
    '二次供水设施巡查',
    '实施中',
    '2025-03-03',
    '准〔2025〕3号',
    '2025-03-20',
    '2025.4-2099.3',
    '2025-03-25',
    '2025-04-01',
    '晨光、东湖',
    24,
  ],
  ['区住建局', '老旧小区摸排', '已公布', '2025-05-06', '', '2025-05-20', '2025.6-2099.5', '2025-05-25', '', '晨光', ''],
];

test('what was admitted before the program comes in with its state, and shows in the load of its communities', async ({
  launch,
  userData,
  shot,
}) => {
  const { app, page } = await launch();
  await setUpOffice(page);
  const file = path.join(userData, '存量事项.xlsx');
  writeFileSync(file, write(utils.book_new(utils.aoa_to_sheet(STOCK), '存量'), { type: 'buffer', bookType: 'xlsx' }));
  await answerOpen(app, file);
  await page.goto(screen(page, '#/import/application'));
  await page.getByRole('button', { name: '选择文件' }).click();
  await page.getByRole('switch', { name: '存量导入' }).check();
  await expect(page.getByTestId('import-words')).toContainText('11 列有对应');
  await shot(page, 'opening-columns');
  await page.getByRole('button', { name: '下一步：预览' }).click();
  await expect(page.getByTestId('import-plan')).toContainText('没有准入文号');
  await shot(page, 'opening-preview');
  await page.getByRole('button', { name: '导入 1 条' }).click();
  await expect(page.getByRole('heading', { name: '导入完成' })).toBeVisible();
  await page.getByRole('button', { name: '查看准入审核' }).click();
  const stock = await openRecord(page, '二次供水设施巡查');
  await expect(stock.getByLabel('状态')).toHaveText('实施中');
  await shot(page, 'opening-record');

  await page.goto(screen(page, '#/load'));
  const line = page.getByRole('row').filter({ hasText: '晨光' });
  await expect(line.getByRole('cell').nth(1)).toHaveText('1');
  await expect(line.getByRole('cell').nth(13)).toHaveText('1');
  await shot(page, 'load');
});

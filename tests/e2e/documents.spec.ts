import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { strFromU8, unzipSync } from 'fflate';
import { fillIn, openRecord, take } from './case.ts';
import { expect, test } from './fixture.ts';
import { answerSave, screen, setUpOffice } from './office.ts';

const ITEM = '居民二次供水设施巡查';

/** The words of a saved .docx. */
const wordsOf = (file: string): string =>
  strFromU8(unzipSync(readFileSync(file))['word/document.xml'] ?? new Uint8Array());

/** A case of the housing department, received. */
async function receive(page: Page): Promise<Locator> {
  await page.goto(screen(page, '#/review/view/all/new'));
  await fillIn(page.getByRole('complementary'), page, {
    申请单位: '区住房和城乡建设局',
    事项名称: ITEM,
    来文方式: '公文',
    社区承担职责: '陪同检查人员入户，通知居民',
    清单比对结果: '清单外长期',
    涉及社区: '晨光社区',
  });
  const panel = await openRecord(page, ITEM);
  await take(panel, page, '登记收件', '已收件');
  return panel;
}

test('a letter to the communities: read on its sheet, saved, issued, and from then on never taken back', async ({
  launch,
  look,
  shot,
  userData,
}) => {
  test.setTimeout(120_000);
  const { app, page } = await launch();
  await setUpOffice(page);
  const panel = await receive(page);
  // The paper's record is made where the paper is, not in a dialog that would ask for its hash.
  await expect(panel.getByRole('button', { name: '登记文书印发' })).toHaveCount(0);

  await panel.getByRole('button', { name: '文书', exact: true }).click();
  const early = page.getByRole('menuitem', { name: /^退出通知/ });
  await expect(early).toBeDisabled();
  await expect(early).toContainText('还没有退出记录');
  await expect(page.getByRole('menuitem')).toHaveCount(8);
  await look(page, 'document-menu');
  await page.getByRole('menuitem', { name: '征求社区意见函' }).click();

  const sheet = page.getByRole('article');
  const year = (await page.getByLabel('成文日期').and(page.locator('input')).inputValue()).slice(0, 4);
  const number = `顺河街办函〔${year}〕1号`;
  await expect(sheet).toContainText(number);
  await expect(sheet).toContainText('晨光社区居民委员会：');
  await expect(sheet).toContainText('区住房和城乡建设局申请将');
  await page.getByLabel('文号').fill('顺河街办函[2026]第1号');
  await page.getByRole('button', { name: '登记为已打印' }).click();
  await expect(page.getByText('不合格式')).toBeVisible();
  await look(page, 'document-number-refused');
  await page.getByLabel('文号').fill(number);
  await expect(page.getByText('不合格式')).toBeHidden();
  await expect(sheet).toContainText(number);
  await shot(page, 'document-letter');

  const file = path.join(userData, 'letter.docx');
  await answerSave(app, file);
  await page.getByRole('button', { name: '导出 .docx' }).click();
  await expect.poll(() => existsSync(file)).toBe(true);
  expect(wordsOf(file)).toContain(number);

  await page.getByRole('button', { name: '登记为已发出' }).click();
  await expect(page.getByText(new RegExp(`已登记：.* 已发出 ${number}`))).toBeVisible();
  await look(page, 'document-issued');
  await page.getByRole('button', { name: '返回申请' }).click();
  const timeline = panel.getByRole('region', { name: '办理过程' });
  await expect(timeline).toContainText(`登记文书印发`);
  await expect(timeline).toContainText(`《征求社区意见函》已发出`);
  await expect(timeline).toContainText(number);
  await shot(page, 'document-timeline');

  // Neither the record of the paper nor its case goes away again.
  await panel.getByRole('button', { name: '更多操作' }).click();
  await page.getByRole('menuitem', { name: '删除这条申请' }).click();
  await page.getByRole('dialog').getByRole('button', { name: '删除这条申请' }).click();
  await expect(page.getByText(/不能删除：《征求社区意见函》.*已打印送达，只能更正/)).toBeVisible();
  await page.getByRole('link', { name: '设置' }).click();
  await page.getByRole('tab', { name: '操作记录' }).click();
  await page.getByRole('button', { name: '撤销：登记文书印发' }).click();
  await expect(page.getByRole('dialog')).toContainText('文书已打印送达，登记不能撤销');
  await look(page, 'document-undo-refused');
  await page.getByRole('dialog').getByRole('button', { name: '取消' }).click();
  await page.getByRole('tab', { name: '单位' }).click();
  await expect(page.getByRole('row', { name: /^发文代字/ })).toContainText('顺河街办');
});

test('a refusal that was sent stays: its undo is refused with the paper’s name and number', async ({
  launch,
  shot,
}) => {
  const { page } = await launch();
  await setUpOffice(page);
  const panel = await receive(page);
  await take(panel, page, '发函征求社区意见', '征求社区意见');
  await take(panel, page, '录入社区意见', '征求社区意见', { 社区: '晨光社区', 意见: '不同意' });
  await take(panel, page, '社区意见收齐', '街道初审');
  await take(panel, page, '街道不同意', '不予准入', { 签批人: '赵建国', 理由: '属于部门职责' });
  await panel.getByRole('button', { name: '文书', exact: true }).click();
  await page.getByRole('menuitem', { name: '清单外事项告知（拒绝）函' }).click();
  await expect(page.getByRole('article')).toContainText('街道初审不同意：属于部门职责');
  await page.getByRole('button', { name: '登记为已发出' }).click();
  await expect(page.getByText(/已登记：.* 已发出 顺河街办函〔\d{4}〕1号/)).toBeVisible();

  await page.getByRole('link', { name: '设置' }).click();
  await page.getByRole('tab', { name: '操作记录' }).click();
  await page.getByRole('button', { name: '撤销：街道不同意' }).click();
  await expect(page.getByRole('dialog')).toContainText(
    /《清单外事项告知（拒绝）函》顺河街办函〔\d{4}〕1号已打印送达，只能更正/,
  );
  await shot(page, 'document-decision-locked');
});

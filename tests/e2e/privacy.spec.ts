import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { read, utils } from 'xlsx';
import { fillIn } from './case.ts';
import { expect, test } from './fixture.ts';
import { answerOpen, answerSave, screen, setUpOffice } from './office.ts';

const PERSON = '欧阳测试';
const filesIn = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true }).flatMap((entry) =>
    entry.isFile() ? [entry.name] : [],
  );
const PASSPHRASE = '滨河路上有棵大槐树';

test('a person is looked up, purged and gone from every file; the log is handed out; a sealed copy opens again', async ({
  launch,
  userData,
  look,
  shot,
}) => {
  test.setTimeout(120_000);
  const { app, page } = await launch();
  await setUpOffice(page);
  await page.goto(screen(page, '#/ledger/demand'));
  await page.getByRole('button', { name: '新增' }).click();
  await fillIn(page.getByRole('complementary', { name: '新增诉求' }), page, {
    来源: '网格上报',
    接收时间: '2025-11-03 09:12',
    所属社区: '晨光社区',
    诉求人: PERSON,
    诉求类别: '求助',
    诉求内容: `${PERSON}反映3幢漏水`,
  });
  await page.goto(screen(page, '#/settings/log'));
  await expect(page.getByRole('row', { name: /新增诉求/ })).toBeVisible();

  // A file of hers is attached: it lies under its hash.
  await page.goto(screen(page, '#/ledger/demand'));
  await page.getByText('漏水').first().click();
  const record = page.getByRole('complementary');
  const choosing = page.waitForEvent('filechooser');
  await record.getByRole('button', { name: '佐证材料 添加文件' }).click();
  await (await choosing).setFiles({ name: '身份证.png', mimeType: 'image/png', buffer: Buffer.from('扫描件') });
  await record.getByRole('button', { name: '保存', exact: true }).click();
  const attachments = path.join(userData, 'attachments');
  await expect.poll(() => filesIn(attachments)).toHaveLength(1);

  // Another clerk opens it: the log says so, and names nobody.
  await page.goto(screen(page, '#/settings/office'));
  await page.getByLabel('姓名').fill('王晓');
  await page.getByRole('button', { name: '保存姓名' }).click();
  await page.goto(screen(page, '#/ledger/demand'));
  await page.getByText('漏水').first().click();
  await expect(page.getByRole('textbox', { name: '诉求人', exact: true })).toHaveValue(PERSON);
  await page.goto(screen(page, '#/settings/log'));
  const looked = page.getByRole('row', { name: /查看个人信息/ });
  await expect(looked).toContainText('王晓');

  // A backup from before holds what it held: it has to be named.
  await page.goto(screen(page, '#/settings/backup'));
  await page.getByRole('button', { name: '立即备份' }).click();
  await expect(page.getByRole('button', { name: '恢复', exact: true })).toHaveCount(1);

  // The purge: found by name, chosen, asked twice, with the copies it does not reach.
  await page.goto(screen(page, '#/settings/privacy'));
  await page.getByLabel('姓名').fill(PERSON);
  await page.getByRole('button', { name: '查找', exact: true }).click();
  const table = page.getByRole('table', { name: '找到的记录' });
  await expect(table.getByRole('row')).toHaveCount(2);
  await table.getByRole('checkbox').check();
  await look(page, 'purge-found');
  await page.getByRole('button', { name: '清除选中的 1 条' }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog).toContainText('本机备份 1 份');
  await expect(dialog.getByRole('button', { name: '清除 1 条，不能撤销' })).toBeDisabled();
  await dialog.getByLabel('已核对是这个人的记录').check();
  await expect(dialog.getByLabel(/^连同这些记录的 1 个附件/)).toBeChecked();
  await look(page, 'purge-asked');
  await dialog.getByRole('button', { name: '清除 1 条，不能撤销' }).click();
  await expect(page.getByText('已清除 1 条记录里的个人信息')).toBeVisible();
  await shot(page, 'purge-done');
  const journal = path.join(userData, 'journal');
  for (const name of readdirSync(journal)) expect(readFileSync(path.join(journal, name), 'utf8')).not.toContain(PERSON);
  expect(filesIn(attachments)).toEqual([]);
  await page.goto(screen(page, '#/ledger/demand'));
  await expect(page.getByText('（已清除）反映3幢漏水').first()).toBeVisible();

  // The log still verifies, and is handed out.
  await page.goto(screen(page, '#/settings/log'));
  await page.getByRole('button', { name: '校验' }).click();
  await expect(page.getByText(/校验完成：.*没有改动、缺失或调换/)).toBeVisible();
  await expect(page.getByRole('row', { name: /清除个人信息：1 条记录（本人申请删除）/ })).toBeVisible();
  await look(page, 'audit-log');
  const exported = path.join(userData, '操作记录.xlsx');
  await answerSave(app, exported);
  await page.getByRole('button', { name: '导出' }).click();
  await expect(page.getByText(/^已导出：/)).toBeVisible();
  const workbook = read(readFileSync(exported), { type: 'buffer' });
  expect(workbook.SheetNames).toEqual(['操作记录', '明细', '校验']);
  const texts = JSON.stringify(
    workbook.SheetNames.map((name) => utils.sheet_to_json(workbook.Sheets[name] ?? {}, { header: 1 })),
  );
  expect(texts).toContain('清除个人信息：1 条记录');
  expect(texts).not.toContain(PERSON);

  // A copy to take along, sealed; it opens with its passphrase only.
  await page.goto(screen(page, '#/settings/backup'));
  await page.getByRole('button', { name: '另存' }).first().click();
  await dialog.getByLabel('这份备份的口令').fill(PASSPHRASE);
  await dialog.getByLabel('再输一次').fill(PASSPHRASE);
  await look(page, 'sealed-copy');
  const copy = path.join(userData, '备份.slsealed');
  await answerSave(app, copy);
  await dialog.getByRole('button', { name: '选择位置并保存' }).click();
  await expect(page.getByText(/^已另存：/)).toBeVisible();
  expect(readFileSync(copy, 'latin1').slice(0, 8)).toBe('SLSEAL1 ');
  await answerOpen(app, copy);
  await page.getByRole('button', { name: '从备份文件恢复' }).click();
  await dialog.getByLabel('这份备份的口令').fill('不是这个口令');
  await dialog.getByRole('button', { name: '打开' }).click();
  await expect(dialog.getByText('口令不对')).toBeVisible();
  await dialog.getByLabel('这份备份的口令').fill(PASSPHRASE);
  await dialog.getByRole('button', { name: '打开' }).click();
  await expect(page.getByRole('dialog', { name: /^恢复到/ })).toBeVisible();
});

import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { openRecord } from './case.ts';
import { choosePackage, exportPackage, goOnBeside, openExchange, registerItem, remark } from './exchange-acts.ts';
import { expect, test } from './fixture.ts';
import { answerSave, screen, setUpOffice, tabTo } from './office.ts';

const ITEM = '居民二次供水设施巡查';
const PASSPHRASE = '滨河路上有棵大槐树';

test('two PCs of an office exchange packages and decide what both wrote; a district takes one, and gives it back', async ({
  launch,
  userData,
  look,
  shot,
}) => {
  const [second, district] = [`${userData}-second`, `${userData}-district`];
  const sealed = path.join(userData, '二号机.slpack.slsealed');
  const plain = path.join(userData, '给区里.slpack');
  const later = path.join(userData, '给区里的下一个.slpack');

  const first = await launch();
  await setUpOffice(first.page);
  await registerItem(first.page, ITEM);
  await first.app.close();
  cpSync(userData, second, { recursive: true });

  // The second PC goes on from a copy, under a letter of its own.
  const copied = await launch(second);
  await goOnBeside(copied.page);
  await remark(copied.page, ITEM, '二号机写的');
  await exportPackage(copied, '一号机', sealed, PASSPHRASE);
  await shot(copied.page, 'exchange-exported');
  await copied.app.close();

  const back = await launch();
  const { page } = back;
  await remark(page, ITEM, '一号机写的');
  await openExchange(page);
  await choosePackage(back, sealed);
  const asked = page.getByRole('dialog');
  await asked.getByLabel('这个交换包的口令').fill('不是这个口令');
  await asked.getByRole('button', { name: '打开' }).click();
  await expect(asked.getByText(/口令不对，没有读取任何内容/)).toBeVisible();
  await asked.getByLabel('这个交换包的口令').fill(PASSPHRASE);
  await asked.getByRole('button', { name: '打开' }).click();
  const preview = page.getByRole('region', { name: '交换包预览' });
  await expect(preview).toContainText('本单位的另一台电脑');
  await expect(preview).toContainText('1 处，两边的值都保留');
  const coming = preview.getByRole('table', { name: '会有的冲突' });
  // Which of two PCs stands first is of no account, and not told beforehand.
  for (const value of ['一号机写的', '二号机写的']) await expect(coming).toContainText(value);
  await look(page, 'exchange-preview');
  await preview.getByRole('button', { name: /^并入/ }).click();

  const conflicts = page.getByRole('region', { name: '冲突（1）' });
  await expect(conflicts.getByRole('radio')).toHaveCount(2);
  await look(page, 'exchange-conflict');
  // By keys alone.
  await tabTo(page, conflicts.getByRole('radio').first());
  const other = conflicts.getByRole('radio', { name: '二号机写的' });
  await page.keyboard.press('Space');
  while (!(await other.isChecked())) await page.keyboard.press('ArrowDown');
  await tabTo(page, conflicts.getByRole('button', { name: '写入选定的 1 处' }));
  await page.keyboard.press('Enter');
  await expect(conflicts).toBeHidden();

  // The same package brings nothing the second time; what was decided since rests on it.
  await choosePackage(back, sealed);
  await asked.getByLabel('这个交换包的口令').fill(PASSPHRASE);
  await asked.getByRole('button', { name: '打开' }).click();
  await expect(preview).toContainText('没有新的改动');
  await preview.getByRole('button', { name: '关闭' }).click();
  await page.getByRole('button', { name: '撤销并入' }).click();
  await page.getByRole('dialog').getByRole('button', { name: '撤销这次并入' }).click();
  await expect(page.getByText(/不能撤销这次并入：并入以后又改过/)).toBeVisible();
  await page.getByRole('button', { name: '关闭提示' }).click();
  await page.goto(screen(page, '#/review'));
  await expect((await openRecord(page, ITEM)).getByLabel('备注', { exact: true })).toHaveValue('二号机写的');
  await exportPackage(back, '示例区', plain);
  await page.getByRole('button', { name: '关闭提示' }).click();
  await remark(page, ITEM, '后来又写的');
  await exportPackage(back, '示例区', later);
  await back.app.close();

  // A district: another office altogether.
  const office = await launch(district);
  await setUpOffice(office.page);
  await openExchange(office.page);
  writeFileSync(`${plain}.half`, readFileSync(plain).subarray(0, 900));
  await choosePackage(office, `${plain}.half`);
  await expect(office.page.getByText(/U盘可能中途拔出/)).toBeVisible();
  await office.page.getByRole('button', { name: '关闭提示' }).click();
  // The sticks in the wrong order: the later one is kept until the one before it comes.
  await choosePackage(office, later);
  await expect(office.page.getByText(/这个交换包来早了/)).toBeVisible();
  const waiting = office.page.getByRole('table', { name: '等待前一个包' });
  await expect(waiting).toContainText('还没有收到');
  await look(office.page, 'exchange-waiting');
  await office.page.getByRole('button', { name: '关闭提示' }).click();
  // It holds whole records that no purge reaches: asked before one, the screen says so.
  await office.page.goto(screen(office.page, '#/settings/privacy'));
  await office.page.getByLabel('姓名').fill('示例区顺河街道办事处');
  await office.page.getByRole('button', { name: '查找', exact: true }).click();
  await office.page.getByRole('table', { name: '找到的记录' }).getByRole('checkbox').first().check();
  await office.page.getByRole('button', { name: '清除选中的 1 条' }).click();
  const asking = office.page.getByRole('dialog');
  await expect(asking).toContainText('收好的交换包 1 个');
  await shot(office.page, 'purge-names-waiting');
  await asking.getByRole('button', { name: '取消' }).click();
  await openExchange(office.page);
  await choosePackage(office, plain);
  const taken = office.page.getByRole('region', { name: '交换包预览' });
  await expect(taken).toContainText('连同先前收好的 1 个交换包');
  await taken.getByRole('textbox', { name: '第一次收到这个单位的交换包' }).fill('城东街道');
  await look(office.page, 'exchange-unknown-office');
  await taken.getByRole('button', { name: /^确认单位，并入/ }).click();
  await expect(office.page.getByRole('table', { name: '并入记录' })).toContainText('城东街道');
  await expect(waiting).toBeHidden();
  await office.page.goto(screen(office.page, '#/review'));
  await expect(office.page.getByText(ITEM)).toBeHidden();
  await office.page.getByRole('combobox', { name: '看哪个单位' }).click();
  await office.page.getByRole('option', { name: '全部单位' }).click();
  const panel = await openRecord(office.page, ITEM);
  await expect(panel.getByText(/“城东街道”登记的记录.*这里只能查看/)).toBeVisible();
  await expect(panel.getByLabel('备注', { exact: true }).and(panel.locator('textarea'))).toBeDisabled();
  await shot(office.page, 'exchange-other-office');
  await panel.getByRole('button', { name: '关闭' }).click();
  await expect(office.page.getByRole('columnheader', { name: '登记单位' })).toBeAttached();
  await shot(office.page, 'exchange-all-offices');

  await openExchange(office.page);
  const tables = path.join(userData, '数据表.zip');
  await answerSave(office.app, tables);
  await office.page.getByRole('button', { name: '导出数据表…' }).click();
  await expect(office.page.getByText(/^数据表已保存/)).toBeVisible();
  expect(readFileSync(tables).subarray(0, 2).toString()).toBe('PK');

  await office.page.getByRole('button', { name: '撤销并入' }).click();
  await office.page.getByRole('dialog').getByRole('button', { name: '撤销这次并入' }).click();
  await expect(office.page.getByText(/^已撤销这次并入/)).toBeVisible();
  await look(office.page, 'exchange-undone');
  await office.app.close();
  for (const folder of [second, district]) rmSync(folder, { recursive: true, maxRetries: 5 });
});

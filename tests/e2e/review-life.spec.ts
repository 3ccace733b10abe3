import { fillIn, openRecord, take } from './case.ts';
import { expect, test } from './fixture.ts';
import { importApplications, setUpOffice, tabTo } from './office.ts';

const ITEM = '消防安全宣传教育';

test('the life of an item: sent back and resubmitted, at work, suspended, evaluated, renewed, corrected, out, archived', async ({
  launch,
  look,
  shot,
}) => {
  test.setTimeout(180_000);
  const { app, page } = await launch();
  await setUpOffice(page);
  await importApplications(app, page);
  await page.getByRole('button', { name: '查看准入审核' }).click();

  const panel = await openRecord(page, ITEM);
  const clocks = panel.getByRole('region', { name: '办理时限' });
  const timeline = panel.getByRole('region', { name: '办理过程' });
  await fillIn(panel, page, {
    来文方式: '公文',
    清单比对结果: '清单内',
    对应清单条目: ITEM,
    部门职责: '组织消防安全宣传，提供资料',
    保障措施: '物资',
    不需经费的理由: '资料由部门提供',
  });

  // What is wanted stands in a list of its own, and leads to the field.
  const wanted = panel.getByRole('region', { name: '待补' });
  await wanted.getByRole('button', { name: '联系人', exact: true }).click();
  await expect(panel.getByRole('textbox', { name: '联系人', exact: true })).toBeFocused();
  await fillIn(panel, page, { 联系人: '王强' });
  await expect(wanted.getByRole('button', { name: '联系人', exact: true })).toBeHidden();
  await expect(panel.getByRole('textbox', { name: '联系人', exact: true })).toHaveValue('王强');

  // 暂缓, then a second round with clocks of its own.
  await take(panel, page, '登记收件', '已收件');
  await expect(clocks).toContainText('形式审查');
  await take(panel, page, '直接转街道初审', '街道初审');
  await take(panel, page, '同意上报', '区级审核', { 签批人: '赵建国', 意见: '同意上报' });
  // An act by keys alone.
  await tabTo(page, panel.getByRole('button', { name: '退回补充论证', exact: true }));
  await page.keyboard.press('Enter');
  const asked = page.getByRole('dialog');
  await tabTo(page, asked.getByLabel('理由').and(asked.locator('input, textarea')));
  await page.keyboard.type('频次与任务量不明');
  await tabTo(page, asked.getByRole('button', { name: '确定' }));
  await page.keyboard.press('Enter');
  await expect(asked).toBeHidden();
  await expect(panel.getByLabel('状态')).toHaveText('暂缓');
  await take(panel, page, '重新提交', '已收件');
  await expect(timeline).toContainText('重新提交（第 2 轮）');
  await expect(clocks).toContainText('形式审查（第 2 轮）');
  await look(page, 'life-second-round');

  await take(panel, page, '直接转街道初审', '街道初审');
  await take(panel, page, '清单内备案', '已公布', { 签批人: '赵建国', 备案文号: '顺街备〔2026〕1号' });
  await take(panel, page, '启动实施', '实施中');
  await take(panel, page, '暂停整改', '暂停整改', { 理由: '宣传资料没有送到' });
  await expect(timeline).toContainText('宣传资料没有送到');
  await take(panel, page, '整改后恢复', '实施中');

  // At work it stands in the list of what is to be evaluated, with the day a year after it started.
  await page.getByRole('tab', { name: '待评估' }).click();
  await expect(page.getByRole('columnheader', { name: '应评估日' })).toBeVisible();
  await expect(page.getByRole('gridcell', { name: /^\d{4}-\d{2}-\d{2}$/ }).first()).toBeVisible();
  await shot(page, 'life-to-evaluate');
  await openRecord(page, ITEM);
  await take(panel, page, '开始评估', '评估中');

  // Not renewed without an evaluation; votes above the participants are refused by name.
  await expect(panel.getByRole('button', { name: '申请续期', exact: true })).toBeDisabled();
  await panel.getByRole('button', { name: '评估 增加一条' }).click();
  const participants = panel.getByLabel('参评数', { exact: true });
  await participants.fill('10');
  await panel.getByLabel('满意', { exact: true }).fill('11');
  await panel.getByRole('button', { name: '保存', exact: true }).click();
  await expect(panel.getByText('各项票数合计 11，超过参评数 10。请核对。').first()).toBeVisible();
  await fillIn(panel, page, { 参评数: '12' });
  await take(panel, page, '申请续期', '续期审核');

  // A validity that ends before the decision is refused by name; the dialog keeps what was typed.
  await panel.getByRole('button', { name: '续期审定', exact: true }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('审定结果').and(dialog.locator('input')).click();
  await page.getByRole('option', { name: '准予', exact: true }).click();
  await dialog.getByLabel('审定机构').fill('区联席会议');
  await dialog.getByLabel('有效期起').and(dialog.locator('input')).fill('2025-01-01');
  await dialog.getByLabel('有效期止').and(dialog.locator('input')).fill('2025-12-31');
  await dialog.getByRole('button', { name: '确定' }).click();
  await expect(dialog.getByText('请填写决定文号或会议纪要。')).toBeVisible();
  await expect(dialog.getByText(/有效期止 2025-12-31 早于审定日期/)).toBeVisible();
  await look(page, 'life-refused-decision');
  await dialog.getByLabel('决定文号').fill('准入办〔2026〕30号');
  await dialog.getByLabel('有效期止').and(dialog.locator('input')).fill('2099-12-31');
  await dialog.getByRole('button', { name: '确定' }).click();
  await expect(dialog).toBeHidden();
  await expect(panel.getByLabel('状态')).toHaveText('准予准入');
  await take(panel, page, '公布', '已公布', { 公布方式: '公开栏' });

  await take(panel, page, '更正决定', '已公布', {
    更正内容: '决定文号由30号更正为31号',
    更正后文号: '准入办〔2026〕31号',
    更正理由: '登记笔误',
    更正文件文号: '准入办更〔2026〕1号',
  });
  await expect(timeline).toContainText('决定文号由30号更正为31号；登记笔误');
  await expect(timeline).toContainText('准入办更〔2026〕1号');

  await take(panel, page, '退出', '已退出', { 批准人: '区联席会议', 退出原因: '任务完成' });
  await take(panel, page, '归档', '已归档', { 归档材料目录: '申请、备案、续期决定、更正、退出' });
  await expect(panel.getByRole('region', { name: '可办环节' })).toContainText('本件已结束');
  await look(page, 'life-archived');
});

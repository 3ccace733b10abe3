import { type Entries, fillIn, record, take } from './case.ts';
import { expect, test } from './fixture.ts';
import { screen, setUpOffice } from './office.ts';

const LIFT = '测试小区3幢电梯停运';
const AGAIN = '测试小区3幢的电梯又停运了';

/** A hotline slip of a day long past, so that its three working days are over: Monday 2025-11-03 ends on 11-06. */
const SLIP: Entries = {
  来源: '12345热线',
  工单编号: '虚构20251103001',
  接收时间: '2025-11-03 09:12',
  所属社区: '晨光社区',
  诉求人: '李某某',
  联系电话: '15400006685',
  诉求类别: '求助',
  诉求内容: LIFT,
};

test('a demand goes from entry to return visit: extended in time only, handled anew, counted, and its repetition seen', async ({
  launch,
  look,
  shot,
}) => {
  test.setTimeout(120_000);
  const { page } = await launch();
  await page.setViewportSize({ width: 1366, height: 768 });
  await setUpOffice(page);
  await page.goto(screen(page, '#/ledger/demand'));
  await page.getByRole('button', { name: '新增' }).click();
  await fillIn(page.getByRole('complementary', { name: '新增诉求' }), page, SLIP);
  const panel = record(page, LIFT);
  await expect(panel.getByLabel('状态')).toHaveText('已接收');
  await expect(panel.getByRole('region', { name: '办理时限' })).toContainText('到期 2025-11-06');

  await take(panel, page, '派单', '承办中', { 日期: '2025-11-03', 承办人: '王芳' });
  await expect(panel.getByRole('region', { name: '可办环节' })).toBeFocused();
  await take(panel, page, '联系诉求人', '已联系', { 日期: '2025-11-04' });

  // Asked for and refused, the limit stays and the timeline says so.
  await take(panel, page, '申请延期', '已联系', {
    日期: '2025-11-05',
    提出延期的人: '王芳',
    申请延至: '2025-11-10',
    延期理由: '等待配件',
  });
  await take(panel, page, '不批准延期', '已联系', { 日期: '2025-11-05', 答复人: '赵主任', 不批准的理由: '配件有货' });
  await expect(panel.getByRole('status', { name: '延期申请', exact: true })).toHaveText('被退回');
  await expect(panel.getByRole('region', { name: '办理时限' })).toContainText('到期 2025-11-06');
  await shot(page, 'demand-extension-not-granted');

  // The day after the last one is too late; on the last one it is granted, and the clock says why it ends later.
  await panel.getByRole('button', { name: '批准延期', exact: true }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByLabel('日期', { exact: true })).toBeFocused();
  await dialog.getByLabel('日期', { exact: true }).fill('2025-11-06');
  await dialog.getByRole('button', { name: '确定' }).click();
  await expect(dialog.getByLabel('批准人', { exact: true })).toBeFocused();
  await dialog.getByLabel('日期', { exact: true }).fill('2025-11-07');
  await dialog.getByLabel('批准人', { exact: true }).fill('赵主任');
  await dialog.getByLabel('延至', { exact: true }).fill('2025-11-12');
  await dialog.getByLabel('延期理由', { exact: true }).fill('等待配件');
  await dialog.getByRole('button', { name: '确定' }).click();
  await expect(dialog.getByText('办理期限已于 2025-11-06 到期，到期之后不能再申请延期。')).toBeVisible();
  await shot(page, 'demand-extension-refused');
  await dialog.getByLabel('日期', { exact: true }).fill('2025-11-06');
  await dialog.getByRole('button', { name: '确定' }).click();
  await expect(dialog).toBeHidden();
  await expect(panel.getByRole('region', { name: '办理时限' })).toContainText('到期 2025-11-12（批准延期）');

  await take(panel, page, '办结', '办结待回访', { 日期: '2025-11-12', 办结类型: '已解决', 办理结果: '更换控制板' });
  await take(panel, page, '回访', '已回访', { 日期: '2025-11-13', 满意度: '不满意', 不满意原因: '又停了' });
  await take(panel, page, '重新办理', '承办中', { 日期: '2025-11-13', 重新办理的原因: '回访不满意' });
  await take(panel, page, '办结', '办结待回访', { 日期: '2025-11-14', 办结类型: '已解决', 办理结果: '更换主机' });
  await take(panel, page, '回访', '已回访', { 日期: '2025-11-17', 满意度: '满意' });
  await expect(panel.getByRole('region', { name: '办理过程' })).toContainText('重新办理（第 2 轮）');
  await shot(page, 'demand-visited');

  // The same telephone and much the same words: a hint with its way to the first one, noted by one click.
  await page.goto(screen(page, '#/ledger/demand'));
  await page.getByRole('button', { name: '新增' }).click();
  const second = { ...SLIP, 工单编号: '虚构20251124002', 接收时间: '2025-11-24 10:00', 诉求内容: AGAIN };
  await fillIn(page.getByRole('complementary', { name: '新增诉求' }), page, second);
  const repeated = record(page, AGAIN);
  await expect(repeated.getByRole('region', { name: '疑似重复' })).toContainText(`SQ-2025-0001 ${LIFT}`);
  await repeated.getByRole('button', { name: '记为重复' }).click();
  await expect(repeated.getByLabel('重复诉求关联', { exact: true })).toHaveValue(/SQ-2025-0001/);
  await shot(page, 'demand-repeated');
  await repeated.getByRole('button', { name: '保存', exact: true }).click();
  await expect(repeated.getByRole('region', { name: '疑似重复' })).toBeHidden();

  // Both were received in November; the one in hand is overdue. Every number opens what it counts.
  await page.goto(screen(page, '#/indicators/demand/month/2025-11-01/all'));
  const closing = page.getByRole('row', { name: /^结案率/ });
  await expect(closing).toContainText('50.0%');
  await expect(closing).toContainText('1 ÷ 2');
  await shot(page, 'indicators-demand');
  await closing.getByRole('link', { name: '1', exact: true }).click();
  await expect(page.getByRole('gridcell', { name: LIFT, exact: true })).toBeVisible();
  await expect(page.getByText('共 1 条', { exact: true })).toBeVisible();
  await look(page, 'indicator-rows');

  await page.goto(screen(page, '#/reports/W-month/month/2025-11-01'));
  const report = page.getByRole('region', { name: '12345 办理情况统计表' });
  await expect(report.getByRole('row', { name: /晨光/ })).toContainText('50.0%');
  await shot(page, 'report-demand-month');
});

import { fillIn, record, take } from './case.ts';
import { expect, test } from './fixture.ts';
import { screen, setUpOffice } from './office.ts';

test('a petition goes from entry to satisfaction by the regulation, and on to its leader; an accusation is shown to cleared operators alone', async ({
  launch,
  shot,
}) => {
  const { page } = await launch();
  await setUpOffice(page);

  // Entered: twelve people at the door, and by when they must be told.
  await page.goto(screen(page, '#/ledger/petition/new'));
  await fillIn(page.getByRole('complementary'), page, {
    收到日期: '2025-01-10',
    信访形式: '来访',
    事项性质: '申诉求决',
    来源: '直接提出',
    所属社区: '晨光社区',
    涉及人数: '12',
    来访人数: '12',
    信访人: '王某某',
    住址: '测试小区3幢',
    反映问题: '楼上漏水多年无人处理',
    主要诉求: '要求物业维修',
  });
  const petition = record(page, '王某某');
  await expect(petition.getByText('来访 12 人，应推选代表，不超过 5 人')).toBeVisible();
  const clocks = petition.getByRole('region', { name: '办理时限' });
  await expect(clocks).toContainText('书面告知');
  // 15 days end on Saturday 2025-01-25, the eve of a worked Sunday: both days are shown.
  await expect(clocks).toContainText('到期 2025-01-26（2025-01-25 逢休息日，顺延）');
  await shot(page, 'petition-registered');

  // Accepted: sixty days; an extension comes before they are over, or not at all.
  await take(petition, page, '受理', '办理中', { 日期: '2025-01-10', 告知方式: '书面' });
  await expect(clocks).toContainText('2025-01-10 起，60 天，到期 2025-03-11');
  await shot(page, 'petition-accepted');
  await petition.getByRole('button', { name: '批准延期', exact: true }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('日期', { exact: true }).fill('2025-03-12');
  await dialog.getByLabel('延期批准人').fill('赵某某');
  await dialog.getByLabel('延至').fill('2025-04-10');
  await dialog.getByLabel('延期理由').fill('须鉴定');
  await dialog.getByRole('button', { name: '确定' }).click();
  await expect(dialog.getByText('办理期限已于 2025-03-11 到期，到期之后不能再延期。')).toBeVisible();
  await shot(page, 'petition-extension-late');
  await dialog.getByLabel('日期', { exact: true }).fill('2025-03-11');
  await dialog.getByRole('button', { name: '确定' }).click();
  await expect(dialog).toBeHidden();
  await expect(clocks).toContainText('到期 2025-04-10（批准延期）');

  // Answered in writing, delivered, closed, judged.
  await take(petition, page, '出具处理意见', '已答复', {
    日期: '2025-04-08',
    处理意见: '予以支持',
    意见书文号: '示信〔2025〕1号',
    处理意见内容: '由物业公司限期维修',
  });
  await take(petition, page, '送达意见书', '已答复', { 日期: '2025-04-09' });
  await expect(petition.getByRole('button', { name: '送达意见书' })).toBeHidden();
  await take(petition, page, '办结', '已办结', { 日期: '2025-05-12' });
  await take(petition, page, '满意度评价', '已办结', { 日期: '2025-05-13', 满意度: '满意' });
  await expect(petition.getByRole('status', { name: '满意度', exact: true })).toHaveText('满意');

  // What an act decided is read only; a mistake in it is corrected, with reason and document.
  const delivered = petition.getByRole('status', { name: '送达日期', exact: true });
  await expect(delivered).toHaveText('2025-04-09');
  await take(petition, page, '更正', '已办结', {
    日期: '2025-05-14',
    更正事项: '送达日期',
    更正为: '2025-04-10',
    更正原因: '送达回证日期看错',
    依据文号: '示信更〔2025〕1号',
  });
  await expect(delivered).toHaveText('2025-04-10');
  await expect(petition.getByText('送达日期由“2025-04-09”更正为“2025-04-10”；送达回证日期看错')).toBeVisible();
  await shot(page, 'petition-judged');

  // On to a leading official: the case begins with what it came from.
  await petition.getByRole('button', { name: '列入包案' }).click();
  const form = page.getByRole('complementary', { name: '新增包案' });
  await fillIn(form, page, { 包案领导: '孙某某', 职务: '党工委副书记', 列入日期: '2025-05-20' });
  const leading = record(page, '楼上漏水多年无人处理');
  await expect(leading.getByLabel('状态')).toHaveText('研究中');
  await shot(page, 'lead-case-study');

  // An accusation is taken and then not shown to whoever is not cleared.
  await page.goto(screen(page, '#/ledger/petition/new'));
  const accusation = page.getByRole('complementary', { name: '新增信访件' });
  await fillIn(accusation, page, {
    收到日期: '2025-01-13',
    事项性质: '检举控告',
    信访人: '周某某',
    反映问题: '反映某干部',
  });
  await expect(page.getByText('只有经授权的操作员可以查看')).toBeVisible();
  await expect(page.getByRole('gridcell', { name: '楼上漏水多年无人处理' })).toBeVisible();
  await expect(page.getByText('共 1 条')).toBeVisible();
  await shot(page, 'petition-restricted-hidden');

  await page.goto(screen(page, '#/settings'));
  await page.getByRole('tab', { name: '操作员' }).click();
  await page.getByRole('button', { name: '新增操作员' }).click();
  await dialog.getByLabel('姓名').fill('李敏');
  await dialog.getByLabel('可看受限内容（检举控告）').check();
  await dialog.getByRole('button', { name: '登记' }).click();
  await expect(dialog).toBeHidden();
  await page.goto(screen(page, '#/ledger/petition'));
  await expect(page.getByText('共 2 条')).toBeVisible();
  await shot(page, 'petition-restricted-listed');
  await page.getByRole('gridcell', { name: 'XF-2025-0002' }).click();
  await expect(record(page, '周某某').getByLabel('反映问题', { exact: true })).toHaveValue('反映某干部');
  await expect(record(page, '周某某').getByRole('button', { name: '列入包案' })).toHaveCount(0);
  await page.goto(screen(page, '#/settings'));
  await page.getByRole('tab', { name: '操作记录' }).click();
  await expect(page.getByRole('row', { name: /李敏 查阅受限信访件 XF-2025-0002/ })).toBeVisible();
  await shot(page, 'petition-opening-recorded');

  // Scored by one district's sheet, as an example.
  await page.goto(screen(page, '#/reports/petitionScore/year/2025-01-01'));
  await expect(page.getByText('1/1 = 100.0%，× 10 分').first()).toBeVisible();
  await shot(page, 'petition-score');
});

import { fillIn, record } from './case.ts';
import { expect, test } from './fixture.ts';
import { screen, setUpOffice } from './office.ts';

test('a demand becomes a petition, that a supervision, a decision another: each names the other by number', async ({
  launch,
  shot,
}) => {
  const { page } = await launch();
  await setUpOffice(page);
  await page.goto(screen(page, '#/ledger/demand/new'));
  await fillIn(page.getByRole('complementary'), page, {
    接收时间: '2026-01-05 09:12',
    诉求人: '李明',
    诉求内容: '测试小区3幢电梯停运',
    所属社区: '晨光社区',
  });
  const demand = record(page, '测试小区3幢电梯停运');
  await expect(demand.getByRole('region', { name: '关联' })).toBeVisible();
  await demand.getByRole('button', { name: '转信访件' }).click();
  const form = page.getByRole('complementary', { name: '新增信访件' });
  await expect(form.getByLabel('信访人', { exact: true }).and(form.locator('input'))).toHaveValue('李明');
  await shot(page, 'linked-new-petition');
  await form.getByRole('button', { name: '保存', exact: true }).click();

  const petition = record(page, '李明');
  const links = petition.getByRole('region', { name: '关联' });
  await expect(links.getByRole('link', { name: 'SQ-2026-0001' })).toBeVisible();
  await links.scrollIntoViewIfNeeded();
  await shot(page, 'linked-petition');
  await links.getByRole('button', { name: '转督办' }).click();
  const order = page.getByRole('complementary', { name: '新增督办事项' });
  await order.getByRole('button', { name: '保存', exact: true }).click();
  await expect(record(page, '测试小区3幢电梯停运').getByRole('link', { name: /^XF-\d{4}-0001$/ })).toBeVisible();
  await shot(page, 'linked-supervision');

  await page.getByRole('link', { name: /^XF-\d{4}-0001$/ }).click();
  await expect(links.getByRole('link', { name: /^DB-\d{4}-0001$/ })).toBeVisible();
  await links.getByRole('link', { name: 'SQ-2026-0001' }).click();
  await expect(record(page, '测试小区3幢电梯停运').getByRole('link', { name: /^XF-\d{4}-0001$/ })).toBeVisible();

  // A decision of a meeting is carried on by itself, with its day; both directions show, and no decision is carried on twice.
  await page.goto(screen(page, '#/ledger/meeting/new'));
  const meeting = page.getByRole('complementary');
  await meeting.getByRole('button', { name: '议定事项 增加一条' }).click();
  await fillIn(meeting, page, {
    召开日期: '2026-01-06',
    议题: '电动车停放',
    事项: '建电动车棚',
    牵头单位: '区住房和城乡建设局',
    完成时限: '2026-02-15',
  });
  const decided = record(page, '电动车停放').getByRole('region', { name: '关联' });
  await shot(page, 'linked-meeting');
  await decided.getByRole('button', { name: '转督办：建电动车棚' }).click();
  await expect(order.getByLabel('要求完成时限').and(order.locator('input'))).toHaveValue('2026-02-15');
  await order.getByRole('button', { name: '保存', exact: true }).click();
  const carried = record(page, '建电动车棚').getByRole('region', { name: '关联' });
  await shot(page, 'linked-decision');
  await carried.getByRole('link', { name: 'HY-2026-0001' }).click();
  await expect(decided.getByRole('link', { name: /^DB-\d{4}-0002$/ })).toBeVisible();
  await expect(decided.getByRole('button', { name: /转督办/ })).toBeHidden();
  await shot(page, 'linked-meeting-after');
});

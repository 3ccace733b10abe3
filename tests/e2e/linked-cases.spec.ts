import { fillIn, record } from './case.ts';
import { expect, test } from './fixture.ts';
import { screen, setUpOffice } from './office.ts';

test('a demand becomes a petition, the petition a supervision: each names the other by number', async ({
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
});

import { expect, test } from './fixture.ts';
import { screen } from './office.ts';

test('工作台 is one radar over all ledgers: what is due when, where and whose, and every number opens its rows', async ({
  launch,
  look,
  shot,
}) => {
  test.setTimeout(120_000);
  const { page } = await launch();
  await page.getByRole('button', { name: '先看看示例' }).click();
  const radar = page.getByRole('region', { name: '超期和临期' });
  await expect(radar.getByRole('row').nth(1)).toContainText('已超期', { timeout: 60_000 });
  await shot(page, 'workbench-example');

  // The buckets narrow the list, and the parts sum up to the whole.
  const counts = await radar.getByRole('tab').allTextContents();
  const [all = 0, ...parts] = counts.map((words) => Number.parseInt(words, 10));
  expect(parts.length).toBe(5);
  expect(parts.reduce((sum, part) => sum + part, 0)).toBe(all);
  await radar.getByRole('tab', { name: /一周内/ }).click();
  await expect(radar.getByRole('row').nth(1)).not.toContainText('已超期');
  await radar.getByText('我经办的').click();
  const shown = async () => Number.parseInt((await radar.getByRole('tab').allTextContents())[0] ?? '', 10);
  await expect.poll(shown).toBeLessThan(all);
  await radar.getByText('全街道').click();
  await radar.getByRole('tab', { name: /全部$/ }).click();
  await expect.poll(shown).toBe(all);

  // A community's number leads to its own cases above.
  const places = page.getByRole('region', { name: '按社区' });
  const late = places.getByRole('button', { name: / 超期 \d+ 件$/ }).first();
  const [, community = '', count = ''] =
    /^(.+) 超期 (\d+) 件$/.exec((await late.getAttribute('aria-label')) ?? '') ?? [];
  await late.click();
  await expect(radar.getByRole('tab', { name: new RegExp(`^${count} 超期`) })).toHaveAttribute('aria-selected', 'true');
  await expect(radar.getByRole('row').nth(1)).toContainText(community);
  await shot(page, 'workbench-community');

  // The month's number opens exactly its rows, of whatever ledger.
  const month = page.getByRole('region', { name: '本月和上月' });
  const received = month.getByRole('button', { name: /^诉求与工单 \d+月收到 \d+ 件$/ }).nth(1);
  const expected = /(\d+) 件$/.exec((await received.getAttribute('aria-label')) ?? '')?.[1];
  const inHand = month.getByRole('button', { name: /^诉求与工单 在办 \d+ 件$/ });
  const open = /(\d+) 件$/.exec((await inHand.getAttribute('aria-label')) ?? '')?.[1];
  await month.scrollIntoViewIfNeeded();
  await shot(page, 'workbench-month');
  await received.click();
  await expect(page.getByRole('status', { name: '合计' })).toContainText(`共 ${expected} 条`);
  await expect(page.getByRole('tab', { name: '所点数字的记录' })).toHaveAttribute('aria-selected', 'true');
  await expect(page.getByRole('grid').getByRole('gridcell').first()).toBeVisible();
  await look(page, 'workbench-rows');

  // The tabs of a ledger count by the same rules.
  await page.getByRole('tab', { name: '全部', exact: true }).click();
  await page.getByRole('tab', { name: '办理中' }).click();
  await expect(page.getByRole('status', { name: '合计' })).toContainText(`共 ${open} 条`);
  await page.getByRole('tab', { name: '超期' }).click();
  await expect(page.getByRole('tab', { name: '超期' })).toHaveAttribute('aria-selected', 'true');
  await shot(page, 'ledger-views');

  // The same office is searched at once; waiting groups lead to their rows too.
  await page.keyboard.press('Control+k');
  await page.keyboard.type('dtty');
  const box = page.getByRole('dialog', { name: '查找全部台账' });
  await expect(box.getByRole('group', { name: '诉求与工单' }).getByRole('option').first()).toBeVisible();
  await shot(page, 'find-example');
  await page.keyboard.press('Escape');
  await page.goto(screen(page, '#/'));
  const year = month.getByRole('group', { name: '诉求与工单近 12 个月收到' });
  const bar = year.getByRole('button', { name: /^\d+月：收到 \d+ 件$/ }).first();
  const came = /(\d+) 件$/.exec((await bar.getAttribute('aria-label')) ?? '')?.[1];
  await bar.press('Enter');
  await expect(page.getByRole('status', { name: '合计' })).toContainText(`共 ${came} 条`);
  await page.goto(screen(page, '#/'));
  const waiting = page.getByRole('region', { name: '在等谁' }).getByRole('row', { name: /诉求与工单/ });
  const stands = /(\d+) 件/.exec((await waiting.textContent()) ?? '')?.[1];
  await waiting.getByRole('link', { name: /件$/ }).click();
  await expect(page.getByRole('status', { name: '合计' })).toContainText(`共 ${stands} 条`);

  // What the whole office owes beside single limits stands with them; what of it there is, the day decides.
  await page.goto(screen(page, '#/'));
  const owed = radar.getByRole('link', { name: /^应(催办|通报)的诉求 \d+ 件$|还没上报 \d+ 件$/ }).first();
  const cases = /(\d+) 件/.exec((await owed.textContent()) ?? '')?.[1];
  await owed.click();
  await expect(page.getByRole('status', { name: '合计' })).toContainText(`共 ${cases} 条`);
});

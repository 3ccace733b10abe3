import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { ledgers } from '../../shared/ledgers/index.ts';
import { expect, test } from './fixture.ts';
import { screen } from './office.ts';

/** What stands against a page: rule, how bad, and where. */
async function found(page: Page): Promise<readonly string[]> {
  // Electron's windows allow no page to be opened beside them, which axe would use for frames; there are none.
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, impact, nodes }) => nodes.slice(0, 3).map((node) => `${impact} ${id}: ${node.target.join(' ')}`));
}

const PLACES: readonly string[] = [
  '#/',
  '#/review',
  '#/catalogue',
  '#/catalogue/compare',
  '#/ledger/strayTask',
  '#/load',
  '#/organisation',
  '#/indicators',
  '#/collection',
  '#/collection/new',
  '#/reports',
  '#/reports/form/new',
  '#/import/demand',
  '#/settings/office',
  '#/settings/exchange',
  '#/settings/limits',
  '#/settings/operators',
  '#/settings/backup',
  '#/settings/log',
  '#/settings/trash',
  '#/settings/privacy',
  '#/settings/year-end',
  '#/settings/about',
  '#/help',
];

/** One ledger of each group, and one that is empty; they are all the same page. */
const LEDGERS_LOOKED_AT: ReadonlySet<string> = new Set([
  ...new Map(ledgers.map(({ group, id }) => [group, id])).values(),
  'closedYear',
]);

test('no page of the example office has anything serious against it, nor have its forms, dialogs and the sheet', async ({
  launch,
  shot,
}) => {
  test.setTimeout(420_000);
  const { page } = await launch();
  const against: { [place: string]: readonly string[] } = {};
  const look = async (place: string) => {
    const complaints = await found(page);
    if (complaints.length > 0) against[place] = complaints;
  };
  const leave = async () => {
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toBeHidden();
  };
  await expect(page.getByRole('button', { name: '先看看示例' })).toBeVisible();
  await look('首次启动');
  await page.getByRole('button', { name: '先看看示例' }).click();
  await expect(page.getByRole('note', { name: '示例数据' })).toBeVisible({ timeout: 60_000 });
  const places = [...PLACES, ...ledgers.map(({ id }) => `#/ledger/${id}`)];
  for (const place of places) {
    await page.goto(screen(page, place));
    await expect(page.getByRole('heading', { level: 1 }).first()).toBeVisible();
    await expect(page.getByRole('status', { name: '正在读取' })).toBeHidden();
    const ledger = /^#\/ledger\/(\w+)$/.exec(place)?.[1];
    if (ledger === undefined || LEDGERS_LOOKED_AT.has(ledger)) await look(place);
    await shot(page, `page-${place.replaceAll(/\W+/g, '-')}`);
  }

  // What lies over or beside a list.
  await page.goto(screen(page, '#/ledger/demand'));
  // Keys move through rows that are there.
  await expect(page.getByRole('gridcell').first()).toBeVisible();
  await page.getByRole('grid').focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('F2');
  await expect(page.getByRole('complementary')).toBeVisible();
  await look('记录');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Alt+n');
  await expect(page.getByRole('complementary', { name: '新增诉求' })).toBeVisible();
  await look('新增');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+k');
  await page.keyboard.type('社区');
  await expect(page.getByRole('option').first()).toBeVisible();
  await look('查找全部台账');
  await leave();
  await page.keyboard.press('Control+/');
  await expect(page.getByRole('dialog', { name: '快捷键' })).toBeVisible();
  await look('快捷键');
  await leave();
  // Longer lists are for Excel, not for paper.
  await page.goto(screen(page, '#/ledger/holiday'));
  await expect(page.getByRole('gridcell', { name: '2024-01-01' })).toBeVisible();
  await page.keyboard.press('Control+p');
  await expect(page.getByRole('dialog', { name: '打印预览' })).toBeVisible();
  await look('打印预览');
  await leave();
  await page
    .getByRole('button', { name: /^筛选 / })
    .first()
    .click();
  await expect(page.getByRole('button', { name: '空白' })).toBeVisible();
  await look('筛选');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: '表格录入' }).click();
  await expect(page.getByRole('combobox', { name: /第 1 行$/ })).toBeFocused();
  await look('表格录入');

  expect(against).toEqual({});
});

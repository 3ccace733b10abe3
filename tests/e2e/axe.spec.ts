import { ledgers } from '../../shared/ledgers/index.ts';
import { expect, test } from './fixture.ts';
import { screen } from './office.ts';

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
  look,
  shot,
}) => {
  test.setTimeout(420_000);
  const { page } = await launch();
  const leave = async () => {
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toBeHidden();
  };
  await expect(page.getByRole('button', { name: '先看看示例' })).toBeVisible();
  await look(page, 'first-start');
  await page.getByRole('button', { name: '先看看示例' }).click();
  await expect(page.getByRole('note', { name: '示例数据' })).toBeVisible({ timeout: 60_000 });
  const places = [...PLACES, ...ledgers.map(({ id }) => `#/ledger/${id}`)];
  for (const place of places) {
    await page.goto(screen(page, place));
    await expect(page.getByRole('heading', { level: 1 }).first()).toBeVisible();
    await expect(page.getByRole('status', { name: '正在读取' })).toBeHidden();
    const ledger = /^#\/ledger\/(\w+)$/.exec(place)?.[1];
    const see = ledger === undefined || LEDGERS_LOOKED_AT.has(ledger) ? look : shot;
    await see(page, `page-${place.replaceAll(/\W+/g, '-')}`);
  }

  // What lies over or beside a list.
  await page.goto(screen(page, '#/ledger/demand'));
  // Keys move through rows that are there.
  await expect(page.getByRole('gridcell').first()).toBeVisible();
  await page.getByRole('grid').focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('F2');
  await expect(page.getByRole('complementary')).toBeVisible();
  await look(page, 'over-record');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Alt+n');
  await expect(page.getByRole('complementary', { name: '新增诉求' })).toBeVisible();
  await look(page, 'over-new');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+k');
  await page.keyboard.type('社区');
  await expect(page.getByRole('option').first()).toBeVisible();
  await look(page, 'over-find');
  await leave();
  await page.keyboard.press('Control+/');
  await expect(page.getByRole('dialog', { name: '快捷键' })).toBeVisible();
  await look(page, 'over-keys');
  await leave();
  // Longer lists are for Excel, not for paper.
  await page.goto(screen(page, '#/ledger/holiday'));
  await expect(page.getByRole('gridcell', { name: '2024-01-01' })).toBeVisible();
  await page.keyboard.press('Control+p');
  await expect(page.getByRole('dialog', { name: '打印预览' })).toBeVisible();
  await look(page, 'over-print');
  await leave();
  await page
    .getByRole('button', { name: /^筛选 / })
    .first()
    .click();
  await expect(page.getByRole('button', { name: '空白' })).toBeVisible();
  await look(page, 'over-filter');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: '表格录入' }).click();
  await expect(page.getByRole('combobox', { name: /第 1 行$/ })).toBeFocused();
  await look(page, 'over-entry');
});

import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from './fixture.ts';
import { screen, setUpOffice } from './office.ts';
import { SIZES, scrollsSideways } from './sizes.ts';

/** Pages, and what is there once they are read. */
const WITHIN_THE_WINDOW = [
  ['#/', '近 12 个月收到'],
  ['#/collection', '交来的文件'],
  ['#/indicators', '口径和来源'],
  ['#/settings/limits', '现行值'],
  ['#/settings/log', '操作员'],
] as const;

/** Everything that lies in the data folder outside the browser's own, as text. */
function writtenBeside(userData: string): string {
  const journal = path.join(userData, 'journal');
  return readdirSync(journal)
    .map((name) => readFileSync(path.join(journal, name), 'latin1'))
    .join('\n');
}

test('the example office is entered and left by one button each, and never meets the own records', async ({
  launch,
  shot,
  userData,
}) => {
  test.setTimeout(150_000);
  const { page } = await launch();
  await page.getByRole('button', { name: '先看看示例' }).click();
  const banner = page.getByRole('note', { name: '示例数据' });
  await expect(banner).toBeVisible({ timeout: 60_000 });
  await expect(page.getByRole('contentinfo')).toContainText('示例区滨河街道办事处');
  await shot(page, 'example-home');

  // Pages of words and short tables go on below, at 125 and 150 per cent too, full as they are here.
  for (const [place, shown] of WITHIN_THE_WINDOW) {
    await page.goto(screen(page, place));
    await expect(page.getByText(shown).first()).toBeVisible();
    for (const size of SIZES) {
      await page.setViewportSize(size);
      await shot(page, `example-${size.width}${place.replaceAll(/\W+/g, '-')}`);
      expect.soft(await scrollsSideways(page), `${place} at ${size.width}`).toEqual([]);
    }
  }
  await page.setViewportSize({ width: 1366, height: 768 });

  // Every ledger has rows, and the log they were written to is whole.
  await page.goto(screen(page, '#/ledger/demand'));
  await expect(page.getByRole('status', { name: '合计' })).toContainText(/共 [\d,]{4,} 条/);
  await shot(page, 'example-demands');
  await page.goto(screen(page, '#/settings/log'));
  await page.getByRole('button', { name: '校验' }).click();
  await expect(page.getByText(/首尾相接/)).toBeVisible({ timeout: 20_000 });
  await page.goto(screen(page, '#/settings/backup'));
  await expect(page.getByText('示例数据不做备份')).toBeVisible();

  await banner.getByRole('button', { name: '退出示例' }).click();
  await setUpOffice(page);
  const records = page.getByRole('contentinfo').getByText(/^共 [\d,]+ 条记录$/);
  const own = await records.textContent();
  await page.goto(screen(page, '#/settings/about'));
  await page.getByRole('button', { name: '进入示例' }).click();
  await expect(banner).toBeVisible({ timeout: 30_000 });

  // What is tried there is gone when the example is made anew, and was never anywhere else.
  const total = page.getByRole('status', { name: '合计' });
  await page.goto(screen(page, '#/ledger/holiday'));
  await expect(total).toContainText('共 108 条');
  await page.getByRole('checkbox', { name: '选择 2024-01-01' }).check();
  await page.getByRole('button', { name: '删除选中的 1 条' }).click();
  await page.getByRole('dialog').getByRole('button', { name: '删除选中的 1 条' }).click();
  await expect(total).toContainText('共 107 条');
  await banner.getByRole('button', { name: '重新生成' }).click();
  await page.getByRole('dialog').getByRole('button', { name: '重新生成' }).click();
  await expect(page.getByText('正在打开示例')).toBeVisible();
  await expect(banner).toBeVisible({ timeout: 60_000 });
  await page.goto(screen(page, '#/ledger/holiday'));
  await expect(total).toContainText('共 108 条');

  await banner.getByRole('button', { name: '退出示例' }).click();
  await expect(banner).toBeHidden();
  await expect(page.getByRole('contentinfo')).toContainText('示例区顺河街道办事处');
  await expect(records).toHaveText(own ?? '');
  expect(writtenBeside(userData)).not.toContain('example-');
});

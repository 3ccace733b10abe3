import { readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from './fixture.ts';
import { screen, setUpOffice } from './office.ts';

/** Takes the database away and leaves the journal, as a cleaning tool or a damaged disk would. */
function loseDatabase(userData: string): void {
  const folders = readdirSync(userData, { recursive: true, withFileTypes: true }).filter(
    (entry) => entry.isDirectory() && entry.name === 'IndexedDB',
  );
  expect(folders.length).toBeGreaterThan(0);
  for (const { parentPath, name } of folders) rmSync(path.join(parentPath, name), { recursive: true });
}

test('a lost database is said at the start and given back from the second copy', async ({ launch, userData, shot }) => {
  const first = await launch();
  await setUpOffice(first.page);
  await first.app.close();
  loseDatabase(userData);

  const { page } = await launch();
  await expect(page.getByRole('heading', { name: '数据库是空的' })).toBeVisible();
  await expect(page.getByRole('table', { name: '现有的副本' })).toContainText('1 次改动');
  await shot(page, 'recovery-found');
  await page.getByRole('button', { name: '从空白开始…' }).click();
  await page.getByRole('button', { name: '继续' }).click();
  await shot(page, 'recovery-start-empty');
  await page.getByRole('button', { name: '取消' }).click();
  await page.getByRole('button', { name: '先恢复出来核对' }).click();
  await expect(page.getByRole('heading', { name: '已恢复出来，并已核对' })).toBeVisible();
  await shot(page, 'recovery-made');
  await page.getByRole('button', { name: '启用恢复后的数据' }).click();
  await page.getByRole('link', { name: '准入审核' }).first().waitFor();
  await page.goto(screen(page, '#/ledger/organisation'));
  await expect(page.getByRole('gridcell', { name: '康平社区', exact: true })).toBeVisible();
  await page.goto(screen(page, '#/settings/backup'));
  await expect(page.getByRole('heading', { name: '以前的数据库' })).toBeVisible();
  await shot(page, 'settings-backup-recovered');
});

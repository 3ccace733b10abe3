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
  await expect(page.getByRole('heading', { name: '有改动只在副本里' })).toBeVisible();
  await shot(page, 'start-recovery');
  await page.getByRole('button', { name: /^取回 \d+ 次改动$/ }).click();
  await expect(page.getByText('已从副本取回 1 次改动。')).toBeVisible();
  await page.getByRole('button', { name: '进入程序' }).click();
  await page.goto(screen(page, '#/ledger/organisation'));
  await expect(page.getByRole('gridcell', { name: '康平社区', exact: true })).toBeVisible();
});

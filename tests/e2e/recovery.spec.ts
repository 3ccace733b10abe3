import { existsSync, readdirSync, renameSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { expect, test } from './fixture.ts';
import { randomMoments, rounds } from './moments.ts';
import { screen, setUpOffice } from './office.ts';

/** Everything Chromium keeps of the databases, by path. */
const storeFiles = (userData: string): readonly string[] => {
  const files = readdirSync(userData, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.parentPath.includes('IndexedDB'))
    .map(({ parentPath, name }) => path.join(parentPath, name));
  expect(files.length).toBeGreaterThan(0);
  return files;
};

/** What cleaning tools and failing disks do to a database; the journal and the note stay. */
const LOSSES: { readonly [what: string]: (userData: string) => void } = {
  'the whole store deleted': (userData) => {
    for (const file of storeFiles(userData)) rmSync(file);
  },
  'MANIFEST truncated': (userData) => {
    for (const file of storeFiles(userData)) if (path.basename(file).startsWith('MANIFEST')) truncateSync(file, 10);
  },
  'every .ldb and .log deleted': (userData) => {
    for (const file of storeFiles(userData)) if (/\.(ldb|log)$/.test(file)) rmSync(file);
  },
};

const makeAnew = (page: Page) => page.getByRole('button', { name: '先恢复出来核对' });

async function isAllThere(page: Page): Promise<void> {
  await page.getByRole('link', { name: '准入审核' }).first().waitFor();
  await page.goto(screen(page, '#/ledger/organisation'));
  await expect(page.getByRole('gridcell', { name: '康平社区', exact: true })).toBeVisible();
}

/** 从空白开始 is asked twice, and taking it back the second time leaves everything as it was. */
async function refusesToStartEmpty(page: Page): Promise<void> {
  await page.getByRole('button', { name: '从空白开始…' }).click();
  await page.getByRole('dialog').getByRole('button', { name: '继续' }).click();
  const again = page.getByRole('dialog', { name: /再确认一次/ });
  await again.getByRole('button', { name: '取消' }).click();
  await expect(again).toBeHidden();
  await expect(page.getByRole('heading', { name: '数据库是空的' })).toBeVisible();
}

test('a database lost in whatever way is said at the start and made anew, over a kill in the midst of it', async ({
  launch,
  kill,
  userData,
  look,
  shot,
}) => {
  const ways = Object.entries(LOSSES);
  const turns = Array.from({ length: rounds(1) }, () => ways).flat();
  test.setTimeout(turns.length * 50_000);
  const random = randomMoments(20_261_125);
  let started = await launch();
  await setUpOffice(started.page);
  for (const [what, lose] of turns) {
    await started.app.close();
    lose(userData);
    started = await launch();
    await expect(makeAnew(started.page), what).toBeVisible({ timeout: 20_000 });
    await makeAnew(started.page).click();
    // Killed while it makes the records anew, or just after: nothing was changed, and it is asked again.
    await new Promise((resolve) => setTimeout(resolve, random() * 500));
    await kill(started);
    started = await launch();
    const { page } = started;
    await expect(page.getByRole('heading', { name: '数据库是空的' }), what).toBeVisible({ timeout: 20_000 });
    await expect(page.getByRole('table', { name: '现有的副本' })).toContainText('次改动');
    await look(page, 'recovery-found');
    await refusesToStartEmpty(page);
    await makeAnew(page).click();
    await expect(page.getByRole('heading', { name: '已恢复出来，并已核对' })).toBeVisible({ timeout: 20_000 });
    await look(page, 'recovery-made');
    await page.getByRole('button', { name: '启用恢复后的数据' }).click();
    await isAllThere(page);
    console.log(`proved: ${what}: every record is back, over a SIGKILL in the recovery`);
  }
  const { page } = started;
  await page.goto(screen(page, '#/settings/backup'));
  await expect(page.getByRole('heading', { name: '以前的数据库' })).toBeVisible();
  await shot(page, 'settings-backup-recovered');
});

/** What Chromium does on a full disk or a damaged file while the program runs. */
const emptyStore = (page: Page): Promise<void> =>
  page.evaluate(
    () =>
      new Promise<void>((resolve, reject) => {
        const request = indexedDB.deleteDatabase('street-ledger');
        request.onsuccess = () => resolve();
        request.onerror = () => reject(request.error);
      }),
  );

test('a store that does not open is tried again, then set aside undeleted, and the records are made anew', async ({
  launch,
  userData,
  look,
}) => {
  test.setTimeout(90_000);
  const first = await launch();
  await setUpOffice(first.page);
  // Emptied under the program it is not written on: what was saved before is found again at the next start.
  await emptyStore(first.page);
  await first.page.goto(screen(first.page, '#/ledger/department/new'));
  const form = first.page.getByRole('complementary', { name: '新增部门' });
  await form.getByLabel('全称', { exact: true }).fill('清空之后的部门');
  await form.getByRole('button', { name: '保存', exact: true }).click();
  await expect(first.page.getByText(/数据库已被系统清空/).first()).toBeVisible();
  await look(first.page, 'recovery-emptied');
  await first.app.close();
  // What a broken disk or a cleaning tool leaves: the name is taken, and nothing can be opened under it.
  const store = path.dirname(storeFiles(userData).find((file) => path.basename(file).startsWith('MANIFEST')) ?? '');
  renameSync(store, `${store}.kept`);
  writeFileSync(store, '');

  const second = await launch();
  await expect(second.page.getByRole('heading', { name: '数据库打不开' })).toBeVisible({ timeout: 30_000 });
  await makeAnew(second.page).click();
  const setAside = second.page.getByRole('button', { name: '移开打不开的数据库，重新启动' });
  await expect(setAside).toBeVisible({ timeout: 30_000 });
  await look(second.page, 'recovery-cannot-open');
  const ended = second.app.waitForEvent('close');
  await setAside.click();
  await ended;

  const { page } = await launch();
  expect(existsSync(path.join(userData, 'store-set-aside'))).toBe(true);
  await makeAnew(page).click({ timeout: 20_000 });
  await page.getByRole('button', { name: '启用恢复后的数据' }).click({ timeout: 20_000 });
  await isAllThere(page);
  console.log('proved: a store that does not open is set aside undeleted, and every record is back');
});

/** Notes in the database which version of the program was here last. */
const noteProgram = (page: Page, version: string): Promise<void> =>
  page.evaluate(
    (value) =>
      new Promise<void>((resolve, reject) => {
        const request = indexedDB.open('street-ledger');
        request.onerror = () => reject(request.error);
        request.onsuccess = () => {
          const writing = request.result.transaction('meta', 'readwrite');
          writing.objectStore('meta').put({ key: 'program', value });
          writing.oncomplete = () => {
            request.result.close();
            resolve();
          };
        };
      }),
    version,
  );

test('a new version takes a snapshot first; data of a later one is not opened, and nothing offers to delete it', async ({
  launch,
  look,
}) => {
  test.setTimeout(60_000);
  const first = await launch();
  await setUpOffice(first.page);
  await noteProgram(first.page, '0.0.9');
  await first.app.close();

  const second = await launch();
  await second.page.getByRole('link', { name: '准入审核' }).first().waitFor();
  await second.page.goto(screen(second.page, '#/settings/backup'));
  await expect(second.page.getByText('程序更新前')).toBeVisible();
  await noteProgram(second.page, '9.0.0');
  await second.app.close();

  const { page } = await launch();
  await expect(page.getByRole('heading', { name: '程序版本过旧' })).toBeVisible();
  await expect(page.getByRole('button')).toHaveText(['重试打开']);
  await look(page, 'recovery-newer');
  console.log('proved: data of a later program stays closed, and nothing offers to delete it');
});

import { writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { expect, type Started, test } from './fixture.ts';
import { randomMoments, rounds } from './moments.ts';
import { answerOpen, screen, setUpOffice } from './office.ts';

const ROWS = 5000;
const ROUNDS = rounds(5);

/** How many departments the list shows. */
async function departments(page: Page): Promise<number> {
  await page.goto(screen(page, '#/ledger/department'));
  const foot = page.getByRole('status', { name: '合计' });
  // Opening tens of thousands of records again may take a slow machine a while.
  await expect(foot).toContainText(/共 [\d,]+ 条/, { timeout: 20_000 });
  return Number(/共 ([\d,]+) 条/.exec((await foot.textContent()) ?? '')?.[1]?.replaceAll(',', ''));
}

/** The hash chain of the whole log holds: nothing torn, nothing missing. */
async function chainHolds(page: Page): Promise<void> {
  await page.goto(screen(page, '#/settings'));
  await page.getByRole('tab', { name: '操作记录' }).click();
  await page.getByRole('button', { name: '校验' }).click();
  await expect(page.getByText(/校验完成/)).toBeVisible();
}

/** Adds departments one after another until the program is gone; every name in `saved` was acknowledged on screen. */
async function addUntilKilled({ page }: Started, round: number, saved: string[]): Promise<void> {
  for (let number = 1; ; number += 1) {
    const name = `第${round}轮新增部门${number}`;
    try {
      await page.goto(screen(page, '#/ledger/department/new'));
      const form = page.getByRole('complementary', { name: '新增部门' });
      await form.getByLabel('全称', { exact: true }).fill(name);
      await form.getByRole('button', { name: '保存', exact: true }).click();
      await expect(page.getByRole('complementary', { name })).toBeVisible();
      saved.push(name);
    } catch (gone) {
      if (page.isClosed() || number > 1) return;
      throw gone;
    }
  }
}

test('killed in the middle of saves, every save that was shown is there and the log holds', async ({
  launch,
  kill,
}) => {
  test.setTimeout(ROUNDS * 48_000);
  const random = randomMoments(20_261_123);
  const saved: string[] = [];
  let started = await launch();
  await setUpOffice(started.page);
  for (let round = 1; round <= ROUNDS; round += 1) {
    const before = saved.length;
    const adding = addUntilKilled(started, round, saved);
    // The point in time is random; what must not be random is that something was saved before it.
    await expect.poll(() => saved.length, { timeout: 30_000 }).toBeGreaterThan(before);
    await new Promise((resolve) => setTimeout(resolve, random() * 1500));
    await kill(started);
    await adding;
    started = await launch();
    // Whatever was open when it ended, a start after a crash shows 工作台 and opens nothing of it.
    await expect(started.page.getByRole('link', { name: '工作台' })).toHaveAttribute('aria-current', 'page');
    const count = await departments(started.page);
    // One more may be there: written, but killed before the screen could say so.
    expect(count - 1 - saved.length, `round ${round}`).toBeGreaterThanOrEqual(0);
    expect(count - 1 - saved.length, `round ${round}`).toBeLessThanOrEqual(round);
    for (const name of saved.slice(before)) {
      await started.page.getByRole('searchbox').or(started.page.getByPlaceholder(/查找/)).first().fill(name);
      await expect(started.page.getByRole('gridcell', { name, exact: true })).toBeVisible();
    }
  }
  await chainHolds(started.page);
  console.log(`proved: SIGKILL of Chromium and shell at ${ROUNDS} moments of saving: ${saved.length} shown, all there`);
});

test(`killed in the middle of importing ${ROWS} rows, all of them are there or none`, async ({
  launch,
  kill,
  userData,
}) => {
  test.setTimeout(ROUNDS * 60_000);
  const random = randomMoments(20_261_124);
  let started = await launch();
  await setUpOffice(started.page);
  let count = 1;
  for (let round = 1; round <= ROUNDS; round += 1) {
    const file = path.join(userData, `departments-${round}.csv`);
    const lines = Array.from({ length: ROWS }, (_, row) => `导入部门${round}-${row},简${round}-${row},区`);
    writeFileSync(file, ['全称,简称,层级', ...lines].join('\n'));
    const { app, page } = started;
    await answerOpen(app, file);
    await page.goto(screen(page, '#/import/department'));
    await page.getByRole('button', { name: '选择文件' }).click();
    await page.getByRole('button', { name: '下一步：预览' }).click();
    const act = page
      .getByRole('button', { name: `导入 ${ROWS.toLocaleString('zh-CN')} 条` })
      .or(page.getByRole('button', { name: `导入 ${ROWS} 条` }));
    await act.click({ timeout: 30_000 });
    const done = page.getByRole('heading', { name: '导入完成' });
    // By turns in the midst of the import, and in the checkpoint that follows it.
    const inCheckpoint = round % 2 === 0;
    if (inCheckpoint) await expect(done).toBeVisible({ timeout: 30_000 });
    await new Promise((resolve) => setTimeout(resolve, random() * (inCheckpoint ? 300 : 2500)));
    const told = await done.isVisible();
    await kill(started);
    started = await launch();
    const now = await departments(started.page);
    expect([count, count + ROWS], `round ${round}`).toContain(now);
    if (told) expect(now).toBe(count + ROWS);
    count = now;
  }
  await chainHolds(started.page);
  console.log(`proved: SIGKILL of Chromium and shell at ${ROUNDS} moments of import and checkpoint: all rows or none`);
});

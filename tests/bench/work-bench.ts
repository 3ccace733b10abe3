// Working on 100,000 demands in the built program's own page, in a browser with a real IndexedDB: what the clerk waits for
// after a start, a filter, a word typed, a click on a header, an edit, and how smoothly the list scrolls. Each beside its limit.
import { execFileSync } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { chromium, type Page } from 'playwright';
import { findBrowser, projectFolder } from '../../build/find-runtime.mjs';
import { setUpOffice } from '../e2e/office.ts';
import { serveOnFreePort } from '../e2e/served-page.ts';
import { benchFile } from './bench-workbook.ts';

const PATIENCE = 300_000;

/** Milliseconds by what must hold (issue 5). */
const LIMITS = { first: 1_000, window: 100, search: 50, edit: 30, frame: 33, gap: 50 } as const;

/**
 * In the page: `act` runs, and the answer is how long it took until the list was another one and painted. Watched there,
 * so that the way to the browser and back is not counted. Text, as it stands.
 */
const WATCH = `
  window.until = (act, settled) => new Promise((resolve) => {
    const began = performance.now();
    const look = () => {
      if (!settled()) return;
      watcher.disconnect();
      clearTimeout(patience);
      requestAnimationFrame(() => resolve(performance.now() - began));
    };
    const patience = setTimeout(() => resolve(Number.NaN), 10_000);
    const watcher = new MutationObserver(look);
    watcher.observe(document.body, { subtree: true, childList: true, characterData: true, attributes: true });
    act();
  });
  window.total = () => document.querySelector('[role=status][aria-label=合计]')?.textContent ?? '';
  window.firstRow = () => document.querySelector('[role=grid] [role=row][aria-rowindex="2"]')?.textContent ?? '';
  const start = () => {
    if (document.querySelector('nav')) window.isUp ??= performance.now();
    if (window.isUp !== undefined && window.firstRow().length > 6) window.firstWindow = performance.now() - window.isUp;
    else requestAnimationFrame(start);
  };
  requestAnimationFrame(start);
  window.type = (box, text) => {
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value').set.call(box, text);
    box.dispatchEvent(new Event('input', { bubbles: true }));
  };
`;

/** The share of times that were no longer; of a few, the longest but one. */
function percentile95(times: readonly number[]): number {
  const sorted = times.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * 0.95) - 1)] ?? Number.NaN;
}

let isWithin = true;

function print(what: string, times: readonly number[], limit: number): void {
  const worst = percentile95(times);
  const isOver = !(worst <= limit);
  if (isOver) isWithin = false;
  const median = times.toSorted((a, b) => a - b)[times.length >> 1] ?? Number.NaN;
  const [p95, middle] = [worst, median].map((time) => time.toFixed(1).padStart(9));
  console.log(`${p95} ${middle} ${String(limit).padStart(7)}  ${what} (${times.length})${isOver ? '  OVER' : ''}`);
}

/** Evaluates text in the page that knows the helpers above and answers with a number. */
const measured = async (page: Page, script: string): Promise<number> => Number(await page.evaluate(script));

const SEARCHES = [
  '噪声扰民',
  'hjws',
  '晨光 投诉',
  '不满意',
  'wygl',
  '康平 解释说明',
  '窗口',
  'dlss',
  '12345热线',
  'dhsq',
];

async function searched(page: Page): Promise<readonly number[]> {
  const times: number[] = [];
  for (const word of SEARCHES) {
    for (const text of [word, '']) {
      const script = `(() => { const before = total(); return until(() => type(document.querySelector('[aria-label=查找]'), ${JSON.stringify(text)}), () => total() !== before); })()`;
      times.push(await measured(page, script));
    }
  }
  return times;
}

async function sorted(page: Page, labels: readonly string[]): Promise<readonly number[]> {
  const times: number[] = [];
  for (const label of labels) {
    for (let click = 0; click < 3; click += 1) {
      const script = `(() => { const before = firstRow(); return until(() => document.querySelector('[title=按${label}排序]').click(), () => firstRow() !== before && firstRow().length > 6); })()`;
      times.push(await measured(page, script));
    }
  }
  return times;
}

async function filtered(page: Page, label: string): Promise<readonly number[]> {
  const times: number[] = [];
  for (let place = 0; place < 4; place += 1) {
    await page.getByRole('button', { name: `筛选 ${label}`, exact: true }).click();
    await page.getByRole('dialog').getByRole('checkbox').nth(place).click();
    times.push(
      await measured(
        page,
        `(() => { const before = total(); const act = [...document.querySelectorAll('[role=dialog] button')].find((one) => one.textContent === '确定'); return until(() => act.click(), () => total() !== before); })()`,
      ),
    );
    times.push(
      await measured(
        page,
        `(() => { const before = total(); const act = [...document.querySelectorAll('button')].find((one) => one.textContent === '全部清除'); return until(() => act.click(), () => total() !== before); })()`,
      ),
    );
  }
  return times;
}

/** From the click on 保存 to the list that shows the change, the strict commit included. */
async function edited(page: Page): Promise<readonly number[]> {
  const times: number[] = [];
  for (let row = 0; row < 12; row += 1) {
    const line = page
      .getByRole('grid')
      .getByRole('row')
      .nth(row + 1);
    await line.getByRole('gridcell').nth(1).click();
    const panel = page.getByRole('complementary').last();
    const content = panel.getByLabel('诉求内容', { exact: true });
    await content.fill(`第 ${row} 次改动的内容`);
    await content.blur();
    await panel.getByRole('button', { name: '保存', exact: true }).waitFor();
    times.push(
      await measured(
        page,
        `(() => { const act = [...document.querySelectorAll('aside button')].find((one) => one.textContent === '保存'); return until(() => act.click(), () => document.querySelector('[role=grid]').textContent.includes('第 ${row} 次改动')); })()`,
      ),
    );
  }
  return times;
}

/** 180 frames of 400 pixels each. */
const SCROLL = `new Promise((resolve) => {
  const grid = document.querySelector('[role=grid]');
  const frames = [];
  let last = performance.now();
  const step = (now) => {
    frames.push(now - last);
    last = now;
    if (frames.length > 180) return resolve(frames.slice(1));
    grid.scrollTop += 400;
    requestAnimationFrame(step);
  };
  requestAnimationFrame(step);
})`;

/** The longest the page did not answer while a word was typed into the search over everything, letter by letter. */
async function typed(page: Page): Promise<{ readonly gaps: readonly number[]; readonly found: readonly number[] }> {
  await page.keyboard.press('Control+k');
  const box = page.getByRole('combobox', { name: '查找全部台账' });
  await box.waitFor();
  await page.evaluate(
    `window.gap = 0; window.beat = performance.now(); setInterval(() => { const now = performance.now(); gap = Math.max(gap, now - beat); beat = now; }, 4);`,
  );
  const gaps: number[] = [];
  const found: number[] = [];
  for (const word of SEARCHES) {
    await page.evaluate('gap = 0');
    found.push(
      await measured(
        page,
        `(() => { const list = document.querySelector('#found'); const before = list.textContent; return until(() => type(document.querySelector('[role=combobox][type=search]'), ${JSON.stringify(word)}), () => list.textContent !== before); })()`,
      ),
    );
    for (const letter of '东湖社区') await page.keyboard.insertText(letter);
    gaps.push(await measured(page, 'gap'));
  }
  await page.keyboard.press('Escape');
  return { gaps, found };
}

/** Measures and prints; false where something took longer than its limit. */
export async function benchWorking(): Promise<boolean> {
  execFileSync(process.execPath, ['build/build.mjs'], { cwd: projectFolder, stdio: 'inherit' });
  const folder = await mkdtemp(path.join(tmpdir(), 'street-ledger-work-bench-'));
  const file = path.join(folder, '诉求.xlsx');
  await writeFile(file, benchFile('A'));
  const server = await serveOnFreePort();
  const { port } = server.address() as AddressInfo;
  const executablePath = findBrowser();
  const open = async (hash: string): Promise<Page> => {
    const context = await chromium.launchPersistentContext(path.join(folder, 'profile'), {
      headless: true,
      viewport: { width: 1366, height: 768 },
      ...(executablePath ? { executablePath } : {}),
    });
    const page = await context.newPage();
    await page.addInitScript({ content: WATCH });
    await page.goto(`http://127.0.0.1:${port}/${hash}`);
    return page;
  };
  try {
    await fill(await open(''), file);
    const page = await open('#/ledger/demand');
    await page.getByRole('gridcell').first().waitFor({ timeout: PATIENCE });
    const first = await measured(page, 'firstWindow');
    console.log(`${'p95 ms'.padStart(9)} ${'median'.padStart(9)} ${'limit'.padStart(7)}  100,000 demands in the page`);
    print('first window once the store is up', [first], LIMITS.first);
    // What searches look in is made in the background after the start.
    await page.waitForTimeout(8_000);
    print('word typed in the list to new window', await searched(page), LIMITS.window);
    print('sort to new window', await sorted(page, ['诉求编号', '接收时间', '诉求人', '所属社区']), LIMITS.window);
    print('filter to new window', await filtered(page, '问题分类'), LIMITS.window);
    const frames = (await page.evaluate(SCROLL)) as readonly number[];
    print('frame while scrolling', frames, LIMITS.frame);
    const { gaps, found } = await typed(page);
    print('search over all ledgers to its answer', found, LIMITS.search);
    print('longest the page did not answer while typing', gaps, LIMITS.gap);
    print('edit saved to refreshed list, the strict commit included', await edited(page), LIMITS.edit);
    await page.context().close();
    return isWithin;
  } finally {
    server.close();
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** An office with 100,000 demands, as an import brings them. */
async function fill(page: Page, file: string): Promise<void> {
  await setUpOffice(page);
  await page.goto(new URL('#/import/demand', page.url()).href);
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: '选择文件' }).click();
  await (await chooser).setFiles(file);
  await page.getByRole('button', { name: '下一步：预览' }).click({ timeout: PATIENCE });
  await page.getByRole('button', { name: '导入 100000 条' }).click({ timeout: PATIENCE });
  await page.getByRole('heading', { name: '导入完成' }).waitFor({ timeout: PATIENCE });
  await page.context().close();
}

// From starting the executable to a 工作台 that answers, over a blank window of the same executable, by turns: an office that
// was just set up, and one with 100,000 demands.
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { _electron, type ElectronApplication, type Page } from '@playwright/test';
import { projectFolder } from '../../build/find-runtime.mjs';
import { appFolder, executable } from '../e2e/fixture.ts';
import { answerOpen, screen, setUpOffice } from '../e2e/office.ts';
import { benchFile } from './bench-workbook.ts';

const PATIENCE = 300_000;
const ROUNDS = 5;
/** More than a checkpoint of 100,000 records takes. Milliseconds. */
const CHECKPOINT_TIME = 10_000;
/** Milliseconds the program may add to a blank window (measured on a prototype: 560). */
const LIMIT = 700;

/** Electron with nothing in it: the same scheme, window and sandbox, an empty page. */
const BLANK_MAIN = `
const { app, BrowserWindow, protocol } = require('electron');
protocol.registerSchemesAsPrivileged([{ scheme: 'app', privileges: { standard: true, secure: true } }]);
app.on('window-all-closed', () => app.quit());
app.whenReady().then(() => {
  const page = '<!doctype html><title>blank</title><main>blank</main>';
  protocol.handle('app', async () => new Response(page, { headers: { 'content-type': 'text/html' } }));
  const webPreferences = { sandbox: true, contextIsolation: true, nodeIntegration: false };
  void new BrowserWindow({ width: 1366, height: 768, webPreferences }).loadURL('app://street-ledger/index.html');
});
`;

type Started = { readonly app: ElectronApplication; readonly page: Page; readonly milliseconds: number };

/**
 * Waits until one of these texts stands in the page, looked for with every frame: Playwright's own waiting looks every
 * half second before long, which is as much as what is measured here.
 */
async function shown(page: Page, texts: readonly string[]): Promise<void> {
  for (;;) {
    try {
      return await page.evaluate(async (wanted) => {
        while (!wanted.some((one) => document.body?.textContent?.includes(one)))
          await new Promise((next) => requestAnimationFrame(next));
      }, texts);
    } catch (thrown) {
      // The window's first, empty page gave way to the program's.
      if (page.isClosed() || !/context|navigat/i.test(String(thrown))) throw thrown;
    }
  }
}

/** Starts a program on a data folder; the time until one of these texts stands in its window. */
async function start(program: string, userData: string, texts: readonly string[]): Promise<Started> {
  const began = performance.now();
  const app = await _electron.launch({
    executablePath: executable().executable,
    args: [program, `--user-data-dir=${userData}`],
    chromiumSandbox: process.getuid?.() !== 0,
  });
  const page = await app.firstWindow();
  await shown(page, texts);
  return { app, page, milliseconds: performance.now() - began };
}

/** 工作台 has its figures, whatever they are. */
const USABLE = ['超期和临期', '还没有登记过事项'];

const median = (times: readonly number[]): number => times.toSorted((a, b) => a - b)[times.length >> 1] ?? Number.NaN;

async function timeOf(program: string, userData: string, texts: readonly string[]): Promise<number> {
  const { app, milliseconds } = await start(program, userData, texts);
  await app.close();
  return milliseconds;
}

/** An office in a data folder, with 100,000 demands where a file of them is given. */
async function makeOffice(userData: string, file?: string): Promise<void> {
  const { app, page } = await start(appFolder, userData, ['首次设置']);
  await setUpOffice(page);
  if (file !== undefined) {
    await answerOpen(app, file);
    await page.goto(screen(page, '#/import/demand'));
    await page.getByRole('button', { name: '选择文件' }).click();
    await page.getByRole('button', { name: '下一步：预览' }).click({ timeout: PATIENCE });
    await page.getByRole('button', { name: '导入 100000 条' }).click({ timeout: PATIENCE });
    await page.getByRole('heading', { name: '导入完成' }).waitFor({ timeout: PATIENCE });
    // The checkpoint follows the receipt. Whoever closes the program within these seconds waits at the next start.
    await page.waitForTimeout(CHECKPOINT_TIME);
  }
  await app.close();
}

/** Measures and prints; false where the program adds more than it may. */
export async function benchLaunch(): Promise<boolean> {
  execFileSync(process.execPath, ['build/build.mjs'], { cwd: projectFolder, stdio: 'inherit' });
  const folder = mkdtempSync(path.join(tmpdir(), 'street-ledger-launch-bench-'));
  const at = (name: string) => path.join(folder, name);
  try {
    mkdirSync(at('blank'));
    writeFileSync(at('blank/package.json'), JSON.stringify({ name: 'blank', version: '0.0.0', main: 'main.cjs' }));
    writeFileSync(at('blank/main.cjs'), BLANK_MAIN);
    writeFileSync(at('demands.xlsx'), benchFile('A'));
    await makeOffice(at('new'));
    await makeOffice(at('full'), at('demands.xlsx'));
    const rounds: { blank: number; fresh: number; full: number }[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      rounds.push({
        blank: await timeOf(at('blank'), at('blank-data'), ['blank']),
        fresh: await timeOf(appFolder, at('new'), USABLE),
        full: await timeOf(appFolder, at('full'), USABLE),
      });
    }
    return print(rounds);
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

function print(rounds: readonly { blank: number; fresh: number; full: number }[]): boolean {
  const blank = median(rounds.map((round) => round.blank));
  console.log(
    `launch on ${executable().standin ? 'the stand-in (Chromium), not on Electron' : 'Electron'}, median of ${rounds.length}`,
  );
  console.log(`${'ms'.padStart(9)} ${'x blank'.padStart(8)} ${'added'.padStart(7)} ${'of limit'.padStart(9)}`);
  console.log(`${blank.toFixed(0).padStart(9)} ${'1.00'.padStart(8)} ${''.padStart(17)}  a blank window`);
  let isWithin = true;
  for (const [what, times, limit] of [
    ['工作台 of an office just set up', rounds.map((round) => round.fresh), LIMIT],
    ['工作台 of one with 100,000 demands', rounds.map((round) => round.full), undefined],
  ] as const) {
    const time = median(times);
    const added = time - blank;
    const isOver = limit !== undefined && added > limit;
    if (isOver) isWithin = false;
    const share = limit === undefined ? '' : (added / limit).toFixed(2);
    console.log(
      `${time.toFixed(0).padStart(9)} ${(time / blank).toFixed(2).padStart(8)} ${added.toFixed(0).padStart(7)} ${share.padStart(9)}  ${what}${isOver ? '  OVER' : ''}`,
    );
  }
  return isWithin;
}

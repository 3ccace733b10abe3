// Importing 100,000 x 20 through the built program's own page, in a browser with a real IndexedDB: into an empty ledger,
// a second time, and once more with 200,000 records loaded. Times of what the clerk waits for, the longest time the page did
// not answer meanwhile, and the most memory its process ever took.
import { execFileSync } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { chromium, type Page } from 'playwright';
import { findBrowser, projectFolder } from '../../build/find-runtime.mjs';
import { setUpOffice } from '../e2e/office.ts';
import { serveOnFreePort } from '../e2e/served-page.ts';
import { benchFile } from './bench-workbook.ts';
import { type Limit, printLimits } from './limits.ts';

const PATIENCE = 300_000;

/** Goals of the whole, as a multiple of the inflate and in MB; and how long the page may not answer, in milliseconds. */
const GOALS = { times: 5, peak: 700, peakLoaded: 1_200 } as const;
const LONGEST_GAP = 50;

type Measured = {
  readonly read: number;
  readonly plan: number;
  readonly write: number;
  readonly gap: number;
  readonly peak: number | undefined;
};

/** Asks the page every few milliseconds whether it answers; `longestGap` is the longest it did not. Text, as it stands. */
const WATCH_PAGE = `
  let last = performance.now();
  window.longestGap = 0;
  setInterval(() => {
    const now = performance.now();
    window.longestGap = Math.max(window.longestGap, now - last);
    last = now;
  }, 4);
`;

/** By their text: a role is looked for in every cell of a table, over and over, by the page whose pauses are measured. */
const buttonSaying = (page: Page, words: string) => page.locator('button', { hasText: words });

async function imported(page: Page, file: string): Promise<Omit<Measured, 'peak'>> {
  for (const hash of ['#/ledger/demand', '#/import/demand']) await page.goto(new URL(hash, page.url()).href);
  const choose = buttonSaying(page, '选择文件');
  await choose.waitFor();
  const timed = async (act: () => Promise<void>): Promise<number> => {
    const began = performance.now();
    await act();
    return performance.now() - began;
  };
  const chooser = page.waitForEvent('filechooser');
  await choose.click();
  const opened = await chooser;
  await page.evaluate(() => Reflect.set(window, 'longestGap', 0));
  const next = buttonSaying(page, '下一步：预览');
  const read = await timed(async () => {
    await opened.setFiles(file);
    await next.waitFor({ timeout: PATIENCE });
  });
  const write = buttonSaying(page, '导入 100000 条');
  const plan = await timed(async () => {
    await next.click();
    await write.waitFor({ timeout: PATIENCE });
  });
  const written = await timed(async () => {
    await write.click();
    await page.locator('h3', { hasText: '导入完成' }).waitFor({ timeout: PATIENCE });
  });
  return { read, plan, write: written, gap: await page.evaluate(() => Number(Reflect.get(window, 'longestGap'))) };
}

/** The most memory the page's process ever took, in MB; known on Linux only. */
async function peakOf(profile: string): Promise<number | undefined> {
  if (process.platform !== 'linux') return undefined;
  const lines = execFileSync('ps', ['-eo', 'pid=,args='], { encoding: 'utf8' }).split('\n');
  const renderers = lines.filter((line) => line.includes('--type=renderer') && line.includes(profile));
  const peaks = await Promise.all(
    renderers.map(async (line) => {
      const status = await readFile(`/proc/${line.trim().split(' ')[0]}/status`, 'utf8').catch(() => '');
      return Number(/VmHWM:\s*(\d+)/.exec(status)?.[1] ?? 0);
    }),
  );
  return peaks.length === 0 ? undefined : Math.max(...peaks) / 1024;
}

function print(what: string, { read, plan, write, gap, peak }: Measured, inflate: number): void {
  const line = (milliseconds: number, words: string) =>
    console.log(
      `${milliseconds.toFixed(0).padStart(9)} ${(milliseconds / inflate).toFixed(2).padStart(8)}  ${what}${words}`,
    );
  line(read, ': file chosen to columns shown');
  line(plan, ': to the preview');
  line(write, ': written, strict');
  line(read + plan + write, ', altogether');
  const memory = peak === undefined ? '' : `; the page’s process took at most ${peak.toFixed(0)} MB`;
  console.log(`${gap.toFixed(0).padStart(9)}           ${what}: longest the page did not answer${memory}`);
}

function limitsOf(
  what: string,
  { read, plan, write, gap, peak }: Measured,
  inflate: number,
  goal: number,
): readonly Limit[] {
  return [
    {
      what: `${what}, altogether`,
      value: (read + plan + write) / inflate,
      limit: GOALS.times,
      unit: 'times',
      isGoal: true,
    },
    { what: `${what}: longest the page did not answer`, value: gap, limit: LONGEST_GAP, unit: 'ms' },
    ...(peak === undefined
      ? []
      : [{ what: `${what}: at the peak`, value: peak, limit: goal, unit: 'MB', isGoal: true } satisfies Limit]),
  ];
}

/** Measures and prints, false where the page did not answer for too long; `inflate` is the bare inflate of the same run in milliseconds, which the multiples are of. */
export async function benchImport(inflate: number): Promise<boolean> {
  execFileSync(process.execPath, ['build/build.mjs'], { cwd: projectFolder, stdio: 'inherit' });
  const folder = await mkdtemp(path.join(tmpdir(), 'street-ledger-import-bench-'));
  const profile = path.join(folder, 'profile');
  const files = await Promise.all(
    ['A', 'B', 'C'].map(async (series) => {
      const file = path.join(folder, `诉求-${series}.xlsx`);
      await writeFile(file, benchFile(series));
      return file;
    }),
  );
  const server = await serveOnFreePort();
  const { port } = server.address() as AddressInfo;
  const executablePath = findBrowser();
  const open = async (): Promise<Page> => {
    const context = await chromium.launchPersistentContext(profile, {
      headless: true,
      viewport: { width: 1366, height: 768 },
      ...(executablePath ? { executablePath } : {}),
    });
    const page = await context.newPage();
    await page.addInitScript({ content: WATCH_PAGE });
    await page.goto(`http://127.0.0.1:${port}/`);
    return page;
  };
  try {
    const [first = '', second = '', third = ''] = files;
    const page = await open();
    await setUpOffice(page);
    const empty = { ...(await imported(page, first)), peak: await peakOf(profile) };
    console.log('importing 100,000 rows x 20 columns through the page, one copy, one round each');
    console.log(`${'ms'.padStart(9)} ${'x inflate'.padStart(8)}`);
    print('into an empty ledger', empty, inflate);
    await imported(page, second);
    await page.context().close();
    const again = await open();
    await again.getByRole('link', { name: '准入审核' }).first().waitFor({ timeout: PATIENCE });
    await again.getByText('共 200', { exact: false }).first().waitFor({ timeout: PATIENCE });
    const loaded = { ...(await imported(again, third)), peak: await peakOf(profile) };
    print('with 200,000 loaded', loaded, inflate);
    await again.context().close();
    return printLimits([
      ...limitsOf('into an empty ledger', empty, inflate, GOALS.peak),
      ...limitsOf('with 200,000 loaded', loaded, inflate, GOALS.peakLoaded),
    ]);
  } finally {
    server.close();
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

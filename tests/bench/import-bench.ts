// Importing 100,000 x 20 through the built program's own page, in a browser with a real IndexedDB: into an empty ledger,
// a second time, and once more with 200,000 records loaded. Times of what the clerk waits for, the longest time the page did
// not answer meanwhile, and the most memory its process ever took.
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
import { type Limit, printLimits } from './limits.ts';
import { BEAT, withGap } from './page-beat.ts';
import { peakMemory, settled } from './page-process.ts';

const PATIENCE = 300_000;

/** Goals of the whole, as a multiple of the inflate and in MB; and how long the page may not answer, in milliseconds. */
const GOALS = { times: 5, peak: 700, peakLoaded: 1_200 } as const;
const LONGEST_GAP = 50;

/**
 * How long a part of an import took, the longest the page did not answer meanwhile, and the most memory that its process
 * had taken by the end of it.
 */
type Stage = { readonly time: number; readonly gap: number; readonly peak: number | undefined };

type Measured = { readonly read: Stage; readonly plan: Stage; readonly write: Stage };

/** In the page: `shown` tells when an element with such words was painted. Text, as it stands. */
const WATCH = `
  window.saying = (name, words) => [...document.querySelectorAll(name)].find((one) => one.textContent.includes(words));
  window.shown = (name, words) => new Promise((resolve) => {
    const watcher = new MutationObserver(() => {
      if (saying(name, words) === undefined) return;
      watcher.disconnect();
      requestAnimationFrame(() => resolve(performance.now()));
    });
    watcher.observe(document.body, { subtree: true, childList: true, characterData: true });
  });
`;

/** Does something and waits until an element with such words is there. */
async function staged(page: Page, act: () => Promise<unknown>, name: string, words: string): Promise<Stage> {
  const [time, gap] = await withGap(page, async () => {
    const began = Number(await page.evaluate('performance.now()'));
    // Watched there: Playwright looks again every half second only.
    const shown = page.evaluate(`shown(${JSON.stringify(name)}, ${JSON.stringify(words)})`);
    await act();
    return Number(await within(shown, `“${words}” was not shown`)) - began;
  });
  return { time, gap, peak: await peakMemory(page) };
}

async function within<Answer>(answer: Promise<Answer>, otherwise: string): Promise<Answer> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(otherwise)), PATIENCE);
  });
  return Promise.race([answer, late]).finally(() => clearTimeout(timer));
}

async function imported(page: Page, file: string): Promise<Measured> {
  for (const hash of ['#/ledger/demand', '#/import/demand']) await page.goto(new URL(hash, page.url()).href);
  const choose = page.locator('button', { hasText: '选择文件' });
  await choose.waitFor();
  const chooser = page.waitForEvent('filechooser');
  await choose.click();
  const opened = await chooser;
  const [next, execute] = ['下一步：预览', '导入 100000 条'];
  const clicked = (words: string) => () => page.evaluate(`saying('button', ${JSON.stringify(words)}).click()`);
  const read = await staged(page, () => opened.setFiles(file), 'button', next);
  const plan = await staged(page, clicked(next), 'button', execute);
  const write = await staged(page, clicked(execute), 'h3', '导入完成');
  return { read, plan, write };
}

const longestGap = ({ read, plan, write }: Measured): number => Math.max(read.gap, plan.gap, write.gap);

/** Of each part by its name. */
const byPart = ({ read, plan, write }: Measured, of: (stage: Stage) => number): string =>
  `reading ${of(read).toFixed(0)}, planning ${of(plan).toFixed(0)}, writing ${of(write).toFixed(0)}`;

function print(what: string, stages: Measured, inflate: number): void {
  const { read, plan, write } = stages;
  const line = (milliseconds: number, words: string) =>
    console.log(
      `${milliseconds.toFixed(0).padStart(9)} ${(milliseconds / inflate).toFixed(2).padStart(8)}  ${what}${words}`,
    );
  line(read.time, ': file chosen to columns shown');
  line(plan.time, ': to the preview');
  line(write.time, ': written, strict');
  line(read.time + plan.time + write.time, ', altogether');
  const told = (figure: number, words: string) =>
    console.log(`${figure.toFixed(0).padStart(9)}           ${what}: ${words}`);
  told(longestGap(stages), `longest the page did not answer (${byPart(stages, ({ gap }) => gap)})`);
  if (write.peak !== undefined) {
    told(write.peak, `MB the page’s process took at most (by the end of ${byPart(stages, ({ peak }) => peak ?? 0)})`);
  }
}

function limitsOf(what: string, stages: Measured, inflate: number, goal: number): readonly Limit[] {
  const { read, plan, write } = stages;
  return [
    {
      what: `${what}, altogether`,
      value: (read.time + plan.time + write.time) / inflate,
      limit: GOALS.times,
      unit: 'times',
      isGoal: true,
    },
    { what: `${what}: longest the page did not answer`, value: longestGap(stages), limit: LONGEST_GAP, unit: 'ms' },
    ...(write.peak === undefined
      ? []
      : [{ what: `${what}: at the peak`, value: write.peak, limit: goal, unit: 'MB', isGoal: true } satisfies Limit]),
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
    await page.addInitScript({ content: BEAT + WATCH });
    await page.goto(`http://127.0.0.1:${port}/`);
    return page;
  };
  try {
    const [first = '', second = '', third = ''] = files;
    const page = await open();
    await setUpOffice(page);
    const empty = await imported(page, first);
    console.log('importing 100,000 rows x 20 columns through the page, one copy, one round each');
    console.log(`${'ms'.padStart(9)} ${'x inflate'.padStart(8)}`);
    print('into an empty ledger', empty, inflate);
    await imported(page, second);
    await page.context().close();
    const again = await open();
    await again.getByRole('link', { name: '准入审核' }).first().waitFor({ timeout: PATIENCE });
    await again.getByText('共 200', { exact: false }).first().waitFor({ timeout: PATIENCE });
    // An import is not the first thing of a day: what a start leaves to do in the background is done.
    await settled(again);
    const loaded = await imported(again, third);
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

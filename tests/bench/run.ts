// npm run bench, or npm run bench -- launch and the like for some parts (their names in performance-document.ts): 100,000 rows
// x 20 fields through the store, the reader and the whole import, in a real browser with a real IndexedDB. Milliseconds, and
// beside each the multiple of something bare in the same run: machines differ, ratios less. Each part writes its section of
// docs/PERFORMANCE.md.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { chromium } from 'playwright';
import { build, preview } from 'vite';
import { findBrowser, projectFolder } from '../../build/find-runtime.mjs';
import type { BenchResult, Figure } from './figures.ts';
import { benchFilling } from './fill-bench.ts';
import { benchImport } from './import-bench.ts';
import { benchLaunch } from './launch-bench.ts';
import { printLimits } from './limits.ts';
import { isPart, type Part, SECTIONS, written } from './performance-document.ts';
import { benchReading } from './read-bench.ts';
import { storeLimits } from './store-limits.ts';
import { benchWorking } from './work-bench.ts';
import { benchWriting } from './write-bench.ts';

const TIME_LIMIT = 300_000;

async function measured(folder: string): Promise<readonly Figure[]> {
  const root = path.join(projectFolder, 'tests/bench');
  const outDir = path.join(folder, 'page');
  const options = { configFile: false, logLevel: 'warn', root, base: './', worker: { format: 'es' } } as const;
  await build({ ...options, build: { outDir, target: 'chrome140' } });
  const server = await preview({ ...options, build: { outDir }, preview: { host: '127.0.0.1', port: 0 } });
  const executablePath = findBrowser();
  const profile = path.join(folder, 'profile');
  const browser = await chromium.launchPersistentContext(profile, {
    headless: true,
    ...(executablePath ? { executablePath } : {}),
  });
  try {
    const page = await browser.newPage();
    await page.goto(server.resolvedUrls?.local[0] ?? '');
    await page.waitForFunction(() => 'benchResult' in window, undefined, { timeout: TIME_LIMIT });
    const result: BenchResult = await page.evaluate(() => Reflect.get(window, 'benchResult'));
    if ('failure' in result) throw new Error(result.failure);
    return result.figures;
  } finally {
    await browser.close();
    await server.close();
  }
}

function print(figures: readonly Figure[]): void {
  const base = (what: string) => figures.find((figure) => figure.what === what)?.milliseconds ?? Number.NaN;
  const [write, read] = [base('raw packed write'), base('raw packed read')];
  console.log('100,000 rows x 20 fields, one worker, strict durability');
  console.log(`${'ms'.padStart(9)} ${'x write'.padStart(8)} ${'x read'.padStart(8)}`);
  for (const { what, milliseconds, note } of figures) {
    const number = milliseconds.toFixed(1).padStart(9);
    const ratios = [write, read].map((by) => (milliseconds / by).toFixed(2).padStart(8)).join(' ');
    console.log(`${number} ${ratios}  ${what}${note === '' ? '' : ` (${note})`}`);
  }
}

async function benchStore(): Promise<boolean> {
  const folder = await mkdtemp(path.join(tmpdir(), 'street-ledger-bench-'));
  try {
    const figures = await measured(folder);
    print(figures);
    return printLimits(storeLimits(figures));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !isPart(name));
if (unknown.length > 0) throw new Error(`no part ${unknown.join(', ')}; there are ${Object.keys(SECTIONS).join(', ')}`);
const isAsked = (part: Part): boolean => asked.length === 0 || asked.includes(part);
/** Parts that answer with false are over a limit. */
const isWithin: boolean[] = [];

if (isAsked('launch')) isWithin.push(await written('launch', benchLaunch));
if (isAsked('working')) isWithin.push(await written('working', benchWorking));
if (isAsked('store')) isWithin.push(await written('store', benchStore));
if (isAsked('reading') || isAsked('importing')) {
  const reading = await written('reading', benchReading);
  isWithin.push(reading.isWithin);
  if (isAsked('importing')) isWithin.push(await written('importing', () => benchImport(reading.inflate)));
}
if (isAsked('filling')) isWithin.push(await written('filling', benchFilling));
if (isAsked('writing')) isWithin.push(await written('writing', benchWriting));
process.exitCode = isWithin.includes(false) ? 1 : 0;

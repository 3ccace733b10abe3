// npm run bench, or npm run bench -- reading, -- importing, -- store, -- working, -- filling, -- writing for one part: 100,000 rows x 20 fields through the
// store, the reader and the whole import, in a real browser with a real IndexedDB. Milliseconds, and beside each the multiple
// of writing or reading the same rows packed and raw, or of the bare inflate, in the same run: machines differ, ratios less.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { chromium } from 'playwright';
import { build, preview } from 'vite';
import { findBrowser, projectFolder } from '../../build/find-runtime.mjs';
import type { BenchResult, Figure } from './figures.ts';
import { benchFilling } from './fill-bench.ts';
import { benchImport } from './import-bench.ts';
import { benchReading } from './read-bench.ts';
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

const part = process.argv[2];
if (part === undefined || part === 'store') {
  const folder = await mkdtemp(path.join(tmpdir(), 'street-ledger-bench-'));
  try {
    print(await measured(folder));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
if (part === undefined || part === 'working') process.exitCode = (await benchWorking()) ? 0 : 1;
if (part === undefined || part === 'reading' || part === 'importing') {
  const inflate = await benchReading();
  if (part !== 'reading') await benchImport(inflate);
}
if (part === undefined || part === 'filling') benchFilling();
if (part === undefined || part === 'writing') benchWriting();

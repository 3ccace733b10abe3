// Reading an .xlsx of 100,000 x 20 in a worker of a real browser: the fast path and the xlsx package, each beside the bare
// inflate of the same round, in pages of their own; and the office suite where one is installed.
import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { type Browser, chromium } from 'playwright';
import { build, preview } from 'vite';
import { findBrowser, projectFolder } from '../../build/find-runtime.mjs';
import { benchFile } from './bench-workbook.ts';
import type { BenchResult } from './figures.ts';
import { type Limit, printLimits } from './limits.ts';

const ROUNDS = 3;
const TIME_LIMIT = 120_000;

type Round = {
  readonly inflate: number;
  readonly read: number;
  readonly note: string;
  readonly peak: number | undefined;
};

/** Greatest memory any page of the browser ever took, in MB; known on Linux only. */
async function peakOfPages(browser: Browser): Promise<number | undefined> {
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  const peaks = await Promise.all(
    processInfo
      .filter(({ type }) => type === 'renderer')
      .map(({ id }) => readFile(`/proc/${id}/status`, 'utf8').catch(() => '')),
  );
  const kilobytes = peaks.flatMap((status) => /VmHWM:\s*(\d+)/.exec(status)?.[1] ?? []).map(Number);
  return kilobytes.length === 0 ? undefined : Math.max(...kilobytes) / 1024;
}

async function round(address: string, reader: 'fast' | 'package'): Promise<Round> {
  const executablePath = findBrowser();
  const browser = await chromium.launch({ headless: true, ...(executablePath ? { executablePath } : {}) });
  try {
    const page = await browser.newPage();
    await page.goto(`${address}?read=${reader}`);
    await page.waitForFunction(() => 'benchResult' in window, undefined, { timeout: TIME_LIMIT });
    const result: BenchResult = await page.evaluate(() => Reflect.get(window, 'benchResult'));
    if ('failure' in result) throw new Error(result.failure);
    const [inflate, read] = result.figures;
    return {
      inflate: inflate?.milliseconds ?? Number.NaN,
      read: read?.milliseconds ?? Number.NaN,
      note: read?.note ?? '',
      peak: await peakOfPages(browser),
    };
  } finally {
    await browser.close();
  }
}

const middle = (numbers: readonly number[]): number =>
  [...numbers].sort((one, other) => one - other)[Math.floor(numbers.length / 2)] ?? Number.NaN;

const timeOf = (rounds: readonly Round[]): number => middle(rounds.map((one) => one.read));
const ratioOf = (rounds: readonly Round[]): number => middle(rounds.map((one) => one.read / one.inflate));

/** The most memory of all rounds; undefined where it cannot be known. */
function peakOf(rounds: readonly Round[]): number | undefined {
  const peaks = rounds.flatMap(({ peak }) => peak ?? []);
  return peaks.length === 0 ? undefined : Math.max(...peaks);
}

function print(what: string, rounds: readonly Round[]): void {
  const read = timeOf(rounds).toFixed(0).padStart(9);
  const ratio = ratioOf(rounds).toFixed(2).padStart(8);
  const peak = peakOf(rounds);
  const memory = peak === undefined ? '' : `, peak ${peak.toFixed(0)} MB`;
  console.log(`${read} ${ratio}  ${what} (${rounds[0]?.note}${memory}, ${rounds.length} rounds)`);
}

/** What the fast path must hold, the package beside it being at least five times as slow. */
function limitsOf(fast: readonly Round[], slow: readonly Round[]): readonly Limit[] {
  const peak = peakOf(fast);
  return [
    { what: 'fast path over the inflate', value: ratioOf(fast), limit: 2.5, unit: 'times' },
    { what: 'fast path over the xlsx package', value: timeOf(fast) / timeOf(slow), limit: 1 / 5, unit: 'times' },
    ...(peak === undefined
      ? []
      : [{ what: 'fast path, at the peak', value: peak, limit: 500, unit: 'MB' } satisfies Limit]),
  ];
}

async function officeSuite(file: string, folder: string): Promise<number | undefined> {
  const began = performance.now();
  try {
    const profile = `-env:UserInstallation=file://${path.join(folder, 'office')}`;
    await promisify(execFile)('soffice', [profile, '--headless', '--convert-to', 'csv', '--outdir', folder, file]);
    return performance.now() - began;
  } catch {
    return undefined;
  }
}

/** The bare inflate, the measure of everything else, in milliseconds; and whether reading held its limits. */
export type ReadingResult = { readonly inflate: number; readonly isWithin: boolean };

/** Measures and prints. */
export async function benchReading(): Promise<ReadingResult> {
  const folder = await mkdtemp(path.join(tmpdir(), 'street-ledger-read-bench-'));
  const outDir = path.join(folder, 'page');
  const root = path.join(projectFolder, 'tests/bench');
  const options = { configFile: false, logLevel: 'warn', root, base: './', worker: { format: 'es' } } as const;
  try {
    await build({ ...options, build: { outDir, target: 'chrome140' } });
    const file = path.join(outDir, 'read-bench.xlsx');
    await writeFile(file, benchFile());
    const server = await preview({ ...options, build: { outDir }, preview: { host: '127.0.0.1', port: 0 } });
    try {
      const address = server.resolvedUrls?.local[0] ?? '';
      const fast: Round[] = [];
      for (let index = 0; index < ROUNDS; index += 1) fast.push(await round(address, 'fast'));
      const slow = await round(address, 'package');
      console.log('reading 100,000 rows x 20 columns of .xlsx, one worker');
      console.log(`${'ms'.padStart(9)} ${'x inflate'.padStart(8)}`);
      const inflate = middle(fast.map((one) => one.inflate));
      console.log(`${inflate.toFixed(0).padStart(9)} ${'1.00'.padStart(8)}  bare inflate`);
      print('fast path', fast);
      print('xlsx package', [slow]);
      const office = await officeSuite(file, folder);
      if (office !== undefined)
        console.log(`${office.toFixed(0).padStart(9)} ${''.padStart(8)}  office suite to csv, one run`);
      return { inflate, isWithin: printLimits(limitsOf(fast, [slow])) };
    } finally {
      await server.close();
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { _electron, test as base, type ElectronApplication, expect, type Page } from '@playwright/test';
import { findSpecRuntime, projectFolder } from '../../build/find-runtime.mjs';
import { complaints } from './complaints.ts';

export { expect };

/** A started program and its window's page. */
export type Started = { readonly app: ElectronApplication; readonly page: Page };

type Fixtures = {
  /** This test's own data folder; gone afterwards. */
  readonly userData: string;
  /** Starts the program on `userData`, or on another folder. Start it again after closing or killing it. */
  readonly launch: (folder?: string) => Promise<Started>;
  /** SIGKILLs the program with everything it started, as a power failure would, and sees that nothing is left. */
  readonly kill: (started: Started) => Promise<void>;
  /** Saves what the page shows as test-results/screens/<name>.png. */
  readonly shot: (page: Page, name: string) => Promise<void>;
  /** As `shot`, and sees that nothing serious stands against what the page shows. */
  readonly look: (page: Page, name: string) => Promise<void>;
};

const runtime = findSpecRuntime();

/** The folder of the program: a checkout, or an unpacked app.asar named by APP_DIR. */
export const appFolder = path.resolve(process.env.APP_DIR ?? projectFolder);

/** Where the executable is that specs run; `standin` for the few that need Electron itself. */
export const executable = (): { readonly executable: string; readonly standin: boolean } => {
  if (runtime === undefined) throw new Error('No Electron and no Chromium found; see docs/TESTING.md');
  return runtime;
};

/** Arguments that start the program on a data folder of its own. */
export const startArguments = (userData: string): string[] => [appFolder, `--user-data-dir=${userData}`];

/** Processes whose command line names this test's data folder. Linux only; elsewhere the list is empty. */
const processesOf = (userData: string): readonly number[] => {
  if (process.platform !== 'linux') return [];
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((pid) => {
      try {
        return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes(userData);
      } catch {
        return false;
      }
    });
};

const nothingLeftOf = (userData: string): Promise<void> =>
  expect.poll(() => processesOf(userData), { message: 'processes left behind' }).toEqual([]);

const killGroup = (leader: number): void => {
  try {
    // A negative id names the group: Playwright makes the program lead one, and its browser stays in it.
    process.kill(process.platform === 'win32' ? leader : -leader, 'SIGKILL');
  } catch {
    // Ended by itself in between.
  }
};

export const test = base.extend<Fixtures>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright wants a destructured first argument
  userData: async ({}, use) => {
    const folder = mkdtempSync(path.join(os.tmpdir(), 'street-ledger-'));
    await use(folder);
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  },

  launch: async ({ userData }, use) => {
    const started: ElectronApplication[] = [];
    await use(async (folder = userData) => {
      const app = await _electron.launch({
        executablePath: executable().executable,
        args: startArguments(folder),
        chromiumSandbox: process.getuid?.() !== 0,
        env: {
          ...process.env,
          TZ: 'Asia/Shanghai',
          ...(runtime?.browser === undefined ? {} : { STANDIN_CHROMIUM: runtime.browser }),
        },
      });
      started.push(app);
      const page = await app.firstWindow();
      // The window exists before it has gone anywhere.
      await page.waitForURL((url) => url.protocol !== 'about:');
      return { app, page };
    });
    for (const app of started) await app.close();
    await nothingLeftOf(userData);
  },

  kill: async ({ userData }, use) => {
    await use(async ({ app }) => {
      const ended = new Promise<void>((resolve) => app.once('close', () => resolve()));
      const { pid } = app.process();
      if (pid !== undefined) killGroup(pid);
      await ended;
      await nothingLeftOf(userData);
    });
  },

  // biome-ignore lint/correctness/noEmptyPattern: Playwright wants a destructured first argument
  shot: async ({}, use) => {
    await use(async (page, name) => {
      await page.screenshot({ path: path.join(projectFolder, 'test-results/screens', `${name}.png`) });
    });
  },

  look: async ({ shot }, use) => {
    await use(async (page, name) => {
      await shot(page, name);
      // All places of a walk are told, not the first alone.
      expect.soft(await complaints(page), name).toEqual([]);
    });
  },
});

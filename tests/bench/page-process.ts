import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright';

/** Where the process cannot be looked at, what is made in the background is given so long. Milliseconds. */
const BLIND_WAIT = 8_000;

/** Between two looks, and the most looks. */
const LOOK = 1_000;
const MOST_LOOKS = 120;

/** A process that used less than this share of a core between two looks does nothing worth waiting for. */
const IDLE = 0.05;

/** The kernel counts processor time in hundredths of a second. */
const TICKS = 100;

type ProcessInfo = {
  readonly processInfo: readonly { readonly type: string; readonly id: number; readonly cpuTime: number }[];
};

/** The process that runs the page and its workers: of the renderers the one that worked most. */
async function processOf(page: Page): Promise<number | undefined> {
  const browser = page.context().browser();
  if (!browser) return undefined;
  const session = await browser.newBrowserCDPSession();
  const { processInfo }: ProcessInfo = await session.send('SystemInfo.getProcessInfo');
  const renderers = processInfo.filter(({ type }) => type === 'renderer').toSorted((a, b) => b.cpuTime - a.cpuTime);
  return renderers[0]?.id;
}

/** A file of /proc about the page's process; undefined elsewhere than on Linux. */
async function procFile(page: Page, name: string): Promise<string | undefined> {
  const id = await processOf(page);
  return id === undefined ? undefined : readFile(`/proc/${id}/${name}`, 'utf8').catch(() => undefined);
}

/** Seconds of processor time the page's process has used. */
async function processorTime(page: Page): Promise<number | undefined> {
  const stat = await procFile(page, 'stat');
  // Behind the name in brackets: user time is the 12th field, system time the 13th.
  const fields = stat?.slice(stat.lastIndexOf(')') + 2).split(' ');
  return fields && (Number(fields[11]) + Number(fields[12])) / TICKS;
}

/** Waits until what is made in the background after a start is done. */
export async function settled(page: Page): Promise<void> {
  const started = await processorTime(page);
  if (started === undefined) return page.waitForTimeout(BLIND_WAIT);
  let before = started;
  for (let look = 0; look < MOST_LOOKS; look += 1) {
    await page.waitForTimeout(LOOK);
    const now: number = (await processorTime(page)) ?? before;
    // The background work itself waits a moment after the start.
    if (look > 1 && now - before < IDLE) return;
    before = now;
  }
}

/** The most memory the page's process ever held, with the store's worker in it, in MB; known on Linux only. */
export async function peakMemory(page: Page): Promise<number | undefined> {
  const peak = /^VmHWM:\s+(\d+) kB/m.exec((await procFile(page, 'status')) ?? '')?.[1];
  return peak === undefined ? undefined : Math.round(Number(peak) / 1024);
}

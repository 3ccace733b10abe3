import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ShellDesk } from './shell-desk.ts';
import { IS_SOAK, randomNumbers } from './soak.ts';

let dataFolder: string;
beforeAll(() => {
  dataFolder = mkdtempSync(path.join(os.tmpdir(), 'street-ledger-killed-'));
});
afterAll(() => rmSync(dataFolder, { recursive: true, force: true }));

type Act = 'saves' | 'import' | 'snapshot';

/** Kills by act: how many, and at most how long after the act has begun. */
const POINTS: readonly {
  readonly act: Act;
  readonly kills: number;
  readonly within: number;
  readonly begins: string;
}[] = IS_SOAK
  ? [
      { act: 'saves', kills: 270, within: 400, begins: 'saved' },
      { act: 'import', kills: 80, within: 2500, begins: 'importing' },
      { act: 'snapshot', kills: 150, within: 300, begins: 'copying' },
    ]
  : [
      { act: 'saves', kills: 14, within: 300, begins: 'saved' },
      { act: 'import', kills: 6, within: 2000, begins: 'importing' },
      { act: 'snapshot', kills: 12, within: 200, begins: 'copying' },
    ];

const SEED = 20_261_125;
const WRITER = path.resolve(import.meta.dirname, 'writer.ts');

/** Starts the writer in a folder of its own, kills it at a random moment of the act, and tells what it acknowledged. */
const killedAt = (folder: string, act: Act, begins: string, delay: number): Promise<readonly string[]> =>
  new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['--import', 'tsx', WRITER, folder, act], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let said = '';
    let timer: ReturnType<typeof setTimeout> | undefined;
    child.stdout.on('data', (bytes) => {
      said += String(bytes);
      // The first of its kind is on its way or done: from here on any moment will do.
      if (timer === undefined && said.includes(`${begins} `)) timer = setTimeout(() => child.kill('SIGKILL'), delay);
    });
    child.on('error', reject);
    child.on('close', (_code, signal) => {
      if (signal === 'SIGKILL') resolve(said.split('\n').slice(0, -1));
      else reject(new Error(`the writer ended by itself: ${said}`));
    });
  });

const wordsAfter = (said: readonly string[], word: string) =>
  said.filter((line) => line.startsWith(`${word} `)).map((line) => line.slice(word.length + 1));

/** Everything acknowledged is there, every batch whole, and nothing unfinished bears a final name. */
const check = async (folder: string, said: readonly string[]) => {
  // A machine whose database is gone: everything it has comes from the folder.
  const desk = new ShellDesk(folder, 'again-');
  const snapshots = (await desk.snapshotsApi?.list())?.snapshots;
  for (const { id } of snapshots ?? []) await desk.snapshotsApi?.read(id);
  const listed = new Set(snapshots?.map(({ id }) => id));
  for (const id of wordsAfter(said, 'copied')) expect(listed).toContain(id);
  for (const name of readdirSync(folder, { recursive: true }).map(String))
    expect(name).toMatch(
      /^(journal|snapshots)$|current\.log$|index\.json$|folder\.json$|\.part$|torn-\w+\.bin$|[0-9a-f]{64}\.log$|\.slsnap$/,
    );

  await desk.rescue().rebuild({ kind: 'latest' });
  const store = await desk.open({ database: desk.make('street-ledger-2') });
  const names = new Set((await store.rows({ ledger: 'department' })).map(({ id }) => id));
  for (const name of wordsAfter(said, 'saved')) expect(names).toContain(`${name}-a`);
  const halves = [...names].filter((id) => id.endsWith('-a') && !names.has(`${id.slice(0, -1)}b`));
  expect(halves).toEqual([]);
  const rows = [...names].filter((id) => /r\d+-\d+$/.test(id));
  expect(rows.length % 20_000).toBe(0);
  for (const round of wordsAfter(said, 'imported')) expect(names).toContain(`${round}-19999`);
  await desk.close();
};

describe.each(POINTS)('killed $kills times in $act', ({ act, kills, within, begins }) => {
  test.concurrent('every acknowledged batch is there, none is torn', async () => {
    const random = randomNumbers(SEED);
    let acknowledged = 0;
    for (let kill = 1; kill <= kills; kill += 1) {
      const folder = path.join(dataFolder, `${act}-${kill}`);
      const delay = Math.floor(random() * within);
      const said = await killedAt(folder, act, begins, delay);
      await check(folder, said).catch((thrown) => {
        throw new Error(`kill ${kill} of ${act}, ${delay} ms in (seed ${SEED})`, { cause: thrown });
      });
      acknowledged += said.filter((line) => /^(saved|imported|copied) /.test(line)).length;
      rmSync(folder, { recursive: true });
    }
    expect(acknowledged).toBeGreaterThan(0);
    console.log(
      `proved: SIGKILL at ${kills} moments in ${act} (seed ${SEED}): ${acknowledged} acknowledged, all there with the database gone; none torn; nothing unfinished under a final name`,
    );
  });
});

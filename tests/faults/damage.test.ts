import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { pairsIn, ShellDesk, savePair } from './shell-desk.ts';
import { IS_SOAK, randomNumbers } from './soak.ts';

const SEED = 20_261_126;
const ROUNDS = IS_SOAK ? 400 : 40;
const BATCHES = 12;
/** The snapshot is taken after so many. */
const COVERED = 8;

let root: string;
/** A data folder as twelve saves and a snapshot after the eighth leave it. */
let whole: string;
const desks: ShellDesk[] = [];
const open = (folder: string, prefix: string) => {
  const desk = new ShellDesk(folder, prefix);
  desks.push(desk);
  return desk;
};

beforeAll(async () => {
  root = mkdtempSync(path.join(os.tmpdir(), 'street-ledger-damage-'));
  whole = path.join(root, 'whole');
  const desk = open(whole, 'first');
  const store = await desk.open();
  for (let batch = 1; batch <= BATCHES; batch += 1) {
    await savePair(store, `p${batch}`);
    if (batch === COVERED) await store.snapshot();
  }
});
afterAll(async () => {
  for (const desk of desks) await desk.close();
  rmSync(root, { recursive: true, force: true });
});

const ALL = Array.from({ length: BATCHES }, (_, at) => `p${at + 1}`);

/** What a disk does to a piece of a file. */
const SPOIL: { readonly [how: string]: (bytes: Buffer, from: number, to: number) => Uint8Array } = {
  torn: (bytes, from) => bytes.subarray(0, from),
  missing: (bytes, from, to) => Buffer.concat([bytes.subarray(0, from), bytes.subarray(to)]),
  doubled: (bytes, from, to) => Buffer.concat([bytes.subarray(0, to), bytes.subarray(from)]),
  zeroed: (bytes, from, to) => Buffer.concat([bytes.subarray(0, from), Buffer.alloc(to - from), bytes.subarray(to)]),
};

/** How many batches a piece of at most 900 bytes can touch. */
const TOUCHED: { readonly [how: string]: number } = { missing: 3, doubled: 1, zeroed: 3 };

const copyOf = (name: string): string => {
  const folder = path.join(root, name);
  cpSync(whole, folder, { recursive: true });
  return folder;
};

test.each(Object.keys(SPOIL))('a journal with a piece %s and the database gone', async (how) => {
  const random = randomNumbers(SEED);
  let lost = 0;
  for (let round = 1; round <= ROUNDS; round += 1) {
    const folder = copyOf(`${how}-${round}`);
    const file = path.join(folder, 'journal/current.log');
    const bytes = readFileSync(file);
    const from = Math.floor(random() * bytes.length);
    const to = Math.min(bytes.length, from + 1 + Math.floor(random() * 900));
    writeFileSync(file, SPOIL[how]?.(bytes, from, to) ?? bytes);
    const desk = open(folder, 'again');
    const rescue = desk.rescue();
    await rescue.adopt(await rescue.rebuild({ kind: 'latest' }));
    const store = await desk.openNoted();
    const found = await pairsIn(store);
    // The snapshot has the first eight whatever became of the journal; of the rest only what the piece touches is lost.
    expect(found, `round ${round}, seed ${SEED}`).toEqual(expect.arrayContaining(ALL.slice(0, COVERED)));
    if (how !== 'torn')
      expect(ALL.length - found.length, `round ${round}, seed ${SEED}`).toBeLessThanOrEqual(TOUCHED[how] ?? 0);
    lost += ALL.length - found.length;
    // And it goes on: what is written now is in both copies.
    expect((await savePair(store, 'next')).durability).toBe('both');
    await desk.close();
    rmSync(folder, { recursive: true });
  }
  console.log(
    `proved: a journal with a piece ${how} at ${ROUNDS} places (seed ${SEED}), database gone: no batch torn, ${lost} of ${ROUNDS * BATCHES} batches lost with their bytes, all those under the snapshot there`,
  );
});

test('a journal spoilt while the database is whole: nothing is lost, and the journal is whole again', async () => {
  const random = randomNumbers(SEED + 1);
  for (let round = 1; round <= ROUNDS / 4; round += 1) {
    const desk = open(path.join(root, `both-${round}`), 'id');
    const store = await desk.open();
    for (const name of ALL) await savePair(store, name);
    await desk.close();
    const file = path.join(desk.folder, 'journal/current.log');
    const bytes = readFileSync(file);
    const from = Math.floor(random() * bytes.length);
    const [how = 'torn'] = Object.keys(SPOIL).slice(round % 4);
    writeFileSync(file, SPOIL[how]?.(bytes, from, Math.min(bytes.length, from + 300)) ?? bytes);
    await desk.reopen();
    const again = await desk.open();
    expect(await again.status()).toMatchObject({ journalBehind: 0, journalAhead: 0, counts: { department: 24 } });
    desk.loseDatabase();
    await desk.reopen();
    const rescue = desk.rescue();
    await rescue.adopt(await rescue.rebuild({ kind: 'latest' }));
    expect((await pairsIn(await desk.openNoted())).toSorted(), `${how} at ${from}`).toEqual(ALL.toSorted());
    await desk.close();
  }
  console.log(`proved: a journal spoilt at ${ROUNDS / 4} places is written whole again from the database`);
});

test('the newest snapshot spoilt and the journal gone: the one before it, said', async () => {
  const folder = copyOf('snapshots-spoilt');
  const desk = open(folder, 'first');
  const store = await desk.open();
  await savePair(store, 'later');
  desk.loseDatabase();
  const taken = readdirSync(path.join(folder, 'snapshots')).toSorted();
  // A later one that the disk has spoilt.
  const [name = ''] = taken;
  const bytes = readFileSync(path.join(folder, 'snapshots', name));
  writeFileSync(
    path.join(folder, 'snapshots', `99${name.slice(2)}`),
    bytes.fill(0, bytes.length - 200, bytes.length - 100),
  );
  await desk.close();
  rmSync(path.join(folder, 'journal'), { recursive: true });
  const alone = open(folder, 'again');
  const { counts, said } = await alone.rescue().rebuild({ kind: 'latest' });
  expect(counts.department).toBe(COVERED * 2);
  expect(said.join()).toContain('已损坏，改用了更早的一份');
  console.log('proved: a spoilt newest snapshot is stepped over and named; the one before it is used');
});

test('the clock set back a year: every save counts, in its order, and no snapshot goes', async () => {
  const folder = path.join(root, 'clock');
  const desk = open(folder, 'id');
  const store = await desk.open();
  for (const name of ['p1', 'p2']) await savePair(store, name);
  await store.snapshot();
  await desk.reopen('2025-01-05');
  const earlier = await desk.open({ now: () => '2025-01-05T09:41:07+08:00' });
  await savePair(earlier, 'p3');
  await earlier.snapshot();
  expect((await desk.snapshotsApi?.list())?.snapshots.map(({ at }) => at.slice(0, 4))).toEqual(['2026', '2025']);
  expect(await pairsIn(earlier)).toEqual(['p1', 'p2', 'p3']);
  expect((await earlier.batches(0, 9)).batches.map(({ at }) => at.slice(0, 4))).toEqual(['2025', '2026', '2026']);
  expect((await earlier.verify()).broken).toBeUndefined();
  desk.loseDatabase();
  await desk.reopen('2025-01-05');
  const rescue = desk.rescue();
  await rescue.adopt(await rescue.rebuild({ kind: 'latest' }));
  expect(await pairsIn(await desk.openNoted())).toEqual(['p1', 'p2', 'p3']);
  console.log('proved: with the clock set back a year order, log, recovery and snapshots hold');
});

test('a copied data folder goes on in a chain of its own, and asks for a letter before it numbers anything', async () => {
  const folder = path.join(root, 'original');
  const desk = open(folder, 'id');
  const store = await desk.open();
  await savePair(store, 'p1');
  const { chain } = await store.status();
  await desk.close();
  const copied = path.join(root, 'copied');
  cpSync(folder, copied, { recursive: true });
  // The database was copied with it: the same one in memory, beside the copy of the folder.
  const other = open(copied, 'other');
  other.factory = desk.factory;
  const there = await other.open();
  expect(await there.status()).toMatchObject({ asksSeries: 'B', counts: { department: 2 } });
  await there.setSeries('B');
  const draft = { kind: 'create', ledger: 'application', values: { inDate: '2026-01-05', name: '甲' } } as const;
  const written = await there.write([draft], { kind: 'create', text: '登记' });
  const [record] = written.ok ? written.receipt.records : [];
  expect(written.ok && written.receipt.batch.startsWith(chain)).toBe(false);
  expect((await there.view('application', record?.id ?? ''))?.row.values.caseNo).toBe('ZR-2026-B0001');
  expect((await there.status()).asksSeries).toBeUndefined();
  console.log('proved: two PCs on copies of one folder write different chains and different numbers');
});

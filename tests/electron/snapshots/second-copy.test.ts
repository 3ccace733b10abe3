import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createAttachments } from '../../../electron/disk/attachments.ts';
import { createSecondCopy } from '../../../electron/snapshots/second-copy.ts';
import { createSnapshots } from '../../../electron/snapshots/snapshots.ts';

let root: string;
beforeEach(() => {
  root = mkdtempSync(path.join(os.tmpdir(), 'street-ledger-second-'));
  for (const name of ['data', 'drive']) mkdirSync(path.join(root, name));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const data = (...parts: readonly string[]) => path.join(root, 'data', ...parts);
const drive = () => path.join(root, 'drive');

const open = (chosen = drive()) =>
  createSecondCopy(
    { dataFolder: data(), installation: async () => '12345678-9abc', today: () => '2026-01-05' },
    { showOpenDialog: async () => ({ canceled: false, filePaths: [chosen] }) },
  );

const copied = () =>
  readdirSync(path.join(drive(), 'StreetLedger-12345678'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ name }) => name)
    .toSorted();

const snapshotAt = async (at: string) => {
  const snapshots = createSnapshots(data('snapshots'), () => '2026-01-05');
  await snapshots.begin({ format: 1, at, office: '', counts: {}, version: '', covers: {}, hashes: [] });
  await snapshots.write(new TextEncoder().encode('{"checkpoint":{},"blocks":[]}\n'));
  return (await snapshots.finish()).id;
};

const segment = () => {
  const name = `${createHash('sha256').update('entries').digest('hex')}.log`;
  mkdirSync(data('journal'), { recursive: true });
  writeFileSync(data('journal', name), 'entries');
  writeFileSync(data('journal', 'current.log'), 'still growing');
  return name;
};

test('everything immutable is copied, once, and the open segment is not', async () => {
  const [snapshot, closed] = [await snapshotAt('2026-01-05T09:00:00+08:00'), segment()];
  const attachment = await createAttachments(data('attachments')).put(new TextEncoder().encode('附件'));
  expect(await open().choose()).toMatchObject({ state: 'whole', newest: '2026-01-05T09:00:00+08:00' });
  expect(copied()).toEqual([snapshot, closed, attachment].toSorted());
  // Later ones join them; what is there stays.
  const later = await snapshotAt('2026-01-05T09:15:00+08:00');
  expect(await open().update()).toMatchObject({ state: 'whole', newest: '2026-01-05T09:15:00+08:00' });
  expect(copied()).toContain(later);
  expect(copied()).toHaveLength(4);
});

test('a file damaged in the first place is not passed on', async () => {
  writeFileSync(data('journal', segment()), 'changed');
  await open().choose();
  expect(copied()).toEqual([]);
});

test('a damaged snapshot is not passed on; a copy cut short is written anew', async () => {
  const [damaged, whole] = [
    await snapshotAt('2026-01-05T09:00:00+08:00'),
    await snapshotAt('2026-01-05T09:15:00+08:00'),
  ];
  const good = readFileSync(data('snapshots', damaged));
  writeFileSync(data('snapshots', damaged), Buffer.from(good).fill(33, 110, 112));
  expect(await open().choose()).toMatchObject({ state: 'whole' });
  expect(copied()).toEqual([whole]);
  const copy = path.join(drive(), 'StreetLedger-12345678/snapshots', whole);
  writeFileSync(copy, readFileSync(copy).subarray(0, -100));
  await open().update();
  expect(readFileSync(copy)).toEqual(readFileSync(data('snapshots', whole)));
});

test('before a folder is chosen there is none; a drive that is gone is missing and nothing is made in its place', async () => {
  expect(await open().status()).toEqual({ state: 'none', isSameDrive: false });
  await open().choose();
  rmSync(drive(), { recursive: true });
  expect(await open().update()).toMatchObject({ state: 'missing', folder: drive() });
  expect(readdirSync(root)).toEqual(['data']);
});

test('a folder on the same drive is said to be; one within the data folder is refused', async () => {
  expect((await open().choose()).isSameDrive).toBe(true);
  mkdirSync(data('backup'));
  for (const within of [data(), data('backup')])
    await expect(open(within).choose()).rejects.toMatchObject({ code: 'second-copy/within' });
});

test('an attachment that is not here any more comes from the copy, whichever PC put it there', async () => {
  const bytes = new TextEncoder().encode('附件');
  const hash = await createAttachments(data('attachments')).put(bytes);
  await open().choose();
  rmSync(data('attachments'), { recursive: true });
  const { get } = createAttachments(data('attachments'), open().attachment);
  expect(await get(hash)).toEqual(bytes);
  expect(await get('0'.repeat(64))).toBeUndefined();
  const copy = path.join(drive(), 'StreetLedger-12345678/attachments', hash.slice(0, 2), hash);
  writeFileSync(copy, readFileSync(copy).fill(0));
  expect(await get(hash)).toBeUndefined();
});

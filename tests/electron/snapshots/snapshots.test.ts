import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createSnapshots } from '../../../electron/snapshots/snapshots.ts';
import { contentsLine } from '../../../shared/backup/snapshot-contents.ts';
import type { SnapshotManifest } from '../../../shared/desktop-api.ts';

let folder: string;
beforeEach(() => {
  folder = path.join(mkdtempSync(path.join(os.tmpdir(), 'street-ledger-snapshots-')), 'snapshots');
});
afterEach(() => rmSync(path.dirname(folder), { recursive: true, force: true }));

const manifest: SnapshotManifest = {
  format: 1,
  at: '2026-01-05T09:41:07+08:00',
  office: '东湖街道',
  counts: { application: 12 },
  version: '0.1.0',
  covers: { a: { sequence: 3, hash: 'h' } },
  hashes: [],
};

const open = () => createSnapshots(folder, () => '2026-01-07');

/** The bytes of a snapshot with so many applications in one block. */
const contents = (applications: number): Uint8Array => {
  const records = Array.from({ length: applications }, (_, id) => ({ id: String(id), rev: '', values: {} }));
  const bytes = new TextEncoder().encode(JSON.stringify({ version: 1, order: [], records, deleted: [] }));
  return Uint8Array.from(Buffer.concat([contentsLine({}, [{ ledger: 'application', bytes }]), bytes]));
};

const take = async (applications = 12, at = manifest.at, holding = applications) => {
  const snapshots = open();
  await snapshots.begin({ ...manifest, at, counts: { application: applications } });
  for (const byte of contents(holding)) await snapshots.write(Uint8Array.of(byte));
  return snapshots.finish();
};

describe('a snapshot', () => {
  test('is listed and read back as it was written', async () => {
    const info = await take();
    expect(info).toMatchObject({ office: '东湖街道', counts: { application: 12 }, at: manifest.at });
    expect(info.id).toBe(`20260105T094107-${info.sha256.slice(0, 12)}.slsnap`);
    const snapshots = open();
    expect(await snapshots.list()).toEqual({ snapshots: [info], unread: [] });
    const read = await snapshots.read(info.id);
    expect(read.manifest).toEqual(manifest);
    expect(Uint8Array.from(read.bytes)).toEqual(contents(12));
  });

  test('the list is newest first and empty before the first', async () => {
    expect((await open().list()).snapshots).toEqual([]);
    await take(1, '2026-01-05T09:00:00+08:00');
    await take(2, '2026-01-06T09:00:00+08:00');
    expect((await open().list()).snapshots.map(({ at }) => at.slice(0, 10))).toEqual(['2026-01-06', '2026-01-05']);
  });

  test('one that cannot be read does not hide the others, and is named', async () => {
    const info = await take();
    const [held, empty] = ['20260106T094107-0123456789ab.slsnap', '20260107T094107-0123456789ab.slsnap'];
    mkdirSync(path.join(folder, held));
    writeFileSync(path.join(folder, empty), '');
    expect(await open().list()).toEqual({ snapshots: [info], unread: [held, empty] });
  });

  test('changed in one byte anywhere it is refused', async () => {
    const { id } = await take();
    const file = path.join(folder, id);
    const whole = readFileSync(file);
    for (let at = 0; at < whole.length; at++) {
      const changed = Buffer.from(whole);
      changed[at] = (changed[at] ?? 0) ^ 1;
      writeFileSync(file, changed);
      await expect(open().read(id), `byte ${at}`).rejects.toMatchObject({
        code: expect.stringMatching(/^snapshot\/(damaged|foreign|truncated)$/),
      });
    }
  });

  test('under another s name it is refused', async () => {
    const [first, second] = [await take(1), await take(2, '2026-01-06T09:00:00+08:00')];
    writeFileSync(path.join(folder, first.id), readFileSync(path.join(folder, second.id)));
    await expect(open().read(first.id)).rejects.toMatchObject({ code: 'snapshot/damaged' });
  });

  test.each(['../journal/current.log', '..', 'a.slsnap', '20260105T094107-0123456789ab.slsnap'])(
    'no path leads out of the folder: %s',
    async (id) => {
      await expect(open().read(id)).rejects.toMatchObject({ code: 'snapshot/unknown' });
    },
  );
});

test('those that later ones stand in for go with the next one taken', async () => {
  for (let minute = 10; minute < 40; minute += 1) await take(1, `2026-01-05T09:${minute}:00+08:00`);
  expect((await open().list()).snapshots).toHaveLength(10);
});

describe('a snapshot not finished', () => {
  test('has no name and is gone when the next begins', async () => {
    const snapshots = open();
    await snapshots.begin(manifest);
    await snapshots.write(new Uint8Array(10));
    expect((await snapshots.list()).snapshots).toEqual([]);
    await take();
    expect(readdirSync(folder)).toHaveLength(1);
  });

  test('that holds fewer records than it says is dropped', async () => {
    await expect(take(12, manifest.at, 11)).rejects.toMatchObject({ code: 'snapshot/not-verified' });
    expect(readdirSync(folder)).toEqual([]);
  });

  test('chunks without a beginning are refused', async () => {
    const snapshots = open();
    await expect(snapshots.write(new Uint8Array())).rejects.toMatchObject({ code: 'snapshot/not-begun' });
    await expect(snapshots.finish()).rejects.toMatchObject({ code: 'snapshot/not-begun' });
  });
});

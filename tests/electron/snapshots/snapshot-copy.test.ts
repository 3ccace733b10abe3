import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { createSealed } from '../../../electron/operators/sealed.ts';
import { createSnapshotCopy } from '../../../electron/snapshots/snapshot-copy.ts';
import { createSnapshots } from '../../../electron/snapshots/snapshots.ts';
import { temporaryFolder } from '../../temporary-folder.ts';

const folder = temporaryFolder('copy');

const sealed = createSealed(undefined, { memoryKib: 8192, passes: 1, lanes: 1 });

/** A snapshot of nothing, and a clerk who saves copies under whatever name is proposed. */
const desk = async () => {
  const snapshots = createSnapshots(folder(), () => '2026-01-05');
  const at = '2026-01-05T09:41:07+08:00';
  await snapshots.begin({ format: 1, at, office: '滨河街道', counts: {}, version: '0.1.0', covers: {}, hashes: [] });
  await snapshots.write(new TextEncoder().encode('{"checkpoint":{},"blocks":[]}\n'));
  const { id } = await snapshots.finish();
  const saved = new Map<string, Uint8Array>();
  const save = async (name: string, bytes: Uint8Array) => {
    saved.set(name, bytes);
    return `/usb/${name}`;
  };
  return { id, saved, copy: createSnapshotCopy(folder(), { save }, sealed) };
};

describe('a copy of a snapshot', () => {
  test('is the very file, under a name that says of what', async () => {
    const { id, saved, copy } = await desk();
    expect(await copy(id)).toBe('/usb/备份_滨河街道_202601050941.slsnap');
    const [bytes] = saved.values();
    expect(readFileSync(path.join(folder(), id)).equals(bytes ?? new Uint8Array())).toBe(true);
  });

  test('is sealed under a passphrase and opens to the same file', async () => {
    const { id, saved, copy } = await desk();
    expect(await copy(id, '滨河路上有棵大槐树')).toBe('/usb/备份_滨河街道_202601050941.slsealed');
    const [file] = saved.values();
    const opened = await sealed.unseal(file ?? new Uint8Array(), '滨河路上有棵大槐树');
    expect(opened.name).toBe('备份_滨河街道_202601050941.slsnap');
    expect(readFileSync(path.join(folder(), id)).equals(new Uint8Array(opened.bytes))).toBe(true);
  });

  test('a damaged one is not passed on, other files of the disk neither', async () => {
    const { id, saved, copy } = await desk();
    await expect(copy('../journal/current.log')).rejects.toMatchObject({ code: 'snapshot/unknown' });
    await expect(copy(id.replace(/^2026/, '2025'))).rejects.toMatchObject({ code: 'snapshot/unknown' });
    const file = path.join(folder(), id);
    writeFileSync(file, readFileSync(file, 'utf8').replace('滨河', '东湖'));
    await expect(copy(id)).rejects.toMatchObject({ code: 'snapshot/damaged' });
    expect([saved.size, readdirSync(folder())]).toEqual([0, [id]]);
  });
});

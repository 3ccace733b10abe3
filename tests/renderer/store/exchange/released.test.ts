import { describe, expect, test } from 'vitest';
import type { LedgerStore } from '../../../../renderer/store/ledger-store.ts';
import { decodeEntry } from '../../../../shared/history/encode.ts';
import { scanFrames } from '../../../../shared/history/journal-frame.ts';
import { revOf } from '../../../../shared/history/rev.ts';
import { receiptOf } from '../support.ts';
import { ACCUSATION, allOf, CASE, edit, merged, office, packed, RESTRICTING, rowOf, write } from './offices.ts';

/** An office whose operator is cleared for restricted records. */
async function cleared(prefix: string, name: string) {
  const made = await office(prefix, name, '街道', RESTRICTING);
  await write(made.store, 'operator', { name: '书记', role: '管理员', cleared: true });
  await made.store.setOperator('书记');
  return made;
}

/** A case that stayed at home in the first package, and may leave since. */
async function withheldThenReleased() {
  const [east, west] = [await cleared('e', '城东街道'), await cleared('w', '城西街道')];
  const id = await write(east.store, 'application', { ...CASE, name: ACCUSATION, persons: 3 });
  const other = await write(east.store, 'application', CASE);
  await merged(west.store, await packed(east.store));
  expect([...(await allOf(west.store, 'application')).keys()]).toEqual([other]);
  await edit(east.store, id, { name: '公开' });
  return { east, west, id };
}

const previewOf = async (store: LedgerStore, file: Uint8Array) => {
  const { fresh, released, incomplete } = await store.exchange.prepareMerge(file);
  return { fresh, released, incomplete };
};

describe('what was held back as restricted and may leave since', () => {
  test('comes with a package of everything, into the batch it stands in', async () => {
    const { east, west, id } = await withheldThenReleased();
    await merged(west.store, await packed(east.store));
    const file = await packed(east.store, 'all');
    expect(await previewOf(west.store, file)).toMatchObject({ released: 1, incomplete: 0 });
    receiptOf(await west.store.exchange.mergePrepared(undefined));
    expect((await rowOf(west.store, id)).values).toMatchObject({ name: '公开', persons: 3 });
    expect((await west.store.verify()).broken).toBeUndefined();
    expect((await rowOf(await west.desk.open(), id)).values.persons).toBe(3);
    expect((await previewOf(west.store, file)).released).toBe(0);
  });

  test('comes again after the merges were taken back, and the journal gets no second version of a batch', async () => {
    const { east, west, id } = await withheldThenReleased();
    const file = await packed(east.store, 'all');
    await merged(west.store, file);
    for (const _ of await west.store.exchange.merges()) receiptOf(await west.store.exchange.undoMerge());
    await merged(west.store, file);
    expect((await rowOf(west.store, id)).values).toMatchObject({ name: '公开', persons: 3 });
    expect((await rowOf(await west.desk.open(), id)).values.persons).toBe(3);
    const versions = new Map<string, string>();
    for (const { bytes, sha256 } of scanFrames(west.desk.journal.bytes).frames) {
      const rev = revOf(decodeEntry(bytes).header);
      expect(versions.get(rev) ?? sha256).toBe(sha256);
      versions.set(rev, sha256);
    }
    expect(versions.size).toBeGreaterThan(0);
  });

  test('with the changes since the last package alone the dry run says that the rest is missing', async () => {
    const { east, west } = await withheldThenReleased();
    expect(await previewOf(west.store, await packed(east.store))).toMatchObject({ released: 0, incomplete: 1 });
  });

  test('what was purged here does not come back with it', async () => {
    const { east, west, id } = await withheldThenReleased();
    const file = await packed(east.store, 'all');
    await merged(west.store, file);
    const request = { records: [{ ledger: 'application', id }], words: ['公开'], basis: '本人申请', withFiles: false };
    receiptOf(await west.store.purge(request));
    expect((await previewOf(west.store, file)).released).toBe(0);
    expect((await rowOf(west.store, id)).values.name).toBe('（已清除）');
  });
});

import { describe, expect, test } from 'vitest';
import type { KeptPackage, LedgerDatabase } from '../../../../renderer/store/database.ts';
import { createRescue } from '../../../../renderer/store/open/rescue.ts';
import { hashOf } from '../../../../shared/history/chain.ts';
import { type Desk, receiptOf } from '../support.ts';
import { CASE, office, packed, write } from './offices.ts';

/** A street's packages, one case in each but the first, and a district that has merged none of them. */
async function streetAndDistrict(cases: number) {
  const east = await office('e', '城东街道');
  const files = [await packed(east.store)];
  for (let at = 0; at < cases; at += 1) {
    await write(east.store, 'application', CASE);
    files.push(await packed(east.store));
  }
  return { files, ...(await office('d', '示范区', '区')) };
}

const NO_FILE = new Uint8Array();
const EARLY = { code: 'exchange/waiting' };

const kept = (key: string, bytes: Uint8Array): KeptPackage => ({
  key,
  office: '城南街道',
  madeAt: '2026-01-04T08:00:00+08:00',
  keptAt: '2026-01-04T09:00:00+08:00',
  missing: '城南街道的第 1 批',
  bytes,
});

/** As a version before kept them: all in one row. */
const inOneRow = async (desk: Desk, value: readonly KeptPackage[]): Promise<void> => {
  const { database } = desk.parts();
  await database.meta.put({ key: 'waitingPackages', value });
  database.close();
};

/** A database in which the rows of these keys cannot be read, as where the disk has lost a large value. */
const spoilt = (database: LedgerDatabase, ...keys: readonly string[]): LedgerDatabase => {
  database.meta.hook('reading', (row) => {
    if (keys.includes(row?.key)) throw new DOMException('Failed to read large IndexedDB value', 'DataError');
    return row;
  });
  return database;
};

const metaKeys = async (desk: Desk): Promise<readonly string[]> => {
  const { database } = desk.parts();
  const keys = await database.meta.toCollection().primaryKeys();
  database.close();
  return keys.filter((key) => key.startsWith('waiting')).map((key) => key.replace(/[0-9a-f]{64}$/, '…'));
};

describe('packages that wait', () => {
  test('one looked at again is not told as its own companion, and is gone once merged', async () => {
    const { files, store, desk } = await streetAndDistrict(1);
    const [first = NO_FILE, second = NO_FILE] = files;
    await expect(store.exchange.prepareMerge(second)).rejects.toMatchObject(EARLY);
    await inOneRow(desk, [kept(hashOf(first), first)]);
    // With the one that waits for it, and without itself.
    expect(await store.exchange.prepareWaiting(hashOf(first))).toMatchObject({ along: 1, fresh: 4 });
    await store.exchange.dropWaiting(hashOf(second));
    expect(await store.exchange.prepareWaiting(hashOf(first))).toMatchObject({ along: 0, fresh: 1 });
    receiptOf(await store.exchange.mergePrepared('城东街道'));
    expect(await store.exchange.waitingPackages()).toEqual([]);
  });

  test('have a row each; those of a version before are read, and let go one by one', async () => {
    const { files, store, desk } = await streetAndDistrict(2);
    const [, second = NO_FILE, third = NO_FILE] = files;
    await inOneRow(desk, [kept('one', NO_FILE), kept('two', NO_FILE)]);
    for (const file of [second, third]) await expect(store.exchange.prepareMerge(file)).rejects.toMatchObject(EARLY);
    expect(await metaKeys(desk)).toEqual(['waitingPackage/…', 'waitingPackage/…', 'waitingPackages']);
    const listed = await store.exchange.waitingPackages();
    expect(listed.map(({ office: name }) => name)).toEqual(['城南街道', '城南街道', '城东街道', '城东街道']);
    expect(listed.map(({ size }) => size).slice(0, 3)).toEqual([0, 0, expect.any(Number)]);
    await store.exchange.dropWaiting('one');
    expect((await store.exchange.waitingPackages()).map(({ key }) => key)).toContain('two');
    await store.exchange.dropWaiting('two');
    expect(await metaKeys(desk)).toEqual(['waitingPackage/…', 'waitingPackage/…']);
  });

  test('are bounded by their bytes in sum, and the clerk is told which one was not kept', async () => {
    const { files, store, desk } = await streetAndDistrict(1);
    const [, second = NO_FILE] = files;
    const most = 50 * 1024 * 1024;
    await inOneRow(desk, [kept('large', new Uint8Array(most - second.length + 1))]);
    await expect(store.exchange.prepareMerge(second)).rejects.toMatchObject({
      code: 'exchange/waiting-full',
      message: expect.stringMatching(
        /城东街道的第 1 批还没有收到。“城东街道”2026-01-05 09:41 导出的这个包（\d\.\d MB）也没有收好：收好等着的已有 1 个、共 50\.0 MB，最多 20 个、共 50 MB。/,
      ),
    });
    expect((await store.exchange.waitingPackages()).map(({ key }) => key)).toEqual(['large']);
    await inOneRow(desk, [kept('large', new Uint8Array(most - second.length))]);
    await expect(store.exchange.prepareMerge(second)).rejects.toMatchObject(EARLY);
  });

  test('are bounded by their number', async () => {
    const { files, store, desk } = await streetAndDistrict(1);
    const [, second = NO_FILE] = files;
    await inOneRow(
      desk,
      Array.from({ length: 20 }, (_, at) => kept(`k${at}`, NO_FILE)),
    );
    await expect(store.exchange.prepareMerge(second)).rejects.toMatchObject({ code: 'exchange/waiting-full' });
  });

  test('come along where the records are made anew from a snapshot and the database can be read', async () => {
    const { files, store, desk } = await streetAndDistrict(1);
    const [, second = NO_FILE] = files;
    await expect(store.exchange.prepareMerge(second)).rejects.toMatchObject(EARLY);
    await inOneRow(desk, [kept('old', NO_FILE)]);
    const before = await store.exchange.waitingPackages();
    const id = await store.snapshot();
    const rescue = desk.rescue(store);
    await rescue.adopt(await rescue.rebuild({ kind: 'snapshot', from: { id }, withJournal: true }));
    const anew = await desk.openNoted();
    expect(await anew.exchange.waitingPackages()).toEqual(before);
    expect(before).toHaveLength(2);
  });

  test('one that cannot be read hides none of the others, stops no merge, and can be removed', async () => {
    const { files, store, desk } = await streetAndDistrict(1);
    const [first = NO_FILE, second = NO_FILE] = files;
    await expect(store.exchange.prepareMerge(second)).rejects.toMatchObject(EARLY);
    await inOneRow(desk, [kept('old', NO_FILE)]);
    const lost = hashOf(second);
    const again = await desk.open({
      database: spoilt(desk.parts().database, `waitingPackage/${lost}`, 'waitingPackages'),
    });
    await again.setOperator('示范区经办');
    expect(await again.exchange.waitingPackages()).toMatchObject([
      { key: lost, isUnread: true },
      { key: 'waitingPackages', isUnread: true },
    ]);
    expect(await again.exchange.prepareMerge(first)).toMatchObject({ along: 0, fresh: 1 });
    await again.exchange.dropWaiting(lost);
    expect(await metaKeys(desk)).toEqual(['waitingPackages']);
    await again.exchange.dropWaiting('waitingPackages');
    expect(await metaKeys(desk)).toEqual([]);
  });

  test('one that cannot be read and comes again is kept in its place', async () => {
    const { files, store, desk } = await streetAndDistrict(1);
    const [, second = NO_FILE] = files;
    await expect(store.exchange.prepareMerge(second)).rejects.toMatchObject(EARLY);
    const again = await desk.open({ database: spoilt(desk.parts().database, `waitingPackage/${hashOf(second)}`) });
    await again.setOperator('示范区经办');
    await expect(again.exchange.prepareMerge(second)).rejects.toMatchObject(EARLY);
    expect(await metaKeys(desk)).toEqual(['waitingPackage/…']);
  });

  test.each([
    ['a snapshot', 'snapshot'],
    ['the present records', 'latest'],
  ] as const)(
    'one that cannot be read stops no recovery from %s: it is left behind, and that is said',
    async (_from, kind) => {
      const { files, store, desk } = await streetAndDistrict(2);
      const [, second = NO_FILE, third = NO_FILE] = files;
      for (const file of [second, third]) await expect(store.exchange.prepareMerge(file)).rejects.toMatchObject(EARLY);
      const id = await store.snapshot();
      const { database, ...parts } = desk.parts();
      const rescue = createRescue({
        parts,
        make: (name) => {
          const made = desk.make(name);
          return name === database.name ? spoilt(made, `waitingPackage/${hashOf(second)}`) : made;
        },
        names: desk.names,
        inUse: database.name,
        note: { read: async () => desk.note, write: desk.writeNote },
        opened: () => store,
        onEvent: () => undefined,
      });
      const made = await rescue.rebuild(kind === 'latest' ? { kind } : { kind, from: { id }, withJournal: true });
      expect(made.said).toEqual([expect.stringContaining('有 1 个收好等着的交换包读不出来')]);
      await rescue.adopt(made);
      const anew = await desk.openNoted();
      expect((await anew.exchange.waitingPackages()).map(({ key }) => key)).toEqual([hashOf(third)]);
      expect((await anew.status()).counts.organisation).toBe(1);
    },
  );
});

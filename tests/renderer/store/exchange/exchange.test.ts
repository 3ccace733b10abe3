import { describe, expect, test } from 'vitest';
import type { LedgerStore } from '../../../../renderer/store/ledger-store.ts';
import { receiptOf, refusalOf } from '../support.ts';
import { allOf, CASE, merged, office, packed, rowOf, secondPc, twoPlaces, write } from './offices.ts';

describe('a package', () => {
  test('holds what came since the last one for the same receiver, or everything', async () => {
    const { store } = await office('e', '城东街道');
    await write(store, 'application', CASE);
    const first = await store.exchange.makePackage({ receiver: '区里', since: 'last', passesOn: false });
    expect(first.batches).toBe(2);
    // Not saved: nothing was handed over. That a package was made is in the log before it leaves.
    expect((await store.exchange.makePackage({ receiver: '区里', since: 'last', passesOn: false })).batches).toBe(3);
    receiptOf(await store.exchange.packageSaved('U盘'));
    await write(store, 'application', CASE);
    const second = await store.exchange.makePackage({ receiver: '区里', since: 'last', passesOn: false });
    // The case, and before it the lines of the log that a package was made and handed over.
    expect(second.batches).toBe(3);
    expect((await store.exchange.makePackage({ receiver: '市里', since: 'last', passesOn: false })).batches).toBe(7);
    expect((await store.exchange.makePackage({ receiver: '区里', since: 'all', passesOn: false })).batches).toBe(8);
    expect(await store.exchange.receivers()).toEqual([{ name: '区里', at: '2026-01-05T09:41:07+08:00' }]);
  });
});

describe('a package with nothing new', () => {
  test('is not made: the lines that one was made and handed over are no reason for another', async () => {
    const { store } = await office('e', '城东街道');
    await packed(store);
    const nothing = { code: 'exchange/nothing-new' };
    await expect(packed(store)).rejects.toMatchObject(nothing);
    expect((await store.exchange.makePackage({ receiver: '对方', since: 'all', passesOn: false })).batches).toBe(3);
    await write(store, 'application', CASE);
    await packed(store);
    await expect(packed(store)).rejects.toMatchObject(nothing);
  });

  test('is not one that says a backup was restored: the receiver goes back too', async () => {
    const east = await office('e', '城东街道');
    const kept = await write(east.store, 'application', CASE);
    const id = await east.store.snapshot();
    await write(east.store, 'application', CASE);
    const { store } = await office('d', '示范区', '区');
    await merged(store, await packed(east.store), '城东街道');
    expect((await allOf(store, 'application')).size).toBe(2);
    await east.store.restoreSnapshot({ id });
    await merged(store, await packed(east.store));
    expect([...(await allOf(store, 'application')).keys()]).toEqual([kept]);
    await expect(packed(east.store)).rejects.toMatchObject({ code: 'exchange/nothing-new' });
  });
});

describe('merging', () => {
  test('the dry run says what would come and writes nothing', async () => {
    const east = await office('e', '城东街道');
    await write(east.store, 'application', CASE);
    const file = await packed(east.store);
    const { store, desk } = await office('d', '示范区', '区');
    const journal = desk.journal.bytes.length;
    const preview = await store.exchange.prepareMerge(file);
    expect(preview).toMatchObject({
      office: '城东街道',
      isKnown: false,
      isOwn: false,
      receiver: '对方',
      fresh: 2,
      known: 0,
      conflicts: 0,
      danglingTotal: 0,
    });
    expect(preview.ledgers.map(({ ledger, added, changed, own }) => [ledger, added, changed, own])).toEqual([
      ['application', 1, 0, 0],
      ['organisation', 1, 0, 0],
    ]);
    expect((await store.status()).counts.application).toBe(0);
    expect(desk.journal.bytes.length).toBe(journal);
  });

  test('an office met for the first time has to be named', async () => {
    const east = await office('e', '城东街道');
    const { store } = await office('d', '示范区', '区');
    await store.exchange.prepareMerge(await packed(east.store));
    await expect(store.exchange.mergePrepared(undefined)).rejects.toMatchObject({ code: 'exchange/unknown-office' });
    expect((await store.status()).counts.organisation).toBe(1);
    receiptOf(await store.exchange.mergePrepared('城东街道'));
    expect((await store.status()).counts.organisation).toBe(2);
  });

  test('the records stand after a restart, and the own office and its numbers are as before', async () => {
    const { west, id } = await twoPlaces();
    const own = await write(west.store, 'application', CASE);
    expect((await rowOf(west.store, own)).values.caseNo).toBe('ZR-2026-0001');
    expect((await west.store.status()).office).toBe('城西街道');
    const before = await allOf(west.store, 'application');
    const again = await west.desk.open();
    expect(await allOf(again, 'application')).toEqual(before);
    expect(again.dropped).toEqual([]);
    expect((await again.status()).journalAhead).toBe(0);
    expect((await rowOf(again, id)).values.name).toBe('三保障排查');
    expect((await again.verify()).broken).toBeUndefined();
  });

  test('does not begin, nor is taken back, on a disk that is nearly full', async () => {
    const east = await office('e', '城东街道');
    const { store, desk } = await office('d', '示范区', '区');
    await merged(store, await packed(east.store), '城东街道');
    await write(east.store, 'application', CASE);
    const full = await desk.open({ freeSpace: async () => 499 * 1024 * 1024 });
    await full.exchange.prepareMerge(await packed(east.store));
    const [snapshots, journal] = [(await desk.snapshots.api.list()).snapshots.length, desk.journal.bytes.length];
    const low = (refused: string) => ({ code: 'disk/low', message: expect.stringContaining(refused) });
    await expect(full.exchange.mergePrepared(undefined)).rejects.toMatchObject(low('没有并入交换包'));
    await expect(full.exchange.undoMerge()).rejects.toMatchObject(low('没有撤销并入'));
    expect((await full.status()).counts.application).toBe(0);
    expect((await desk.snapshots.api.list()).snapshots).toHaveLength(snapshots);
    expect(desk.journal.bytes).toHaveLength(journal);
  });

  test('the same package a second time finds nothing new', async () => {
    const east = await office('e', '城东街道');
    const file = await packed(east.store);
    const { store } = await office('d', '示范区', '区');
    await merged(store, file, '城东街道');
    expect(await store.exchange.prepareMerge(file)).toMatchObject({ fresh: 0, known: 1, isKnown: true, ledgers: [] });
  });

  test('what was written here since the dry run makes it void', async () => {
    const east = await office('e', '城东街道');
    const { store } = await office('d', '示范区', '区');
    await store.exchange.prepareMerge(await packed(east.store));
    await write(store, 'application', CASE);
    expect(refusalOf(await store.exchange.mergePrepared('城东街道'))).toEqual(['exchange/changed-meanwhile']);
  });

  test('with a full disk the merge stands, says that the copy is owed, and the journal gets it whole later', async () => {
    const east = await office('e', '城东街道');
    const id = await write(east.store, 'application', CASE);
    const { desk, store } = await office('d', '示范区', '区');
    await store.exchange.prepareMerge(await packed(east.store));
    desk.journal.isFull = true;
    expect(receiptOf(await store.exchange.mergePrepared('城东街道')).durability).toBe('journalPending');
    expect(refusalOf(await store.exchange.undoMerge())).toEqual(['journal/behind']);
    desk.journal.isFull = false;
    await store.retryJournal();
    desk.loseDatabase();
    await (await desk.open()).recoverFromJournal();
    expect((await rowOf(await desk.open(), id)).office).toBeDefined();
  });

  test('a package that does not go on from what is here is refused, and nothing is half merged', async () => {
    const east = await office('e', '城东街道');
    const { store } = await office('d', '示范区', '区');
    await packed(east.store);
    await write(east.store, 'application', CASE);
    const before = (await store.status()).counts;
    const late = await packed(east.store);
    for (const _ of ['once', 'again'])
      await expect(store.exchange.prepareMerge(late)).rejects.toMatchObject({ code: 'exchange/waiting' });
    expect((await store.status()).counts).toEqual(before);
    expect(await store.exchange.waitingPackages()).toMatchObject([
      { office: '城东街道', missing: '城东街道的第 1 批' },
    ]);
  });

  test('packages in the wrong order are kept, over a restart too, and come in one merge once none is missing', async () => {
    const east = await office('e', '城东街道');
    const ids: string[] = [];
    const next = async () => {
      ids.push(await write(east.store, 'application', CASE));
      return packed(east.store);
    };
    const [first, second, third, fourth] = [await packed(east.store), await next(), await next(), await next()];
    const { store, desk } = await office('d', '示范区', '区');
    const early = { code: 'exchange/waiting' };
    await expect(store.exchange.prepareMerge(fourth)).rejects.toMatchObject(early);
    await expect(store.exchange.prepareMerge(second)).rejects.toMatchObject(early);
    const again = await desk.open();
    await again.setOperator('区里');
    // The fourth goes on waiting: the third is still missing.
    expect(await again.exchange.prepareMerge(first)).toMatchObject({ along: 1 });
    receiptOf(await again.exchange.mergePrepared('城东街道'));
    expect(await again.exchange.waitingPackages()).toHaveLength(1);
    expect((await allOf(again, 'application')).size).toBe(1);
    expect(await again.exchange.prepareMerge(third)).toMatchObject({ along: 1, known: 0 });
    receiptOf(await again.exchange.mergePrepared(undefined));
    expect(await again.exchange.waitingPackages()).toEqual([]);
    expect([...(await allOf(again, 'application')).keys()].toSorted()).toEqual(ids.toSorted());
    expect((await again.verify()).broken).toBeUndefined();
  });

  test('a package that waited and is not wanted is let go; one whose predecessor came otherwise is merged by itself', async () => {
    const east = await office('e', '城东街道');
    await packed(east.store);
    const id = await write(east.store, 'application', CASE);
    const late = await packed(east.store);
    const { store } = await office('d', '示范区', '区');
    await expect(store.exchange.prepareMerge(late)).rejects.toMatchObject({ code: 'exchange/waiting' });
    const [kept] = await store.exchange.waitingPackages();
    await store.exchange.dropWaiting(kept?.key ?? '');
    expect(await store.exchange.waitingPackages()).toEqual([]);
    await expect(store.exchange.prepareMerge(late)).rejects.toMatchObject({ code: 'exchange/waiting' });
    await merged(store, await packed(east.store, 'all'), '城东街道');
    expect(await store.exchange.waitingPackages()).toEqual([]);
    expect((await rowOf(store, id)).values.name).toBe('三保障排查');
  });
});

describe('a package that came early, on a disk that is nearly full', () => {
  test('is not kept, and the clerk is told why', async () => {
    const east = await office('e', '城东街道');
    await packed(east.store);
    await write(east.store, 'application', CASE);
    const { desk } = await office('d', '示范区', '区');
    const full = await desk.open({ freeSpace: async () => 499 * 1024 * 1024 });
    await expect(full.exchange.prepareMerge(await packed(east.store))).rejects.toMatchObject({
      code: 'disk/low',
      message: expect.stringContaining('没有收好'),
    });
    expect(await full.exchange.waitingPackages()).toEqual([]);
  });
});

describe('rows of another office', () => {
  test('are read only here: no edit, no undo, no act', async () => {
    const { west, id } = await twoPlaces();
    const { rev } = await rowOf(west.store, id);
    const draft = { kind: 'edit', ledger: 'application', id, rev, patch: { persons: 5 } } as const;
    expect(refusalOf(await west.store.write([draft], { kind: 'edit', text: '修改' }))).toEqual(['record/other-office']);
    expect(refusalOf(await west.store.undo(rev.split('/').slice(0, 2).join('/')))).toEqual(['undo/nothing']);
  });

  test('are not what rules and figures of this office look at', async () => {
    const { west } = await twoPlaces();
    expect(west.store.context().records('application')).toEqual([]);
    expect((await west.store.rows({ ledger: 'application', everywhere: true })).length).toBe(1);
  });
});

describe('whose records are in view', () => {
  const names = async (store: LedgerStore) => (await store.rows({ ledger: 'application' })).map(({ id }) => id);

  test('lists and figures show this office’s, everybody’s or one other office’s, as chosen; rules see their own', async () => {
    const { east, west, id } = await twoPlaces();
    const own = await write(west.store, 'application', CASE);
    expect((await west.store.status()).others.map(({ name }) => name)).toEqual(['城东街道']);
    expect(await names(west.store)).toEqual([own]);
    await west.store.exchange.setView('all');
    expect(await names(west.store)).toEqual([id, own]);
    expect(west.store.contextInView().records('application')).toHaveLength(2);
    expect(west.store.context().records('application')).toHaveLength(1);
    const [office] = (await west.store.status()).others;
    await west.store.exchange.setView(office?.id ?? '');
    expect(await names(west.store)).toEqual([id]);
    // An office nobody merged is none to look at.
    await west.store.exchange.setView('nobody');
    expect((await west.store.status()).view).toBe('own');
    expect((await east.store.status()).others).toEqual([]);
  });

  test('each row says which office entered it, and can be filtered by it', async () => {
    const { west, id } = await twoPlaces();
    await write(west.store, 'application', CASE);
    await west.store.exchange.setView('all');
    const { rows } = await west.store.window({ ledger: 'application' }, 0, 10);
    expect(rows.map(({ derived }) => derived.enteredByOffice)).toEqual(['城东街道', '城西街道']);
    const filters = [{ field: 'enteredByOffice', is: ['城东街道'] }];
    expect((await west.store.rows({ ledger: 'application', filters })).map((row) => row.id)).toEqual([id]);
    expect(await west.store.distinct({ ledger: 'application' }, 'enteredByOffice')).toHaveLength(2);
  });
});

describe('taking a merge back', () => {
  test('its batches no longer count, and the package can be merged again', async () => {
    const east = await office('e', '城东街道');
    const id = await write(east.store, 'application', CASE);
    const file = await packed(east.store);
    const { desk, store } = await office('d', '示范区', '区');
    await merged(store, file, '城东街道');
    receiptOf(await store.exchange.undoMerge());
    const { counts, others } = await store.status();
    expect([counts.application, others]).toEqual([0, []]);
    const again = await desk.open();
    expect((await again.status()).counts.application).toBe(0);
    expect((await again.status()).journalAhead).toBe(0);
    expect((await again.exchange.merges()).map(({ undone }) => undone)).toEqual([true]);
    await again.setOperator('区里');
    await merged(again, file);
    expect((await rowOf(again, id)).values.name).toBe('三保障排查');
    expect((await again.status()).journalBehind).toBe(0);
  });

  test('something written later that points at what came keeps it', async () => {
    const east = await office('e', '城东街道');
    const unit = await write(east.store, 'department', { name: '区民政局' });
    const { store } = await office('d', '示范区', '区');
    await merged(store, await packed(east.store), '城东街道');
    await write(store, 'application', { ...CASE, applicant: unit });
    expect(refusalOf(await store.exchange.undoMerge())).toEqual(['exchange/rests-on-merge']);
    expect((await store.status()).counts.department).toBe(1);
  });

  test('is refused where personal data was purged with it: what the purge took nobody can bring back', async () => {
    const first = await office('e', '城东街道');
    const id = await write(first.store, 'application', { ...CASE, name: '张三的事' });
    const second = await secondPc(first.desk, 'f');
    const records = [{ ledger: 'application', id }];
    receiptOf(await second.store.purge({ records, words: ['张三'], basis: '本人要求', withFiles: false }));
    await merged(first.store, await packed(second.store));
    const before = await allOf(first.store, 'application');
    const outcome = await first.store.exchange.undoMerge();
    expect(refusalOf(outcome)).toEqual(['exchange/rests-on-merge']);
    expect(outcome).toMatchObject({ complaints: [{ message: expect.stringContaining('清除了个人信息') }] });
    expect(await allOf(first.store, 'application')).toEqual(before);
    expect((await rowOf(first.store, id)).values.name).toBe('（已清除）的事');
  });
});

import { describe, expect, test } from 'vitest';
import type { Desk } from '../support.ts';
import { allOf, CASE, merged, office, packed, secondPc, write } from './offices.ts';

/** The records as a recovery finds them once the database is gone. */
async function remade(desk: Desk) {
  desk.loseDatabase();
  const rescue = desk.rescue();
  await rescue.adopt(await rescue.rebuild({ kind: 'latest' }));
  const store = await desk.openNoted();
  await store.setOperator('经办');
  return store;
}

const idsIn = async (store: Parameters<typeof allOf>[0]) => [...(await allOf(store, 'application')).keys()].toSorted();

/** Two PCs of an office, the first having merged the second's case and gone back to before that. */
async function goneBack() {
  const first = await office('e', '城东街道');
  const own = await write(first.store, 'application', CASE);
  const second = await secondPc(first.desk, 'f');
  const theirs = await write(second.store, 'application', CASE);
  const before = await first.store.snapshot();
  await merged(first.store, await packed(second.store, 'all'));
  await first.store.restoreSnapshot({ id: before });
  expect(await idsIn(first.store)).toEqual([own]);
  return { first, second, own, theirs };
}

describe('a PC that went back to before a merge', () => {
  test('finds neither more nor less once its database is lost', async () => {
    const { first, own } = await goneBack();
    expect(await idsIn(await remade(first.desk))).toEqual([own]);
  });

  test('finds neither more nor less having gone forward to it and back once more, in a journal that holds none of it', async () => {
    const { first, own, theirs } = await goneBack();
    // Begun again from the database, which holds it no more.
    first.desk.journal.bytes = new Uint8Array();
    const store = await first.desk.openNoted();
    await store.setOperator('经办');
    const { snapshots } = await first.desk.snapshots.api.list();
    const [merge, before] = ['restore', 'asked'].map((why) => snapshots.find(({ reason }) => reason === why));
    await store.restoreSnapshot({ id: merge?.id ?? '' });
    expect(await idsIn(store)).toEqual([own, theirs]);
    await store.restoreSnapshot({ id: before?.id ?? '' });
    expect(await idsIn(store)).toEqual([own]);
    expect(await idsIn(await remade(first.desk))).toEqual([own]);
  });

  test('merges the same again, and a recovery keeps it', async () => {
    const { first, second, own, theirs } = await goneBack();
    await merged(first.store, await packed(second.store, 'all'));
    expect(await idsIn(first.store)).toEqual([own, theirs]);
    expect(await idsIn(await remade(first.desk))).toEqual([own, theirs]);
  });

  test('takes nothing back from whoever else merges the other PC', async () => {
    const { first, second, own, theirs } = await goneBack();
    const { store } = await office('d', '示范区', '区');
    await merged(store, await packed(first.store, 'all'));
    expect(await idsIn(store)).toEqual([own]);
    await merged(store, await packed(second.store, 'all'));
    expect(await idsIn(store)).toEqual([own, theirs]);
    const later = await write(second.store, 'application', CASE);
    await merged(store, await packed(second.store, 'all'));
    expect(await idsIn(store)).toEqual([own, theirs, later].toSorted());
  });

  test('leaves out another office’s records as well, until they are merged again', async () => {
    const east = await office('e', '城东街道');
    const theirs = await write(east.store, 'application', CASE);
    const west = await office('w', '城西街道');
    const own = await write(west.store, 'application', CASE);
    const before = await west.store.snapshot();
    const file = await packed(east.store, 'all');
    await merged(west.store, file);
    await west.store.restoreSnapshot({ id: before });
    const anew = await remade(west.desk);
    expect(await idsIn(anew)).toEqual([own]);
    await merged(anew, file);
    expect(await idsIn(anew)).toEqual([theirs, own]);
    expect(await idsIn(await remade(west.desk))).toEqual([theirs, own]);
  });
});

test('a PC recovers what another PC of its office sent that stood on a third office’s records, which never came', async () => {
  const first = await office('e', '城东街道');
  const own = await write(first.store, 'application', CASE);
  const second = await secondPc(first.desk, 'f');
  const west = await office('w', '城西街道');
  await write(west.store, 'application', CASE);
  await merged(first.store, await packed(west.store));
  // Its chain goes on from the other office's, too.
  const anew = await remade(first.desk);
  const later = await write(anew, 'application', CASE);
  await merged(second.store, await packed(anew, 'all'));
  expect(await idsIn(second.store)).toEqual([own, later].toSorted());
  expect(await idsIn(await remade(second.desk))).toEqual([own, later].toSorted());
});

test('a restore after a recovery goes back over what was written here before it, at the next recovery too', async () => {
  const west = await office('w', '城西街道');
  const own = await write(west.store, 'application', CASE);
  const before = await west.store.snapshot();
  const east = await office('e', '城东街道');
  // The second chain of this PC notes the merge, the third restores.
  const second = await remade(west.desk);
  await merged(second, await packed(east.store));
  await write(second, 'application', CASE);
  const third = await remade(west.desk);
  expect(await idsIn(third)).toHaveLength(2);
  await third.restoreSnapshot({ id: before });
  expect(await idsIn(third)).toEqual([own]);
  expect(await idsIn(await remade(west.desk))).toEqual([own]);
});

test('what the other PC of an office went back over stays where it was merged, in a recovery too', async () => {
  const first = await office('e', '城东街道');
  const second = await secondPc(first.desk, 'f');
  const before = await first.store.snapshot();
  const gone = await write(first.store, 'application', CASE);
  await merged(second.store, await packed(first.store, 'all'));
  await first.store.restoreSnapshot({ id: before });
  const later = await write(first.store, 'application', CASE);
  await merged(second.store, await packed(first.store, 'all'));
  expect(await idsIn(second.store)).toEqual([gone, later].toSorted());
  expect(await idsIn(await remade(second.desk))).toEqual([gone, later].toSorted());
});

test('a PC that began on another one’s records still knows its office once each side has merged the other', async () => {
  const first = await office('e', '城东街道');
  const second = await secondPc(first.desk, 'f');
  const own = await write(second.store, 'application', CASE);
  // Its chain stands before this office's in the order of the fold, and notes its merge first.
  const west = await office('a', '城西街道');
  await merged(west.store, await packed(second.store, 'all'));
  const theirs = await write(west.store, 'application', CASE);
  await merged(second.store, await packed(west.store, 'all'));
  const expected = await allOf(second.store, 'application');
  expect([...expected.keys()].toSorted()).toEqual([own, theirs].toSorted());
  expect(await allOf(await remade(second.desk), 'application')).toEqual(expected);
});

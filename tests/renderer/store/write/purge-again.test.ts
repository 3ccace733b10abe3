import { expect, test } from 'vitest';
import { Desk, receiptOf, recordsOf } from '../support.ts';
import { EDIT, everythingOn, findPerson, office, PERSON, request } from './purge-support.ts';

test('what was purged stays purged when a snapshot from before is restored, and the case stays', async () => {
  const { desk, store, kept, gone, other } = await office();
  const id = await store.snapshot();
  receiptOf(await store.purge(request([kept, gone])));
  const purged = await recordsOf(store, 'application');
  await store.restoreSnapshot({ id });
  const restored = await recordsOf(store, 'application');
  expect([...restored.keys()]).toEqual([kept.id, other.id]);
  expect(restored.get(kept.id)).toMatchObject({ values: (purged.get(kept.id) as { values: object }).values });
  expect(await findPerson(store)).toEqual({ records: [], isMore: false, mentions: 0 });
  expect(await store.trash('application')).toEqual([]);
  expect(await everythingOn(desk, desk.parts())).not.toContain(PERSON);
  expect(await recordsOf(await desk.open(), 'application')).toEqual(restored);
  desk.loseDatabase();
  const fresh = await desk.open();
  await fresh.recoverFromJournal();
  expect(await recordsOf(fresh, 'application')).toEqual(restored);
});

test('it does so by way of a snapshot from before the record, and whoever entered it anew keeps what was entered', async () => {
  const desk = new Desk();
  const before = await (await desk.open()).snapshot();
  const { store, kept } = await office(desk);
  const held = await store.snapshot();
  receiptOf(await store.purge(request([kept])));
  await store.restoreSnapshot({ id: before });
  await store.restoreSnapshot({ id: held });
  expect(await findPerson(store)).toMatchObject({ records: [expect.objectContaining({ isDeleted: true })] });
  const rev = (await store.view('application', kept.id))?.row.rev ?? '';
  const patch = { contact: '钱七' };
  const edit = { kind: 'edit', ledger: 'application', id: kept.id, rev, patch } as const;
  receiptOf(await store.write([edit], EDIT));
  const anew = await store.snapshot();
  await store.restoreSnapshot({ id: anew });
  expect((await recordsOf(store, 'application')).get(kept.id)).toMatchObject({ values: patch });
});

test('a purge that has not reached the journal is not forgotten by a restore that purges again, nor does it stop it', async () => {
  const { desk, kept, gone } = await office();
  const store = await desk.open({
    journal: { ...desk.journal.api, purge: () => Promise.reject(new Error('disk')) },
  });
  await store.setOperator('王芳');
  const id = await store.snapshot();
  const values = { inDate: '2026-01-06', name: '新件', contact: PERSON };
  const { records } = receiptOf(await store.write([{ kind: 'create', ledger: 'application', values }], EDIT));
  receiptOf(await store.purge(request([kept, gone, ...records])));
  await store.restoreSnapshot({ id });
  expect((await recordsOf(store, 'application')).get(kept.id)).not.toHaveProperty('values.contact');
  const again = await desk.open();
  expect((await again.status()).purgeProblem).toBeUndefined();
  expect(await everythingOn(desk, desk.parts())).not.toContain(PERSON);
});

test('a restore that breaks off as soon as it counts has purged again, and the next start brings that to its end', async () => {
  const { desk, kept, gone } = await office();
  let broken: (() => void) | undefined;
  const { append } = desk.journal.api;
  const journal = {
    ...desk.journal.api,
    append: (chunk: Uint8Array, last: boolean) => {
      if (!broken) return append(chunk, last);
      broken();
      return new Promise<never>(() => undefined);
    },
  };
  const store = await desk.open({ journal });
  await store.setOperator('王芳');
  const id = await store.snapshot();
  receiptOf(await store.purge(request([kept, gone])));
  const purged = (await recordsOf(store, 'application')).get(kept.id) as { values: object };
  const counts = new Promise<void>((resolve) => {
    broken = resolve;
  });
  void store.restoreSnapshot({ id });
  await counts;
  const again = await desk.open();
  expect((await recordsOf(again, 'application')).get(kept.id)).toMatchObject({ values: purged.values });
  expect(await findPerson(again)).toEqual({ records: [], isMore: false, mentions: 0 });
  expect(await again.trash('application')).toEqual([]);
  expect(await everythingOn(desk, desk.parts())).not.toContain(PERSON);
});

import { expect, test } from 'vitest';
import type { LedgerStore } from '../../../../renderer/store/ledger-store.ts';
import { FollowedWindows } from '../../../../renderer/store/query/followed-windows.ts';
import type { Draft, FollowedWindow, StoreEvent } from '../../../../renderer/store/store-api.ts';
import type { Filter, Query } from '../../../../shared/kit/query.ts';
import { fc } from '../../../properties.ts';
import { Desk, receiptOf } from '../support.ts';

const QUERY: Query = { ledger: 'application', sort: { field: 'name', descending: false }, sums: ['persons'] };

const aCase = (id: string, name: string, persons: number): Draft => ({
  kind: 'create',
  ledger: 'application',
  id,
  values: { inDate: '2026-01-05', name, persons, contact: '张三丰' },
});

async function filled(desk: Desk): Promise<LedgerStore> {
  const store = await desk.open();
  const drafts = ['丙', '甲', '戊', '乙', '丁'].map((name, at) => aCase(`r${at}`, name, at + 1));
  receiptOf(await store.write(drafts, { kind: 'import', text: '导入' }));
  return store;
}

/** What a page that follows is told with the changes from now on. */
function listening(store: LedgerStore, windows: FollowedWindows) {
  const told: StoreEvent[] = [];
  store.subscribe((event) => told.push(windows.told(store, event)));
  return (): readonly FollowedWindow[] =>
    told.splice(0).flatMap((event) => (event.kind === 'changed' ? (event.followed ?? []) : []));
}

async function changed(store: LedgerStore, id: string, name: string | undefined, persons = 9): Promise<void> {
  const rev = (await store.view('application', id))?.row.rev;
  const act = { ledger: 'application', id, rev: rev ?? '' };
  const draft: Draft =
    rev === undefined
      ? aCase(id, name ?? '己', persons)
      : name === undefined
        ? { kind: 'delete', ...act }
        : { kind: 'edit', ...act, patch: { name, persons } };
  receiptOf(await store.write([draft], { kind: 'edit', text: '修改' }));
}

test('what is told with a change is what a store that knows nothing yet answers', async () => {
  const name = fc.option(fc.constantFrom('甲', '丙', '己', '办'), { nil: undefined });
  const change = fc.record({ id: fc.constantFrom('r0', 'r2', 'r4', 'r5', 'r6'), name });
  const filters = fc.constantFrom<readonly Filter[]>(
    [],
    [{ field: 'name', contains: '甲' }],
    [{ field: 'persons', from: 2 }],
  );
  await fc.assert(
    fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 4 }), filters, async (changes, given) => {
      const desk = new Desk();
      const store = await filled(desk);
      const windows = new FollowedWindows();
      const query = { ...QUERY, filters: given };
      await windows.follow(store, query, 0, 3);
      await windows.follow(store, query, 3, 3);
      const heard = listening(store, windows);
      for (const [at, { id, name }] of changes.entries()) {
        // No two of the same name: which of equals stands first is nobody's promise.
        await changed(store, id, name && `${name}${id}`, 10 + at);
        const fresh = await desk.open();
        for (const { question, offset, window } of heard()) {
          expect(JSON.parse(question)).toEqual(query);
          expect(window).toEqual(await fresh.window(query, offset, 3));
        }
      }
    }),
    { numRuns: 20 },
  );
});

test('only stretches that show a changed record are told, of the list followed last', async () => {
  const store = await filled(new Desk());
  const windows = new FollowedWindows();
  const heard = listening(store, windows);
  await changed(store, 'r1', '甲一');
  expect(heard()).toEqual([]);
  await windows.follow(store, QUERY, 0, 2);
  await windows.follow(store, QUERY, 2, 2);
  await changed(store, 'r1', '甲二');
  const [told, ...others] = heard();
  expect(others).toEqual([]);
  expect(told?.offset).toBe(2);
  expect(told?.window).toMatchObject({ total: 5, rows: [{ values: { name: '甲二' } }, { values: { name: '戊' } }] });
  await windows.follow(store, { ...QUERY, filters: [{ field: 'name', contains: '丁' }] }, 0, 2);
  await changed(store, 'r1', '甲三');
  expect(heard()).toEqual([]);
});

test('nothing is told to whom there is no store to tell of: while the program is locked', async () => {
  const store = await filled(new Desk());
  const windows = new FollowedWindows();
  await windows.follow(store, QUERY, 0, 5);
  await changed(store, 'r1', '甲一');
  const event = { kind: 'changed', ledgers: ['application'] } as const;
  expect(windows.told(undefined, event)).toBe(event);
});

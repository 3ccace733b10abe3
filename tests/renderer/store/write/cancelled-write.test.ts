import { afterEach, expect, test, vi } from 'vitest';
import type { Draft } from '../../../../renderer/store/store-api.ts';
import { fc } from '../../../properties.ts';
import { Desk, receiptOf, recordsOf, refusalOf } from '../support.ts';
import { withoutPatience } from '../without-patience.ts';

const IMPORT = { kind: 'import', text: '导入 九月.xlsx' } as const;
const ROWS = 2200;

const drafts = Array.from(
  { length: ROWS },
  (_, place): Draft => ({
    kind: 'create',
    ledger: 'application',
    values: { inDate: '2026-01-05', name: `事项${place}` },
  }),
);

/** How often a whole write asks whether it is cancelled. */
async function timesAsked(): Promise<number> {
  const store = await new Desk().open();
  let asked = 0;
  receiptOf(
    await store.write(drafts, IMPORT, () => {
      asked += 1;
      return false;
    }),
  );
  return asked;
}

afterEach(() => vi.restoreAllMocks());

test('an import cancelled at any point leaves the store, the journal and the numbers as they were', async () => {
  withoutPatience();
  const asked = await timesAsked();
  const desk = new Desk();
  const store = await desk.open();
  receiptOf(await store.write(drafts.slice(0, 1), { kind: 'create', text: '登记' }));
  const before = await recordsOf(store, 'application');
  const journal = desk.journal.bytes.length;
  // Twice a row while planning, then at each pause of the open transaction, the last time before the closing record.
  const inTransaction = asked - ROWS * 2;
  expect(inTransaction).toBeGreaterThan(20);
  const points = fc.oneof(fc.nat(asked - 1), fc.integer({ min: asked - inTransaction, max: asked - 1 }));
  await fc.assert(
    fc.asyncProperty(points, async (patience) => {
      let left = patience;
      const outcome = await store.write(drafts, IMPORT, () => {
        left -= 1;
        return left < 0;
      });
      expect(refusalOf(outcome)).toEqual(['store/cancelled']);
      expect(desk.journal.bytes.length).toBe(journal);
      expect(await recordsOf(store, 'application')).toEqual(before);
      // A part and the closing record of the row that was there before.
      expect(await desk.parts().database.batches.count()).toBe(2);
    }),
    { numRuns: 12, examples: [[0], [ROWS], [asked - 1]] },
  );
  expect(await recordsOf(await desk.open(), 'application')).toEqual(before);
  const receipt = receiptOf(await store.write(drafts.slice(1, 2), { kind: 'create', text: '登记' }));
  const { rows } = await store.window({ ledger: 'application' }, 0, 10);
  expect(rows.find((row) => row.id === receipt.records[0]?.id)?.values.caseNo).toBe('ZR-2026-0002');
});

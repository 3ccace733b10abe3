import { expect, test } from 'vitest';
import type { Draft } from '../../../../renderer/store/store-api.ts';
import { fc } from '../../../properties.ts';
import { Desk, receiptOf, recordsOf, refusalOf } from '../support.ts';

const IMPORT = { kind: 'import', text: '导入 九月.xlsx' } as const;
const ROWS = 1200;

const drafts = Array.from(
  { length: ROWS },
  (_, place): Draft => ({
    kind: 'create',
    ledger: 'application',
    values: { inDate: '2026-01-05', name: `事项${place}` },
  }),
);

test('an import cancelled at any point leaves the store, the journal and the numbers as they were', async () => {
  const desk = new Desk();
  const store = await desk.open();
  receiptOf(await store.write(drafts.slice(0, 1), { kind: 'create', text: '登记' }));
  const before = await recordsOf(store, 'application');
  const journal = desk.journal.bytes.length;
  // Asked once a row while planning, once a part while encoding, and a last time before the database begins.
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 0, max: ROWS }), async (patience) => {
      let left = patience;
      const outcome = await store.write(drafts, IMPORT, () => {
        left -= 1;
        return left < 0;
      });
      expect(refusalOf(outcome)).toEqual(['store/cancelled']);
      expect(desk.journal.bytes.length).toBe(journal);
      expect(await recordsOf(store, 'application')).toEqual(before);
    }),
    { numRuns: 12, examples: [[0], [ROWS]] },
  );
  expect(await recordsOf(await desk.open(), 'application')).toEqual(before);
  const receipt = receiptOf(await store.write(drafts.slice(1, 2), { kind: 'create', text: '登记' }));
  const { rows } = await store.window({ ledger: 'application' }, 0, 10);
  expect(rows.find((row) => row.id === receipt.records[0]?.id)?.values.caseNo).toBe('ZR-2026-0002');
});

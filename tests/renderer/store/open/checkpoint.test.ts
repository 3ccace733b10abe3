import { afterEach, expect, test, vi } from 'vitest';
import { loadCheckpoint, writeCheckpoint } from '../../../../renderer/store/open/checkpoint.ts';
import { OfficeState } from '../../../../shared/history/office-state.ts';
import { fc } from '../../../properties.ts';
import { sampleLedgers } from '../../../shared/history/sample-ledgers.ts';
import { Desk } from '../support.ts';
import { withoutPatience } from '../without-patience.ts';

afterEach(() => vi.restoreAllMocks());

/** Writes the same departments under these names, as one batch after the other. */
function named(state: OfficeState, count: number, sequence: number): void {
  for (let at = 0; at < count; at += 1) {
    const values = { name: `部门${at} ${sequence}` };
    state.apply({ kind: 'create', ledger: 'department', id: `d${at}`, rev: '', values }, `A/${sequence}/0`);
  }
  state.finishBatch({ chain: 'A', sequence, lamport: sequence, ledgers: ['department'] }, `hash${sequence}`);
}

test('a checkpoint given up at any point leaves the one before, and what was to be written is written the next time', async () => {
  withoutPatience();
  const desk = new Desk();
  const { database } = desk.parts();
  const loaded = async () => {
    const state = await loadCheckpoint(database, sampleLedgers, () => undefined);
    return { at: state.positions.get('A')?.sequence, records: [...state.table('department').records.values()] };
  };
  const state = new OfficeState(sampleLedgers);
  named(state, 2600, 1);
  expect(await writeCheckpoint(database, state)).toBe(true);
  const before = await loaded();
  expect(before).toEqual({ at: 1, records: [...state.table('department').records.values()] });
  named(state, 2600, 2);
  // Six blocks: asked once before the database begins, then before each.
  await fc.assert(
    fc.asyncProperty(fc.nat(6), async (patience) => {
      let left = patience;
      const isUnwanted = () => {
        left -= 1;
        return left < 0;
      };
      expect(await writeCheckpoint(database, state, 'changed', isUnwanted)).toBe(false);
      expect(await loaded()).toEqual(before);
    }),
    { numRuns: 7, examples: [[0], [1], [6]] },
  );
  expect(await writeCheckpoint(database, state)).toBe(true);
  expect(await loaded()).toEqual({ at: 2, records: [...state.table('department').records.values()] });
  expect(state.table('department').blocks.dirty()).toEqual([]);
});

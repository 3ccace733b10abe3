import { expect, test } from 'vitest';
import { MarkIndex } from '../../../shared/history/mark-index.ts';
import { OfficeState } from '../../../shared/history/office-state.ts';
import type { Values } from '../../../shared/kit/values.ts';
import { fc } from '../../properties.ts';
import { department } from './sample-ledgers.ts';

const marksOf = ({ name, shortName }: Values): readonly string[] =>
  [name, shortName].filter((mark): mark is string => typeof mark === 'string');

/** The last two have one number (`textMark`). */
const WORDS = ['民政', '住建', '301305号', '452729号'];
const MARKS = [['民政'], ['住建', '301305号'], ['司法'], ['452729号']];

/** What a pass over all records finds. */
const plainly = (state: OfficeState, marks: readonly string[]): readonly string[] =>
  [...state.table(department.id).records.values()]
    .filter(({ values }) => marksOf(values).some((mark) => marks.includes(mark)))
    .map(({ id }) => id)
    .toSorted();

/** More than the index keeps as a list under one mark. */
const IDS = Array.from('abcdefghijkl');

const word = fc.constantFrom(...WORDS);
const values = fc.record({ name: word, shortName: word });
const batch = fc.record({
  changed: fc.dictionary(fc.constantFrom(...IDS), fc.option(values, { nil: undefined })),
  isBulk: fc.boolean(),
  isAsked: fc.boolean(),
});

/** Applies one batch; undefined stands for a deletion. */
function apply(state: OfficeState, changed: { readonly [id: string]: Values | undefined }, isBulk: boolean): void {
  const { id: ledger } = department;
  for (const [id, now] of Object.entries(changed)) {
    const rev = `a/${id}/1`;
    if (now) state.apply({ kind: 'create', ledger, id, rev: '', values: now }, rev);
    else state.apply({ kind: 'delete', ledger, id, rev: '', values: {} }, rev);
  }
  // More than is remembered record by record.
  for (let extra = 0; isBulk && extra < 300; extra += 1) state.table(ledger).recent.touch(`extra${extra}`);
  state.finishBatch({ chain: 'a', sequence: 1, lamport: 1, ledgers: [ledger] }, '');
}

test('finds what a pass over all records finds, after any edits, whether asked in between or not', () => {
  fc.assert(
    fc.property(fc.array(batch, { maxLength: 8 }), (batches) => {
      const state = new OfficeState([department]);
      const found = (marks: readonly string[]) =>
        state
          .index(department.id, marksOf)
          .find(state.table(department.id), marks)
          .map(({ id }) => id)
          .toSorted();
      for (const { changed, isBulk, isAsked } of batches) {
        apply(state, changed, isBulk);
        if (isAsked) for (const marks of MARKS) expect(found(marks)).toEqual(plainly(state, marks));
      }
      for (const marks of MARKS) expect(found(marks)).toEqual(plainly(state, marks));
    }),
  );
});

test('an index that is made ready while records change misses none of them', () => {
  const state = new OfficeState([department]);
  apply(state, { a: { name: '民政' }, b: { name: '住建' } }, false);
  const index = new MarkIndex(marksOf);
  const making = index.catchUp(state.table(department.id));
  making.next();
  apply(state, { a: { name: '城管' }, b: { name: '民政' } }, false);
  for (const _ of making) {
    // To its end.
  }
  const found = (mark: string) => index.find(state.table(department.id), [mark]).map(({ id }) => id);
  expect(found('民政')).toEqual(['b']);
  expect(found('城管')).toEqual(['a']);
  expect(found('住建')).toEqual([]);
});

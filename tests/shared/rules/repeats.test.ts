import { expect, test } from 'vitest';
import { contextMaker } from '../../../shared/history/context.ts';
import { OfficeState } from '../../../shared/history/office-state.ts';
import type { Values } from '../../../shared/kit/values.ts';
import { demand } from '../../../shared/ledgers/demand.ts';
import { findRepeats, repeatSearch } from '../../../shared/rules/repeats.ts';
import { fc } from '../../properties.ts';

const SEARCH = repeatSearch(demand.id, {
  person: 'person',
  personId: 'personId',
  phone: 'phone',
  community: 'community',
  text: 'content',
});

const some = (...words: readonly string[]) => fc.constantFrom(undefined, '', ...words);
const values: fc.Arbitrary<Values> = fc.record({
  person: some('王桂英', '李敏'),
  personId: some('990311197001010016'),
  phone: some('13800000001', '13800000002'),
  community: some('晨光', '东湖'),
  content: some('三幢电梯又停运了', '三幢的电梯停运', '楼上漏水多年'),
});

test('the index proposes the same repetitions as a pass over every record', () => {
  fc.assert(
    fc.property(fc.array(values, { maxLength: 10 }), values, (all, own) => {
      const state = new OfficeState([demand]);
      for (const [place, one] of all.entries())
        state.apply({ kind: 'create', ledger: demand.id, id: `d${place}`, rev: '', values: one }, 'a/1/1');
      state.finishBatch({ chain: 'a', sequence: 1, lamport: 1, ledgers: [demand.id] }, '');
      const { marked: _, ...plain } = contextMaker(state)('2026-06-01', '李敏');
      const indexed = contextMaker(state)('2026-06-01', '李敏');
      const found = (context: typeof plain) =>
        findRepeats(own, 'd0', SEARCH, context)
          .map(({ record, same, likeness }) => `${likeness.toFixed(3)} ${record.id} ${same}`)
          .toSorted();
      expect(found(indexed)).toEqual(found(plain));
    }),
  );
});

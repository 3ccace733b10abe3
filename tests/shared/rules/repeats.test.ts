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

test('the same words again are wholly alike; a single letter says nothing', () => {
  const asked = (content: string): Values => ({ phone: '13800000001', content });
  const likeness = (before: string, now: string) => {
    const state = new OfficeState([demand]);
    const change = { kind: 'create', ledger: demand.id, id: 'd1', rev: '', values: asked(before) } as const;
    state.apply(change, 'a/1/1');
    state.finishBatch({ chain: 'a', sequence: 1, lamport: 1, ledgers: [demand.id] }, '');
    const context = contextMaker(state)('2026-06-01', '李敏');
    return findRepeats(asked(now), undefined, SEARCH, context).map((one) => one.likeness);
  };
  expect(likeness('三幢电梯又停运了', '三幢电梯又停运了')).toEqual([1]);
  expect(likeness('漏水', '漏水')).toEqual([1]);
  expect(likeness('漏', '漏')).toEqual([]);
  expect(likeness('12 号', '12 号')).toEqual([]);
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

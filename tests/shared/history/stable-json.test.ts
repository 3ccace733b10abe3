import { expect, test } from 'vitest';
import type { Change } from '../../../shared/history/change.ts';
import { changeJson, joinedInOrder, sortedValues } from '../../../shared/history/stable-json.ts';
import type { Values } from '../../../shared/kit/values.ts';
import { fc } from '../../properties.ts';

const fieldId = fc.oneof(fc.constantFrom('name', 'amount', 'Name', '10', '9'), fc.string({ maxLength: 6 }));
const plain = fc.oneof(fc.string(), fc.integer(), fc.boolean(), fc.constant(undefined));
const row = fc.record({ id: fc.string(), name: fc.string(), at: fc.integer() });
const value = fc.oneof(plain, fc.array(fc.string()), fc.array(row, { maxLength: 3 }));
const values = fc.dictionary(fieldId, value) as fc.Arbitrary<Values>;

const shuffled = (one: Values, from: number): Values => {
  const fields = Object.entries(one);
  return Object.fromEntries([...fields.slice(from), ...fields.slice(0, from)]);
};

test('the same values in whatever order are the same text, and what stands in order is taken as it is', () => {
  const textOf = (one: Values) => {
    const change: Change = { kind: 'create', ledger: 'department', id: 'd1', rev: '', values: one };
    return changeJson(change);
  };
  fc.assert(
    fc.property(values, fc.nat(5), (one, from) => {
      expect(textOf(shuffled(one, from))).toBe(textOf(one));
      expect(textOf(joinedInOrder(one, {}))).toBe(textOf(one));
    }),
  );
  const ordered = { amount: 1, name: '甲' };
  expect(sortedValues(ordered)).toBe(ordered);
  expect(JSON.stringify(sortedValues({ name: '甲', amount: undefined, rows: [{ name: '乙', id: 'r' }] }))).toBe(
    '{"name":"甲","rows":[{"id":"r","name":"乙"}]}',
  );
});

test('two sets of fields are joined as a spread joins them, in order', () => {
  const given = { name: '甲', amount: 2, closed: false };
  const joined = joinedInOrder(given, { number: 'SQ-1', amount: 0 });
  expect(Object.entries(joined)).toEqual([
    ['amount', 0],
    ['closed', false],
    ['name', '甲'],
    ['number', 'SQ-1'],
  ]);
});

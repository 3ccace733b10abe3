import { expect, test } from 'vitest';
import { LEAD_WIDTH, layColumns, placedBefore } from '../../../../renderer/components/ledger-table/columns.ts';
import { holiday } from '../../../../shared/ledgers/holiday.ts';

test.each([
  ['c', 'a', ['c', 'a', 'b']],
  ['a', undefined, ['b', 'c', 'a']],
  ['a', 'c', ['b', 'a', 'c']],
  ['b', 'b', ['a', 'b', 'c']],
])('%s put before %s', (id, before, order) => {
  expect(placedBefore(['a', 'b', 'c'], id, before)).toEqual(order);
});

test('columns are as wide as they were drawn, and the first one is frozen whichever it is', () => {
  const [first, second] = layColumns(holiday, ['kind', 'day'], { kind: 200 });
  expect(first).toMatchObject({ id: 'kind', width: 200, frozenAt: LEAD_WIDTH });
  expect(second?.id).toBe('day');
  expect(second?.frozenAt).toBeUndefined();
});

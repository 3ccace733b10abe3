import { describe, expect, test } from 'vitest';
import { keepTargets, keptTargets, type Shelf } from '../../../renderer/components/import-wizard/kept-targets.ts';
import type { MappedColumn } from '../../../shared/workbook/import/mapping.ts';

function shelfOf(text: string | null = null): Shelf {
  let held = text;
  return {
    getItem: () => held,
    setItem: (_, next) => {
      held = next;
    },
  };
}

const columns: readonly MappedColumn[] = [
  { column: 0, header: '序号', target: { kind: 'ignore' }, why: '', sure: true },
  { column: 1, header: '意见', target: { kind: 'note', field: 'remark' }, why: '由经办人指定', sure: true },
  { column: 2, header: '时间', target: { kind: 'period', from: 'a', to: 'b' }, why: '', sure: true },
];

describe('columns remembered for a form', () => {
  test('come back as they were chosen, for this form only', () => {
    const shelf = shelfOf();
    keepTargets(shelf, 'demand|0:序号', columns);
    expect(keptTargets(shelf, 'demand|0:序号')).toEqual(columns.map(({ column, target }) => ({ column, target })));
    expect(keptTargets(shelf, 'demand|0:编号')).toBeUndefined();
  });

  test('the last choice counts, and the form not met for longest goes first', () => {
    const shelf = shelfOf();
    for (let form = 0; form < 201; form += 1) keepTargets(shelf, `form${form}`, columns);
    keepTargets(shelf, 'form200', columns.slice(0, 1));
    expect(keptTargets(shelf, 'form0')).toBeUndefined();
    expect(keptTargets(shelf, 'form1')).toHaveLength(3);
    expect(keptTargets(shelf, 'form200')).toHaveLength(1);
  });

  test.each([['not json'], ['{}'], ['[1,["a"],["a",[[0]]]]']])('%s on the shelf is nothing remembered', (text) => {
    expect(keptTargets(shelfOf(text), 'a')).toBeUndefined();
  });

  test('a storage that refuses costs the convenience only', () => {
    const full: Shelf = {
      getItem: () => null,
      setItem: () => {
        throw new Error('QuotaExceededError');
      },
    };
    expect(() => keepTargets(full, 'a', columns)).not.toThrow();
  });
});

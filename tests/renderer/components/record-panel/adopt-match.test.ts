import { describe, expect, test } from 'vitest';
import { adoptable } from '../../../../renderer/components/record-panel/adopt-match.ts';
import type { Row } from '../../../../renderer/store/store-api.ts';
import type { LedgerRecord, Values } from '../../../../shared/kit/values.ts';

const catalogue: readonly LedgerRecord[] = [
  { id: 'item-1', rev: 'c/1/0', values: { code: 'QD-001', name: '消防安全宣传教育' } },
];
const row = (derived: Values): Row => ({ id: 'a', rev: 'c/2/0', values: {}, derived });

describe('adoptable', () => {
  test('fills the result and the matched item', () => {
    const found = row({ matchResult: '清单内', matchedItem: 'QD-001 消防安全宣传教育' });
    expect(adoptable(found, {}, catalogue)).toEqual({ listMatch: '清单内', listItem: 'item-1' });
  });

  test('leaves the answer to the clerk where one was given or the comparison is open', () => {
    const found = row({ matchResult: '清单内', matchedItem: 'QD-001 消防安全宣传教育' });
    expect(adoptable(found, { listMatch: '清单外临时' }, catalogue)).toBeUndefined();
    expect(adoptable(row({ matchResult: '待人工判断' }), {}, catalogue)).toBeUndefined();
  });

  test('an item off the lists needs its term: long or passing is the department’s to say', () => {
    expect(adoptable(row({ matchResult: '清单外' }), {}, catalogue)).toBeUndefined();
    expect(adoptable(row({ matchResult: '清单外' }), { term: '阶段性临时' }, catalogue)).toEqual({
      listMatch: '清单外临时',
    });
    expect(adoptable(row({ matchResult: '负面' }), {}, catalogue)).toEqual({ listMatch: '命中负面' });
  });
});

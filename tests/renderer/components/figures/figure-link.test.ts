import { describe, expect, test } from 'vitest';
import { figureLink, idsOfLink } from '../../../../renderer/components/figures/figure-link.ts';
import { filtersOf, filtersOfLink } from '../../../../renderer/components/session/rows-link.ts';

describe('the address of a figure', () => {
  test('leads to 准入审核 and names exactly its cases', () => {
    const link = figureLink({ ledger: 'application', ids: ['a', 'b/ü'] }) ?? '';
    expect(filtersOfLink(link.slice('/review/rows/'.length))).toEqual(filtersOf(['a', 'b/ü']));
  });
  test('of another ledger names it and its records', () => {
    const link = figureLink({ ledger: 'strayTask', ids: ['s1', 's/2'] }) ?? '';
    const [, , , ledger, rows] = link.split('/');
    expect([ledger, idsOfLink(rows ?? '')]).toEqual(['strayTask', ['s1', 's/2']]);
  });
  test('is none where nothing stands behind it, and nothing where it was mangled', () => {
    expect(figureLink({ ledger: 'application', ids: [] })).toBeUndefined();
    expect([idsOfLink('%'), idsOfLink('{}'), idsOfLink('%5B1%5D')]).toEqual([[], [], []]);
  });
});

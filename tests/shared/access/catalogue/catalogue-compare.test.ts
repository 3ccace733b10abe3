import { describe, expect, test } from 'vitest';
import { type ComparedItem, compareCatalogues } from '../../../../shared/access/catalogue/catalogue-compare.ts';
import { LIKELY_SAME_ITEM, pairItems } from '../../../../shared/access/catalogue/catalogue-pairs.ts';
import { starterCatalogueValues } from '../../../../shared/access/catalogue/starter-catalogue.ts';
import { dice, pieces } from '../../../../shared/kit/similarity.ts';
import type { LedgerRecord, Values } from '../../../../shared/kit/values.ts';

const record = (id: string, values: Values): LedgerRecord => ({ id, rev: 'a/1/0', values });
const item = (id: string, name: string, values: Values = {}): LedgerRecord =>
  record(id, { listType: '依法协助', name, ...values });

describe('pairing', () => {
  const pairs = (before: readonly LedgerRecord[], after: readonly LedgerRecord[]) =>
    pairItems(before, after).map((pair) => [pair.before?.id, pair.after?.id, pair.by]);

  test('by code though the name changed, by name where there is no code', () => {
    const before = [item('a', '消防宣传', { code: 'QD-001' }), item('b', '古树名木保护')];
    const after = [item('y', '古树名木  保护'), item('x', '防灾减灾知识普及', { code: 'QD-001' })];
    expect(pairs(before, after)).toEqual([
      ['b', 'y', 'name'],
      ['a', 'x', 'code'],
    ]);
  });

  test('by name across lists, so that what was taken back is one change and not two', () => {
    expect(pairs([item('a', '河道保洁')], [item('x', '河道保洁', { listType: '收回' })])).toEqual([['a', 'x', 'name']]);
  });

  test('by likeness within one list, at the threshold and not below', () => {
    const alike = dice(pieces('消防安全宣传教育'), pieces('消防安全宣传教育和演练'));
    const apart = dice(pieces('消防安全宣传教育'), pieces('燃气安全检查'));
    expect(alike).toBeGreaterThanOrEqual(LIKELY_SAME_ITEM);
    expect(apart).toBeLessThan(LIKELY_SAME_ITEM);
    const before = [item('a', '消防安全宣传教育')];
    expect(pairs(before, [item('x', '消防安全宣传教育和演练')])).toEqual([['a', 'x', 'likeness']]);
    expect(pairs(before, [item('x', '燃气安全检查')])).toEqual([
      [undefined, 'x', undefined],
      ['a', undefined, undefined],
    ]);
    expect(pairs(before, [item('x', '消防安全宣传教育和演练', { listType: '收回' })])).toEqual([
      [undefined, 'x', undefined],
      ['a', undefined, undefined],
    ]);
  });

  test('the better likeness wins, and nothing is paired twice', () => {
    const before = [item('a', '消防安全宣传教育')];
    const after = [item('x', '消防安全宣传教育和演练、检查'), item('y', '消防安全宣传和教育')];
    expect(pairs(before, after)).toEqual([
      [undefined, 'x', undefined],
      ['a', 'y', 'likeness'],
    ]);
  });

  test('a code that two items carry tells neither apart', () => {
    const before = [item('a', '低保协助', { code: '1' }), item('b', '普查动员', { code: '1' })];
    expect(pairs(before, [item('x', '普查动员', { code: '1' })])).toEqual([
      ['b', 'x', 'name'],
      ['a', undefined, undefined],
    ]);
  });
});

describe('two versions of a small catalogue', () => {
  const old = { version: '2026', effectiveTo: '2026-12-31' };
  const next = { version: '2027', effectiveFrom: '2027-01-01', sourceDoc: '新文件' };
  const before = [
    item('fire26', '消防安全宣传教育', { ...old, code: 'QD-001', frequency: '每季度', basis: '消防法 第六条' }),
    item('rescue26', '社会救助协助', { ...old, code: 'QD-024', basis: '社会救助暂行办法 第四条' }),
    item('dogs26', '流浪犬、猫控制和处置', { ...old, code: 'QD-023' }),
    item('water26', '二次供水设施巡查', { ...old, listType: '配合履职' }),
  ];
  const after = [
    item('fire27', '消防安全宣传教育', {
      ...next,
      code: 'QD-001',
      frequency: '每月',
      basis: '消防法　第六条',
      notes: '含电动自行车',
    }),
    item('rescue27', '社会救助协助', { ...next, code: 'QD-024', basis: '社会救助暂行办法 第四条', enabled: true }),
    item('water27', '二次供水设施巡查', { ...next, listType: '收回', takeoverDept: '区住建局' }),
    item('lift27', '老旧电梯安全巡查', { ...next }),
  ];
  const cases = [
    record('c1', { itemName: '冬季消防宣传', state: 'ACTIVE', listItem: 'fire26' }),
    record('c2', { itemName: '流浪犬、猫控制和处置', state: 'COMM_OPINION' }),
    record('c3', { itemName: '流浪犬、猫控制和处置', state: 'EXITED', listItem: 'dogs26' }),
    record('c4', { itemName: '老旧电梯安全巡查', state: 'RECEIVED' }),
    record('c5', { itemName: '社会救助协助', state: 'ACTIVE', listItem: 'rescue26' }),
  ];
  const comparison = compareCatalogues(before, after, cases);
  const told = (items: readonly ComparedItem[]) =>
    items.map(({ before: was, after: is, by, fields, running }) => ({
      pair: [was?.id, is?.id, by],
      fields,
      running: running.map((touch) => [touch.application.id, touch.by]),
    }));

  test('added, with the case it would bring onto the list', () => {
    expect(told(comparison.added)).toEqual([
      { pair: [undefined, 'lift27', undefined], fields: {}, running: [['c4', '比对相符']] },
    ]);
  });

  test('dropped, with the case it strands; a closed case is not touched', () => {
    expect(told(comparison.dropped)).toEqual([
      { pair: ['dogs26', undefined, undefined], fields: {}, running: [['c2', '比对相符']] },
    ]);
  });

  test('changed, field by field; width of spaces, versions, days and source are no change', () => {
    expect(told(comparison.changed)).toEqual([
      {
        pair: ['fire26', 'fire27', 'code'],
        fields: { frequency: { before: '每季度', after: '每月' }, notes: { after: '含电动自行车' } },
        running: [['c1', '对应条目']],
      },
      {
        pair: ['water26', 'water27', 'name'],
        fields: { listType: { before: '配合履职', after: '收回' }, takeoverDept: { after: '区住建局' } },
        running: [],
      },
    ]);
  });

  test('the rest is unchanged, a blank 启用 meaning yes', () => {
    expect(comparison.unchanged).toBe(1);
  });
});

test('two days of one catalogue: an item that holds on both is the same item', () => {
  const items = starterCatalogueValues().map((values, index) => record(`i${index}`, values));
  const comparison = compareCatalogues(items, items.slice(1), []);
  expect([comparison.added.length, comparison.changed.length, comparison.unchanged]).toEqual([0, 0, 81]);
  expect(comparison.dropped.map(({ before }) => before?.values.code)).toEqual(['QD-001']);
});

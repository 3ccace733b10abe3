import { describe, expect, test } from 'vitest';
import type { Values } from '../../../shared/kit/values.ts';
import { type UnitNode, unitsInOrder, unitsUnder, unitTree } from '../../../shared/rules/unit-tree.ts';
import { record } from '../ledgers/support.ts';

const unit = (id: string, level: string, parent?: string, more: Values = {}) =>
  record(id, { level, name: id, ...(parent ? { parent } : {}), ...more });

const outline = (nodes: readonly UnitNode[]) =>
  unitsInOrder(nodes).map(({ record: { id }, depth }) => `${'-'.repeat(depth)}${id}`);

describe('四级联动', () => {
  test('from the district down, by level, code and name', () => {
    const units = [
      unit('小区甲', '小区', '晨光'),
      unit('东湖', '社区', '顺河', { code: '321311001002' }),
      unit('晨光', '社区', '顺河', { code: '321311001001' }),
      unit('顺河', '街道', '示例区'),
      unit('示例区', '区'),
    ];
    const tree = unitTree(units, '2026-11-23');
    expect(outline(tree)).toEqual(['示例区', '-顺河', '--晨光', '---小区甲', '--东湖']);
    const [top] = tree;
    expect(top && unitsUnder(top)).toEqual(['示例区', '顺河', '晨光', '小区甲', '东湖']);
  });

  test('a unit whose parent is gone stands at the top, and a circle is cut', () => {
    const units = [
      unit('孤', '网格', '没有'),
      unit('甲', '社区', '乙'),
      unit('乙', '社区', '甲'),
      unit('己', '小区', '己'),
    ];
    expect(outline(unitTree(units, '2026-11-23')).toSorted()).toEqual(['-甲', '乙', '己', '孤'].toSorted());
  });

  test('withdrawn on a day, not before', () => {
    const units = [unit('旧社区', '社区', undefined, { offFrom: '2026-05-01' })];
    expect(unitTree(units, '2026-04-30')[0]).toMatchObject({ isWithdrawn: false });
    expect(unitTree(units, '2026-05-01')[0]).toMatchObject({ isWithdrawn: true });
  });
});

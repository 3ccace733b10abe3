import { textIn } from '../kit/field-values.ts';
import { grouped } from '../kit/grouped.ts';
import { isInUse } from '../kit/in-use.ts';
import type { Day, LedgerRecord } from '../kit/values.ts';

/** A unit with the units under it, as deep as the tree goes. */
export type UnitNode = {
  readonly record: LedgerRecord;
  readonly level: string;
  /** 0 for units that stand under no other. */
  readonly depth: number;
  /** Not in use on the day: withdrawn, merged, or yet to begin. */
  readonly isWithdrawn: boolean;
  readonly children: readonly UnitNode[];
};

/** From the top down; a unit stands under any level above its own. */
export const UNIT_LEVELS: readonly string[] = ['区', '街道', '社区', '小区', '网格', '楼栋', '单元'];

/** Levels from the top down, then codes, then names: the order of the district's own list. */
function inOrder(a: LedgerRecord, b: LedgerRecord): number {
  const rank = ({ values }: LedgerRecord) => UNIT_LEVELS.indexOf(textIn(values, 'level'));
  const name = ({ values }: LedgerRecord) => `${textIn(values, 'code') || '~'} ${textIn(values, 'name')}`;
  return rank(a) - rank(b) || (name(a) < name(b) ? -1 : 1);
}

/**
 * 四级联动: the units as a tree on a day. A unit whose parent is gone stands at the top rather than nowhere, and a circle of
 * parents, which only a merge can bring, is cut where it closes.
 */
export function unitTree(units: readonly LedgerRecord[], on: Day): readonly UnitNode[] {
  const ids = new Set(units.map(({ id }) => id));
  const under = grouped(units, ({ id, values }) => {
    const parent = textIn(values, 'parent');
    return ids.has(parent) && parent !== id ? parent : '';
  });
  const placed = new Set<string>();
  const nodes = (records: readonly LedgerRecord[], depth: number): readonly UnitNode[] =>
    records.toSorted(inOrder).flatMap((record): readonly UnitNode[] => {
      if (placed.has(record.id)) return [];
      placed.add(record.id);
      const { values } = record;
      const children = nodes(under.get(record.id) ?? [], depth + 1);
      return [{ record, level: textIn(values, 'level'), depth, isWithdrawn: !isInUse(values, on), children }];
    });
  const tops = nodes(under.get('') ?? [], 0);
  const inCircles = units.filter(({ id }) => !placed.has(id));
  return [...tops, ...nodes(inCircles, 0)];
}

/** Ids of a unit and everything under it. */
export const unitsUnder = (node: UnitNode): readonly string[] => [node.record.id, ...node.children.flatMap(unitsUnder)];

/** Every unit of the trees, each before those under it. */
export const unitsInOrder = (nodes: readonly UnitNode[]): readonly UnitNode[] =>
  nodes.flatMap((node) => [node, ...unitsInOrder(node.children)]);

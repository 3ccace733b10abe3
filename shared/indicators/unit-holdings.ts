import { textIn } from '../kit/field-values.ts';
import type { Ledger } from '../kit/ledger.ts';
import type { LedgerContext } from '../kit/ledger-context.ts';
import { isRestricted } from '../kit/restricted.ts';
import { stateOf } from '../kit/steps.ts';
import type { Day, LedgerRecord, Values } from '../kit/values.ts';
import { isRetired } from '../rules/facility-rules.ts';
import { unitFieldsOf, unitsNamedIn } from '../rules/unit-records.ts';
import { type UnitNode, unitsInOrder, unitsUnder, unitTree } from '../rules/unit-tree.ts';
import { isOnDuty } from '../rules/worker-facts.ts';
import { countOf, type Figure } from './figure.ts';

/** What a unit is looked up for: which records of a ledger belong to a unit, and which of them count. */
export type Holding = {
  readonly id: string;
  readonly title: string;
  readonly ledger: string;
  readonly basis: string;
  readonly counts: (record: LedgerRecord, on: Day, ledger: Ledger | undefined) => boolean;
};

const isOpen = (record: LedgerRecord, _on: Day, ledger: Ledger | undefined): boolean => {
  const { workflow } = ledger ?? {};
  return workflow?.states[stateOf(record, workflow)]?.open ?? false;
};

/** Restricted cases count for nobody, so that the figure does not depend on who looks. */
const openCases = (ledger: string, title: string): Holding => ({
  id: ledger,
  title,
  ledger,
  basis: ledger === 'petition' ? '没有办结的件；检举控告不计' : '没有办结的件',
  counts: (record, on, declared) => isOpen(record, on, declared) && !isRestricted(declared, record.values),
});

/** What each level has of its own (四级联动): people, branches, what is in hand, cameras. */
export const HOLDINGS: readonly Holding[] = [
  {
    id: 'workers',
    title: '在岗社工',
    ledger: 'worker',
    basis: '花名册上在岗的社区工作者',
    counts: isOnDuty,
  },
  {
    id: 'branches',
    title: '支部、小组',
    ledger: 'partyBranch',
    basis: '没有撤销的院落支部、网格支部和楼栋党小组',
    counts: ({ values }) => textIn(values, 'endedOn') === '',
  },
  openCases('demand', '在办诉求'),
  openCases('petition', '在办信访'),
  openCases('dispute', '在办纠纷'),
  {
    id: 'cameras',
    title: '技防点位',
    ledger: 'facility',
    basis: '没有停用、待报废的点位',
    counts: ({ values }) => !isRetired(values),
  },
];

/** One line of the four-level view. */
export type UnitLine = {
  readonly id: string;
  readonly name: string;
  readonly level: string;
  readonly depth: number;
  readonly isWithdrawn: boolean;
  /** Ids of the units above, nearest first, so that a fold hides what is under it. */
  readonly above: readonly string[];
  readonly hasChildren: boolean;
  readonly code: string;
  readonly values: Values;
  /** What the organisation's own rules say of it: grid sizes, codes. */
  readonly warnings: readonly string[];
  /** By holding id; the units under it are counted in. */
  readonly holdings: { readonly [holding: string]: Figure };
};

/** Records that count, by the unit they name. */
function byUnit(
  holding: Holding,
  context: LedgerContext,
  on: Day,
  ledger: Ledger | undefined,
): ReadonlyMap<string, string[]> {
  const found = new Map<string, string[]>();
  const fields = ledger ? unitFieldsOf(ledger) : [];
  for (const record of context.records(holding.ledger)) {
    if (!holding.counts(record, on, ledger)) continue;
    for (const unit of unitsNamedIn(record.values, fields)) {
      const ids = found.get(unit);
      if (ids) ids.push(record.id);
      else found.set(unit, [record.id]);
    }
  }
  return found;
}

/**
 * The tree on a day as lines, each with its dated base figures and what it holds; every number opens its records. A unit
 * counts what the units under it hold too, each record once.
 */
export function unitLines(
  context: LedgerContext,
  ledgerById: (id: string) => Ledger | undefined,
  on: Day,
): readonly UnitLine[] {
  const found = HOLDINGS.map((holding) => [holding, byUnit(holding, context, on, ledgerById(holding.ledger))] as const);
  const lineOf = (node: UnitNode, above: readonly string[]): UnitLine => {
    const { values, id } = node.record;
    const units = unitsUnder(node);
    const holdings = found.map(([{ id: holding, ledger, basis }, ids]) => {
      const held = units.flatMap((unit) => ids.get(unit) ?? []);
      return [holding, countOf(held, { ledger, basis })] as const;
    });
    return {
      id,
      name: textIn(values, 'name'),
      level: node.level,
      depth: node.depth,
      isWithdrawn: node.isWithdrawn,
      above,
      hasChildren: node.children.length > 0,
      code: textIn(values, 'code'),
      values,
      warnings: (ledgerById('organisation')?.check(values, context, id) ?? []).map(({ message }) => message),
      holdings: Object.fromEntries(holdings),
    };
  };
  const parents = new Map<string, readonly string[]>();
  return unitsInOrder(unitTree(context.records('organisation'), on)).map((node) => {
    const above = parents.get(node.record.id) ?? [];
    for (const child of node.children) parents.set(child.record.id, [node.record.id, ...above]);
    return lineOf(node, above);
  });
}

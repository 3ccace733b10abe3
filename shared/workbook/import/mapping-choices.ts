import type { Ledger } from '../../kit/ledger.ts';
import type { Value } from '../../kit/values.ts';
import type { SheetLayout } from './header.ts';
import { type ColumnTarget, constantsBeside, type Mapping, proposeMapping } from './mapping.ts';

/**
 * The mapping with one column put to another target; what was to be filled down for the old one is not any more, nor does
 * a value for the whole sheet stand in for what the new one takes.
 */
export function withTarget(mapping: Mapping, column: number, target: ColumnTarget): Mapping {
  const columns = mapping.columns.map((one) =>
    one.column === column ? { ...one, target, why: '由经办人指定', sure: true, byHand: true } : one,
  );
  return {
    ...mapping,
    columns,
    constants: constantsBeside(mapping.constants, columns),
    fillDown: mapping.fillDown.filter((one) => one !== column),
  };
}

/** The mapping with a value for the whole sheet; undefined takes it away. */
export const withConstant = (mapping: Mapping, field: string, value: Value | undefined): Mapping => ({
  ...mapping,
  constants: { ...mapping.constants, [field]: value },
});

/** The mapping with a field taken from the group rows above, or not. */
export function withGroupRows(mapping: Mapping, field: string, accepted: boolean): Mapping {
  const { groupRows: _before, ...rest } = mapping;
  return accepted ? { ...rest, groupRows: field } : rest;
}

/** The mapping with a column's blanks filled from above, or not. */
export function withFillDown(mapping: Mapping, column: number, accepted: boolean): Mapping {
  const others = mapping.fillDown.filter((one) => one !== column);
  return { ...mapping, fillDown: accepted ? [...others, column] : others };
}

/** The mapping with the columns that the layout has come to have beside those mapped. */
export function withColumnsOf(mapping: Mapping, layout: SheetLayout, ledger: Ledger): Mapping {
  const known = new Set(mapping.columns.map(({ column }) => column));
  const headers = layout.headers.filter(({ column }) => !known.has(column));
  const added = proposeMapping({ ...layout, headers }, ledger).columns;
  return { ...mapping, columns: [...mapping.columns, ...added].toSorted((one, other) => one.column - other.column) };
}

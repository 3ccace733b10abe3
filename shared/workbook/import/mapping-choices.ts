import type { Value } from '../../kit/values.ts';
import type { ColumnTarget, Mapping } from './mapping.ts';

/** Column and what became of it, as chosen by hand for a form. */
export type KeptTargets = readonly { readonly column: number; readonly target: ColumnTarget }[];

/** The mapping with the targets the clerk chose for the same form before; each column says so. */
export const withKeptTargets = (mapping: Mapping, targets: KeptTargets): Mapping => ({
  ...mapping,
  columns: mapping.columns.map((one) => {
    const kept = targets.find(({ column }) => column === one.column);
    return kept === undefined ? one : { ...one, target: kept.target, why: '同样的表上次这样对应', sure: true };
  }),
});

/** The mapping with one column put to another target; what was to be filled down for the old one is not any more. */
export const withTarget = (mapping: Mapping, column: number, target: ColumnTarget): Mapping => ({
  ...mapping,
  columns: mapping.columns.map((one) =>
    one.column === column ? { ...one, target, why: '由经办人指定', sure: true } : one,
  ),
  fillDown: mapping.fillDown.filter((one) => one !== column),
});

/** The mapping with a value for the whole sheet; undefined takes it away. */
export const withConstant = (mapping: Mapping, field: string, value: Value | undefined): Mapping => ({
  ...mapping,
  constants: { ...mapping.constants, [field]: value },
});

/** The mapping with a column's blanks filled from above, or not. */
export function withFillDown(mapping: Mapping, column: number, accepted: boolean): Mapping {
  const others = mapping.fillDown.filter((one) => one !== column);
  return { ...mapping, fillDown: accepted ? [...others, column] : others };
}

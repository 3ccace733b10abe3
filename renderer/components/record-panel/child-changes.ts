import type { FieldSpecs } from '../../../shared/kit/fields.ts';
import { formatValue, type NameOf } from '../../../shared/kit/format.ts';
import type { ChildRow } from '../../../shared/kit/values.ts';

/** One row of a child list that came, went, or says something else, in words. */
export type ChildChangeLine = { readonly id: string; readonly before: string; readonly after: string };

/** What became of the rows of a child list. Of a changed row both sides hold what differs alone. */
export function childChangeLines(
  fields: FieldSpecs,
  before: readonly ChildRow[],
  after: readonly ChildRow[],
  nameOf: NameOf,
): readonly ChildChangeLine[] {
  const words = (row: ChildRow | undefined): string =>
    Object.entries(fields)
      .flatMap(([id, field]) => {
        const value = row?.[id];
        return value === undefined ? [] : [`${field.label} ${formatValue(value, field, nameOf)}`];
      })
      .join('，');
  const ids = [...new Set([...before, ...after].map(({ id }) => id))];
  return ids.map((id) => {
    const row = after.find((one) => one.id === id);
    const is = words(row) || (row ? '（清空）' : '（移除）');
    return { id, before: words(before.find((one) => one.id === id)), after: is };
  });
}

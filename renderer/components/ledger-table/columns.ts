import type { CSSProperties } from 'react';
import type { FieldSpec } from '../../../shared/kit/fields.ts';
import type { Ledger } from '../../../shared/kit/ledger.ts';
import { columnLabel, fieldOf } from '../basics/shown-text.ts';

/** One column of the table with its place on screen, in pixels. */
export type Column = {
  readonly id: string;
  readonly field: FieldSpec;
  readonly label: string;
  readonly width: number;
  /** Distance from the left edge where the column stays put while the others scroll. */
  readonly frozenAt?: number;
};

/** Width of the first column with the tick box and 序号. */
export const LEAD_WIDTH = 84;

const labelWidth = (label: string): number => Array.from(label).length * 14 + 48;

/** Child lists and attachments have no cell worth a column. */
const fits = (field: FieldSpec): boolean => field.kind !== 'children' && field.kind !== 'attachments';

/** Every field that can be a column, stored ones first. */
export const possibleColumns = (ledger: Ledger): readonly (readonly [string, FieldSpec])[] =>
  [...Object.entries(ledger.fields), ...Object.entries(ledger.derived?.fields ?? {})].filter(([, field]) =>
    fits(field),
  );

/** The order beside an open record, where few columns are in view: what a row is called comes first. */
export const titleFirst = (ledger: Ledger, ids: readonly string[]): readonly string[] => [
  ledger.titleField,
  ...ids.filter((id) => id !== ledger.titleField),
];

/** The columns with one of them put before another; at the end where that is not among them. */
export function placedBefore(ids: readonly string[], id: string, before: string | undefined): readonly string[] {
  if (id === before) return ids;
  const others = ids.filter((other) => other !== id);
  const place = before === undefined ? -1 : others.indexOf(before);
  return place < 0 ? [...others, id] : [...others.slice(0, place), id, ...others.slice(place)];
}

/** No column is drawn narrower: its filter would go. */
export const NARROWEST = 56;

/** The columns in the given order, as wide as the clerk drew them; the first one is frozen beside 序号. */
export function layColumns(
  ledger: Ledger,
  ids: readonly string[],
  widths: { readonly [id: string]: number } = {},
): readonly Column[] {
  return ids
    .flatMap((id) => {
      const field = fieldOf(ledger, id);
      if (!field) return [];
      const label = columnLabel(field);
      const width = widths[id] ?? Math.max((field.width ?? 14) * 8, labelWidth(label));
      return [{ id, field, label, width }];
    })
    .map((column, place) => (place === 0 ? { ...column, frozenAt: LEAD_WIDTH } : column));
}

const tracks = (widths: readonly number[]): string => widths.map((width) => `${width}px`).join(' ');

/**
 * The widths of a row's cells, said once for all rows: a style of its own on every cell is what takes longest when rows
 * come into view. What is left of the width goes to the last column.
 */
export function cellWidths(columns: readonly Column[]): CSSProperties {
  const [frozen, others] = [true, false].map((isFrozen) =>
    columns.filter(({ frozenAt }) => (frozenAt !== undefined) === isFrozen).map(({ width }) => width),
  );
  const last = others?.at(-1) ?? 0;
  const widths = {
    '--frozen-cells': tracks([LEAD_WIDTH, ...(frozen ?? [])]),
    '--cells': `${tracks(others?.slice(0, -1) ?? [])} minmax(${last}px, 1fr)`,
  };
  return widths as CSSProperties;
}

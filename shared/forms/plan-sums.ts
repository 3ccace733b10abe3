import type { Figure } from '../indicators/figure.ts';
import { sum } from '../kit/numbers.ts';
import { columnLetters } from '../workbook/cell-address.ts';
import type { FilledCell } from '../workbook/fill/put-cells.ts';
import type { TableBinding, TextBinding } from './form-binding.ts';
import { endOf, isInTable, type Rows } from './form-tables.ts';
import { figureContent } from './form-values.ts';
import type { PlannedTable, TracedCell } from './plan-table.ts';
import { isAddedUp } from './total-rows.ts';

/** A table of a sheet as it is bound, and what is planned for it. */
type Filled = { readonly bound: TableBinding; readonly planned: PlannedTable };

export type PlannedSums = {
  readonly cells: readonly FilledCell[];
  readonly traced: readonly TracedCell[];
  readonly notes: readonly string[];
};

/** Hours and areas come in parts, and 0.1 + 0.2 is no 0.3 to a computer. */
const MOST_DIGITS = 6;

const BASIS = '表样这一格没有公式，由程序把各行相加';

/** Lines of totals without a formula of the superior's: what their rows are filled with, added up. */
export function planSums(texts: readonly TextBinding[], tables: readonly Filled[]): PlannedSums {
  const sums = texts.flatMap(({ row, column, value }) => {
    if (value.kind !== 'sum') return [];
    const table = tables.find(
      ({ bound }) => value.over.some(({ top }) => isInTable(bound, top)) && isBound(bound, column),
    );
    return table === undefined ? [] : [{ row, column, figure: sumOf(column, value.over, table) }];
  });
  const left = sums.filter(({ figure }) => figure === undefined);
  const filled = sums.flatMap(({ row, column, figure }) => (figure === undefined ? [] : [{ row, column, ...figure }]));
  return {
    cells: filled.map(({ row, column, content }) => ({ row, column, content })),
    traced: filled.map(({ row, column, figure }) => ({ row, column, figure, isSum: true })),
    notes: [
      ...(filled.length === 0 ? [] : [`${columnsOf(filled)} 列的合计表样没有公式，由程序把各行相加（标有 ∑），请核对`]),
      ...(left.length === 0 ? [] : [`${columnsOf(left)} 列的合计没有填：有几行要手工填，填完后请自己相加`]),
    ],
  };
}

const isBound = ({ columns }: TableBinding, column: number): boolean => columns.some((one) => one.column === column);

const columnsOf = (cells: readonly { readonly column: number }[]): string =>
  [...new Set(cells.map(({ column }) => column))].map(columnLetters).join('、');

/** Undefined where a row the sum speaks of is left to be filled by hand, or its numbers are none to be added up. */
function sumOf(column: number, over: readonly Rows[], { bound, planned }: Filled) {
  const end = endOf(bound);
  const isOver = ({ row }: { readonly row: number }) =>
    over.some(({ top, bottom }) => top <= row && (row <= bottom || (bottom === end && row > end)));
  const parts = planned.numbers.filter((one) => one.column === column && isOver(one));
  const canBeAdded = parts.every(({ figure: { unit, denominator } }) => denominator === undefined && isAddedUp(unit));
  if (planned.left.some(isOver) || !canBeAdded) return undefined;
  const [first] = parts;
  const figure: Figure = {
    unit: first?.figure.unit ?? 'count',
    ledger: first?.figure.ledger ?? '',
    value: Number(sum(parts.map((one) => one.figure.value ?? 0)).toFixed(MOST_DIGITS)),
    ids: [...new Set(parts.flatMap((one) => one.figure.ids))],
    basis: BASIS,
  };
  return { figure, content: figureContent(figure, first?.columnUnit, undefined) };
}

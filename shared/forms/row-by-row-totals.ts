import { cellAddress } from '../workbook/cell-address.ts';
import { formulaPieces } from '../workbook/fill/formula-references.ts';
import type { TableBinding } from './form-binding.ts';
import type { FormSheet } from './form-look.ts';
import { isInTable } from './form-tables.ts';

/**
 * What the clerk should know where rows are put in below row `end` of a table: totals that name each row for itself
 * (=B3+B4+B5) do not take them in, and the program writes no formula of the superior's anew.
 */
export function leftOutOfTotals({ cells }: FormSheet, table: TableBinding, end: number): readonly string[] {
  const totals = cells.flatMap((line, row) =>
    line.flatMap((cell, column) =>
      !isInTable(table, row) && namesEachRow(cell?.formula ?? '', end) ? [cellAddress(row, column)] : [],
    ),
  );
  if (totals.length === 0) return [];
  return [`表样 ${totals.join('、')} 的公式是一行一行加的，加进去的行没有算在内，请核对后改好这几处合计`];
}

/** Whether a formula names the last two rows of a table in one column, neither of them as part of a range. */
function namesEachRow(formula: string, end: number): boolean {
  const cells = formulaPieces(formula).flatMap((piece) =>
    typeof piece === 'string' || piece.last !== undefined || piece.sheet !== undefined ? [] : [piece.first],
  );
  const columnsIn = (row: number) => cells.flatMap((cell) => (cell.row === row ? [cell.column] : []));
  return columnsIn(end).some((column) => columnsIn(end - 1).includes(column));
}

import type { PrintedPage } from '../print/print-pages.ts';
import type { CellModel, SheetModel } from '../sheet-model.ts';

/** A cell where it stands on a page: its place among the page's rows, and how far it reaches there. */
export type PlacedCell = {
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
  readonly cell: CellModel;
};

type Merge = SheetModel['merges'][number];

/** Tells of every place the merged range it lies in. */
export function mergesByPlace({ merges }: SheetModel): (row: number, column: number) => Merge | undefined {
  const known = new Map<string, Merge>();
  for (const merge of merges) {
    for (let row = merge.top; row <= merge.bottom; row += 1) {
      for (let column = merge.left; column <= merge.right; column += 1) known.set(`${row}/${column}`, merge);
    }
  }
  return (row, column) => known.get(`${row}/${column}`);
}

/**
 * The cells of a page. A merged cell that a page's end cuts is shown again at the top of the next page, over the rows it
 * has there.
 */
export function placedCells(
  { rows, widths }: SheetModel,
  page: PrintedPage,
  mergeAt: ReturnType<typeof mergesByPlace>,
): readonly PlacedCell[] {
  return page.rows.flatMap((row, place) =>
    widths.flatMap((_, column): readonly PlacedCell[] => {
      const merge = mergeAt(row, column);
      const cell = rows[merge?.top ?? row]?.cells[merge?.left ?? column];
      if (cell === undefined) return [];
      if (merge === undefined) return [{ row: place, column, rows: 1, columns: 1, cell }];
      const above = page.rows[place - 1];
      const isFirst = above === undefined || above < merge.top || above > merge.bottom;
      if (column !== merge.left || !isFirst) return [];
      const here = page.rows.slice(place).findIndex((one) => one < merge.top || one > merge.bottom);
      return [
        {
          row: place,
          column,
          rows: here === -1 ? page.rows.length - place : here,
          columns: merge.right - merge.left + 1,
          cell,
        },
      ];
    }),
  );
}

import type { Figure } from '../../../shared/indicators/figure.ts';
import type { TracedCell } from '../../../shared/reports/report-table.ts';
import type { CellModel, SheetModel } from '../../../shared/workbook/sheet-model.ts';

/** A cell as the page lays it out, spans of merged ranges included. */
export type PlacedCell = {
  readonly column: number;
  readonly cell: CellModel | undefined;
  readonly figure: Figure | undefined;
  readonly rowSpan: number;
  readonly colSpan: number;
};

/** The common frame taken apart: what stands above the table, its heading, its body, what stands below. */
export type SheetLayout = {
  readonly title: string;
  /** 填报单位, 填报期, 单位. */
  readonly above: readonly string[];
  readonly head: readonly (readonly PlacedCell[])[];
  readonly body: readonly (readonly PlacedCell[])[];
  /** 单位负责人 … 填报日期. */
  readonly below: string;
};

const texts = (row: SheetModel['rows'][number] | undefined): readonly string[] =>
  (row?.cells ?? []).flatMap((cell) => (typeof cell?.value === 'string' ? [cell.value] : []));

/** Lays a report's sheet out for the screen; `cells` are the traced cells of this sheet alone. */
export function sheetLayout(sheet: SheetModel, cells: readonly TracedCell[]): SheetLayout {
  const figures = new Map(cells.map((cell) => [`${cell.row}/${cell.column}`, cell.figure]));
  const top = sheet.freeze?.rows ?? 0;
  const width = sheet.widths.length;
  const place = (row: number): readonly PlacedCell[] =>
    Array.from({ length: width }, (_, column) => column).flatMap((column): PlacedCell[] => {
      const merge = sheet.merges.find(
        (one) => row >= one.top && row <= one.bottom && column >= one.left && column <= one.right,
      );
      if (merge && (merge.top !== row || merge.left !== column)) return [];
      return [
        {
          column,
          cell: sheet.rows[row]?.cells[column],
          figure: figures.get(`${row}/${column}`),
          rowSpan: merge ? merge.bottom - merge.top + 1 : 1,
          colSpan: merge ? merge.right - merge.left + 1 : 1,
        },
      ];
    });
  const rows = (from: number, to: number) =>
    Array.from({ length: Math.max(0, to - from) }, (_, at) => place(from + at));
  return {
    title: texts(sheet.rows[0])[0] ?? '',
    above: texts(sheet.rows[1]),
    head: rows(2, top),
    body: rows(top, sheet.rows.length - 1),
    below: texts(sheet.rows.at(-1))[0] ?? '',
  };
}

import type { Figure, FigureUnit } from '../../indicators/figure.ts';
import type { Period } from '../../indicators/period.ts';
import type { LedgerContext } from '../../kit/ledger-context.ts';
import { columnLetters } from '../../workbook/cell-address.ts';
import { type ReportColumn, reportSheet, type Signatures } from '../../workbook/report-frame.ts';
import type { CellModel, CellValue, SheetModel, WorkbookModel } from '../../workbook/sheet-model.ts';

/** What every report is made from: the records behind `context`, the period, and who hands it in. */
export type ReportRequest = {
  readonly context: LedgerContext;
  readonly period: Period;
  /** 填报单位. */
  readonly office: string;
  readonly signatures: Signatures;
};

/** A cell of a report: a text, a day, or a figure that opens its records. Every number is a figure. */
export type ReportCell = string | { readonly day: string } | Figure | undefined;

/** A cell of the totals line; sums and shares of columns become formulas that carry their value. */
export type TotalCell =
  | ReportCell
  | { readonly sumOf: Figure }
  /** One column's total over another's, e.g. 到位率 = 实拨 / 应拨. */
  | { readonly quotient: Figure; readonly numerator: number; readonly denominator: number };

export type ReportTable = {
  readonly title: string;
  readonly sheetName: string;
  readonly unit?: string;
  readonly size?: number;
  readonly columns: readonly ReportColumn[];
  readonly rows: readonly (readonly ReportCell[])[];
  readonly totals?: readonly TotalCell[];
};

/** Where a figure stands in the workbook, all counted from zero. */
export type TracedCell = {
  readonly sheet: number;
  readonly row: number;
  readonly column: number;
  readonly figure: Figure;
};

/** A report ready to be shown and written, with the way from every figure to its records. */
export type TracedWorkbook = { readonly model: WorkbookModel; readonly cells: readonly TracedCell[] };

const FORMATS: { readonly [unit in FigureUnit]: string } = {
  count: '0',
  money: '#,##0.00',
  share: '0.0%',
  days: '0.0',
  mean: '0.0',
  hours: '0.0',
};

const isFigure = (cell: TotalCell): cell is Figure => typeof cell === 'object' && 'ids' in cell;

function figureIn(cell: TotalCell): Figure | undefined {
  if (typeof cell !== 'object' || 'day' in cell) return undefined;
  if (isFigure(cell)) return cell;
  return 'sumOf' in cell ? cell.sumOf : cell.quotient;
}

/** A figure as a sheet holds it: money in 元, shares as fractions; nothing where it has no value. */
const numberOf = ({ value, unit }: Figure): number | undefined =>
  value === undefined || unit !== 'money' ? value : value / 100;

function cellValue(cell: ReportCell): CellValue | undefined {
  if (cell === undefined || cell === '') return undefined;
  return typeof cell === 'object' && isFigure(cell) ? numberOf(cell) : cell;
}

/** The totals line: `firstRow` is the sheet's own number of the first body row, as formulas write it. */
function totalValue(cell: TotalCell, column: number, firstRow: number, rowCount: number): CellValue | undefined {
  if (typeof cell !== 'object' || 'day' in cell || isFigure(cell)) return cellValue(cell);
  const cached = numberOf('sumOf' in cell ? cell.sumOf : cell.quotient);
  if (cached === undefined || rowCount === 0) return cached;
  const totalsRow = firstRow + rowCount;
  const letters = columnLetters(column);
  const formula =
    'sumOf' in cell
      ? `SUM(${letters}${firstRow}:${letters}${totalsRow - 1})`
      : `${columnLetters(cell.numerator)}${totalsRow}/${columnLetters(cell.denominator)}${totalsRow}`;
  return { formula, cached };
}

/** Every figure is written in the number format of its own unit, unless its column says another. */
function inOwnFormats(sheet: SheetModel, { columns, rows, totals }: ReportTable, top: number): SheetModel {
  const lines = [...rows, ...(totals ? [totals] : [])];
  const format = (cell: CellModel | undefined, column: number, line: readonly TotalCell[]): CellModel | undefined => {
    const unit = figureIn(line[column])?.unit;
    if (!cell || unit === undefined || columns[column]?.format !== undefined) return cell;
    return { ...cell, style: { ...cell.style, format: FORMATS[unit] } };
  };
  return {
    ...sheet,
    rows: sheet.rows.map((row, place) => {
      const line = lines[place - top];
      return line ? { ...row, cells: row.cells.map((cell, column) => format(cell, column, line)) } : row;
    }),
  };
}

function sheetOf(table: ReportTable, request: ReportRequest): SheetModel {
  const { columns } = table;
  const firstRow = columns.some(({ group }) => group !== undefined) ? 5 : 4;
  const { title, sheetName, unit, size, rows, totals } = table;
  const sheet = reportSheet({
    title,
    sheetName,
    office: request.office,
    period: request.period.label,
    columns,
    rows: rows.map((row) => row.map(cellValue)),
    ...(unit === undefined ? {} : { unit }),
    ...(size === undefined ? {} : { size }),
    ...(totals === undefined
      ? {}
      : { totals: totals.map((cell, column) => totalValue(cell, column, firstRow, rows.length)) }),
    signatures: request.signatures,
  });
  return inOwnFormats(sheet, table, firstRow - 1);
}

/** Tables in the common frame, one sheet each, and where each of their figures stands. */
export function tracedWorkbook(title: string, tables: readonly ReportTable[], request: ReportRequest): TracedWorkbook {
  const sheets = tables.map((table) => sheetOf(table, request));
  const cells = tables.flatMap((table, sheet) => {
    const top = sheets[sheet]?.freeze?.rows ?? 0;
    return [...table.rows, ...(table.totals ? [table.totals] : [])].flatMap((row, place) =>
      row.flatMap((cell, column): TracedCell[] => {
        const figure = figureIn(cell);
        return figure === undefined ? [] : [{ sheet, row: top + place, column, figure }];
      }),
    );
  });
  return { model: { title, author: request.office, sheets }, cells };
}

/** 序号: the place of a line, which opens the record the line is about. */
export const lineNumber = (place: number, ledger: string, id: string): Figure => ({
  value: place + 1,
  unit: 'count',
  ledger,
  ids: [id],
});

import type { Figure, FigureUnit } from '../indicators/figure.ts';
import type { LedgerContext } from '../kit/ledger-context.ts';
import type { Period } from '../kit/period.ts';
import { columnLetters } from '../workbook/cell-address.ts';
import {
  headerDepth,
  type ReportColumn,
  reportSheet,
  type Signatures,
  withTotals,
} from '../workbook/export/report-frame.ts';
import type { CellModel, CellValue, SheetModel, WorkbookModel } from '../workbook/sheet-model.ts';

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
  /** A4 stands upright; it lies where this is absent. */
  readonly upright?: boolean;
  readonly columns: readonly ReportColumn[];
  readonly rows: readonly (readonly ReportCell[])[];
  readonly totals?: readonly TotalCell[];
  /** 合计 above the lines. */
  readonly totalsFirst?: boolean;
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
  amount: '0.0',
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

/** Where the lines and 合计 stand, by the sheet's own row numbers, as formulas write them. */
type Lines = { readonly first: number; readonly last: number; readonly totals: number };

/** Title and the line of 填报单位 stand above the heading. */
const ABOVE_HEADING = 2;

function linesOf({ columns, rows, totalsFirst }: ReportTable): Lines {
  const top = ABOVE_HEADING + headerDepth(columns) + 1;
  const first = totalsFirst ? top + 1 : top;
  const last = first + rows.length - 1;
  return { first, last, totals: totalsFirst ? top : last + 1 };
}

/** A cell of the totals line; a table without lines has nothing to add up by formula. */
function totalValue(cell: TotalCell, column: number, { first, last, totals }: Lines): CellValue | undefined {
  if (typeof cell !== 'object' || 'day' in cell || isFigure(cell)) return cellValue(cell);
  const cached = numberOf('sumOf' in cell ? cell.sumOf : cell.quotient);
  if (cached === undefined || last < first) return cached;
  const letters = columnLetters(column);
  const formula =
    'sumOf' in cell
      ? `SUM(${letters}${first}:${letters}${last})`
      : `${columnLetters(cell.numerator)}${totals}/${columnLetters(cell.denominator)}${totals}`;
  return { formula, cached };
}

/** Every figure is written in the number format of its own unit, unless its column says another. */
function inOwnFormats(sheet: SheetModel, table: ReportTable): SheetModel {
  const { columns } = table;
  const lines = withTotals<readonly TotalCell[]>(table);
  const top = sheet.freeze?.rows ?? 0;
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
  const { title, sheetName, unit, size, upright = false, rows, totals, totalsFirst } = table;
  const lines = linesOf(table);
  const sheet = reportSheet({
    title,
    sheetName,
    office: request.office,
    period: request.period.label,
    columns,
    rows: rows.map((row) => row.map(cellValue)),
    ...(unit === undefined ? {} : { unit }),
    ...(size === undefined ? {} : { size }),
    ...(totals === undefined ? {} : { totals: totals.map((cell, column) => totalValue(cell, column, lines)) }),
    ...(totalsFirst === undefined ? {} : { totalsFirst }),
    signatures: request.signatures,
  });
  return inOwnFormats({ ...sheet, page: { ...sheet.page, landscape: !upright } }, table);
}

/** Tables in the common frame, one sheet each, and where each of their figures stands. */
export function tracedWorkbook(title: string, tables: readonly ReportTable[], request: ReportRequest): TracedWorkbook {
  const sheets = tables.map((table) => sheetOf(table, request));
  const cells = tables.flatMap((table, sheet) => {
    const top = sheets[sheet]?.freeze?.rows ?? 0;
    return withTotals<readonly TotalCell[]>(table).flatMap((row, place) =>
      row.flatMap((cell, column): TracedCell[] => {
        const figure = figureIn(cell);
        return figure === undefined ? [] : [{ sheet, row: top + place, column, figure }];
      }),
    );
  });
  return { model: { title, author: request.office, sheets }, cells };
}

/** 序号: the place of a line, which opens the record the line is about, where it is about one. */
export const lineNumber = (place: number, ledger: string, id?: string): Figure => ({
  value: place + 1,
  unit: 'count',
  ledger,
  ids: id === undefined ? [] : [id],
});

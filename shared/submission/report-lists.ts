import { figureText } from '../indicators/figure.ts';
import type { TracedCell } from '../reports/report-table.ts';
import type { CellValue, SheetModel } from '../workbook/sheet-model.ts';
import type { HandedList } from './handed-lists.ts';
import { recordsMark } from './submitted-figures.ts';

/** The figures of a report that stand at a fixed place, and its lists: rows each about one record. */
export type HandedReport = { readonly figures: readonly TracedCell[]; readonly lists: readonly HandedList[] };

/** Rows about places of the office stay where they are: their figures are compared by cell. */
const PLACES = new Set(['organisation', 'department']);

/** A report taken apart for what is kept of it: a row whose number opens one record is compared as that record's. */
export function handedReport(sheets: readonly SheetModel[], cells: readonly TracedCell[]): HandedReport {
  const lists = sheets.flatMap((sheet, place) =>
    listsOf(
      sheet,
      place,
      cells.filter((cell) => cell.sheet === place),
    ),
  );
  const listed = new Set(lists.flatMap(({ places }) => places));
  return {
    figures: cells.filter(({ sheet, row }) => !listed.has(`${sheet} ${row}`)),
    lists: lists.map(({ list }) => list),
  };
}

type PlacedList = { readonly list: HandedList; readonly places: readonly string[] };

function listsOf(sheet: SheetModel, place: number, cells: readonly TracedCell[]): readonly PlacedList[] {
  const numbers = cells.filter(
    ({ column, figure }) => column === 0 && figure.unit === 'count' && figure.ids.length === 1,
  );
  const lines = numbers.filter(({ figure }) => !PLACES.has(figure.ledger));
  const width = sheet.widths.length;
  const columns = Array.from({ length: Math.max(width - 1, 0) }, (_, at) => headingOf(sheet, at + 1));
  const traced = new Map(cells.map(({ row, column, figure }) => [`${row}/${column}`, figure]));
  const wordsAt = (row: number, column: number): string => {
    const counted = traced.get(`${row}/${column}`);
    return counted
      ? `${figureText(counted)} ${recordsMark(counted.ids)}`
      : words(sheet.rows[row]?.cells[column]?.value);
  };
  return [...new Set(lines.map(({ figure }) => figure.ledger))].map((ledger) => {
    const own = lines.filter(({ figure }) => figure.ledger === ledger);
    const rows = own.map(({ row, figure }) => ({
      id: figure.ids[0] ?? '',
      cells: columns.map((_, at) => wordsAt(row, at + 1)),
    }));
    return { list: { sheet: place, ledger, columns, left: [], rows }, places: own.map(({ row }) => `${place} ${row}`) };
  });
}

/** The heading of a column: the lowest of its words above the lines. */
function headingOf({ rows, freeze }: SheetModel, column: number): string {
  const above = rows.slice(0, freeze?.rows ?? 0).flatMap(({ cells }) => words(cells[column]?.value) || []);
  return above.at(-1)?.replaceAll('\n', '') ?? `第 ${column + 1} 列`;
}

function words(value: CellValue | undefined): string {
  if (value === undefined) return '';
  if (typeof value !== 'object') return String(value);
  return 'day' in value ? value.day : String(value.cached);
}

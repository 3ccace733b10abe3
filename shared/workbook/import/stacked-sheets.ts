import type { SheetReader } from '../cells.ts';
import type { SheetLayout } from './header.ts';

/** A sheet that was laid out. */
export type LaidOut = { readonly reader: SheetReader; readonly layout: SheetLayout };

/**
 * Sheets of the same columns (1 月 to 12 月) read as one: rows count on from sheet to sheet, and each still knows the sheet
 * and the place it stands at. Header and titles are those of the first.
 */
export function stackSheets(first: LaidOut, others: readonly LaidOut[]): LaidOut {
  if (others.length === 0) return first;
  const parts = startedAt([first, ...others]);
  const partOf = finder(parts);
  const shifted = (rows: (part: Part) => readonly number[]) =>
    parts.flatMap((part) => rows(part).map((row) => row + part.start));
  const { sheet } = first.reader;
  const last = parts.at(-1);
  const rowCount = last === undefined ? 0 : last.start + last.reader.sheet.rowCount;
  return {
    reader: {
      // Merged ranges are asked of the parts, by `bodyCell` and its like.
      sheet: { ...sheet, rowCount, merges: [], hiddenRows: shifted(({ reader }) => reader.sheet.hiddenRows) },
      date1904: first.reader.date1904,
      cell: (row, column) => partOf(row).reader.cell(row - partOf(row).start, column),
      mergedCell: (row, column) => partOf(row).reader.mergedCell(row - partOf(row).start, column),
      bodyCell: (row, column) => partOf(row).reader.bodyCell(row - partOf(row).start, column),
      mergeAt: (row, column) => partOf(row).reader.mergeAt(row - partOf(row).start, column),
      placeOf: (row) => ({ row: row - partOf(row).start, sheet: partOf(row).reader.sheet.name }),
    },
    layout: {
      ...first.layout,
      body: shifted(({ layout }) => layout.body),
      leftOut: parts.flatMap(({ layout, start }) => layout.leftOut.map((one) => ({ ...one, row: one.row + start }))),
    },
  };
}

type Part = LaidOut & { readonly start: number };

function startedAt(sheets: readonly LaidOut[]): readonly Part[] {
  let start = 0;
  return sheets.map((one) => {
    const part = { ...one, start };
    start += one.reader.sheet.rowCount;
    return part;
  });
}

/** Finds the part a row stands in; rows are asked for one after the other, so the part before is looked at first. */
function finder(parts: readonly Part[]): (row: number) => Part {
  let [current] = parts;
  const holds = ({ start, reader }: Part, row: number) => start <= row && row < start + reader.sheet.rowCount;
  return (row) => {
    if (current === undefined || !holds(current, row)) current = parts.find((part) => holds(part, row)) ?? parts[0];
    if (current === undefined) throw new RangeError(`no sheet holds row ${row}`);
    return current;
  };
}

import type { CellModel, CellStyle, PageModel, SheetModel } from '../workbook/sheet-model.ts';
import { readLayout } from './form-layout.ts';
import { type FormCell, type FormSheet, POINT } from './form-look.ts';

/** Pixels a character of a printed sheet's widths takes. */
const CHARACTER = 8;
const USUAL_SIZE = 11;

/**
 * A superior's form as it looks, ready for paper as its own file says: its print area, titles, breaks and margins, on one
 * page's width. Where it names no titles the headings are repeated that stand above the first table of the blank form:
 * nothing above it ever moves, and a full table no longer looks like one.
 */
export function formPrint(form: FormSheet, blank: FormSheet): SheetModel {
  const { name, cells, heights, merges, page, widths } = form;
  const [table] = readLayout(blank).tables;
  const headings = table === undefined || table.top === 0 ? undefined : { first: 0, last: table.top - 1 };
  const repeatRows = page.repeatRows ?? headings;
  const whole: SheetModel = {
    name,
    widths: widths.map((pixels) => pixels / CHARACTER),
    rows: cells.map((line, row) => ({ height: (heights[row] ?? 0) / POINT, cells: line.map(printedCell) })),
    merges,
    page: { ...page, fitToWidth: true, ...(repeatRows === undefined ? {} : { repeatRows }) },
  };
  return page.printArea === undefined ? whole : cutOut(whole, page.printArea);
}

/** The part of a sheet that is printed, as a sheet of its own. */
function cutOut(sheet: SheetModel, { top, left, bottom, right }: NonNullable<PageModel['printArea']>): SheetModel {
  const { printArea: _, repeatRows, breaks, ...page } = sheet.page;
  const rows = repeatRows && { first: repeatRows.first - top, last: Math.min(repeatRows.last, bottom) - top };
  return {
    ...sheet,
    widths: sheet.widths.slice(left, right + 1),
    rows: sheet.rows.slice(top, bottom + 1).map((row) => ({ ...row, cells: row.cells.slice(left, right + 1) })),
    merges: sheet.merges
      .filter((merge) => merge.top >= top && merge.bottom <= bottom && merge.left >= left && merge.right <= right)
      .map((merge) => ({
        top: merge.top - top,
        bottom: merge.bottom - top,
        left: merge.left - left,
        right: merge.right - left,
      })),
    page: {
      ...page,
      ...(rows === undefined || rows.first < 0 || rows.last < rows.first ? {} : { repeatRows: rows }),
      ...(breaks === undefined ? {} : { breaks: breaks.map((row) => row - top).filter((row) => row >= 0) }),
    },
  };
}

function printedCell(cell: FormCell | undefined): CellModel | undefined {
  if (cell === undefined) return undefined;
  const { text, number, formula, look } = cell;
  const style: CellStyle = {
    font: { name: '宋体', size: look.size ?? USUAL_SIZE, ...(look.bold === true ? { bold: true } : {}) },
    align: {
      horizontal: look.align ?? (number === undefined && formula === undefined ? 'left' : 'right'),
      vertical: 'center',
      wrap: look.wrap === true || look.bordered === true,
    },
    ...(look.bordered === true ? { border: true } : {}),
    ...(look.fill?.startsWith('#') ? { fill: look.fill.slice(1) } : {}),
  };
  return text === '' ? { style } : { value: text, style };
}

import type { CellModel, CellStyle, SheetModel } from '../workbook/sheet-model.ts';
import { readLayout } from './form-layout.ts';
import { type FormCell, type FormSheet, POINT } from './form-look.ts';

/** Pixels a character of a printed sheet's widths takes. */
const CHARACTER = 8;
const USUAL_SIZE = 11;

/** A superior's form as it looks, ready for paper: on one page's width, its heading on every page. */
export function formPrint(form: FormSheet): SheetModel {
  const { name, cells, heights, merges } = form;
  const [table] = readLayout(form).tables;
  return {
    name,
    widths: form.widths.map((pixels) => pixels / CHARACTER),
    rows: cells.map((line, row) => ({ height: (heights[row] ?? 0) / POINT, cells: line.map(printedCell) })),
    merges,
    page: {
      landscape: form.landscape === true,
      fitToWidth: true,
      ...(table === undefined || table.top === 0 ? {} : { repeatRows: { first: 0, last: table.top - 1 } }),
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

import type { SheetReader } from '../cells.ts';
import type { CellModel, CellStyle, WorkbookModel } from '../sheet-model.ts';
import { shownCell } from '../shown-cell.ts';
import type { SheetLayout } from './header.ts';
import { fieldsOf, type Mapping } from './mapping.ts';
import type { ImportPlan, PlanCell, PlanRow } from './plan.ts';

const FONT = { name: '宋体', size: 11 };
const HEAD: CellStyle = {
  font: { ...FONT, bold: true },
  align: { horizontal: 'center', vertical: 'center', wrap: true },
  border: true,
  fill: 'F2F2F2',
};
/** Text throughout: an ID number must not be destroyed on its second way. */
const PLAIN: CellStyle = { font: FONT, align: { vertical: 'center', wrap: true }, border: true, format: '@' };
const WRONG: CellStyle = { ...PLAIN, fill: 'FFC7CE', color: '9C0006' };
const REASON: CellStyle = { ...PLAIN, color: '9C0006' };

/** Tens of thousands of notes make a spreadsheet crawl; rows beyond these have the colour and the last column. */
const MOST_NOTED_ROWS = 2000;

/** Head of the last column of the sheet. */
export const REASON_HEADER = '未导入的原因';
/** Head of its first: where the row stood in the file. */
export const ROW_HEADER = '原表行号';

/**
 * The rows an import held back, as a sheet to be sent back or mended and imported again: the columns as they were named,
 * every cell as it was shown, the faulty ones red with a note that says why, and all reasons at the end of the row.
 */
export function faultyRowsModel(
  reader: SheetReader,
  layout: SheetLayout,
  mapping: Mapping,
  plan: ImportPlan,
): WorkbookModel {
  const faulty = plan.rows.filter((row) => row.status === 'heldBack');
  const titles = columnTitles(layout);
  // By the mapping, not by what was read: a key that is missing was read from no cell.
  const fields = new Map(mapping.columns.map(({ column, target }) => [column, fieldsOf(target)]));
  const rows = faulty.map((row, place) => ({
    cells: faultyRow(reader, layout, fields, row, plan.cellsOf(row.row), place < MOST_NOTED_ROWS),
  }));
  const head = [ROW_HEADER, ...titles, REASON_HEADER].map((value): CellModel => ({ value, style: HEAD }));
  return {
    title: '未导入的行',
    sheets: [
      {
        name: '未导入的行',
        widths: [10, ...titles.map((title) => Math.max(12, Math.min(30, title.length * 2 + 4))), 60],
        rows: [{ height: 30, cells: head }, ...rows],
        merges: [],
        freeze: { rows: 1, columns: 1 },
        page: { landscape: true, repeatRows: { first: 0, last: 0 }, fitToWidth: true },
      },
    ],
  };
}

/** The last word of each stacked header, by which it is known again; two columns of one word keep all of theirs. */
function columnTitles(layout: SheetLayout): readonly string[] {
  const last = layout.headers.map(({ text }) => text.split('/').at(-1) ?? text);
  return layout.headers.map(({ text }, place) => {
    const word = last[place] ?? text;
    return last.indexOf(word) === last.lastIndexOf(word) ? word : text;
  });
}

function faultyRow(
  reader: SheetReader,
  layout: SheetLayout,
  fields: ReadonlyMap<number, readonly string[]>,
  row: PlanRow,
  read: readonly PlanCell[],
  noted: boolean,
): readonly CellModel[] {
  const errors = row.complaints.filter(({ severity }) => severity === 'error');
  const cells = layout.headers.map(({ column }): CellModel => {
    const planned = read.filter((cell) => cell.column === column);
    // What the clerk mended or filled down goes along; everything else stands as the sheet shows it.
    const carried = planned.find(({ from }) => from === 'mended' || from === 'fillDown')?.shown;
    const value = carried ?? shownCell(reader.bodyCell(row.row, column), reader.date1904);
    const reasons = errors.filter(({ field }) => field !== undefined && fields.get(column)?.includes(field));
    if (reasons.length === 0) return { value, style: PLAIN };
    const comment = reasons.map(({ message }) => message).join('\n');
    return { value, style: WRONG, ...(noted ? { comment } : {}) };
  });
  const { row: at, sheet } = reader.placeOf(row.row);
  return [
    { value: sheet === undefined ? at + 1 : `${sheet} ${at + 1}`, style: PLAIN },
    ...cells,
    { value: row.reason, style: REASON },
  ];
}

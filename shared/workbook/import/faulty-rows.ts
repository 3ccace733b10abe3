import { errorsOf } from '../../kit/complaint.ts';
import { plainMarks } from '../../kit/convert/marks.ts';
import type { AmountUnit } from '../../kit/fields.ts';
import { formatValue, type NameOf } from '../../kit/format.ts';
import type { Ledger } from '../../kit/ledger.ts';
import type { SheetReader } from '../cells.ts';
import type { CellModel, CellStyle, WorkbookModel } from '../sheet-model.ts';
import { shownCell } from '../shown-cell.ts';
import type { SheetLayout } from './header.ts';
import { headerWords } from './header-words.ts';
import { fieldsOf, type Mapping, unitOfField } from './mapping.ts';
import type { ImportPlan, PlanCell, PlanRow } from './plan.ts';
import { headerUnit } from './stated-unit.ts';

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
const REASON_HEADER = '未导入的原因';
/** Head of its first: where the row stood in the file. */
const ROW_HEADER = '原表行号';

export type FaultyRows = {
  readonly reader: SheetReader;
  readonly layout: SheetLayout;
  readonly mapping: Mapping;
  readonly ledger: Ledger;
  readonly plan: ImportPlan;
  readonly nameOf: NameOf;
};

/**
 * The rows an import held back, as a sheet to be sent back or mended and imported again: the columns as they were named,
 * every cell as it was shown, the faulty ones red with a note that says why, and all reasons at the end of the row. What
 * was said beside the table (units, values for all rows) goes along in headers, cells and columns of its own.
 */
export function faultyRowsModel(given: FaultyRows): WorkbookModel {
  const { layout, plan } = given;
  const faulty = plan.rows.filter((row) => row.status === 'heldBack');
  const columns = columnsOf(given, faulty);
  const rows = faulty.map((row, place) => ({ cells: faultyRow(given, columns, row, place < MOST_NOTED_ROWS) }));
  const titles = [...columnTitles(layout).map((title, at) => withUnit(title, columns[at])), ...constantTitles(columns)];
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

/** A column of the sheet, or one more for a field without: the same for all rows, typed by the clerk, or said by a group row. */
type FaultyColumn = {
  readonly column?: number;
  readonly fields: readonly string[];
  /** Of a column that feeds two fields: what is typed for one of them is not the cell. */
  readonly shared?: 'period' | 'both';
  /** Unit of a column of amounts, and whether something beside the header states it. */
  readonly unit?: AmountUnit;
  readonly isStated?: boolean;
  readonly title?: string;
};

function columnsOf({ layout, mapping, ledger, plan }: FaultyRows, faulty: readonly PlanRow[]): readonly FaultyColumn[] {
  // By the mapping, not by what was read: a key that is missing was read from no cell.
  const own = layout.headers.map(({ column }): FaultyColumn => {
    const mapped = mapping.columns.find((one) => one.column === column);
    const fields = mapped ? fieldsOf(mapped.target) : [];
    if (mapped?.target.kind === 'period' || mapped?.target.kind === 'both') {
      return { column, fields, shared: mapped.target.kind };
    }
    const money = fields.map((field) => ledger.fields[field]).find((spec) => spec?.kind === 'money');
    if (money === undefined) return { column, fields };
    return { column, fields, unit: mapped?.unit ?? money.unit ?? '元', isStated: mapped?.unit !== undefined };
  });
  // A community that an address names has a place of its own once it is typed.
  const claimed = new Set(own.flatMap(({ fields, shared }) => (shared === 'both' ? [] : fields)));
  const constants = [mapping.constants, ...Object.values(mapping.sheetConstants ?? {})].flatMap(Object.keys);
  const read = faulty.flatMap(({ row }) => plan.cellsOf(row));
  const beside = read.filter(isBeside).map(({ field }) => field);
  const more = [...new Set([...constants, ...beside])].filter((field) => !claimed.has(field) && field in ledger.fields);
  return [...own, ...more.map((field) => ({ fields: [field], title: ledger.fields[field]?.label ?? field }))];
}

/** Known by its field: typed by the clerk, or said by the group row above. */
const isBeside = ({ from, column }: PlanCell): boolean =>
  from === 'mended' || (from === 'fillDown' && column === undefined);

const constantTitles = (columns: readonly FaultyColumn[]): readonly string[] =>
  columns.flatMap(({ title }) => (title === undefined ? [] : [title]));

/** The unit a line above the table states has no place in a sheet without one. */
const withUnit = (title: string, column: FaultyColumn | undefined): string =>
  column?.isStated && headerUnit(title) === undefined ? `${title}（${column.unit}）` : title;

/** The last word of each stacked header, by which it is known again; two columns of one word keep all of theirs. */
function columnTitles(layout: SheetLayout): readonly string[] {
  const last = layout.headers.map(({ text, words }) => {
    const word = text.split('/').at(-1) ?? text;
    return headerWords(word).bare === words.bare ? word : text;
  });
  return layout.headers.map(({ text }, place) => {
    const word = last[place] ?? text;
    return last.indexOf(word) === last.lastIndexOf(word) ? word : text;
  });
}

function faultyRow(
  given: FaultyRows,
  columns: readonly FaultyColumn[],
  row: PlanRow,
  noted: boolean,
): readonly CellModel[] {
  const { reader, plan } = given;
  const errors = errorsOf(row.complaints);
  const read = plan.cellsOf(row.row);
  const cells = columns.map((one): CellModel => {
    const value = shownIn(given, one, row.row, read);
    const wrong = errors.flatMap(({ field, message }) => (field && one.fields.includes(field) ? [message] : []));
    const reasons = [...wrong, ...halvesTyped(given, one, read)];
    if (reasons.length === 0) return { value, style: PLAIN };
    return { value, style: WRONG, ...(noted ? { comment: reasons.join('\n') } : {}) };
  });
  const { row: at, sheet } = reader.placeOf(row.row);
  return [
    { value: sheet === undefined ? at + 1 : `${sheet} ${at + 1}`, style: PLAIN },
    ...cells,
    { value: row.reason, style: REASON },
  ];
}

/** What the clerk mended, filled down or gave to all rows goes along; everything else stands as the sheet shows it. */
function shownIn(given: FaultyRows, column: FaultyColumn, row: number, read: readonly PlanCell[]): string {
  const { reader, ledger, nameOf } = given;
  const isOf = (cell: PlanCell): boolean =>
    isBeside(cell) ? column.fields.includes(cell.field) : cell.column !== undefined && cell.column === column.column;
  const parts = read.filter((cell) => isOf(cell) && !(column.shared && cell.from === 'mended'));
  const carried = parts.find(({ from }) => from !== 'cell')?.shown;
  const own = column.column === undefined ? '' : shownCell(reader.bodyCell(row, column.column), reader.date1904);
  const shown = (column.shared === 'period' ? mendedPeriod(column, read) : undefined) ?? carried ?? own;
  const isElsewhere = ({ from, field }: PlanCell): boolean =>
    column.fields.includes(field) && (from === 'constant' || column.column === undefined);
  const other = read.find(isElsewhere);
  const spec = other && ledger.fields[other.field];
  if (shown === '' && spec) return formatValue(other.value, spec, nameOf);
  const unit = unitBehind(given, column, row, shown);
  return unit === '' ? shown : shown.trim() + unit;
}

/** Both ends of 起止时间 in the one cell, where one of them was typed anew and both are known. */
function mendedPeriod({ fields }: FaultyColumn, read: readonly PlanCell[]): string | undefined {
  const ends = fields.map((field) => read.find((cell) => cell.field === field));
  const days = ends.map((end) => end?.value);
  if (!ends.some((end) => end?.from === 'mended') || days.some((day) => typeof day !== 'string')) return undefined;
  return days.join('至');
}

/** What was typed for one end of 起止时间 while the other is not known: the cell stands as it was, and is told of it. */
function halvesTyped({ ledger }: FaultyRows, column: FaultyColumn, read: readonly PlanCell[]): readonly string[] {
  if (column.shared !== 'period' || mendedPeriod(column, read) !== undefined) return [];
  const typed = read.filter(({ from, field }) => from === 'mended' && column.fields.includes(field));
  return typed.map(
    ({ field, shown }) => `预览时“${ledger.fields[field]?.label ?? field}”改成了 ${shown}，请改在这一格里`,
  );
}

/** Where sheets that are read as one state other units than the first, their amounts say their own. */
function unitBehind({ reader, mapping, ledger }: FaultyRows, column: FaultyColumn, row: number, shown: string): string {
  const [field = ''] = column.fields;
  if (column.unit === undefined || !/\d$/.test(plainMarks(shown))) return '';
  const unit = unitOfField(mapping, field, reader.placeOf(row).sheet) ?? ledger.fields[field]?.unit ?? '元';
  return unit === column.unit ? '' : unit;
}

import { childRows } from '../history/child-rows.ts';
import type { Ledger } from '../kit/ledger.ts';
import type { LedgerRecord } from '../kit/values.ts';
import { csvText } from './csv.ts';
import { type CellNames, columnsOf, type TableColumn } from './table-columns.ts';

/** One table: a ledger's rows, or the rows of one of its child lists. */
export type Table = {
  readonly name: string;
  readonly title: string;
  readonly columns: readonly Omit<TableColumn, 'cell'>[];
  readonly rows: number;
  readonly csv: string;
};

export type TableSource = {
  readonly ledger: Ledger;
  readonly records: readonly LedgerRecord[];
};

export type TableOptions = {
  readonly isMasked: boolean;
  readonly nameOf: CellNames;
  /** What the office that entered a record is called. */
  readonly officeOf: (record: LedgerRecord) => string;
};

const text = (name: string, title: string): Omit<TableColumn, 'cell'> => ({ name, title, type: 'text' });

/** Field ids have no underscore, so these columns are never one of theirs. */
const ID = text('record_id', '记录编号');
const OFFICE = text('entered_by_office', '登记单位');

/** A ledger as tables: its rows first, then a table for each child list that has any columns. */
export function tablesOf({ ledger, records }: TableSource, options: TableOptions): readonly Table[] {
  const columns = columnsOf(ledger.fields, options.isMasked, options.nameOf);
  const rows = records.map((record) => [
    record.id,
    options.officeOf(record),
    ...columns.map(({ cell }) => cell(record.values)),
  ]);
  const table = made(ledger.id, ledger.title, [ID, OFFICE, ...columns], rows);
  return [table, ...Object.keys(ledger.fields).flatMap((list) => childTable(ledger, list, records, options))];
}

function childTable(
  { id, title, fields }: Ledger,
  list: string,
  records: readonly LedgerRecord[],
  { isMasked, nameOf }: TableOptions,
): readonly Table[] {
  const { childFields, label } = fields[list] ?? {};
  if (!childFields) return [];
  const columns = columnsOf(childFields, isMasked, nameOf);
  const of: Omit<TableColumn, 'cell'> = { ...text('of_record_id', '所属记录编号'), refersTo: id };
  const rows = records.flatMap((record) =>
    childRows(record.values[list]).map((row, place) => [
      row.id,
      record.id,
      String(place + 1),
      ...columns.map(({ cell }) => cell(row)),
    ]),
  );
  const place: Omit<TableColumn, 'cell'> = { name: 'row_no', title: '序号', type: 'integer' };
  return [made(`${id}_${list}`, `${title}：${label ?? list}`, [ID, of, place, ...columns], rows)];
}

function made(
  name: string,
  title: string,
  columns: readonly Omit<TableColumn, 'cell'>[],
  rows: readonly (readonly string[])[],
): Table {
  const header = columns.map((column) => column.name);
  return { name, title, columns, rows: rows.length, csv: csvText([header, ...rows]) };
}

import { type Complaint, error, hasError, warning } from '../../kit/complaint.ts';
import { type Conversion, type ConvertLookup, quote } from '../../kit/convert/conversion.ts';
import { convertCell } from '../../kit/convert/convert-cell.ts';
import { hasLastZero } from '../../kit/convert/convert-day.ts';
import { canBeMentioned, mentionedIn } from '../../kit/convert/convert-mention.ts';
import { periodFromCell } from '../../kit/convert/convert-period.ts';
import type { Ledger } from '../../kit/ledger.ts';
import type { Values } from '../../kit/values.ts';
import type { SheetReader } from '../cells.ts';
import { shownCell } from '../shown-cell.ts';
import type { Cell } from '../workbook.ts';
import { cellFinder } from './cell-finder.ts';
import { groupFinder } from './group-rows.ts';
import type { SheetLayout } from './header.ts';
import { type MappedColumn, type Mapping, withUnits } from './mapping.ts';
import type { PlanCell } from './plan.ts';

/** What reading a row needs beside the row. `lookup` is without the unit, which each column states for itself. */
export type RowReading = {
  readonly reader: SheetReader;
  /** The rows that are records, from top to bottom. */
  readonly body: readonly number[];
  /** Those that are none: group rows among them say what the rows below belong to. */
  readonly leftOut: SheetLayout['leftOut'];
  readonly mapping: Mapping;
  readonly ledger: Ledger;
  readonly lookup: Omit<ConvertLookup, 'date1904' | 'headerUnit'>;
};

/** Makes a reader of rows; a row reads the same whenever it is asked for, and in whatever order. */
export function rowReader(reading: RowReading): (row: number) => readonly PlanCell[] {
  const { mapping, reader } = reading;
  const find = cellFinder({ reader, body: reading.body, fillDown: mapping.fillDown });
  const convert = remembered({ ...reading, lookupOf: columnLookups(reading) });
  const groupOf = groupCells(reading);
  const usedOf = columnsBySheet(mapping);
  const constantsOf = constantsBySheet(mapping);
  const notes = new Set(mapping.columns.flatMap(({ target }) => (target.kind === 'note' ? [target.field] : [])));
  return (row) => {
    const cells: PlanCell[] = [];
    const { sheet } = reader.placeOf(row);
    for (const mapped of usedOf(sheet)) {
      const found = find(row, mapped.column);
      const counted = found?.from === 'merged' ? countedField(mapped, reading.ledger) : undefined;
      if (counted !== undefined) cells.push(leftToFirst(mapped, counted));
      else if (found !== undefined) cells.push(...convert(mapped, found.cell, found.from));
    }
    cells.push(...groupOf(row));
    const joined = joinNotes(cells, notes);
    const constants = constantsOf(sheet);
    if (constants.length === 0) return joined;
    const filled = new Set(joined.map((cell) => cell.field));
    return [...joined, ...constants.filter(({ field }) => !filled.has(field))];
  };
}

/** What the group row above a row says, as a cell of the row. */
function groupCells({ reader, leftOut, mapping, ledger, lookup }: RowReading): (row: number) => readonly PlanCell[] {
  const field = mapping.groupRows;
  const spec = field === undefined ? undefined : ledger.fields[field];
  if (field === undefined || spec?.target === undefined) return () => [];
  const find = groupFinder(reader, leftOut, spec.target, lookup);
  return (row) => {
    const name = find(row);
    if (name === undefined) return [];
    const conversion = convertCell({ kind: 'text', text: name }, spec, { ...lookup, date1904: reader.date1904 });
    return [{ ...named(field, conversion), shown: name, from: 'fillDown' }];
  };
}

/** The field of a column whose values are added up: an amount or a count drawn over several rows is one, not one for each. */
function countedField({ target }: MappedColumn, { fields }: Ledger): string | undefined {
  const spec = target.kind === 'field' ? fields[target.field] : undefined;
  return target.kind === 'field' && (spec?.kind === 'money' || spec?.kind === 'integer') ? target.field : undefined;
}

function leftToFirst({ column, header }: MappedColumn, field: string): PlanCell {
  const message = `“${header}”是合并单元格，只记在它的第一行，这一行留空；如果每行各有一份，请在这一格写上`;
  return { field, column, shown: '', from: 'merged', complaints: [warning('import/merged-amount', message, field)] };
}

/** Columns kept in the remarks follow what the remark column itself holds; each says which column it came from. */
function joinNotes(cells: readonly PlanCell[], fields: ReadonlySet<string>): readonly PlanCell[] {
  if (fields.size === 0) return cells;
  const joined = [...fields].flatMap((field): PlanCell[] => {
    const parts = cells.filter((cell) => cell.field === field);
    const [first] = parts;
    if (first === undefined) return [];
    const texts = parts.flatMap(({ value }) => (typeof value === 'string' ? [value] : []));
    const value = texts.length === 0 ? {} : { value: texts.join('；') };
    return [{ ...first, ...value, complaints: parts.flatMap(({ complaints }) => complaints) }];
  });
  return [...cells.filter((cell) => !fields.has(cell.field)), ...joined];
}

type ColumnReading = RowReading & { readonly lookupOf: (mapped: MappedColumn) => ConvertLookup };

type ConvertColumn = (mapped: MappedColumn, cell: Cell, from: PlanCell['from']) => readonly PlanCell[];

/** Most different cells of one column whose conversion is kept. */
const MOST_REMEMBERED = 1000;

type Answers = Map<string | number, readonly PlanCell[]>;

/**
 * Columns repeat themselves (公共安全, 2026.12-2027.1): equal cells of a column are converted once and share the answer. One
 * that differs in every row (names, numbers) is soon not looked up any more: that would cost more than it saves.
 */
function remembered(reading: ColumnReading): ConvertColumn {
  const texts = new Map<MappedColumn, Answers>();
  const days = new Map<MappedColumn, Answers>();
  return (mapped, cell, from) => {
    // Other cells are few.
    if (from !== 'cell' || (cell.kind !== 'text' && cell.kind !== 'date')) {
      return convertColumn(reading, mapped, cell, from);
    }
    const known = cell.kind === 'text' ? texts : days;
    const answers: Answers = known.get(mapped) ?? new Map();
    if (answers.size === 0) known.set(mapped, answers);
    if (answers.size === MOST_REMEMBERED) return convertColumn(reading, mapped, cell, from);
    const key = cell.kind === 'text' ? cell.text : cell.serial;
    const before = answers.get(key);
    if (before !== undefined) return before;
    const cells = convertColumn(reading, mapped, cell, from);
    answers.set(key, cells);
    return cells;
  };
}

/** The columns that are read, in the units of the sheet a row stands on. */
function columnsBySheet({ columns, sheetUnits }: Mapping): (sheet: string | undefined) => readonly MappedColumn[] {
  const used = columns.filter(({ target }) => target.kind !== 'ignore');
  const own = new Map(Object.entries(sheetUnits ?? {}).map(([sheet, units]) => [sheet, withUnits(used, units)]));
  return (sheet) => (sheet === undefined ? undefined : own.get(sheet)) ?? used;
}

/** What is the same in every row of a sheet, as cells; a cell of the row itself goes before it. */
function constantsBySheet({ constants, sheetConstants }: Mapping): (sheet: string | undefined) => readonly PlanCell[] {
  const cellsOf = (values: Values) =>
    Object.entries(values).flatMap(([field, value]): PlanCell[] =>
      value === undefined ? [] : [{ field, shown: '', from: 'constant', value, complaints: [] }],
    );
  const everywhere = cellsOf(constants);
  const own = new Map(Object.entries(sheetConstants ?? {}).map(([sheet, values]) => [sheet, cellsOf(values)]));
  return (sheet) => (sheet === undefined ? undefined : own.get(sheet)) ?? everywhere;
}

function convertColumn(
  reading: ColumnReading,
  mapped: MappedColumn,
  cell: Cell,
  from: PlanCell['from'],
): readonly PlanCell[] {
  const { target, column } = mapped;
  const shown = shownCell(cell, reading.reader.date1904);
  const place = { column, shown, from };
  switch (target.kind) {
    case 'ignore':
      return [];
    case 'identity':
      return [{ ...place, field: target.field, value: shown.trim(), complaints: [] }];
    case 'field':
      return [plainCell(place, convertInto(reading, mapped, cell, target.field))];
    case 'note':
      return [{ ...place, ...noteOf(reading, mapped, cell, target.field) }];
    case 'both':
      return target.fields.map((field) => plainCell(place, convertShared(reading, mapped, cell, field)));
    case 'period':
      return periodCells(cell, shown, target).map((part) => ({ ...place, ...part }));
    case 'byValue':
      return [{ ...place, ...convertByValue(reading, mapped, cell, target.fields) }];
  }
}

/** Written out, not spread: there are millions of them. */
function plainCell(
  { column, shown, from }: Pick<PlanCell, 'shown' | 'from'> & { readonly column: number },
  { field, value, changed, complaints }: Converted,
): PlanCell {
  if (value === undefined) {
    return changed === undefined
      ? { column, shown, from, field, complaints }
      : { column, shown, from, field, complaints, changed };
  }
  return changed === undefined
    ? { column, shown, from, field, value, complaints }
    : { column, shown, from, field, value, complaints, changed };
}

type Converted = Pick<PlanCell, 'field' | 'value' | 'changed' | 'complaints'>;

function convertInto(reading: ColumnReading, mapped: MappedColumn, cell: Cell, field: string): Converted {
  const spec = reading.ledger.fields[field];
  if (spec === undefined) return { field, complaints: [] };
  return named(field, convertCell(cell, spec, reading.lookupOf(mapped)));
}

/** Into one of two fields that share a cell: what it names, where a field stands for something that has a name. */
function convertShared(reading: ColumnReading, mapped: MappedColumn, cell: Cell, field: string): Converted {
  const spec = reading.ledger.fields[field];
  if (spec === undefined || !canBeMentioned(spec) || cell.kind !== 'text') {
    return convertInto(reading, mapped, cell, field);
  }
  return named(field, mentionedIn(cell.text, spec, reading.lookupOf(mapped)));
}

function noteOf(reading: ColumnReading, mapped: MappedColumn, cell: Cell, field: string): Converted {
  const converted = convertInto(reading, mapped, cell, field);
  if (typeof converted.value !== 'string') return converted;
  const value = `${mapped.header}：${converted.value}`;
  return { ...converted, value, changed: `列「${mapped.header}」没有对应的字段，存入备注` };
}

const beside =
  (field: string) =>
  (complaint: Complaint): Complaint => ({ ...complaint, field });

/** Written out, not spread, like `plainCell`. */
function named(field: string, { value, changed, complaints: said }: Conversion): Converted {
  const complaints = said.length === 0 ? said : said.map(beside(field));
  if (value === undefined) return changed === undefined ? { field, complaints } : { field, complaints, changed };
  return changed === undefined ? { field, value, complaints } : { field, value, complaints, changed };
}

/** What a column's conversions look up, made once a column. */
function columnLookups({ lookup, reader }: RowReading): (mapped: MappedColumn) => ConvertLookup {
  const known = new Map<MappedColumn, ConvertLookup>();
  return (mapped) => {
    const before = known.get(mapped);
    if (before !== undefined) return before;
    const unit = mapped.unit === undefined ? {} : { headerUnit: mapped.unit };
    const keepsLastZero = lastZeroKept(reader, mapped.column);
    const made = { ...lookup, date1904: reader.date1904, keepsLastZero, ...unit };
    known.set(mapped, made);
    return made;
  };
}

/** Looked for once a column, and only where a month asks for it. */
function lastZeroKept({ sheet, cell }: SheetReader, column: number): () => boolean {
  let known: boolean | undefined;
  const isKept = (): boolean => {
    for (let row = 0; row < sheet.rowCount; row += 1) {
      const one = cell(row, column);
      if (one.kind === 'text' && hasLastZero(one.text)) return true;
    }
    return false;
  };
  return () => {
    known ??= isKept();
    return known;
  };
}

function periodCells(
  cell: Cell,
  shown: string,
  target: { readonly from: string; readonly to: string },
): readonly Converted[] {
  const period = periodFromCell(cell, shown);
  if ('code' in period) return [{ field: target.from, complaints: [{ ...period, field: target.from }] }];
  const changed = period.changed === undefined ? {} : { changed: period.changed };
  return [
    { field: target.from, value: period.start, complaints: [], ...changed },
    { field: target.to, value: period.end, complaints: [], ...changed },
  ];
}

/** The first field that knows the value takes it; a value none of them knows is an error naming all their options. */
function convertByValue(
  reading: ColumnReading,
  mapped: MappedColumn,
  cell: Cell,
  fields: readonly string[],
): Converted {
  for (const field of fields) {
    const converted = convertInto(reading, mapped, cell, field);
    if (!hasError(converted.complaints)) {
      const label = reading.ledger.fields[field]?.label ?? field;
      return field === fields[0] ? converted : { ...converted, changed: converted.changed ?? `归入「${label}」` };
    }
  }
  const [first = ''] = fields;
  return { field: first, complaints: [unknownToAll(reading, mapped, cell, fields)] };
}

function unknownToAll(reading: RowReading, mapped: MappedColumn, cell: Cell, fields: readonly string[]): Complaint {
  const choices = fields.map((field) => {
    const spec = reading.ledger.fields[field];
    const options = spec === undefined ? [] : reading.lookup.options(spec).map((option) => option.value);
    return `「${spec?.label ?? field}」（${options.join('、')}）`;
  });
  const word = quote(shownCell(cell, reading.reader.date1904));
  return error('import/fits-no-field', `${mapped.header}${word}不属于${choices.join('，也不属于')}，请改正`, fields[0]);
}

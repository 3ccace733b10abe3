import { optionFor } from '../kit/convert/convert-choice.ts';
import { textIn } from '../kit/field-values.ts';
import type { Ledger } from '../kit/ledger.ts';
import { inPeriod } from '../kit/period.ts';
import { compareBy, filterTest } from '../kit/query.ts';
import { sortedInSlices } from '../kit/sorted-in-slices.ts';
import { chineseOrder } from '../kit/text-order.ts';
import type { LedgerRecord } from '../kit/values.ts';
import { freePlaces, placesBehind, placesIn, type RowPlace } from './folded-rows.ts';
import type { BoundFigure, Condition, LineSource, TableBinding } from './form-binding.ts';
import {
  conditionsTest,
  type FormFigures,
  type FormRequest,
  type LineRecords,
  type RecordTest,
} from './form-figures.ts';
import { cellAt, type FormSheet } from './form-look.ts';
import { formIndicator } from './form-measures.ts';
import {
  communityOf,
  type FormUnit,
  isUnits,
  rowName,
  rowUnitsOf,
  type UnitKind,
  unitField,
  unitFinder,
  unitLedger,
} from './form-names.ts';
import { endOf, partsOf } from './form-tables.ts';
import { conditionFor } from './propose-columns.ts';
import { type MeantRow, meantRows, type NamedRow } from './rows-of-one-name.ts';

/** A row of the filled table: what it is about, and which records of a ledger are its own. */
export type FormLine = RowPlace & {
  readonly name: string;
  /** The record of a list's row. */
  readonly listed?: { readonly ledger: Ledger; readonly record: LedgerRecord };
  /** Undefined where the blank form names something this office does not know: the row stays as it is. */
  readonly isMine?: LineRecords;
};

export type FormLines = {
  readonly lines: readonly FormLine[];
  /** The last row of the blank form they have room in; what stands below it is put in. */
  readonly end: number;
  readonly notes: readonly string[];
};

const nobody: RecordTest = () => false;

/** The rows of a table: in the blank form's own order where it names them, new ones behind. Yields now and then. */
export function* formLines(
  table: TableBinding,
  sheet: FormSheet,
  figures: FormFigures,
  request: FormRequest,
): Generator<undefined, FormLines> {
  const { lines } = table;
  if (lines.kind === 'records') {
    return { lines: yield* recordLines(lines, table, request), end: table.bottom, notes: [] };
  }
  const named = writtenNames(table, sheet);
  return isUnits(lines)
    ? yield* unitLines(lines.kind, table, named, sheet, figures, request)
    : { lines: optionLines(lines, table, named, request), end: endOfRoom(table, named), notes: [] };
}

/** The names that already stand in the rows of the blank form. */
function writtenNames(table: TableBinding, sheet: FormSheet): readonly NamedRow[] {
  const column = table.columns.find(({ value }) => value.kind === 'name')?.column;
  if (column === undefined) return [];
  const rows = partsOf(table).flatMap(({ top, bottom }) =>
    Array.from({ length: bottom - top + 1 }, (_, at) => top + at),
  );
  return placesIn(table, rows)
    .map(({ row, over }) => ({ row, over, name: (cellAt(sheet, row, column + over)?.text ?? '').trim() }))
    .filter(({ name }) => name !== '');
}

/** Where the room for rows ends that the form does not name: in its first part, or behind the last part that has names. */
const endOfRoom = (table: TableBinding, named: readonly NamedRow[]): number =>
  named.length === 0 ? table.bottom : endOf(table);

function* unitLines(
  kind: UnitKind,
  table: TableBinding,
  named: readonly NamedRow[],
  sheet: FormSheet,
  figures: FormFigures,
  request: FormRequest,
): Generator<undefined, FormLines> {
  const { context, ledgerById } = request;
  const find = unitFinder(kind, context);
  const units = rowUnitsOf(kind, context);
  const owned = new Map(
    units.flatMap(({ ids }) => {
      const records = recordsOfUnit(kind, ids, request);
      return ids.map((id) => [id, records] as const);
    }),
  );
  const bound = table.columns.flatMap(({ value }) => (value.kind === 'figure' ? [value.figure] : []));
  const inForm = new Set(named.flatMap(({ name }) => find(name).map(({ id }) => id)));
  const others: FormUnit[] = [];
  for (const unit of units) {
    if (unit.ids.some((id) => inForm.has(id))) continue;
    const hasSomething = (figure: BoundFigure) => {
      const { value, denominator } = figures.figure(figure, owned.get(unit.id));
      return (value ?? 0) !== 0 || (denominator ?? 0) !== 0;
    };
    if ((named.length === 0 && kind === 'communities') || bound.some(hasSomething)) others.push(unit);
    yield;
  }
  others.sort((left, right) => chineseOrder.compare(left.name, right.name));
  const ledger = ledgerById(formIndicator(bound[0]?.indicator ?? '')?.ledger ?? '');
  const meant = meantRows(named, find, { sheet, table, ledger, context });
  const noun = request.ledgerById(unitLedger(kind))?.noun ?? '';
  // Among sections of kinds nobody knows which one a row that is put in belongs to.
  const isParted = meant.some(({ name, unit, only }) => only !== undefined || (!unit && find(name).length === 1));
  const added = isParted ? [] : others;
  const last = named.at(-1);
  const free = last === undefined ? freePlaces(table, added.length) : placesBehind(table, last, added.length);
  const lineOf = ({ row, over, name, unit, only }: MeantRow): FormLine => {
    const isMine = owned.get(unit?.id ?? '');
    return isMine === undefined ? { row, over, name } : { row, over, name, isMine: narrowed(isMine, only, ledger) };
  };
  const put = free.map((place, at): MeantRow => {
    const unit = added[at];
    return unit === undefined ? { ...place, name: '' } : { ...place, name: rowName(kind, unit, context), unit };
  });
  return {
    lines: [...meant, ...put].map(lineOf),
    end: endOfRoom(table, named),
    notes: [...notFilled(meant, find, noun), ...notNamed(named.length === 0 ? [] : others, isParted)],
  };
}

/** The records of a row that are about one thing only, of the ledger the condition is of. */
const narrowed = (isMine: LineRecords, only: Condition | undefined, ledger: Ledger | undefined): LineRecords => {
  if (only === undefined) return isMine;
  const fits = conditionsTest([only]);
  return (id) => {
    const test = isMine(id);
    return id === ledger?.id ? (record) => test(record) && fits(record) : nobody;
  };
};

/** Units the form has no row for, though the period has something of theirs. */
function notNamed(others: readonly FormUnit[], isParted: boolean): readonly string[] {
  if (others.length === 0) return [];
  const names = others.map(({ name }) => name).join('、');
  return [`表样里没有${names}，本期有数，${isParted ? '不知道加在哪一段，没有加' : '已加在后面'}`];
}

/** Rows left to be filled by hand, by why: unknown names, names several communities go by, names that stand in several rows. */
function notFilled(
  rows: readonly MeantRow[],
  find: (name: string) => readonly FormUnit[],
  noun: string,
): readonly string[] {
  const left = [...new Set(rows.flatMap(({ name, unit }) => (unit === undefined ? [name] : [])))];
  const found = left.map((name) => ({ name, units: find(name) }));
  const unknown = found.filter(({ units }) => units.length === 0);
  const again = found.filter(({ units }) => units.length === 1);
  const namesOf = (list: typeof found) => list.map(({ name }) => name).join('、');
  return [
    ...(unknown.length === 0 ? [] : [`表样里的${namesOf(unknown)}在本机的${noun}里没有，这几行没有填`]),
    ...found
      .filter(({ units }) => units.length > 1)
      .map(({ name, units }) => {
        const which = units.map((unit) => unit.name).join('、');
        return `表样里的“${name}”有${units.length}个：${which}，不知道指哪一个，这一行没有填，请问明后手工填写`;
      }),
    ...(again.length === 0 ? [] : [`表样里${namesOf(again)}各有几行，不知道每行各填什么，这几行没有填，请手工填写`]),
  ];
}

/** The records that say they belong to a unit, or to a 小区 or 网格 of it, by the field each ledger has for it. */
const recordsOfUnit =
  (kind: UnitKind, ids: readonly string[], { context, ledgerById }: FormRequest): LineRecords =>
  (ledgerId) => {
    const ledger = ledgerById(ledgerId);
    const field = ledger && unitField(kind, ledger);
    if (field === undefined) return nobody;
    if (kind !== 'communities' || !ledger?.fields[field]?.target?.where?.is.includes('小区')) {
      return filterTest({ field, is: ids });
    }
    return ({ values }) => ids.includes(communityOf(context, textIn(values, field)));
  };

/** One row an option as the form writes it; 其他 takes what the other rows do not name. */
function optionLines(
  { ledger: id, field }: Extract<LineSource, { kind: 'options' }>,
  table: TableBinding,
  named: readonly NamedRow[],
  { context, ledgerById }: FormRequest,
): readonly FormLine[] {
  const ledger = ledgerById(id);
  if (ledger === undefined) return [];
  const spec = ledger.fields[field];
  const options = spec?.options ?? context.parameterKeys(spec?.optionsFrom ?? '', context.today).map(asOption);
  const free = freePlaces(table, options.length);
  const rows: readonly NamedRow[] =
    named.length > 0 ? named : free.map((place, at) => ({ ...place, name: options[at]?.value ?? '' }));
  const names = rows.map(({ name }) => name);
  return rows.map(({ row, over, name }): FormLine => {
    const condition = conditionFor(name, names, ledger, field, context);
    const test = conditionsTest(condition === undefined ? undefined : [condition]);
    const isKnown = condition !== undefined || optionFor(name, options) !== undefined;
    const line = { row, over, name };
    return isKnown ? { ...line, isMine: (of) => (of === id ? test : nobody) } : line;
  });
}

const asOption = (value: string) => ({ value });

/** Records gone through or put in order between two chances to pause. */
const SLICE = 1000;

/** The records of a list in order: by its fields one after the other, the first of them gathering equal ones. */
function* recordLines(
  { ledger: id, on, where, sort }: Extract<LineSource, { kind: 'records' }>,
  table: TableBinding,
  { context, ledgerById, period }: FormRequest,
): Generator<undefined, readonly FormLine[]> {
  const fits = conditionsTest(where);
  const ledger = ledgerById(id);
  if (ledger === undefined) return [];
  const isIn = (record: LedgerRecord) =>
    fits(record) && (on === undefined || inPeriod(period, textIn(record.values, on).slice(0, 10)));
  const records: LedgerRecord[] = [];
  for (const [place, record] of context.records(id).entries()) {
    if (isIn(record)) records.push(record);
    if (place % SLICE === 0) yield;
  }
  const orders = (sort ?? []).map((field) => {
    const target = ledger.fields[field]?.target;
    return compareBy(field, false, ({ values }) => {
      const value = values[field];
      if (target !== undefined && typeof value === 'string') return context.nameOf(target.ledger, value);
      return typeof value === 'object' ? undefined : value;
    });
  });
  const inOrder = (left: LedgerRecord, right: LedgerRecord) =>
    orders.reduce((difference, order) => difference || order(left, right), 0);
  const sorted = orders.length === 0 ? records : yield* sortedInSlices(records, inOrder);
  const places = freePlaces(table, sorted.length);
  return sorted.map((record, at) => ({
    ...(places[at] ?? { row: table.top, over: 0 }),
    name: '',
    listed: { ledger, record },
    isMine: () => (one) => one.id === record.id,
  }));
}

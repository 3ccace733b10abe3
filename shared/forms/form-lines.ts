import { inPeriod } from '../indicators/period.ts';
import { optionFor } from '../kit/convert/convert-choice.ts';
import type { Ledger } from '../kit/ledger.ts';
import { compareBy, filterTest } from '../kit/query.ts';
import { textIn } from '../kit/steps.ts';
import { chineseOrder } from '../kit/text-order.ts';
import type { LedgerRecord } from '../kit/values.ts';
import type { LineSource, TableBinding } from './form-binding.ts';
import {
  conditionsTest,
  type FormFigures,
  type FormRequest,
  type LineRecords,
  type RecordTest,
} from './form-figures.ts';
import { cellAt, type FormSheet } from './form-look.ts';
import { isUnits, type UnitKind, unitField, unitFinder, unitLedger, unitsOf } from './form-names.ts';
import { conditionFor } from './propose-columns.ts';

/** A row of the filled table: what it is about, and which records of a ledger are its own. */
export type FormLine = {
  readonly name: string;
  /** The record of a list's row. */
  readonly listed?: { readonly ledger: Ledger; readonly record: LedgerRecord };
  /** Undefined where the blank form names something this office does not know: the row stays as it is. */
  readonly isMine?: LineRecords;
};

export type FormLines = { readonly lines: readonly FormLine[]; readonly notes: readonly string[] };

const nobody: RecordTest = () => false;

/** The rows of a table: in the blank form's own order where it names them, new ones behind. */
export function formLines(
  table: TableBinding,
  sheet: FormSheet,
  figures: FormFigures,
  request: FormRequest,
): FormLines {
  const { lines } = table;
  if (lines.kind === 'records') return { lines: recordLines(lines, request), notes: [] };
  const written = writtenNames(table, sheet);
  return isUnits(lines)
    ? unitLines(lines.kind, table, written, figures, request)
    : { lines: optionLines(lines, written, request), notes: [] };
}

/** The names that already stand in the rows of the blank form; '' for a free row. */
function writtenNames({ top, bottom, columns }: TableBinding, sheet: FormSheet): readonly string[] {
  const named = columns.find(({ value }) => value.kind === 'name')?.column;
  return Array.from({ length: bottom - top + 1 }, (_, at) =>
    named === undefined ? '' : (cellAt(sheet, top + at, named)?.text ?? '').trim(),
  );
}

function unitLines(
  kind: UnitKind,
  { columns }: TableBinding,
  written: readonly string[],
  figures: FormFigures,
  request: FormRequest,
): FormLines {
  const { context, ledgerById } = request;
  const find = unitFinder(kind, context);
  const owned = new Map(unitsOf(kind, context).map(({ id }) => [id, recordsOfUnit(kind, id, ledgerById)]));
  const bound = columns.flatMap(({ value }) => (value.kind === 'figure' ? [value.figure] : []));
  const hasSomething = (id: string) =>
    bound.some((figure) => {
      const { value, denominator } = figures.figure(figure, owned.get(id));
      return (value ?? 0) !== 0 || (denominator ?? 0) !== 0;
    });
  const named = written.filter((name) => name !== '');
  const inForm = new Set(named.flatMap((name) => find(name)?.id ?? []));
  const others = unitsOf(kind, context)
    .filter(({ id }) => !inForm.has(id))
    .filter(({ id }) => (named.length === 0 && kind === 'communities') || hasSomething(id))
    .toSorted((left, right) => chineseOrder.compare(left.name, right.name));
  const unknown = named.filter((name) => find(name) === undefined);
  const noun = request.ledgerById(unitLedger(kind))?.noun ?? '';
  return {
    lines: [...named.map((name) => ({ name, id: find(name)?.id ?? '' })), ...others].map(({ name, id }): FormLine => {
      const isMine = owned.get(id);
      return isMine === undefined ? { name } : { name, isMine };
    }),
    notes: [
      ...(unknown.length === 0 ? [] : [`表样里的${unknown.join('、')}在本机的${noun}里没有，这几行没有填`]),
      ...(named.length === 0 || others.length === 0
        ? []
        : [`表样里没有${others.map(({ name }) => name).join('、')}，本期有数，已加在后面`]),
    ],
  };
}

/** The records that say they belong to a unit, by the field each ledger has for it. */
const recordsOfUnit =
  (kind: UnitKind, id: string, ledgerById: FormRequest['ledgerById']): LineRecords =>
  (ledgerId) => {
    const ledger = ledgerById(ledgerId);
    const field = ledger && unitField(kind, ledger);
    return field === undefined ? nobody : filterTest({ field, is: [id] });
  };

/** One row an option as the form writes it; 其他 takes what the other rows do not name. */
function optionLines(
  { ledger: id, field }: Extract<LineSource, { kind: 'options' }>,
  written: readonly string[],
  { context, ledgerById }: FormRequest,
): readonly FormLine[] {
  const ledger = ledgerById(id);
  if (ledger === undefined) return [];
  const spec = ledger.fields[field];
  const options = spec?.options ?? context.parameterKeys(spec?.optionsFrom ?? '', context.today).map(asOption);
  const named = written.filter((name) => name !== '');
  const names = named.length > 0 ? named : options.map(({ value }) => value);
  return names.map((name): FormLine => {
    const condition = conditionFor(name, names, ledger, field, context);
    const test = conditionsTest(condition === undefined ? undefined : [condition]);
    const isKnown = condition !== undefined || optionFor(name, options) !== undefined;
    return isKnown ? { name, isMine: (of) => (of === id ? test : nobody) } : { name };
  });
}

const asOption = (value: string) => ({ value });

/** The records of a list in order: by its fields one after the other, the first of them gathering equal ones. */
function recordLines(
  { ledger: id, on, where, sort }: Extract<LineSource, { kind: 'records' }>,
  { context, ledgerById, period }: FormRequest,
): readonly FormLine[] {
  const fits = conditionsTest(where);
  const ledger = ledgerById(id);
  if (ledger === undefined) return [];
  const records = context
    .records(id)
    .filter((record) => fits(record) && (on === undefined || inPeriod(period, textIn(record.values, on).slice(0, 10))));
  const orders = (sort ?? []).map((field) => {
    const target = ledger.fields[field]?.target;
    return compareBy(field, false, ({ values }) => {
      const value = values[field];
      if (target !== undefined && typeof value === 'string') return context.nameOf(target.ledger, value);
      return typeof value === 'object' ? undefined : value;
    });
  });
  const sorted = records.toSorted((left, right) =>
    orders.reduce((difference, order) => difference || order(left, right), 0),
  );
  return sorted.map((record) => ({
    name: '',
    listed: { ledger, record },
    isMine: () => (one) => one.id === record.id,
  }));
}

import type { FieldSpecs } from '../../../shared/kit/fields.ts';
import { formatValue } from '../../../shared/kit/format.ts';
import type { Ledger } from '../../../shared/kit/ledger.ts';
import type { LedgerContext } from '../../../shared/kit/ledger-context.ts';
import { sum } from '../../../shared/kit/numbers.ts';
import type { LedgerRecord, Value, Values } from '../../../shared/kit/values.ts';
import type { RowPlace, SheetReader } from '../../../shared/workbook/cells.ts';
import type { SheetLayout } from '../../../shared/workbook/import/header.ts';
import type { ImportChoices } from '../../../shared/workbook/import/import-choices.ts';
import type { LeftOutReason, LeftOutRow } from '../../../shared/workbook/import/left-out-rows.ts';
import type {
  FieldDifference,
  ImportPlan,
  PlanCell,
  PlanRow,
  RowStatus,
} from '../../../shared/workbook/import/plan.ts';
import { shownCell } from '../../../shared/workbook/shown-cell.ts';
import { masked } from '../query/masked.ts';
import type { ImportView, LeftOutWindow, PlanRowView, PlanTab, PlanView, SheetWindow } from './import-api.ts';

/** Columns shown of a sheet; wider ones are imported all the same. */
const WIDEST_SHOWN = 60;

/** What 重复 holds: rows that met a record or a row they resemble. */
const DUPLICATES: readonly RowStatus[] = ['suspectedDuplicate', 'duplicateInFile', 'ambiguous'];

/** Is the row listed under the tab? */
export function isInTab(row: PlanRow, tab: PlanTab): boolean {
  switch (tab) {
    case 'all':
      return true;
    case 'duplicate':
      return DUPLICATES.includes(row.status);
    default:
      return row.status === tab;
  }
}

/** The plan in figures. */
export function planView({ rows, counts, newReferences }: ImportPlan, choices: ImportChoices): PlanView {
  const acting = { create: 0, update: 0, skip: 0 };
  let leftEmpty = 0;
  for (const row of rows) {
    acting[row.action] += 1;
    if (row.leftEmpty.length > 0) leftEmpty += 1;
  }
  return {
    counts,
    tabs: {
      all: rows.length,
      new: counts.new,
      update: counts.update,
      conflict: counts.conflict,
      unchanged: counts.unchanged,
      duplicate: sum(DUPLICATES.map((status) => counts[status])),
      heldBack: counts.heldBack,
      setAside: counts.setAside,
    },
    newReferences,
    willCreate: acting.create,
    willUpdate: acting.update,
    willSkip: acting.skip,
    leftEmpty,
    leaveEmptyAll: choices.leaveEmpty === 'all',
  };
}

/** What the preview shows of a row: where it stands and what its cells were read as. */
export type RowRead = { readonly place: RowPlace; readonly cells: readonly PlanCell[] };

/**
 * Adds to a planned row what was read, its values in words and the ledger's computed columns, as they will be once it is
 * stored.
 */
export function describeRow(row: PlanRow, read: RowRead, ledger: Ledger, context: LedgerContext): PlanRowView {
  const stored = row.existing && context.record(ledger.id, row.existing.id);
  const follow = row.differences.filter(({ follows }) => follows).map(({ field, after }) => [field, after] as const);
  const values: Values = { ...stored?.values, ...row.values, ...Object.fromEntries(follow) };
  const textsOf = (some: readonly (readonly [string, Value | undefined])[], fields: FieldSpecs = ledger.fields) =>
    Object.fromEntries(
      some.flatMap(([fieldId, value]) => {
        const spec = fields[fieldId];
        return spec === undefined || value === undefined ? [] : [[fieldId, formatValue(value, spec, context.nameOf)]];
      }),
    );
  const texts = textsOf([...Object.entries(row.values), ...follow]);
  const differences = stored ? row.differences.map((one) => maskedDifference(ledger, stored, one)) : [];
  const storedTexts = textsOf(differences.map(({ field, before }) => [field, before]));
  const record = stored ? { ...stored, values } : { id: '', rev: '', values };
  const computed = Object.entries(ledger.derived?.compute(record, context) ?? {});
  const derived = textsOf(computed, ledger.derived?.fields);
  return { ...row, ...read, differences, texts, storedTexts, derived };
}

/** What is stored, or once was, is shown as lists show it: the sheet is the clerk's, the record perhaps another's. */
function maskedDifference(ledger: Ledger, { id, rev, values }: LedgerRecord, difference: FieldDifference) {
  const { field, before, changedHere } = difference;
  const shown = (value: Value) =>
    masked(ledger, { id, rev, values: { ...values, [field]: value }, derived: {} }).values[field] ?? '';
  const imported = changedHere?.imported;
  return {
    ...difference,
    ...(before === undefined ? {} : { before: shown(before) }),
    ...(changedHere && imported !== undefined ? { changedHere: { ...changedHere, imported: shown(imported) } } : {}),
  };
}

/** Part of the sheet as it looks, for the middle of the wizard. */
export function sheetWindow(
  reader: SheetReader,
  layout: SheetLayout | undefined,
  offset: number,
  limit: number,
): SheetWindow {
  const leftOut = new Map(layout?.leftOut.flatMap(({ row, reason, isTaken }) => (isTaken ? [] : [[row, reason]])));
  const width = Math.min(reader.sheet.columns.length, WIDEST_SHOWN);
  const end = Math.min(reader.sheet.rowCount, offset + limit);
  const rows: SheetWindow['rows'][number][] = [];
  for (let row = offset; row < end; row += 1) {
    const shown = (_: unknown, column: number) => shownCell(reader.cell(row, column), reader.date1904);
    const reason = leftOut.get(row);
    rows.push({ row, cells: Array.from({ length: width }, shown), ...(reason ? { leftOut: reason } : {}) });
  }
  const merges = reader.sheet.merges.filter((merge) => merge.bottom >= offset && merge.top < end);
  return { rows, merges };
}

/** How many rows there are by reason, in the order they are met. */
export function leftOutCounts(rows: readonly LeftOutRow[]): ImportView['leftOut'] {
  const counts = new Map<LeftOutReason, { rows: number; taken: number }>();
  for (const { reason, isTaken } of rows) {
    const count = counts.get(reason) ?? { rows: 0, taken: 0 };
    counts.set(reason, { rows: count.rows + 1, taken: count.taken + (isTaken ? 1 : 0) });
  }
  return [...counts].map(([reason, count]) => ({ reason, ...count }));
}

/** Of a row that is no record so much is shown. */
const LONGEST_TEXT = 200;

/** Part of the list of rows that look like no record. */
export function leftOutWindow(
  reader: SheetReader,
  leftOut: readonly LeftOutRow[],
  offset: number,
  limit: number,
): LeftOutWindow {
  const rows = leftOut.slice(offset, offset + limit).map(({ row, reason, isTaken = false }) => {
    const cells = reader.sheet.columns.map((_, column) => shownCell(reader.cell(row, column), reader.date1904).trim());
    const text = cells.filter((cell) => cell !== '').join(' | ');
    return { place: reader.placeOf(row), reason, isTaken, text: [...text].slice(0, LONGEST_TEXT).join('') };
  });
  return { total: leftOut.length, rows };
}

import { formatValue } from '../../shared/kit/format.ts';
import type { Ledger } from '../../shared/kit/ledger.ts';
import type { LedgerContext } from '../../shared/kit/ledger-context.ts';
import type { Value, Values } from '../../shared/kit/values.ts';
import type { SheetReader } from '../../shared/workbook/cells.ts';
import type { ImportChoices } from '../../shared/workbook/import-choices.ts';
import type { ImportPlan, PlanRow } from '../../shared/workbook/plan.ts';
import { shownCell } from '../../shared/workbook/shown-cell.ts';
import type { PlanRowView, PlanTab, PlanView, SheetWindow } from './import-api.ts';

/** Columns shown of a sheet; wider ones are imported all the same. */
const WIDEST_SHOWN = 60;

/** Is the row listed under the tab? 重复 holds what met a record or a row it resembles, without anything to decide here. */
export function isInTab(row: PlanRow, tab: PlanTab): boolean {
  switch (tab) {
    case 'all':
      return true;
    case 'duplicate':
      return ['unchanged', 'suspectedDuplicate', 'duplicateInFile', 'ambiguous'].includes(row.status);
    default:
      return row.status === tab;
  }
}

/** The plan in figures. */
export function planView(plan: ImportPlan, choices: ImportChoices): PlanView {
  const acting = (action: PlanRow['action']) => plan.rows.filter((row) => row.action === action).length;
  const count = (tab: PlanTab) => plan.rows.filter((row) => isInTab(row, tab)).length;
  return {
    counts: plan.counts,
    tabs: {
      all: plan.rows.length,
      new: count('new'),
      update: count('update'),
      conflict: count('conflict'),
      duplicate: count('duplicate'),
      heldBack: count('heldBack'),
    },
    newReferences: plan.newReferences,
    willCreate: acting('create'),
    willUpdate: acting('update'),
    willSkip: acting('skip'),
    leftEmpty: plan.rows.filter((row) => row.leftEmpty.length > 0).length,
    leaveEmptyAll: choices.leaveEmpty === 'all',
  };
}

/** Adds to a planned row its values in words and the ledger's computed columns, as they will be once it is stored. */
export function describeRow(row: PlanRow, ledger: Ledger, context: LedgerContext): PlanRowView {
  const stored = row.existing && context.record(ledger.id, row.existing.id);
  const values: Values = { ...stored?.values, ...row.values };
  const textsOf = (some: readonly (readonly [string, Value | undefined])[]) =>
    Object.fromEntries(
      some.flatMap(([fieldId, value]) => {
        const spec = ledger.fields[fieldId];
        return spec === undefined || value === undefined ? [] : [[fieldId, formatValue(value, spec, context.nameOf)]];
      }),
    );
  const texts = textsOf(Object.entries(row.values));
  const storedTexts = textsOf(row.differences.map(({ field, before }) => [field, before]));
  const record = stored ? { ...stored, values } : { id: '', rev: '', values };
  return { ...row, texts, storedTexts, derived: ledger.derived?.compute(record, context) ?? {} };
}

/** Part of the sheet as it looks, for the middle of the wizard. */
export function sheetWindow(reader: SheetReader, offset: number, limit: number): SheetWindow {
  const width = Math.min(reader.sheet.columns.length, WIDEST_SHOWN);
  const end = Math.min(reader.sheet.rowCount, offset + limit);
  const rows: SheetWindow['rows'][number][] = [];
  for (let row = offset; row < end; row += 1) {
    const shown = (_: unknown, column: number) => shownCell(reader.cell(row, column), reader.date1904);
    rows.push({ row, cells: Array.from({ length: width }, shown) });
  }
  const merges = reader.sheet.merges.filter((merge) => merge.bottom >= offset && merge.top < end);
  return { rows, merges };
}

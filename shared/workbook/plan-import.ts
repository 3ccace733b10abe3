import type { Complaint } from '../kit/complaint.ts';
import type { ConvertLookup } from '../kit/convert/conversion.ts';
import type { Ledger } from '../kit/ledger.ts';
import type { LedgerContext } from '../kit/ledger-context.ts';
import { validateValues } from '../kit/validate.ts';
import type { LedgerRecord, Value, Values } from '../kit/values.ts';
import type { SheetReader } from './cells.ts';
import { type Draft, draftRow } from './draft-row.ts';
import type { SheetLayout } from './header.ts';
import type { ImportChoices } from './import-choices.ts';
import type { Mapping } from './mapping.ts';
import { withMendedCells } from './mended-cells.ts';
import { newReferencesOf, pendingOf } from './new-references.ts';
import { holdBackOrphans, pendingRows } from './own-references.ts';
import { contextWithPending, type PendingRecord, resolveWithPending } from './pending-records.ts';
import type { FieldDifference, ImportPlan, PlanCell, PlanRow, RowStatus } from './plan.ts';
import { rowReader } from './plan-row.ts';
import { SameIndex } from './same-rows.ts';

export type PlanInput = {
  readonly reader: SheetReader;
  readonly layout: SheetLayout;
  readonly mapping: Mapping;
  readonly ledger: Ledger;
  readonly ledgerById: (ledgerId: string) => Ledger | undefined;
  readonly context: LedgerContext;
  readonly lookup: Pick<ConvertLookup, 'resolve' | 'options'>;
  readonly choices: ImportChoices;
  /** Ids for rows that other rows of the file name (上级单位); without it rows cannot name each other. */
  readonly newId?: () => string;
};

/**
 * Works out what an import will do, row by row, without doing anything. Blank cells never erase; state and decision
 * fields are never written; rows equal to a stored one by the ledger's `sameAs` are shown, never merged silently.
 */
export function planImport(input: PlanInput): ImportPlan {
  const { ledger, ledgerById, choices } = input;
  const accepted = pendingOf(choices.accepted);
  const named = readRows(input, accepted);
  const own = input.newId === undefined ? new Map() : pendingRows(ledger, named, input.newId);
  const pending = [...accepted, ...own.values()];
  const cells = own.size === 0 ? named : readRows(input, pending);
  const context = contextWithPending(input.context, pending, ledgerById);
  const stored = indexStored(ledger, input.context.records(ledger.id));
  const seen = new SameIndex<number>(ledger);
  const question = { ledger, choices, context, hiddenRows: new Set(input.reader.sheet.hiddenRows) };
  const planned = input.layout.body.map((row) => {
    const draft = draftRow(row, cells.get(row) ?? [], question);
    const fate = classify(draft, ledger, context, stored, seen, choices);
    if (fate.status !== 'heldBack') seen.add(fate.values, row);
    const id = own.get(row)?.id;
    return id === undefined ? fate : { ...fate, id };
  });
  const rows = holdBackOrphans(ledger, planned, own);
  return {
    ledger: ledger.id,
    rows,
    counts: countsOf(rows),
    newReferences: newReferencesOf(ledger, rows, choices.accepted, ledgerById),
  };
}

function readRows(
  { reader, layout, mapping, ledger, lookup, choices }: PlanInput,
  pending: readonly PendingRecord[],
): ReadonlyMap<number, readonly PlanCell[]> {
  const resolve = resolveWithPending(lookup.resolve, pending);
  const words = { ...lookup, resolve };
  const read = rowReader({ reader, mapping, ledger, lookup: words });
  return new Map(layout.body.map((row) => [row, withMendedCells(read(row), choices.mended.get(row), ledger, words)]));
}

type Stored = { readonly byNumber: ReadonlyMap<string, LedgerRecord>; readonly same: SameIndex<LedgerRecord> };

function indexStored(ledger: Ledger, records: readonly LedgerRecord[]): Stored {
  const byNumber = new Map<string, LedgerRecord>();
  const same = new SameIndex<LedgerRecord>(ledger);
  for (const record of records) {
    const number = ledger.numbering && record.values[ledger.numbering.field];
    if (typeof number === 'string') byNumber.set(number, record);
    same.add(record.values, record);
  }
  return { byNumber, same };
}

function classify(
  draft: Draft,
  ledger: Ledger,
  context: LedgerContext,
  stored: Stored,
  seen: SameIndex<number>,
  choices: ImportChoices,
): PlanRow {
  const plain = { row: draft.row, cells: draft.cells, values: draft.values, leftEmpty: draft.leftEmpty };
  const outcome = (
    status: RowStatus,
    action: PlanRow['action'],
    reason: string,
    existing?: LedgerRecord,
    complaints: readonly Complaint[] = draft.warnings,
  ): PlanRow => ({
    ...plain,
    status,
    action,
    reason,
    complaints,
    differences: existing ? differencesOf(draft.values, existing) : [],
    ...(existing ? { existing: { id: existing.id, rev: existing.rev } } : {}),
  });

  const byNumber = draft.identity === undefined ? undefined : stored.byNumber.get(draft.identity);
  if (byNumber !== undefined) return updateByNumber(draft, byNumber, ledger, context, outcome);
  if (draft.errors.length > 0) return heldBack(draft.errors, draft, outcome);
  const choice = choices.duplicates.get(draft.row);
  const labelsOf = (fields: readonly string[]) =>
    fields.map((field) => ledger.fields[field]?.label ?? field).join('、');
  const before = seen.find(draft.values);
  const [earlier] = before.found;
  if (earlier !== undefined) {
    const reason = `${labelsOf(before.by)}与本表第 ${earlier + 1} 行相同`;
    return outcome('duplicateInFile', choice === 'create' ? 'create' : 'skip', reason);
  }
  const resembling = stored.same.find(draft.values);
  const [same, another] = resembling.found;
  const labels = labelsOf(resembling.by);
  if (same === undefined) return outcome('new', 'create', numberUnknown(draft));
  if (another !== undefined) {
    const reason = `${labels}与已有的多条记录相同，不能确定是哪一条`;
    return outcome('conflict', choice === 'create' ? 'create' : 'skip', reason);
  }
  const differences = differencesOf(draft.values, same);
  const called = context.nameOf(ledger.id, same.id);
  if (differences.length === 0) return outcome('unchanged', 'skip', `与已有记录“${called}”完全相同`, same);
  const errors = choice === 'update' ? updateErrors(draft, same, ledger, context) : [];
  if (errors.length > 0) return heldBack(errors, draft, outcome, same);
  const reason = `${labels}与已有记录“${called}”相同，但${fieldLabels(ledger, differences)}不同`;
  return outcome('suspectedDuplicate', choice ?? 'skip', reason, same);
}

type Outcome = (
  status: RowStatus,
  action: PlanRow['action'],
  reason: string,
  existing?: LedgerRecord,
  complaints?: readonly Complaint[],
) => PlanRow;

/** The sheet names the record itself by its number. */
function updateByNumber(
  draft: Draft,
  existing: LedgerRecord,
  ledger: Ledger,
  context: LedgerContext,
  outcome: Outcome,
): PlanRow {
  const errors = updateErrors(draft, existing, ledger, context);
  if (errors.length > 0) return heldBack(errors, draft, outcome, existing);
  const differences = differencesOf(draft.values, existing);
  if (differences.length === 0) return outcome('unchanged', 'skip', `与已有的 ${draft.identity} 完全相同`, existing);
  return outcome('update', 'update', `更新 ${draft.identity} 的${fieldLabels(ledger, differences)}`, existing);
}

/** What the sheet says goes in; it is judged together with what stays stored. */
function updateErrors(
  draft: Draft,
  existing: LedgerRecord,
  ledger: Ledger,
  context: LedgerContext,
): readonly Complaint[] {
  const touched = new Set(differencesOf(draft.values, existing).map((difference) => difference.field));
  const judged = validateValues(ledger, { ...existing.values, ...draft.values }, context, existing.id);
  return [
    ...draft.cells.flatMap((cell) => (draft.leftEmpty.includes(cell.field) ? [] : cell.complaints)),
    ...judged.filter((one) => one.field !== undefined && touched.has(one.field)),
  ].filter((one) => one.severity === 'error');
}

function heldBack(errors: readonly Complaint[], draft: Draft, outcome: Outcome, existing?: LedgerRecord): PlanRow {
  const reason = errors.map((complaint) => complaint.message).join('；');
  return outcome('heldBack', 'skip', reason, existing, [...errors, ...draft.warnings]);
}

function numberUnknown(draft: Draft): string {
  return draft.identity === undefined ? '' : `编号 ${draft.identity} 在台账中没有，将作为新记录重新编号`;
}

/** Only what the sheet fills: a blank cell never erases. */
function differencesOf(values: Values, existing: LedgerRecord): readonly FieldDifference[] {
  return Object.entries(values).flatMap(([field, after]): FieldDifference[] => {
    const before = existing.values[field];
    if (after === undefined || isSame(before, after)) return [];
    return [{ field, after, ...(before === undefined ? {} : { before }) }];
  });
}

function isSame(before: Value | undefined, after: Value): boolean {
  return before === after || (typeof after === 'object' && JSON.stringify(before) === JSON.stringify(after));
}

function fieldLabels(ledger: Ledger, differences: readonly FieldDifference[]): string {
  return differences.map(({ field }) => `「${ledger.fields[field]?.label ?? field}」`).join('');
}

function countsOf(rows: readonly PlanRow[]): ImportPlan['counts'] {
  const counts = {
    new: 0,
    unchanged: 0,
    update: 0,
    suspectedDuplicate: 0,
    duplicateInFile: 0,
    conflict: 0,
    heldBack: 0,
  };
  for (const row of rows) counts[row.status] += 1;
  return counts;
}

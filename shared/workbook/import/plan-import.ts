import type { FieldsChangedHere } from '../../history/changed-here.ts';
import type { ConvertLookup } from '../../kit/convert/conversion.ts';
import { finished } from '../../kit/finished.ts';
import type { Ledger } from '../../kit/ledger.ts';
import type { LedgerContext } from '../../kit/ledger-context.ts';
import type { LedgerRecord } from '../../kit/values.ts';
import { placeWords, type SheetReader } from '../cells.ts';
import { cutRows } from './cut-rows.ts';
import { draftRow } from './draft-row.ts';
import { withFollowingState } from './following-state.ts';
import type { SheetLayout } from './header.ts';
import type { ImportChoices } from './import-choices.ts';
import { type Mapping, unitOfField } from './mapping.ts';
import { withMendedCells } from './mended-cells.ts';
import { NewReferences, pendingOf } from './new-references.ts';
import { holdBackOrphans, namesOwnRows, type OwnRows, pendingRows } from './own-references.ts';
import { contextWithPending, type PendingRecord, resolveWithPending } from './pending-records.ts';
import type { ImportPlan, PlanCell, PlanRow } from './plan.ts';
import { rowReader } from './plan-row.ts';
import { fateOf, StoredRecords } from './row-fate.ts';
import { SameIndex } from './same-rows.ts';

export type PlanInput = {
  readonly reader: SheetReader;
  readonly layout: SheetLayout;
  readonly mapping: Mapping;
  readonly ledger: Ledger;
  readonly ledgerById: (ledgerId: string) => Ledger | undefined;
  readonly context: LedgerContext;
  readonly lookup: Pick<ConvertLookup, 'resolve' | 'options' | 'namesOf'>;
  readonly choices: ImportChoices;
  /** What was changed by hand in a stored record since an import last wrote it; without it nothing is a conflict. */
  readonly changedHere?: (record: LedgerRecord) => FieldsChangedHere | undefined;
  /** The ledger's records as they stand, where they were set up for an earlier plan. */
  readonly stored?: StoredRecords;
  /** Ids for rows that other rows of the file name (上级单位); without it rows cannot name each other. */
  readonly newId?: () => string;
};

/**
 * Works out what an import will do, row by row, without doing anything. Blank cells never erase; state and decision
 * fields are never written; rows equal to a stored one by the ledger's `sameAs` are shown, never merged silently.
 */
export function planImport(input: PlanInput): ImportPlan {
  return finished(planSteps(input));
}

/** The same in small steps, each with how many rows are done: whoever drives it may pause between them, or stop. */
export function* planSteps(input: PlanInput): Generator<number, ImportPlan> {
  const { ledger, ledgerById, choices, reader, layout } = input;
  const stored = input.stored ?? new StoredRecords(ledger);
  yield* stored.fill(() => input.context.records(ledger.id));
  const accepted = pendingOf(choices.accepted);
  const own = yield* ownRows(input, accepted);
  const pending = [...accepted, ...own.values()];
  const read = cellReader(input, pending);
  const context = contextWithPending(input.context, pending, ledgerById);
  const seen = new SameIndex<PlanRow>(ledger, ({ values }) => values);
  const met = new Map<string, number>();
  const changedHere = input.changedHere ?? (() => undefined);
  const rowName = (row: number) => placeWords(reader.placeOf(row));
  const fateQuestion = { ledger, context, stored, seen, met, choices, rowName, changedHere };
  const hiddenRows = new Set(reader.sheet.hiddenRows);
  const question = { ledger, choices, context, hiddenRows, cut: cutRows(reader, layout.rows, input.mapping) };
  const references = new NewReferences(ledger, choices.accepted, ledgerById);
  const planned: PlanRow[] = [];
  for (const row of layout.body) {
    const draft = draftRow(row, read(row), question);
    const fate = withFollowingState(fateOf(draft, fateQuestion), ledger, context);
    if (fate.status !== 'heldBack' && fate.status !== 'setAside') {
      seen.add(draft.keys, fate);
      if (fate.existing !== undefined) met.set(fate.existing.id, row);
    }
    const id = own.get(row)?.id;
    if (fate.status !== 'setAside') references.note(draft);
    planned.push(id === undefined ? fate : { ...fate, id });
    yield planned.length;
  }
  const rows = holdBackOrphans(ledger, planned, own, rowName);
  return { ledger: ledger.id, rows, cellsOf: read, counts: countsOf(rows), newReferences: references.found() };
}

/** Rows of the file as records to be, where a column may name one: then every row has to be read beforehand. */
function* ownRows(input: PlanInput, accepted: readonly PendingRecord[]): Generator<number, OwnRows> {
  const { ledger, layout, mapping, newId } = input;
  if (newId === undefined || !namesOwnRows(ledger, mapping)) return new Map();
  const read = cellReader(input, accepted);
  const cells = new Map<number, readonly PlanCell[]>();
  for (const row of layout.body) {
    cells.set(row, read(row));
    yield 0;
  }
  return pendingRows(ledger, cells, newId);
}

/** Reads rows, with what the clerk mended. */
function cellReader(
  { reader, layout, mapping, ledger, lookup, choices }: PlanInput,
  pending: readonly PendingRecord[],
): (row: number) => readonly PlanCell[] {
  const words = { ...lookup, resolve: resolveWithPending(lookup.resolve, pending) };
  const read = rowReader({ reader, body: layout.body, leftOut: layout.leftOut, mapping, ledger, lookup: words });
  return (row) =>
    withMendedCells(read(row), choices.mended.get(row), ledger, words, (field) =>
      unitOfField(mapping, field, reader.placeOf(row).sheet),
    );
}

function countsOf(rows: readonly PlanRow[]): ImportPlan['counts'] {
  const counts = {
    new: 0,
    unchanged: 0,
    update: 0,
    suspectedDuplicate: 0,
    duplicateInFile: 0,
    ambiguous: 0,
    conflict: 0,
    heldBack: 0,
    setAside: 0,
  };
  for (const row of rows) counts[row.status] += 1;
  return counts;
}

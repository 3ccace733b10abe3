import type { FieldsChangedHere } from '../history/changed-here.ts';
import type { ConvertLookup } from '../kit/convert/conversion.ts';
import type { Ledger } from '../kit/ledger.ts';
import type { LedgerContext } from '../kit/ledger-context.ts';
import type { LedgerRecord } from '../kit/values.ts';
import type { SheetReader } from './cells.ts';
import { draftRow } from './draft-row.ts';
import type { SheetLayout } from './header.ts';
import type { ImportChoices } from './import-choices.ts';
import type { Mapping } from './mapping.ts';
import { withMendedCells } from './mended-cells.ts';
import { newReferencesOf, pendingOf } from './new-references.ts';
import { holdBackOrphans, pendingRows } from './own-references.ts';
import { contextWithPending, type PendingRecord, resolveWithPending } from './pending-records.ts';
import type { ImportPlan, PlanCell, PlanRow } from './plan.ts';
import { rowReader } from './plan-row.ts';
import { fateOf, indexStored } from './row-fate.ts';
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
  /** What was changed by hand in a stored record since an import last wrote it; without it nothing is a conflict. */
  readonly changedHere?: (record: LedgerRecord) => FieldsChangedHere | undefined;
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
  const met = new Map<string, number>();
  const changedHere = input.changedHere ?? (() => undefined);
  const fateQuestion = { ledger, context, stored, seen, met, choices, changedHere };
  const question = { ledger, choices, context, hiddenRows: new Set(input.reader.sheet.hiddenRows) };
  const planned = input.layout.body.map((row) => {
    const draft = draftRow(row, cells.get(row) ?? [], question);
    const fate = fateOf(draft, fateQuestion);
    if (fate.status !== 'heldBack') {
      seen.add(fate.values, row);
      if (fate.existing !== undefined) met.set(fate.existing.id, row);
    }
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
  };
  for (const row of rows) counts[row.status] += 1;
  return counts;
}

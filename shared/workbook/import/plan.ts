import type { ChangedHere } from '../../history/changed-here.ts';
import type { Complaint } from '../../kit/complaint.ts';
import type { Rev, Value, Values } from '../../kit/values.ts';

/** What one cell, or a constant, would put into one field. */
export type PlanCell = {
  readonly field: string;
  /** Absent for a constant of the whole file. */
  readonly column?: number;
  /** The cell as the sheet shows it, or as the clerk mended it. */
  readonly shown: string;
  readonly from: 'cell' | 'merged' | 'fillDown' | 'constant' | 'mended';
  readonly value?: Value;
  /** What is stored differently from what stood there, in words. */
  readonly changed?: string;
  readonly complaints: readonly Complaint[];
};

/**
 * new: will be created. unchanged: stored already, nothing to do. update: found by its number, some fields differ.
 * suspectedDuplicate: a stored record is equal where the ledger says that means the same thing; the clerk decides.
 * duplicateInFile: an earlier row of this file is. ambiguous: several stored records fit. conflict: the stored record
 * was changed here since the last import, and the row says otherwise. heldBack: an error stands against it. setAside: the
 * clerk left it out.
 */
export type RowStatus =
  | 'new'
  | 'unchanged'
  | 'update'
  | 'suspectedDuplicate'
  | 'duplicateInFile'
  | 'ambiguous'
  | 'conflict'
  | 'heldBack'
  | 'setAside';

/** One field in which the row differs from the stored record. */
export type FieldDifference = {
  readonly field: string;
  readonly before?: Value;
  readonly after: Value;
  /** Set where the stored value was put in by hand since the last import. */
  readonly changedHere?: ChangedHere;
  /** In a conflict: what is stored stays. Elsewhere absent, and the row's action says what happens. */
  readonly kept?: boolean;
  /** Set where no cell says so: the state that the program notes because of the other fields. Never written from here. */
  readonly follows?: true;
};

/** One row of the sheet with everything that will happen to it. */
export type PlanRow = {
  /** Zero-based row of the sheet. */
  readonly row: number;
  readonly status: RowStatus;
  /** What execution does with it: exactly what is shown. */
  readonly action: 'create' | 'update' | 'skip';
  /** Why the status, in Chinese; empty for a plain new row. */
  readonly reason: string;
  /** Of the row as a whole and of the record it would become. */
  readonly complaints: readonly Complaint[];
  /** What would be stored; blank cells are absent and never erase. */
  readonly values: Values;
  /** The stored record it was found to be, with the rev that execution checks again. */
  readonly existing?: { readonly id: string; readonly rev: Rev };
  readonly differences: readonly FieldDifference[];
  /** Fields whose cell was in error and is left empty by the clerk's choice. */
  readonly leftEmpty: readonly string[];
  /** The id it will be created with, where other rows of the file name it. */
  readonly id?: string;
};

/** A name no record carries yet, which can be registered together with the rows that use it. */
export type NewReference = {
  readonly ledger: string;
  readonly name: string;
  readonly values: Values;
  /** Rows that need it, zero-based. */
  readonly rows: readonly number[];
  /** Set once the clerk accepted it: the id it will be created with. */
  readonly id?: string;
};

/** Everything an import will do, as a value: what is shown is what is executed. */
export type ImportPlan = {
  readonly ledger: string;
  readonly rows: readonly PlanRow[];
  /**
   * What the cells of a row (zero-based, of the sheet) were read as, read again from the sheet at each question: only the
   * rows in view are asked for. Held for 100,000 x 20 they were nearly half of what a plan takes (40 of 90 MB).
   */
  readonly cellsOf: (row: number) => readonly PlanCell[];
  readonly counts: { readonly [status in RowStatus]: number };
  readonly newReferences: readonly NewReference[];
};

/** A write the plan asks for; `id` is given where other writes of the same plan refer to the record. */
export type PlannedWrite =
  | { readonly kind: 'create'; readonly ledger: string; readonly values: Values; readonly id?: string }
  | {
      readonly kind: 'edit';
      readonly ledger: string;
      readonly id: string;
      readonly rev: Rev;
      readonly patch: Values;
    };

/** The writes of a plan, newly registered references first. */
export function writesOf(plan: Omit<ImportPlan, 'cellsOf'>): readonly PlannedWrite[] {
  const writes: PlannedWrite[] = [...newReferenceWrites(plan)];
  for (const row of plan.rows) {
    const write = writeOf(plan.ledger, row);
    if (write !== undefined) writes.push(write);
  }
  return writes;
}

/** What was accepted for registration and is named by a row that is taken. */
function newReferenceWrites({
  newReferences,
  rows,
}: Pick<ImportPlan, 'newReferences' | 'rows'>): readonly PlannedWrite[] {
  if (newReferences.length === 0) return [];
  const taken = new Set(rows.flatMap(({ row, action }) => (action === 'skip' ? [] : [row])));
  return newReferences.flatMap(({ ledger, values, id, rows: named }): PlannedWrite[] =>
    id !== undefined && named.some((row) => taken.has(row)) ? [{ kind: 'create', ledger, values, id }] : [],
  );
}

function writeOf(ledger: string, { action, id, values, existing, differences }: PlanRow): PlannedWrite | undefined {
  if (action === 'create') {
    return id === undefined ? { kind: 'create', ledger, values } : { kind: 'create', ledger, values, id };
  }
  if (action === 'skip' || existing === undefined) return undefined;
  const taken = differences.filter(({ kept, follows }) => !kept && !follows);
  const patch = Object.fromEntries(taken.map(({ field, after }) => [field, after]));
  return { kind: 'edit', ledger, id: existing.id, rev: existing.rev, patch };
}

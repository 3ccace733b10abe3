import type { Draft } from '../../../shared/history/draft.ts';
import { isBlank } from '../../../shared/kit/blank.ts';
import type { Complaint } from '../../../shared/kit/complaint.ts';
import type { Rev, Value, Values } from '../../../shared/kit/values.ts';

/** What was typed into a cell and is not saved yet; `problem` says why it cannot be. */
export type CellEdit = { readonly text: string; readonly value: Value | undefined; readonly problem?: string };

export type CellEdits = ReadonlyMap<string, CellEdit>;

/** A stored record as the edits found it. */
export type Target = { readonly id: string; readonly rev: Rev };

/** A row somebody types in. */
export type RowEdits = {
  /** The record, absent for a row that is not registered yet. */
  readonly target?: Target;
  readonly cells: CellEdits;
  /** Saved, but the list may not have come back with it: shown as long as it shows the record as it was at `over`. */
  readonly written?: { readonly over: Rev; readonly rev: Rev; readonly cells: CellEdits };
  /** Why the row as a whole was refused. */
  readonly problem?: string;
};

/** All rows being worked on, by the row's key. */
export type Edits = ReadonlyMap<string, RowEdits>;

const NO_CELLS: CellEdits = new Map();

const hasProblem = ({ cells, problem }: RowEdits): boolean =>
  problem !== undefined || [...cells.values()].some((cell) => cell.problem !== undefined);

/** Whether anything of a row is typed and not saved. */
export const isUnsaved = (row: RowEdits | undefined): boolean => row !== undefined && row.cells.size > 0;

/** Whether a row is ready to be written: something is typed, and all of it can be read. */
export const isReady = (row: RowEdits | undefined): row is RowEdits =>
  row !== undefined && isUnsaved(row) && ![...row.cells.values()].some(({ problem }) => problem !== undefined);

/** What a cell shows in place of the stored value; undefined where that stands. */
export function editIn(row: RowEdits | undefined, fieldId: string, stored: Target | undefined): CellEdit | undefined {
  const typed = row?.cells.get(fieldId);
  if (typed || !row?.written) return typed;
  return stored === undefined || stored.rev === row.written.over ? row.written.cells.get(fieldId) : undefined;
}

/** A cell typed in. The first one of a row notes the record it was typed over. */
export function withCell(
  edits: Edits,
  key: string,
  stored: Target | undefined,
  fieldId: string,
  cell: CellEdit,
): Edits {
  const row = edits.get(key);
  const { problem: _, ...rest } = row ?? { cells: NO_CELLS };
  const target = isUnsaved(row) ? row?.target : targetOf(row, stored);
  const cells = new Map(row?.cells).set(fieldId, cell);
  return new Map(edits).set(key, { ...rest, cells, ...(target ? { target } : {}) });
}

/** What a row saved a moment ago is now, though the list still shows it as it was. */
function targetOf(row: RowEdits | undefined, stored: Target | undefined): Target | undefined {
  const { written, target } = row ?? {};
  if (written && target && (stored === undefined || stored.rev === written.over))
    return { id: target.id, rev: written.rev };
  return stored && { id: stored.id, rev: stored.rev };
}

/** Takes back what is typed in a row and not saved. */
export function withoutTyped(edits: Edits, key: string): Edits {
  const row = edits.get(key);
  if (!row) return edits;
  const { problem: _, ...rest } = row;
  return new Map(edits).set(key, { ...rest, cells: NO_CELLS });
}

/** What is to be written of a row: an edit of its record, or a new one that begins with `initial`. */
export function draftOf(ledger: string, { target, cells }: RowEdits, initial: Values, newId: string): Draft {
  const values = Object.fromEntries([...cells].map(([fieldId, { value }]) => [fieldId, value]));
  const filled = Object.fromEntries(Object.entries(values).filter(([, value]) => !isBlank(value)));
  if (!target) return { kind: 'create', ledger, values: { ...initial, ...filled }, id: newId };
  const clear = Object.keys(values).filter((fieldId) => !(fieldId in filled));
  return { kind: 'edit', ledger, id: target.id, rev: target.rev, patch: filled, clear };
}

/** A row after some of its cells were written. What was typed since, over them too, is unsaved and goes to what it is now. */
export function withWritten(edits: Edits, key: string, { id, rev }: Target, saved: CellEdits): Edits {
  const row = edits.get(key);
  if (!row) return edits;
  const over = row.written && row.target?.rev === row.written.rev ? row.written.over : (row.target?.rev ?? '');
  const written = { over, rev, cells: new Map([...(row.written?.cells ?? []), ...saved]) };
  return new Map(edits).set(key, { target: { id, rev }, cells: typedSince(row, saved), written });
}

/** A row of which some cells turned out to hold what stands there already. */
export function withUnchanged(edits: Edits, key: string, same: CellEdits): Edits {
  const row = edits.get(key);
  return row ? new Map(edits).set(key, { ...row, cells: typedSince(row, same) }) : edits;
}

const typedSince = ({ cells }: RowEdits, before: CellEdits): CellEdits =>
  new Map([...cells].filter(([fieldId, cell]) => before.get(fieldId) !== cell));

/** A row that was refused: what is said of a field stands in its cell, the rest beside the row. */
export function withRefusal(edits: Edits, key: string, complaints: readonly Complaint[]): Edits {
  const row = edits.get(key);
  if (!row) return edits;
  const cells = new Map(row.cells);
  const rest: string[] = [];
  for (const { field, message } of complaints) {
    const cell = field === undefined ? undefined : cells.get(field);
    if (field !== undefined && cell) cells.set(field, { ...cell, problem: message });
    else rest.push(message);
  }
  const { problem: _, ...kept } = row;
  return new Map(edits).set(key, { ...kept, cells, ...(rest.length > 0 ? { problem: rest.join(' ') } : {}) });
}

/** Rows that are not saved, and of those the ones that cannot be. */
export function unsavedRows(edits: Edits): {
  readonly unsaved: readonly string[];
  readonly refused: readonly string[];
} {
  const unsaved = [...edits].filter(([, row]) => isUnsaved(row));
  return {
    unsaved: unsaved.map(([key]) => key),
    refused: unsaved.filter(([, row]) => hasProblem(row)).map(([key]) => key),
  };
}

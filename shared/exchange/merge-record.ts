import type { EntryHeader, EntryPosition } from '../history/batch.ts';
import type { Change } from '../history/change.ts';
import { applyChildChanges, childRows } from '../history/child-rows.ts';
import { withFields } from '../history/field-changes.ts';
import { revOf } from '../history/rev.ts';
import { sortedValues } from '../history/stable-json.ts';
import type { Ledger } from '../kit/ledger.ts';
import type { ChildRow, LedgerRecord, Value, Values } from '../kit/values.ts';
import { type MergeUnit, unitKey, unitsOf, workflowFields, writes } from './merge-units.ts';
import { heededWrites } from './purged-writes.ts';
import type { Seen } from './seen.ts';

/** One change of a record with the batch it came in, read as today's declaration reads it. */
export type Write = {
  readonly at: EntryPosition;
  readonly header: Pick<EntryHeader, 'operator' | 'at' | 'reason'>;
  readonly change: Change;
};

/** One of the values a unit has where its writers did not know of each other; `gone`: deleted. */
export type ConflictSide = Pick<EntryHeader, 'operator' | 'at' | 'reason'> & {
  readonly batch: Pick<EntryPosition, 'chain' | 'sequence'>;
  readonly values: Values;
  readonly gone?: true;
};

/** Values that exclude each other. The last side is what the record shows until a batch decides. */
export type Conflict = {
  readonly ledger: string;
  readonly id: string;
  readonly unit: MergeUnit;
  readonly sides: readonly ConflictSide[];
};

export type MergedRecord = {
  readonly record: LedgerRecord;
  readonly isDeleted: boolean;
  readonly conflicts: readonly Conflict[];
};

/**
 * The record that all its writes amount to, given in the order of the fold. A unit has the value its last writer left,
 * who had applied his change to what he knew: so the value is that of the path back through what each writer had seen,
 * and writes beside the path that no other has seen are the other sides of a conflict. Nobody's order of receiving them
 * matters. Undefined where nothing is left of it, or its creation is not here.
 */
export function mergeRecord(ledger: Ledger | undefined, whole: readonly Write[], seen: Seen): MergedRecord | undefined {
  const all = heededWrites(whole, seen);
  const first = all.findIndex(({ change }) => change.kind === 'create');
  const last = all.at(-1);
  if (first < 0 || !last) return undefined;
  const merging = new Merging(ledger, all, seen);
  const { ledger: ledgerId, id } = last.change;
  const units = new Map(all.flatMap(({ change }) => unitsOf(ledger, change).map((unit) => [unitKey(unit), unit])));
  const existence = merging.existence();
  const conflicts = [existence.sides, ...[...units.values()].map((unit) => merging.sidesOf(unit))];
  return {
    record: { id, rev: revOf(last.at), values: merging.values([...units.values()]) },
    isDeleted: existence.isDeleted,
    conflicts: [{ kind: 'record' } as const, ...units.values()].flatMap((unit, index) => {
      const sides = conflicts[index] ?? [];
      return sides.length > 1 ? [{ ledger: ledgerId, id, unit, sides }] : [];
    }),
  };
}

class Merging {
  readonly #writes: readonly Write[];
  readonly #seen: Seen;
  readonly #ledger: Ledger | undefined;
  readonly #ofWorkflow: ReadonlySet<string>;

  constructor(ledger: Ledger | undefined, all: readonly Write[], seen: Seen) {
    this.#ledger = ledger;
    this.#writes = all;
    this.#seen = seen;
    this.#ofWorkflow = workflowFields(ledger);
  }

  /** A deletion counts against what its writer had seen. What was changed elsewhere meanwhile keeps the record. */
  existence(): { readonly isDeleted: boolean; readonly sides: readonly ConflictSide[] } {
    const created = this.#writes.filter(({ change }) => change.kind === 'create');
    const deletions = this.#writes.filter(
      (write) => write.change.kind === 'delete' && !created.some((later) => this.#saw(later, write)),
    );
    const standing = this.#writes.filter(
      (write) => write.change.kind !== 'delete' && !deletions.some((deletion) => this.#saw(deletion, write)),
    );
    const [gone, stands] = [deletions.at(-1), standing.at(-1)];
    if (!gone || !stands) return { isDeleted: gone !== undefined, sides: [] };
    return { isDeleted: false, sides: [{ ...sideOf(gone, {}), gone: true }, sideOf(stands, {})] };
  }

  /** The outcomes of a unit that no writer of it has decided between, the one that is shown last. */
  sidesOf(unit: MergeUnit): readonly ConflictSide[] {
    const writing = this.#writing(unit);
    const heads = writing.filter((write) => !writing.some((later) => later !== write && this.#saw(later, write)));
    if (heads.length < 2) return [];
    const outcomes = new Map<string, ConflictSide>();
    for (const head of heads) {
      const { values, gone } = this.#outcome(unit, head);
      const key = JSON.stringify([sortedValues(values), gone]);
      // Said again, it comes later: the last of all is shown.
      outcomes.delete(key);
      outcomes.set(key, { ...sideOf(head, values), ...(gone ? { gone } : {}) });
    }
    return outcomes.size > 1 ? [...outcomes.values()] : [];
  }

  values(units: readonly MergeUnit[]): Values {
    const values: { [field: string]: Value } = {};
    const put = (field: string, value: Value | undefined) => {
      if (value !== undefined) values[field] = value;
    };
    const lists = new Map<string, string[]>();
    for (const unit of units) {
      if (unit.kind === 'row') lists.set(unit.field, [...(lists.get(unit.field) ?? []), unit.row]);
      else for (const [field, value] of Object.entries(this.#outcome(unit).values)) put(field, value);
    }
    for (const [field, ids] of lists) put(field, this.#list(field, ids));
    return values;
  }

  /** The rows of a list, each as its own path leaves it, in the order the fold gives them. */
  #list(field: string, ids: readonly string[]): readonly ChildRow[] | undefined {
    const rows = new Map(
      ids.flatMap((row) => {
        const { values, gone } = this.#outcome({ kind: 'row', field, row });
        return gone ? [] : [[row, { ...values, id: row } satisfies ChildRow] as const];
      }),
    );
    const folded = listAfter(this.#writes, field).map(({ id }) => id);
    const order = [...new Set([...folded, ...rows.keys()])];
    const list = order.flatMap((id) => rows.get(id) ?? []);
    return list.length > 0 ? list : undefined;
  }

  /** What a unit holds once `end` was written, or its last writer where none is named. */
  #outcome(unit: MergeUnit, end?: Write): { readonly values: Values; readonly gone?: true } {
    const path = this.#pathTo(this.#writing(unit), end);
    if (unit.kind === 'row') {
      const row = listAfter(path, unit.field).find(({ id }) => id === unit.row);
      if (!row) return { values: {}, gone: true };
      const { id: _, ...values } = row;
      return { values };
    }
    const fields = unit.kind === 'field' ? [unit.field] : [...this.#ofWorkflow];
    const lists = fields.filter((field) => this.#ledger?.fields[field]?.kind === 'children');
    const plain = fields.filter((field) => !lists.includes(field));
    let values: Values = {};
    for (const { change } of path) {
      if (change.kind === 'create') values = picked(change.values, plain);
      else if (change.kind === 'update') values = withFields(values, picked(change.fields, plain));
    }
    const rows = lists.map((field) => [field, listAfter(path, field)] as const).filter(([, list]) => list.length > 0);
    return { values: { ...values, ...Object.fromEntries(rows) } };
  }

  #writing(unit: MergeUnit): readonly Write[] {
    return this.#writes.filter(({ change }) => writes(change, unit, this.#ofWorkflow));
  }

  /** Back from the last write (or `end`) to the last one its writer had seen, and so on; the oldest first. */
  #pathTo(writing: readonly Write[], end: Write | undefined): readonly Write[] {
    const path: Write[] = [];
    for (let at = end ? writing.indexOf(end) : writing.length - 1; at >= 0; at -= 1) {
      const write = writing[at];
      const later = path[0];
      if (write && (later === undefined || this.#saw(later, write))) path.unshift(write);
    }
    return path;
  }

  #saw(by: Write, other: Write): boolean {
    return this.#seen.saw(by.at, other.at);
  }
}

function sideOf({ at: { chain, sequence }, header: { operator, at, reason } }: Write, values: Values): ConflictSide {
  return { batch: { chain, sequence }, operator, at, reason, values };
}

function listAfter(all: readonly Write[], field: string): readonly ChildRow[] {
  let rows: readonly ChildRow[] = [];
  for (const { change } of all) {
    if (change.kind === 'create') rows = childRows(change.values[field]);
    else if (change.kind === 'update') rows = applyChildChanges(rows, change.children[field] ?? []);
  }
  return rows;
}

function picked<V>(from: { readonly [field: string]: V }, fields: readonly string[]): { [field: string]: V } {
  return Object.fromEntries(Object.entries(from).filter(([field]) => fields.includes(field)));
}

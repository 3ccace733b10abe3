import type { Ledger } from '../kit/ledger.ts';
import type { MarksOf } from '../kit/ledger-context.ts';
import type { LedgerRecord, Rev } from '../kit/values.ts';
import type { Entry, EntryHeader } from './batch.ts';
import { type BlockContent, BlockPlaces } from './blocks.ts';
import type { Change } from './change.ts';
import { applyChildChanges, childRows } from './child-rows.ts';
import { withFields } from './field-changes.ts';
import { MarkIndex } from './mark-index.ts';
import { type Counters, noteNumber } from './numbering.ts';
import { RecentChanges } from './recent-changes.ts';
import { revOf } from './rev.ts';
import { SharedTexts } from './shared-texts.ts';
import { upcastChange } from './upcast-change.ts';

/** One ledger in memory. `changes` is raised with every applied batch that touched it; caches compare it. */
export type LedgerTable = {
  readonly records: Map<string, LedgerRecord>;
  /** The trash. A deleted record's rev is that of its deletion. */
  readonly deleted: Map<string, LedgerRecord>;
  readonly counters: Counters;
  readonly blocks: BlockPlaces;
  readonly recent: RecentChanges;
  /** What records are found by beside their ids. */
  readonly indexes: Map<MarksOf, MarkIndex>;
  changes: number;
};

/** Last batch of a chain that the state holds, and the hash of its closing record. */
export type ChainPosition = { readonly sequence: number; readonly hash: string };

/** Every record of the office in memory, and how much of the log it stands for. */
export class OfficeState {
  readonly positions = new Map<string, ChainPosition>();
  lamport = 0;
  readonly #tables = new Map<string, LedgerTable>();
  readonly #ledgers: ReadonlyMap<string, Ledger>;
  readonly #shared = new SharedTexts();

  /** Which other office writes a chain; chains that are not named are this office's own. */
  readonly offices: ReadonlyMap<string, string>;

  constructor(ledgers: readonly Ledger[], offices: ReadonlyMap<string, string> = new Map()) {
    this.offices = offices;
    this.#ledgers = new Map(ledgers.map((ledger) => [ledger.id, ledger]));
    for (const { id } of ledgers) this.table(id);
  }

  get ledgers(): Iterable<Ledger> {
    return this.#ledgers.values();
  }

  ledger(id: string): Ledger | undefined {
    return this.#ledgers.get(id);
  }

  /** The records of a ledger; made empty for a ledger met for the first time, one of a newer version too. */
  table(ledgerId: string): LedgerTable {
    let table = this.#tables.get(ledgerId);
    if (!table) {
      table = {
        records: new Map(),
        deleted: new Map(),
        counters: new Map(),
        blocks: new BlockPlaces(),
        recent: new RecentChanges(),
        indexes: new Map(),
        changes: 0,
      };
      this.#tables.set(ledgerId, table);
    }
    return table;
  }

  /** The index of a ledger's records by these marks; kept from the first question on. */
  index(ledgerId: string, marksOf: MarksOf): MarkIndex {
    const { indexes } = this.table(ledgerId);
    const index = indexes.get(marksOf) ?? new MarkIndex(marksOf);
    indexes.set(marksOf, index);
    return index;
  }

  /** Every record a ledger ever held, deleted ones too. */
  everRecorded(ledgerId: string): readonly LedgerRecord[] {
    const { records, deleted } = this.table(ledgerId);
    return [...records.values(), ...deleted.values()];
  }

  tables(): ReadonlyMap<string, LedgerTable> {
    return this.#tables;
  }

  /** Takes over a checkpoint block. */
  loadBlock(ledgerId: string, { records, deleted, order }: BlockContent): void {
    const table = this.table(ledgerId);
    const ledger = this.#ledgers.get(ledgerId);
    for (const record of records) table.records.set(record.id, this.#shared.record(record, ledger));
    for (const record of deleted) table.deleted.set(record.id, this.#shared.record(record, ledger));
    table.blocks.load(order);
    table.changes += 1;
  }

  /**
   * Applies one change as it stands today. An update or deletion of a record that is not there is passed over: its
   * creation was purged, or lies in a chain that has not arrived. What another office sets for itself is none of ours.
   */
  apply(change: Change, rev: Rev): void {
    const ledger = this.#ledgers.get(change.ledger);
    const writer = this.offices.get(rev.slice(0, rev.indexOf('/')));
    if (writer !== undefined && ledger?.isSetting) return;
    const table = this.table(change.ledger);
    const { id } = change;
    const old = table.records.get(id);
    if (change.kind === 'create') {
      const office = (old ?? table.deleted.get(id) ?? { office: writer }).office;
      table.records.set(id, { id, rev, values: change.values, ...(office === undefined ? {} : { office }) });
      table.deleted.delete(id);
    } else if (old === undefined) {
      return;
    } else if (change.kind === 'delete') {
      table.records.delete(id);
      table.deleted.set(id, { ...old, rev });
    } else {
      table.records.set(id, { ...old, rev, values: updatedValues(old, change) });
    }
    this.#touched(table, id, ledger);
  }

  /** Puts a record that many writers made as a merge found it. */
  put(ledgerId: string, record: LedgerRecord, isDeleted: boolean): void {
    const table = this.table(ledgerId);
    const { records, deleted } = table;
    const { office } = records.get(record.id) ?? deleted.get(record.id) ?? record;
    const [into, outOf] = isDeleted ? [deleted, records] : [records, deleted];
    into.set(record.id, { ...record, ...(office === undefined ? {} : { office }) });
    outOf.delete(record.id);
    this.#touched(table, record.id, this.#ledgers.get(ledgerId));
  }

  /** Takes a record out of which nothing is left, the trash included. */
  drop(ledgerId: string, id: string): void {
    const table = this.table(ledgerId);
    table.records.delete(id);
    table.deleted.delete(id);
    this.#touched(table, id, this.#ledgers.get(ledgerId));
  }

  #touched(table: LedgerTable, id: string, ledger: Ledger | undefined): void {
    table.blocks.touch(id);
    table.recent.touch(id);
    const now = table.records.get(id);
    // Another office counts its own numbers.
    if (ledger && now && now.office === undefined) noteNumber(table.counters, ledger, now.values);
  }

  /** Applies the changes of one part that was read back. Purged ones have nothing left to apply. */
  applyPart({ header, sealed }: Entry): void {
    const rev = revOf(header);
    for (const one of sealed) {
      if ('digest' in one) continue;
      const ledger = this.#ledgers.get(one.change.ledger);
      const change = upcastChange(one.change, ledger, header.versions[one.change.ledger]);
      if (change.kind === 'create') this.#shared.values(change.values, ledger);
      this.apply(change, rev);
    }
  }

  /** Ends a batch: the log position moves on and caches of the touched ledgers turn stale. */
  finishBatch(closing: Pick<EntryHeader, 'chain' | 'sequence' | 'lamport' | 'ledgers'>, hash: string): void {
    this.positions.set(closing.chain, { sequence: closing.sequence, hash });
    this.lamport = Math.max(this.lamport, closing.lamport);
    for (const ledgerId of closing.ledgers) {
      const table = this.table(ledgerId);
      table.changes += 1;
      table.recent.close(table.changes);
    }
  }
}

function updatedValues(old: LedgerRecord, change: Change & { readonly kind: 'update' }): LedgerRecord['values'] {
  const values = withFields(old.values, change.fields);
  const lists = Object.entries(change.children).map(([fieldId, changes]) => {
    const rows = applyChildChanges(childRows(values[fieldId]), changes);
    return [fieldId, rows.length > 0 ? rows : undefined] as const;
  });
  if (lists.length === 0) return values;
  const { ...result } = { ...values, ...Object.fromEntries(lists) };
  for (const [fieldId, rows] of lists) if (rows === undefined) delete result[fieldId];
  return result;
}

import { Dexie, type Table } from 'dexie';
import type { ChainOrigin, EntryPosition } from '../../shared/history/batch.ts';
import type { ChainPosition } from '../../shared/history/office-state.ts';

/**
 * An entry of the log as it lies in the database. `closed` and `undoes` stand on closing records alone, so their
 * indexes list whole batches: `closed` in the order of the fold (Lamport counter, then the key: chain, sequence).
 */
export type StoredEntry = EntryPosition & {
  readonly lamport: number;
  readonly hash: string;
  readonly bytes: Uint8Array;
  readonly closed?: number;
  readonly undoes?: string;
};

export type EntryKey = [chain: string, sequence: number, part: number];

export type StoredBlock = { readonly ledger: string; readonly block: number; readonly bytes: Uint8Array };

/** Who this database is: the chain it writes, what that chain stands on, and the series letter of its numbers. */
export type Installation = {
  readonly chain: string;
  readonly series: string;
  /** What the chain's first entry links to: '' or the hash of a snapshot or of the entry a recovery went on from. */
  readonly previous: string;
  readonly origin?: ChainOrigin;
  /** Chains a restore left behind: the journal holds more of them than counts here. */
  readonly left: readonly string[];
  /** The records stand on a snapshot, not on the log alone, so they cannot be folded from the log again. */
  readonly standsOnSnapshot: boolean;
  /** The folder the journal lay in, so that a copied or exchanged one is known; absent in a plain browser. */
  readonly folder?: string;
};

/** What the blocks hold: the log position of each chain, and what records alone do not say. */
export type Checkpoint = {
  readonly positions: { readonly [chain: string]: ChainPosition };
  readonly lamport: number;
  readonly counters: { readonly [ledger: string]: { readonly [series: string]: number } };
};

type Meta =
  | { readonly key: 'installation'; readonly value: Installation }
  | { readonly key: 'checkpoint'; readonly value: Checkpoint }
  | { readonly key: 'lastSnapshot'; readonly value: string };

/** The working copy: the log, the checkpoint blocks, and a few facts about itself. */
export class LedgerDatabase extends Dexie {
  declare readonly batches: Table<StoredEntry, EntryKey>;
  declare readonly blocks: Table<StoredBlock, [string, number]>;
  declare readonly meta: Table<Meta, string>;
  /** Entries that no longer count: batches a restore went back over, parts without their closing record. */
  declare readonly aside: Table<StoredEntry, EntryKey>;

  /** `factory` replaces the browser's IndexedDB in tests. */
  constructor(name: string, factory?: { readonly indexedDB: IDBFactory; readonly IDBKeyRange: typeof IDBKeyRange }) {
    // 'strict' answers only once the system has flushed; the cache would copy every packed entry for nothing.
    super(name, { chromeTransactionDurability: 'strict', cache: 'disabled', ...factory });
    this.version(1).stores({
      batches: '[chain+sequence+part], closed, undoes',
      blocks: '[ledger+block]',
      meta: 'key',
      aside: '[chain+sequence+part]',
    });
  }

  async installation(): Promise<Installation | undefined> {
    const row = await this.meta.get('installation');
    return row?.key === 'installation' ? row.value : undefined;
  }

  async checkpoint(): Promise<Checkpoint | undefined> {
    const row = await this.meta.get('checkpoint');
    return row?.key === 'checkpoint' ? row.value : undefined;
  }

  async lastSnapshot(): Promise<string | undefined> {
    const row = await this.meta.get('lastSnapshot');
    return row?.key === 'lastSnapshot' ? row.value : undefined;
  }

  /** Keys of the closing records of all batches, in the order of the fold. */
  closings(): Promise<EntryKey[]> {
    return this.batches.orderBy('closed').primaryKeys();
  }

  /** All entries of one batch, closing record last; [] where there is none. */
  entriesOf(chain: string, sequence: number): Promise<StoredEntry[]> {
    return this.batches
      .where('[chain+sequence+part]')
      .between([chain, sequence, Dexie.minKey], [chain, sequence, Dexie.maxKey])
      .toArray();
  }

  /** All entries of a chain from a batch on. */
  entriesFrom(chain: string, sequence: number): Promise<StoredEntry[]> {
    return this.batches
      .where('[chain+sequence+part]')
      .between([chain, sequence, Dexie.minKey], [chain, Dexie.maxKey, Dexie.maxKey])
      .toArray();
  }
}

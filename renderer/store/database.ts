import { Dexie, type Table } from 'dexie';
import type { Stretches } from '../../shared/exchange/seen.ts';
import type { ChainOrigin, EntryPosition } from '../../shared/history/batch.ts';
import type { ChainPosition } from '../../shared/history/office-state.ts';
import type { Purge } from '../../shared/history/purge.ts';
import type { DroppedBatch } from '../../shared/history/replay.ts';
import type { Day } from '../../shared/kit/values.ts';

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

/** A whole batch. */
export type BatchKey = Pick<EntryPosition, 'chain' | 'sequence'>;

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
  /** The records came from elsewhere: whether another PC goes on with this series letter only the clerk can say. */
  readonly asksSeries?: true;
};

/** A snapshot that was taken: when, and the last batch it holds by its Lamport counter. */
export type SnapshotMark = { readonly at: string; readonly lamport: number };

/** What the blocks hold: the log position of each chain, and what records alone do not say. */
export type Checkpoint = {
  readonly positions: { readonly [chain: string]: ChainPosition };
  readonly lamport: number;
  readonly counters: { readonly [ledger: string]: { readonly [series: string]: number } };
};

export type Meta =
  | { readonly key: 'installation'; readonly value: Installation }
  | { readonly key: 'checkpoint'; readonly value: Checkpoint }
  | { readonly key: 'lastSnapshot'; readonly value: string; readonly lamport?: number }
  /** The program that last opened the database. */
  | { readonly key: 'program'; readonly value: string }
  /** Batches that were found damaged and do not count. */
  | { readonly key: 'damaged'; readonly value: readonly DroppedBatch[] }
  /** Of a database a recovery made: whether it was verified and may be used. One without this is the first. */
  | { readonly key: 'standing'; readonly value: Standing }
  | { readonly key: 'example'; readonly value: Day }
  | { readonly key: 'purges'; readonly value: readonly NotedPurge[] }
  | { readonly key: 'union'; readonly value: Union }
  | { readonly key: 'handedOver'; readonly value: HandedOver }
  /** As a version before kept all that wait; read and emptied, not written any more. */
  | { readonly key: 'waitingPackages'; readonly value: readonly KeptPackage[] }
  | { readonly key: `waitingPackage/${string}`; readonly waiting: KeptPackage };

/** A purge that has not reached every copy yet, by the batch it was written with. */
export type NotedPurge = Purge & {
  readonly chain: string;
  readonly sequence: number;
  /** The hash of that batch's closing record. */
  readonly hash: string;
  /** SHA-256 names of attached files that go, unless another record names them. Absent in those noted before files went. */
  readonly files?: readonly string[];
};

export type Standing = 'building' | 'ready';

/** A merge as the log has it: its note, by whom and when, and how far its chains counted before and after. */
export type NotedMerge = {
  readonly batch: string;
  readonly at: string;
  readonly operator: string;
  readonly office: string;
  readonly before: { readonly [chain: string]: number };
  readonly after: { readonly [chain: string]: number };
  readonly undone: boolean;
};

/** What came in packages: everything of it but the records themselves, which the fold of the log gives. */
export type Union = {
  /** This office by its id, as packages name it. */
  readonly own: string;
  /** Which office writes a chain, for chains that came in packages. */
  readonly chains: { readonly [chain: string]: string };
  readonly offices: { readonly [id: string]: string };
  readonly merges: readonly NotedMerge[];
  /** Records whose writers did not know of each other, by the entries that write them; no words of theirs. */
  readonly contested: readonly { readonly ledger: string; readonly id: string; readonly writes: readonly EntryKey[] }[];
  readonly stretches: Stretches;
};

/** How far each chain had been handed to a receiver, by the receiver's name. */
export type HandedOver = {
  readonly [receiver: string]: { readonly at: string; readonly chains: { readonly [chain: string]: number } };
};

/** A package that came before its predecessor: the file as it is, by its hash, and what it waits for in words. */
export type KeptPackage = {
  readonly key: string;
  readonly office: string;
  readonly madeAt: string;
  readonly keptAt: string;
  readonly missing: string;
  readonly bytes: Uint8Array;
};

/** What waits, in the order it came, and by their keys the packages that cannot be read any more. */
export type WaitingPackages = { readonly kept: readonly KeptPackage[]; readonly unread: readonly string[] };

export const NO_UNION: Union = { own: '', chains: {}, offices: {}, merges: [], contested: [], stretches: [] };

/** Chains of other offices: their records are shown and read, not changed. */
export const officesOfChains = ({ own, chains }: Union): ReadonlyMap<string, string> =>
  new Map(Object.entries(chains).filter(([, office]) => office !== own));

/** How the keys of rows begin that hold packages that wait. */
export const WAITING = 'waitingPackage';

/** Dexie counts the versions of IndexedDB itself in tens. */
const SCHEMA = 1;
const NATIVE_VERSIONS = 10;

/** Entries of one batch read in one go. */
const AT_ONCE = 4;

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
    this.version(SCHEMA).stores({
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

  async lastSnapshot(): Promise<SnapshotMark | undefined> {
    const row = await this.meta.get('lastSnapshot');
    return row?.key === 'lastSnapshot' ? { at: row.value, lamport: row.lamport ?? -1 } : undefined;
  }

  async program(): Promise<string | undefined> {
    const row = await this.meta.get('program');
    return row?.key === 'program' ? row.value : undefined;
  }

  async damaged(): Promise<readonly DroppedBatch[]> {
    const row = await this.meta.get('damaged');
    return row?.key === 'damaged' ? row.value : [];
  }

  async standing(): Promise<Standing> {
    const row = await this.meta.get('standing');
    return row?.key === 'standing' ? row.value : 'ready';
  }

  /** Made by a later program: Dexie opens it all the same, by its own tables. */
  get isNewer(): boolean {
    return this.backendDB().version > SCHEMA * NATIVE_VERSIONS;
  }

  /** The day up to which the example office was made, where this is its database and it is whole. */
  async exampleMadeOn(): Promise<Day | undefined> {
    const row = await this.meta.get('example');
    return row?.key === 'example' ? row.value : undefined;
  }

  /** Purges under way, oldest first. */
  async notedPurges(): Promise<readonly NotedPurge[]> {
    const row = await this.meta.get('purges');
    return row?.key === 'purges' ? row.value : [];
  }

  async union(): Promise<Union> {
    const row = await this.meta.get('union');
    return row?.key === 'union' ? row.value : NO_UNION;
  }

  async handedOver(): Promise<HandedOver> {
    const row = await this.meta.get('handedOver');
    return row?.key === 'handedOver' ? row.value : {};
  }

  /** Row by row: one that cannot be read hides none of the others. */
  async waitingPackages(): Promise<WaitingPackages> {
    const kept: KeptPackage[] = [];
    const unread: string[] = [];
    for (const key of await this.meta.where('key').startsWith(WAITING).primaryKeys()) {
      try {
        const row = await this.meta.get(key);
        if (row && 'waiting' in row) kept.push(row.waiting);
        if (row?.key === 'waitingPackages') kept.push(...row.value);
      } catch {
        // Behind the stroke stands the package's own key; the row of a version before is named whole.
        unread.push(key.slice(key.indexOf('/') + 1));
      }
    }
    return { kept: kept.toSorted((a, b) => (a.keptAt < b.keptAt ? -1 : Number(a.keptAt > b.keptAt))), unread };
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

  /** The same a few at a time, so that a bulk batch is never in memory whole. */
  async *entriesInTurn(chain: string, sequence: number): AsyncGenerator<StoredEntry> {
    let from = 0;
    for (;;) {
      const portion = await this.batches
        .where('[chain+sequence+part]')
        .between([chain, sequence, from], [chain, sequence, Dexie.maxKey])
        .limit(AT_ONCE)
        .toArray();
      yield* portion;
      const last = portion.at(-1);
      if (last === undefined || portion.length < AT_ONCE) return;
      from = last.part + 1;
    }
  }

  /** All entries of a chain from a batch on. */
  entriesFrom(chain: string, sequence: number): Promise<StoredEntry[]> {
    return this.batches
      .where('[chain+sequence+part]')
      .between([chain, sequence, Dexie.minKey], [chain, Dexie.maxKey, Dexie.maxKey])
      .toArray();
  }
}

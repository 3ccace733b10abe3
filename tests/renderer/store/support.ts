import { createHash } from 'node:crypto';
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { LedgerDatabase } from '../../../renderer/store/database.ts';
import { LedgerStore } from '../../../renderer/store/ledger-store.ts';
import { createRescue, type RescueApi } from '../../../renderer/store/open/rescue.ts';
import type { Draft, Outcome, Receipt } from '../../../renderer/store/store-api.ts';
import type { StoreParts } from '../../../renderer/store/store-core.ts';
import { snapshotError } from '../../../shared/backup/snapshot-file.ts';
import {
  DATABASE,
  type DataNote,
  type DesktopApi,
  type SnapshotInfo,
  type SnapshotManifest,
} from '../../../shared/desktop-api.ts';
import { decodeHeader } from '../../../shared/history/encode.ts';
import { frame, scanFrames } from '../../../shared/history/journal-frame.ts';
import { purgedBytes } from '../../../shared/history/purge.ts';
import type { Ledger } from '../../../shared/kit/ledger.ts';
import type { Values } from '../../../shared/kit/values.ts';
import { sampleLedgers } from '../../shared/history/sample-ledgers.ts';

/** A disk of its own for each test: database, journal and snapshots survive a restart of the store, nothing else does. */
export class Desk {
  factory = new IDBFactory();
  readonly journal = new MemoryJournal();
  snapshots = new MemorySnapshots();
  /** The shell's own, on a real folder, in place of those in memory. */
  journalApi: DesktopApi['journal'] | undefined;
  snapshotsApi: DesktopApi['snapshots'] | undefined;
  ledgers: readonly Ledger[] = sampleLedgers;
  note: DataNote | undefined;
  readonly #idPrefix: string;
  #ids = 0;

  /** Two desks in one test tell their chains apart by `idPrefix`. */
  constructor(idPrefix = 'id') {
    this.#idPrefix = idPrefix;
  }

  /** Everything the store takes; ids and salts count on, so that runs are the same each time. */
  parts(more: Partial<StoreParts> = {}): StoreParts {
    return {
      database: this.make(this.note?.database ?? DATABASE),
      ledgers: this.ledgers,
      version: '0.1.0',
      now: () => '2026-01-05T09:41:07+08:00',
      newId: () => {
        this.#ids += 1;
        return `${this.#idPrefix}${this.#ids}`;
      },
      randomBytes: (length) => new Uint8Array(length).fill(7),
      journal: this.journalApi ?? this.journal.api,
      snapshots: this.snapshotsApi ?? this.snapshots.api,
      ...more,
    };
  }

  open(more: Partial<StoreParts> = {}): Promise<LedgerStore> {
    return LedgerStore.open(this.parts(more));
  }

  readonly make = (name: string): LedgerDatabase => new LedgerDatabase(name, { indexedDB: this.factory, IDBKeyRange });

  readonly names = async (): Promise<readonly string[]> =>
    (await this.factory.databases()).flatMap(({ name }) => name ?? []);

  /** Opens as the program does: the database the note names, the note kept up. */
  openNoted(): Promise<LedgerStore> {
    const { database = DATABASE } = this.note ?? {};
    return this.open({ note: { database, read: async () => this.note, write: this.writeNote } });
  }

  readonly writeNote = async (note: DataNote): Promise<void> => {
    this.note = note;
  };

  /** What the start screen works with where the records have to be made anew. */
  rescue(opened?: LedgerStore, more: Partial<StoreParts> = {}): RescueApi {
    const { database, ...parts } = this.parts(more);
    return createRescue({
      parts,
      make: this.make,
      names: this.names,
      inUse: database.name,
      note: { read: async () => this.note, write: this.writeNote },
      opened: () => opened,
      onEvent: () => undefined,
    });
  }

  /** The database of a fresh machine; journal and snapshots stay. */
  loseDatabase(): void {
    this.factory = new IDBFactory();
  }
}

/**
 * What Chromium does on a full disk or a damaged file while the program runs: the database is gone, and whoever asks for it
 * next gets an empty one.
 */
export const emptied = ({ factory, note }: Desk): Promise<unknown> =>
  new Promise((resolve, reject) => {
    const request = factory.deleteDatabase(note?.database ?? DATABASE);
    request.onsuccess = resolve;
    request.onerror = reject;
  });

/** A journal in memory with the shell's promise: whole batches only. */
export class MemoryJournal {
  bytes = new Uint8Array();
  isFull = false;
  folder = 'folder';
  #pending: Uint8Array[] = [];

  readonly api: DesktopApi['journal'] = {
    // Also drops an append that was begun and not finished.
    tail: async () => {
      this.#pending = [];
      const tails = new Map<string, { chain: string; sequence: number; part: number; hash: string }>();
      for (const frame of scanFrames(this.bytes).frames) {
        const header = decodeHeader(frame.bytes);
        if (header?.closing) tails.set(header.chain, { ...header, hash: frame.sha256 });
      }
      return {
        entries: [...tails.values()].map(({ chain, sequence, part, hash }) => ({ chain, sequence, part, hash })),
        torn: false,
        folder: this.folder,
      };
    },
    append: async (chunk, last) => {
      if (chunk.length > 1024 * 1024) throw new Error('chunk too large');
      if (this.isFull) {
        this.#pending = [];
        throw new Error('journal/not-written');
      }
      this.#pending.push(chunk.slice());
      if (!last) return;
      this.bytes = new Uint8Array(Buffer.concat([this.bytes, ...this.#pending]));
      this.#pending = [];
    },
    purge: async (purge) => {
      let touched = 0;
      const frames = scanFrames(this.bytes).frames.map(({ bytes }) => {
        const purged = purgedBytes(bytes, purge);
        if (purged) touched += 1;
        return frame(purged ?? bytes);
      });
      this.bytes = new Uint8Array(Buffer.concat(frames));
      return { entries: touched, unread: [] };
    },
    read: async (cursor) => {
      // Small and odd, so that frames reach over the end of an answer.
      const next = cursor + 997;
      const bytes = this.bytes.slice(cursor, next);
      return { bytes, next: next < this.bytes.length ? next : undefined };
    },
  };
}

export class MemorySnapshots {
  /** Snapshots the disk has spoilt. */
  readonly damaged = new Set<string>();
  /** Files that cannot be read now. */
  unread: readonly string[] = [];
  readonly #taken: { info: SnapshotInfo; manifest: SnapshotManifest; bytes: Uint8Array }[] = [];
  #begun: { manifest: SnapshotManifest; chunks: Uint8Array[] } | undefined;

  readonly api: DesktopApi['snapshots'] = {
    list: async () => ({ snapshots: this.#taken.map(({ info }) => info).toReversed(), unread: this.unread }),
    begin: async (manifest) => {
      this.#begun = { manifest, chunks: [] };
    },
    write: async (chunk) => {
      this.#begun?.chunks.push(chunk.slice());
    },
    finish: async () => {
      if (!this.#begun) throw new Error('not begun');
      const { manifest, chunks } = this.#begun;
      const bytes = new Uint8Array(Buffer.concat(chunks));
      const sha256 = createHash('sha256').update(JSON.stringify(manifest)).update(bytes).digest('hex');
      const { at, office, counts, version, reason } = manifest;
      const info = {
        id: `s${this.#taken.length + 1}`,
        bytes: bytes.length,
        sha256,
        at,
        office,
        counts,
        version,
        ...(reason ? { reason } : {}),
      };
      this.#taken.push({ info, manifest, bytes });
      return info;
    },
    read: async (id) => {
      const found = this.#taken.find(({ info }) => info.id === id);
      if (!found) throw new Error('unknown snapshot');
      if (this.damaged.has(id)) throw snapshotError('damaged');
      return { manifest: found.manifest, bytes: found.bytes };
    },
  };
}

/** The receipt of a write that must have gone through. */
export function receiptOf(outcome: Outcome): Receipt {
  if (!outcome.ok) throw new Error(outcome.complaints.map(({ message }) => message).join('\n'));
  return outcome.receipt;
}

/** The codes of a write that must have been refused. */
export function refusalOf(outcome: Outcome): readonly string[] {
  if (outcome.ok) throw new Error('the write went through');
  return outcome.complaints.map(({ code }) => code);
}

/** Everything a ledger holds, by id, without what caches add. */
export async function recordsOf(store: LedgerStore, ledger: string): Promise<ReadonlyMap<string, unknown>> {
  const rows = await store.rows({ ledger });
  return new Map(rows.map(({ id, rev, values }) => [id, { rev, values }]));
}

/** So many departments to write, told apart by their numbers. */
export const departments = (count: number, from = 0): Draft[] =>
  Array.from({ length: count }, (_, at) => ({
    kind: 'create',
    ledger: 'department',
    id: `d${from + at}`,
    values: { name: `部门${from + at}` },
  }));

/** Writes one record; `only` tells what became of it. */
export const create = async (store: LedgerStore, ledger: string, values: Values): Promise<Receipt> =>
  receiptOf(await store.write([{ kind: 'create', ledger, values }], { kind: 'edit', text: '修改' }));

export const only = ({ records }: Receipt): Receipt['records'][number] => {
  const [record] = records;
  if (!record) throw new Error('nothing was written');
  return record;
};

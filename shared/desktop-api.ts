import type { EntryPosition } from './history/batch.ts';

/** Frozen from the first landing: a change looks like total data loss to a user. */
export const SCHEME = 'app';
export const HOST = 'street-ledger';
export const DATA_FOLDER = 'StreetLedger';
export const DATABASE = 'street-ledger';
export const BROWSER_PORT = 41731;

/** A file the clerk chose. Paths stay in the shell; the page gets bytes and a name. */
export type OpenedFile = { readonly name: string; readonly bytes: ArrayBuffer };

export type FileKind = 'workbook' | 'snapshot';

/**
 * Last entry (a closing record) the journal holds of each chain; the store appends the whole batches missing after it.
 * `hash` is the SHA-256 of that entry's bytes as framed. The journal keeps whole batches only: `torn` says that
 * something unfinished was found at its end and set aside. `folder` is the id of the folder the journal lies in: a copied
 * folder has another.
 */
export type JournalTail = {
  readonly entries: readonly (EntryPosition & { readonly hash: string })[];
  readonly torn: boolean;
  readonly folder: string;
};

export type SnapshotInfo = {
  /** Opaque name inside the snapshot folder; paths never cross. */
  readonly id: string;
  readonly at: string;
  readonly bytes: number;
  readonly sha256: string;
  readonly office: string;
  readonly counts: { readonly [ledger: string]: number };
  readonly version: string;
};

/** What a snapshot says about itself; the shell writes it beside the blocks and reads it back before renaming. */
export type SnapshotManifest = Omit<SnapshotInfo, 'id' | 'bytes' | 'sha256'> & {
  readonly format: 1;
  /** Log position the blocks cover, per chain. */
  readonly covers: { readonly [chain: string]: { readonly sequence: number; readonly hash: string } };
  /** SHA-256 names of the closed journal segments and attachments the snapshot stands on. */
  readonly hashes: readonly string[];
};

export type About = {
  readonly version: string;
  readonly runtime: string;
  readonly dataFolder: string;
  readonly platform: string;
};

/**
 * What the page may ask of the shell. One channel a method, payloads checked on arrival, every failure a LedgerError
 * code with its Chinese message. In the browser the same shape is served with what the browser has.
 */
export type DesktopApi = {
  readonly about: () => Promise<About>;
  readonly journal: {
    readonly tail: () => Promise<JournalTail>;
    /**
     * Appends framed entry bytes (see history/journal-frame) and flushes them to the disk before answering. Chunks of
     * at most 1 MB; `last` ends the batch and answers once everything is flushed.
     * @throws LedgerError journal/not-written when the disk refuses: the store keeps its copy and tries again.
     */
    readonly append: (chunk: Uint8Array, last: boolean) => Promise<void>;
    /** Framed entries after the given positions, in journal order, at most about 1 MB a call; empty at the end. */
    readonly read: (cursor: number) => Promise<{ readonly bytes: Uint8Array; readonly next: number | undefined }>;
  };
  readonly snapshots: {
    readonly list: () => Promise<readonly SnapshotInfo[]>;
    /** Begins a snapshot; blocks follow in chunks; `finish` reads it back, verifies and renames. */
    readonly begin: (manifest: SnapshotManifest) => Promise<void>;
    readonly write: (chunk: Uint8Array) => Promise<void>;
    readonly finish: () => Promise<SnapshotInfo>;
    readonly read: (id: string) => Promise<{ readonly manifest: SnapshotManifest; readonly bytes: Uint8Array }>;
  };
  readonly attachments: {
    /** Stores bytes under their SHA-256 and answers with it; the same bytes are stored once. */
    readonly put: (bytes: Uint8Array) => Promise<string>;
    readonly get: (hash: string) => Promise<Uint8Array | undefined>;
  };
  readonly files: {
    /** The shell's own dialog; empty when the clerk cancels. */
    readonly open: (kind: FileKind) => Promise<readonly OpenedFile[]>;
    /** Saves through the shell's dialog; the full path, or undefined when the clerk cancels. Temp file, then rename. */
    readonly save: (suggestedName: string, bytes: Uint8Array) => Promise<string | undefined>;
    readonly showInFolder: (savedPath: string) => Promise<void>;
  };
};

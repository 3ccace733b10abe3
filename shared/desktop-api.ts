import type { FaultNote } from './diagnostics/program-log.ts';
import type { EntryPosition } from './history/batch.ts';
import type { Purge } from './history/purge.ts';

/** Frozen from the first landing: a change looks like total data loss to a user. */
export const SCHEME = 'app';
export const HOST = 'street-ledger';
export const DATA_FOLDER = 'StreetLedger';
export const DATABASE = 'street-ledger';
/** The example office is a database of its own: nothing of it can come among the office's records. */
export const EXAMPLE_DATABASE = 'street-ledger-example';
export const BROWSER_PORT = 41731;

/** A file the clerk chose. Paths stay in the shell; the page gets bytes and a name. */
export type OpenedFile = { readonly name: string; readonly bytes: ArrayBuffer };

/** One that was chosen and could not be taken, too large or unreadable: those chosen with it can. */
export type RefusedFile = {
  readonly name: string;
  readonly refusal: { readonly code: string; readonly message: string };
};

export type ChosenFile = OpenedFile | RefusedFile;

export type FileKind = 'workbook' | 'snapshot' | 'package';

/** How A4 lies where the page is printed. */
export type Paper = { readonly landscape: boolean };

/**
 * Last entry (a closing record) the journal holds of each chain; the store appends the whole batches missing after it.
 * `hash` is the SHA-256 of that entry's bytes as framed, `at` the moment it was written. The journal keeps whole batches only: `torn` says that
 * something unfinished was found at its end and set aside. `folder` is the id of the folder the journal lies in: a copied
 * folder has another.
 */
export type JournalTail = {
  readonly entries: readonly (EntryPosition & { readonly hash: string; readonly at?: string })[];
  readonly torn: boolean;
  readonly folder: string;
};

/** A stretch of journal. `damaged`: something unreadable was stepped over in it. */
export type JournalStretch = {
  readonly bytes: Uint8Array;
  readonly next: number | undefined;
  readonly damaged?: boolean;
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
  /** Why it was taken; absent in those taken before reasons were written. */
  readonly reason?: SnapshotReason;
};

/** The snapshots of the folder, newest first, and the files of that name that cannot be read now: held, or damaged. */
export type SnapshotList = { readonly snapshots: readonly SnapshotInfo[]; readonly unread: readonly string[] };

export type SnapshotReason = 'asked' | 'start' | 'regular' | 'update' | 'import' | 'delete' | 'restore' | 'restored';

/** What a snapshot says about itself; the shell writes it beside the blocks and reads it back before renaming. */
export type SnapshotManifest = Omit<SnapshotInfo, 'id' | 'bytes' | 'sha256'> & {
  readonly format: 1;
  /** Log position the blocks cover, per chain. */
  readonly covers: { readonly [chain: string]: { readonly sequence: number; readonly hash: string } };
  /** SHA-256 names of the closed journal segments and attachments the snapshot stands on. */
  readonly hashes: readonly string[];
};

/**
 * What is known of the data without opening the database: which database is the one in use, and what it held when it
 * was last looked at. A database that is emptier than this was lost.
 */
export type DataNote = {
  readonly format: 1;
  /** `street-ledger` from the first start on; after a recovery `street-ledger-2` and so on. */
  readonly database: string;
  readonly office: string;
  readonly records: number;
  /** The program that last wrote. */
  readonly version: string;
  readonly at: string;
  /** Series letter of this PC's numbers, and the folder its journal lay in: a copied data folder has another. */
  readonly series: string;
  readonly folder: string;
  /** Databases a recovery went on from, kept until the clerk removes them. */
  readonly left: readonly OldDatabase[];
};

/** A database no longer in use: what was known of it when it was left. */
export type OldDatabase = Pick<DataNote, 'database' | 'office' | 'records'> & { readonly leftAt: string };

/** The folder on another drive that snapshots, closed journal segments and attachments are copied to. */
export type SecondCopy = {
  /** Where it lies, to be shown; absent until one was chosen. */
  readonly folder?: string;
  /** `missing`: not there now, an unplugged drive; `refused`: it is there and cannot be written. */
  readonly state: 'none' | 'whole' | 'missing' | 'refused';
  /** On the drive the data lies on: lost together with it. */
  readonly isSameDrive: boolean;
  /** When the newest snapshot there was taken. */
  readonly newest?: string;
};

export type About = {
  readonly version: string;
  readonly runtime: string;
  readonly dataFolder: string;
  readonly platform: string;
};

/** The computer and what the program stands on, as far as it says nothing of whose it is. Memory in bytes. */
export type Machine = {
  readonly system: string;
  readonly architecture: string;
  readonly processors: number;
  readonly memory: number;
  readonly electron: string;
  readonly chromium: string;
  readonly node: string;
};

/** What allows a password to be changed: the password of whoever changes it, or the printed recovery code. */
export type PasswordProof = { readonly operator: string; readonly password: string } | { readonly code: string };

/** How many entries a purge touched, and the files it could not read whole: missing, or damaged in parts. */
export type PurgedFiles = { readonly entries: number; readonly unread: readonly string[] };

/**
 * What the page may ask of the shell. One channel a method, payloads checked on arrival, every failure a LedgerError
 * code with its Chinese message. In the browser the same shape is served with what the browser has.
 */
export type DesktopApi = {
  readonly about: () => Promise<About>;
  /** Free bytes where the data lies; undefined where the system does not say. */
  readonly freeSpace: () => Promise<number | undefined>;
  readonly note: {
    /** Undefined before the first start, and where the file cannot be read. */
    readonly read: () => Promise<DataNote | undefined>;
    readonly write: (note: DataNote) => Promise<void>;
    /** Moves the whole of a store that cannot be opened out of the way, undeleted, and starts the program again. */
    readonly setStoreAside: () => Promise<void>;
  };
  readonly journal: {
    readonly tail: () => Promise<JournalTail>;
    /**
     * Appends framed entry bytes (see history/journal-frame) and flushes them to the disk before answering. Chunks of
     * at most 1 MB; `last` ends the batch and answers once everything is flushed.
     * @throws LedgerError journal/not-written when the disk refuses: the store keeps its copy and tries again.
     */
    readonly append: (chunk: Uint8Array, last: boolean) => Promise<void>;
    /**
     * Whole framed entries from a cursor on (0 first, then `next`), about 1 MB a call; what was set aside as torn comes
     * last. Damaged stretches are stepped over.
     */
    readonly read: (cursor: number) => Promise<JournalStretch>;
    /** Takes the payloads of some records out of every file, what was set aside too; the chains still verify. */
    readonly purge: (purge: Purge) => Promise<PurgedFiles>;
  };
  readonly snapshots: {
    readonly list: () => Promise<SnapshotList>;
    /** Begins a snapshot; blocks follow in chunks; `finish` reads it back, verifies and renames. */
    readonly begin: (manifest: SnapshotManifest) => Promise<void>;
    readonly write: (chunk: Uint8Array) => Promise<void>;
    readonly finish: () => Promise<SnapshotInfo>;
    readonly read: (id: string) => Promise<{ readonly manifest: SnapshotManifest; readonly bytes: Uint8Array }>;
  };
  readonly secondCopy: {
    readonly status: () => Promise<SecondCopy>;
    /** Asks for a folder by the shell's own dialog; unchanged where the clerk cancels. */
    readonly choose: () => Promise<SecondCopy>;
    /** Copies what the folder lacks. Never fails: the answer says how it went. */
    readonly update: () => Promise<SecondCopy>;
  };
  readonly attachments: {
    /** Stores bytes under their SHA-256 and answers with it; the same bytes are stored once. */
    readonly put: (bytes: Uint8Array) => Promise<string>;
    readonly get: (hash: string) => Promise<Uint8Array | undefined>;
    /** Takes a file off this PC for good: part of a purge. One that is not there is gone already. */
    readonly remove: (hash: string) => Promise<void>;
  };
  readonly files: {
    /** The shell's own dialog, each file judged by itself; empty when the clerk cancels. */
    readonly open: (kind: FileKind) => Promise<readonly ChosenFile[]>;
    /** Saves through the shell's dialog; the full path, or undefined when the clerk cancels. Temp file, then rename. */
    readonly save: (suggestedName: string, bytes: Uint8Array) => Promise<string | undefined>;
    /** Saves the page as it would be printed as a PDF, the same way. In a browser its print dialog does. */
    readonly savePdf: (suggestedName: string, paper: Paper) => Promise<string | undefined>;
    readonly showInFolder: (savedPath: string) => Promise<void>;
  };
  /** What leaves the PC under a passphrase (see sealed/sealed-file). The passphrase is kept nowhere. */
  readonly sealed: {
    readonly seal: (name: string, bytes: Uint8Array, passphrase: string) => Promise<Uint8Array>;
    /** @throws LedgerError sealed/wrong-passphrase, damaged, newer or foreign: then nothing was read. */
    readonly unseal: (file: Uint8Array, passphrase: string) => Promise<OpenedFile>;
    /** Saves a copy of a snapshot through the dialog, sealed where a passphrase is given; undefined when cancelled. */
    readonly saveSnapshot: (id: string, passphrase?: string) => Promise<string | undefined>;
  };
  /** The program's own log, without personal data, and what a support bundle says of the machine. */
  readonly diagnostics: {
    /** Writes a line: a code and where in the program, no words. Never fails. */
    readonly note: (fault: FaultNote) => Promise<void>;
    readonly read: () => Promise<{ readonly machine: Machine; readonly log: string }>;
    /** Shows the data folder in the file manager. */
    readonly showDataFolder: () => Promise<void>;
  };
  /** Passwords of the roster's operators, by record id. They are hashed and compared in the shell, and never leave it. */
  readonly operators: {
    readonly withPassword: () => Promise<readonly string[]>;
    /** @throws LedgerError operator/wrong-password, or operator/held-up after several wrong ones. */
    readonly verify: (operator: string, password: string) => Promise<void>;
    /** The very first needs no proof. */
    readonly setPassword: (operator: string, password: string, proof?: PasswordProof) => Promise<void>;
    readonly removePassword: (operator: string, proof: PasswordProof) => Promise<void>;
    /** A new code in the place of the old one; told this once. */
    readonly makeRecoveryCode: (proof: PasswordProof) => Promise<string>;
  };
};

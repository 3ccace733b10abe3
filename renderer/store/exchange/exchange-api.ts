import type { ConflictSide } from '../../../shared/exchange/merge-record.ts';
import type { MergeUnit } from '../../../shared/exchange/merge-units.ts';
import type { OfficeView } from '../../../shared/exchange/office.ts';
import type { ExportedFile } from '../export/export-session.ts';
import type { Outcome } from '../store-api.ts';

/** Whom packages were made for, and when the last one was handed over. */
export type Receiver = { readonly name: string; readonly at: string };

export type PackageRequest = {
  readonly receiver: string;
  /** What came since the last package for this receiver, or everything. */
  readonly since: 'last' | 'all';
  /** Chains of other offices that were merged here go along. */
  readonly passesOn: boolean;
};

/** A package that was made, not yet saved. */
export type MadePackage = ExportedFile & {
  readonly batches: number;
  readonly changes: number;
  readonly withheld: number;
};

/** One chain of a package, as the dry run names it. */
export type IncomingChain = {
  readonly chain: string;
  readonly office: string;
  readonly from: number;
  readonly to: number;
  /** Batches of it that are not here yet. */
  readonly fresh: number;
};

export type LedgerChange = {
  readonly ledger: string;
  readonly title: string;
  readonly added: number;
  readonly changed: number;
  readonly removed: number;
  /** Of those changed or removed the records of this office. */
  readonly own: number;
};

/** What a merge would do, nothing of it done. */
export type MergePreview = {
  readonly office: string;
  readonly officeId: string;
  /** Merged before, or this very office. */
  readonly isKnown: boolean;
  readonly isOwn: boolean;
  readonly madeAt: string;
  readonly receiver: string;
  readonly chains: readonly IncomingChain[];
  readonly fresh: number;
  readonly known: number;
  /** Other packages that waited for this one and come along. */
  readonly along: number;
  /** Of those here already the ones this package completes: restricted once, and let go since. */
  readonly released: number;
  /** Records that come with later changes alone: what began them was held back. */
  readonly incomplete: number;
  readonly withheld: number;
  readonly ledgers: readonly LedgerChange[];
  /** Conflicts there would be, and those there are already. */
  readonly conflicts: number;
  readonly conflictsBefore: number;
  /** The first of those there would be, with the values of both sides. */
  readonly conflictList: readonly ShownConflict[];
  /** Records whose person one side purged while the other, not knowing it, wrote about them. */
  readonly purgedAgain: number;
  /** Numbers that two of this office's cases would carry: a second PC that took no letter of its own. */
  readonly doubled: readonly string[];
  readonly danglingTotal: number;
  readonly dangling: readonly Dangling[];
};

/** A package that came before its predecessor, kept until that one comes. */
export type WaitingPackage = {
  readonly key: string;
  readonly office: string;
  readonly madeAt: string;
  readonly keptAt: string;
  /** What it waits for, in words. */
  readonly missing: string;
  /** Bytes of the file. */
  readonly size: number;
  /** Its file cannot be read any more: nothing but its key is known, and it can be removed. */
  readonly isUnread: boolean;
};

/** A reference to a record that is not here. */
export type Dangling = {
  readonly ledger: string;
  readonly id: string;
  readonly title: string;
  /** What it points at: the ledger's title. */
  readonly target: string;
};

/** One of the values, in words. */
export type ShownSide = Pick<ConflictSide, 'operator' | 'at'> & {
  readonly office: string;
  readonly batch: string;
  readonly act: string;
  readonly text: string;
};

export type ShownConflict = {
  readonly key: string;
  readonly ledger: string;
  readonly id: string;
  readonly ledgerTitle: string;
  readonly title: string;
  readonly unit: MergeUnit;
  readonly label: string;
  /** The last is what the record shows now. */
  readonly sides: readonly ShownSide[];
};

/** The batch of the side chosen, by the conflict's key. */
export type ConflictChoice = { readonly key: string; readonly batch: string };

export type ShownMerge = {
  readonly batch: string;
  readonly at: string;
  readonly operator: string;
  readonly office: string;
  readonly undone: boolean;
  /** The last one that stands: it alone can be taken back. */
  readonly isLast: boolean;
};

export type ExchangeApi = {
  /** Whose records lists, reports and figures show from now on. */
  readonly setView: (view: OfficeView) => Promise<void>;
  readonly receivers: () => Promise<readonly Receiver[]>;
  readonly makePackage: (request: PackageRequest) => Promise<MadePackage>;
  /** The package made last was saved: the next one for its receiver begins after it. */
  readonly packageSaved: (file: string) => Promise<Outcome>;
  /**
   * Reads a package and works out what merging it would do, with those that waited for it. It is held in memory to be
   * merged or dropped; one whose predecessor is missing is kept (`exchange/waiting`).
   */
  readonly prepareMerge: (file: Uint8Array) => Promise<MergePreview>;
  /** Merges what was prepared. `officeName`: what an office met for the first time is called here. */
  readonly mergePrepared: (officeName: string | undefined) => Promise<Outcome>;
  readonly dropPrepared: () => Promise<void>;
  readonly waitingPackages: () => Promise<readonly WaitingPackage[]>;
  /** As `prepareMerge`, of one that waits. */
  readonly prepareWaiting: (key: string) => Promise<MergePreview>;
  readonly dropWaiting: (key: string) => Promise<void>;
  readonly conflicts: () => Promise<readonly ShownConflict[]>;
  readonly resolveConflicts: (choices: readonly ConflictChoice[]) => Promise<Outcome>;
  readonly merges: () => Promise<readonly ShownMerge[]>;
  readonly undoMerge: () => Promise<Outcome>;
  /** Every ledger as CSV with its schema, in one archive; the log says first that data leaves the PC. */
  readonly exportTables: (isMasked: boolean) => Promise<ExportedFile>;
};

import type { ClockReading } from '../../shared/deadlines/clock.ts';
import type { MovedDueDate } from '../../shared/deadlines/moved-dates.ts';
import type { Office, OfficeView } from '../../shared/exchange/office.ts';
import type { Entry } from '../../shared/history/batch.ts';
import type { Reason, ReasonKind } from '../../shared/history/change.ts';
import type { Draft as RecordDraft } from '../../shared/history/draft.ts';
import type { PurgedRecord } from '../../shared/history/purge.ts';
import type { Complaint } from '../../shared/kit/complaint.ts';
import type { SimilarRecord } from '../../shared/kit/ledger.ts';
import type { Query } from '../../shared/kit/query.ts';
import type { Day, LedgerRecord, Rev, Value, Values } from '../../shared/kit/values.ts';
import type { TransitionInput } from '../../shared/kit/workflow.ts';
import type { Operator } from '../../shared/operators/roster.ts';
import type { CaseFigure, LedgerFigures } from '../../shared/workbench/month-figures.ts';
import type { DueCase, Radar, RadarChoice } from '../../shared/workbench/radar.ts';
import type { Reminder } from '../../shared/workbench/reminders.ts';
import type { WaitingGroup } from '../../shared/workbench/waiting-cases.ts';
import type { About } from './export/taking-out.ts';
import type { SnapshotSource } from './open/office-snapshot.ts';

/**
 * A row with everything the table shows: stored and derived values. Personal fields come masked. `names`: what the cases
 * it refers to are called, by their ids; the page holds registers (units, departments), not cases.
 */
export type Row = LedgerRecord & { readonly derived: Values; readonly names?: CaseNames };

export type CaseNames = { readonly [id: string]: string };

export type Window = {
  readonly total: number;
  readonly rows: readonly Row[];
  readonly sums: { readonly [field: string]: number };
};

/** How far a save got. `both`: database and journal; `oneCopy`: a browser; `journalPending`: 副本未写, being retried. */
export type Durability = 'both' | 'oneCopy' | 'journalPending';

export type Receipt = {
  /** `chain/sequence` of the batch, for undo. */
  readonly batch: string;
  readonly at: string;
  readonly durability: Durability;
  readonly records: readonly { readonly ledger: string; readonly id: string; readonly rev: Rev }[];
  readonly warnings: readonly Complaint[];
  /** How many of the written records are restricted and not shown to whoever wrote them. */
  readonly hidden?: number;
};

/** Refused writes come back as complaints, not exceptions: they belong beside fields. */
export type Outcome =
  | { readonly ok: true; readonly receipt: Receipt }
  | { readonly ok: false; readonly complaints: readonly Complaint[] };

/** What a clerk asks to have written. */
export type Draft = RecordDraft;

export type BatchSummary = {
  readonly batch: string;
  readonly at: string;
  readonly operator: string;
  readonly reason: Reason;
  readonly changes: number;
  readonly ledgers: readonly string[];
  readonly undone: boolean;
  /** Of a step that changed one record: its number and name, personal data in stars. */
  readonly about?: string;
};

export type UndoPlan = {
  readonly batch: string;
  readonly undoable: number;
  /** Records that changed since, or that something now refers to: why they stay. */
  readonly blocked: readonly {
    readonly ledger: string;
    readonly id: string;
    readonly title: string;
    readonly why: string;
  }[];
};

export type HistoryItem = {
  readonly batch: string;
  readonly at: string;
  readonly operator: string;
  readonly reason: Reason;
  readonly kind: 'create' | 'update' | 'delete';
  readonly fields: readonly { readonly field: string; readonly before?: Value; readonly after?: Value }[];
};

/** A text with the stretch a search found in it. */
export type Marked = { readonly before: string; readonly hit: string; readonly after: string };

/** A record that was found: what it is called, where it stands, and where else the words are. Personal data masked. */
export type FoundRow = {
  readonly id: string;
  readonly number: string;
  readonly title: Marked;
  readonly state: string;
  readonly parts: readonly { readonly label: string; readonly text: Marked }[];
};

/** What was found in one ledger: how many, and the first few. */
export type FoundGroup = { readonly ledger: string; readonly total: number; readonly rows: readonly FoundRow[] };

export type StoreStatus = {
  readonly office: string;
  readonly chain: string;
  /** The letter this PC's numbers carry, '' for none. */
  readonly series: string;
  readonly counts: { readonly [ledger: string]: number };
  readonly lastSaved?: { readonly at: string; readonly durability: Durability };
  readonly lastSnapshot?: string;
  /** Why the last snapshot nobody asked for was not written. */
  readonly snapshotProblem?: string;
  /** What a purge that was brought to its end at this start could not reach, or why it was not. */
  readonly purgeProblem?: string;
  /** The records came from elsewhere: the clerk is asked whether the PC they came from goes on. A letter still free. */
  readonly asksSeries?: string;
  /** Other offices whose records were merged here, and whose records are in view. */
  readonly others: readonly Office[];
  readonly view: OfficeView;
  /** No batch at all: a first start, or a database that was lost. */
  readonly isEmpty: boolean;
  /** Batches damaged in the database and in the journal: they do not count. */
  readonly damaged: number;
  /** Batches the journal still lacks. */
  readonly journalBehind: number;
  /** Why it lacks them: what happened, what is safe, what to do. */
  readonly journalProblem?: string;
  /** The journal holds batches the database lost: the start screen offers them. */
  readonly journalAhead: number;
};

/** A limit that another holiday calendar moved, and the case it belongs to. */
export type MovedCase = MovedDueDate & { readonly ledger: string; readonly title: string };

/** The radar as 工作台 shows it: as many cases as it asked for, and how many there are. */
export type RadarView = Omit<Radar, 'cases'> & { readonly cases: readonly DueCase[]; readonly total: number };

/** What 工作台 asks of the records: each over every ledger of cases, and only what the operator may see. */
export type WorkbenchApi = {
  readonly radar: (choice: RadarChoice, limit: number) => Promise<RadarView>;
  readonly waiting: () => Promise<readonly WaitingGroup[]>;
  /** What is owed beside the limits of single cases. */
  readonly reminders: () => Promise<readonly Reminder[]>;
  readonly figures: () => Promise<readonly LedgerFigures[]>;
  /** Ids of the records behind one of the figures. */
  readonly behind: (figure: CaseFigure) => Promise<readonly string[]>;
};

/** What became of a stretch of the list that is followed; `question` is its query as JSON. */
export type FollowedWindow = { readonly question: string; readonly offset: number; readonly window: Window };

/** Events the worker sends the page. */
export type StoreEvent =
  | { readonly kind: 'changed'; readonly ledgers: readonly string[]; readonly followed?: readonly FollowedWindow[] }
  | { readonly kind: 'status'; readonly status: StoreStatus }
  /** Holidays were imported, edited or taken back: which due dates moved. Not told where none did. */
  | { readonly kind: 'dueMoved'; readonly moved: readonly MovedCase[] }
  | { readonly kind: 'progress'; readonly task: string; readonly done: number; readonly of: number };

/** What is entered when a transition is taken, with the rev the clerk looked at. */
export type TransitionRequest = {
  readonly ledger: string;
  readonly id: string;
  readonly rev: Rev;
  readonly transition: string;
  readonly input: TransitionInput;
};

/** A transition as the record panel offers it now: allowed, or refused with every reason. */
export type Offer = {
  readonly transition: string;
  readonly complaints: readonly Complaint[];
  /** What its form starts with, by asked field. */
  readonly starts?: Values;
};

/** A case that goes with the one shown, as 关联 lists it: what it is called and where it stands. */
export type LinkedCase = {
  readonly ledger: string;
  readonly id: string;
  readonly name: string;
  /** Label of the field that refers: 来自诉求. */
  readonly by: string;
  readonly state: string;
  /** There is such a case, but the operator may not see it. */
  readonly hidden: boolean;
};
/** Who works here and after how many minutes the program locks: all that is told while it is locked. */
export type Access = { readonly roster: readonly Operator[]; readonly lockAfter: number };

export type RecordView = {
  readonly refersTo: readonly LinkedCase[];
  readonly referredBy: readonly LinkedCase[];
  readonly row: Row;
  /** Validation of what is stored, warnings and wanted fields included. */
  readonly complaints: readonly Complaint[];
  readonly clocks: readonly ClockReading[];
  readonly offers: readonly Offer[];
  /** Records that may be the same matter again, by name. */
  readonly similar: readonly SimilarView[];
};

/** A likely repetition as the panel names it. */
export type SimilarView = SimilarRecord & { readonly name: string; readonly title: string };

/** A record that names a person, as the purge screen lists it; its own personal data in stars. */
export type FoundRecord = PurgedRecord & {
  readonly title: string;
  readonly isDeleted: boolean;
  /** Labels of the fields that hold what was looked for. */
  readonly fields: readonly string[];
  readonly attachments: number;
};

export type PurgeRequest = {
  readonly records: readonly PurgedRecord[];
  /** The name and the number that were looked for; they are written nowhere. */
  readonly words: readonly string[];
  /** Why, in words of the log: they name nobody. */
  readonly basis: string;
  /** Whether the files attached to these records go too. */
  readonly withFiles: boolean;
};

export type FoundPerson = {
  readonly records: readonly FoundRecord[];
  /** There are more than are listed. */
  readonly isMore: boolean;
  /** Steps of the log whose own words name the person: no purge reaches them. */
  readonly mentions: number;
};

/** The store as the page sees it, over one port. Rows never travel but as windows. */
export type StoreApi = {
  readonly status: () => Promise<StoreStatus>;
  readonly access: () => Promise<Access>;
  /**
   * Has the log say that something leaves, before it does: a backup, a printed page, a recovery code. `text` names nobody.
   * @throws LedgerError take-out/not-noted: then it may not leave.
   */
  readonly takeOut: (text: string, about?: About) => Promise<void>;
  /** Under which name is worked. What that name may do and see, the roster says. */
  readonly setOperator: (operator: string) => Promise<void>;
  readonly setToday: (today: Day) => Promise<void>;
  readonly window: (query: Query, offset: number, limit: number) => Promise<Window>;
  /** Distinct values of a column with their counts, for the header filter. */
  readonly distinct: (
    query: Query,
    field: string,
  ) => Promise<readonly { readonly value: Value | undefined; readonly count: number }[]>;
  readonly view: (ledger: string, id: string) => Promise<RecordView | undefined>;
  readonly write: (drafts: readonly Draft[], reason: Reason) => Promise<Outcome>;
  /** What would refuse each of the drafts by itself, were it written for this reason; nothing is written. */
  readonly check: (drafts: readonly Draft[], reason: ReasonKind) => Promise<readonly (readonly Complaint[])[]>;
  readonly transition: (request: TransitionRequest) => Promise<Outcome>;
  readonly history: (ledger: string, id: string) => Promise<readonly HistoryItem[]>;
  readonly batches: (
    offset: number,
    limit: number,
  ) => Promise<{ readonly total: number; readonly batches: readonly BatchSummary[] }>;
  readonly planUndo: (batch: string) => Promise<UndoPlan>;
  readonly undo: (batch: string) => Promise<Outcome>;
  readonly trash: (ledger: string) => Promise<readonly LedgerRecord[]>;
  readonly restoreDeleted: (ledger: string, id: string) => Promise<Outcome>;
  readonly snapshot: () => Promise<string>;
  readonly restoreSnapshot: (source: SnapshotSource) => Promise<void>;
  readonly setSeries: (series: string) => Promise<void>;
  /** Every record, of whatever ledger, the trash included, in which one of the words stands. */
  readonly findPerson: (words: readonly string[]) => Promise<FoundPerson>;
  /**
   * Takes a person's data out of the records and everything the log ever said of them; those in the trash go altogether.
   * Cannot be undone.
   */
  readonly purge: (request: PurgeRequest) => Promise<Outcome>;
  readonly verify: () => Promise<{ readonly entries: number; readonly broken?: Entry['header'] }>;
};

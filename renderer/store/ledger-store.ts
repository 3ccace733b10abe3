import type { SnapshotReason } from '../../shared/desktop-api.ts';
import type { Change, Reason, ReasonKind } from '../../shared/history/change.ts';
import { type Complaint, LedgerError } from '../../shared/kit/complaint.ts';
import type { Ledger } from '../../shared/kit/ledger.ts';
import type { LedgerContext } from '../../shared/kit/ledger-context.ts';
import type { Query } from '../../shared/kit/query.ts';
import type { Day } from '../../shared/kit/values.ts';
import { adminOnly, type Operator } from '../../shared/operators/roster.ts';
import { lockAfter } from '../../shared/operators/security-rules.ts';
import { accessRefusal, reasonRefusal, rosterOf } from './access.ts';
import { Exchange } from './exchange/exchange.ts';
import { type About, TakingOut } from './export/taking-out.ts';
import { changedSinceImport } from './import/changed-since-import.ts';
import { Care } from './open/care.ts';
import { writeCheckpoint } from './open/checkpoint.ts';
import { movedInOffice } from './open/moved-in-office.ts';
import { officeName } from './open/office-name.ts';
import { restoreSnapshot, type SnapshotSource, takeSnapshot } from './open/office-snapshot.ts';
import { type Opened, openOffice, saveInstallation } from './open/opening.ts';
import { recoverFromJournal } from './open/recovery.ts';
import { FindEverywhere } from './query/find-everywhere.ts';
import { officeStatus } from './query/office-status.ts';
import { Queries } from './query/queries.ts';
import { batchesOf, verifyLog } from './query/record-log.ts';
import { SearchIndex } from './query/search-index.ts';
import { openRecord, viewHistory, viewRecord } from './query/view-record.ts';
import { Workbench } from './query/workbench.ts';
import type {
  Access,
  Draft,
  Outcome,
  PurgeRequest,
  Row,
  StoreApi,
  StoreEvent,
  StoreStatus,
  TransitionRequest,
} from './store-api.ts';
import { StoreCore, type StoreParts } from './store-core.ts';
import { BULK, commitBatch, type NoteOf } from './write/commit.ts';
import { JournalRelay } from './write/journal-relay.ts';
import { planTransition } from './write/plan-transition.ts';
import { checkedDrafts, plannedDrafts } from './write/planned-drafts.ts';
import { planUndo, undoBatch } from './write/planned-undo.ts';
import { findPerson, finishPurges, purgePerson, UNFINISHED } from './write/purge.ts';
import { restoreDeleted } from './write/restore-deleted.ts';
import { separationRefusal } from './write/separation.ts';

/** The ledger the working calendar is built from. */
const HOLIDAYS = 'holiday';

/** Small batches after which the dirty blocks are written. */
const BATCHES_PER_CHECKPOINT = 200;

const never = (): boolean => false;

const refused = (...complaints: Complaint[]): Outcome => ({ ok: false, complaints });

/**
 * The office's records and their log: everything StoreApi promises, in a worker, a test or a script. Every method is
 * bound, so that an object of them can be exposed over a port.
 */
export class LedgerStore implements StoreApi {
  readonly #core: StoreCore;
  readonly #journal: JournalRelay;
  /** What is asked over all ledgers at once: the search, and 工作台. */
  readonly everywhere: FindEverywhere;
  readonly workbench: Workbench;
  readonly exchange: Exchange;
  readonly queries: Queries;
  readonly #care: Care;
  readonly #out: TakingOut;
  #opened: Opened = { dropped: [], damaged: 0, journalAhead: 0, replayed: 0 };
  #lastSaved: StoreStatus['lastSaved'];
  #sinceCheckpoint = 0;
  #purgeProblem: string | undefined;

  private constructor(parts: StoreParts) {
    this.#core = new StoreCore(parts);
    this.#journal = new JournalRelay(parts, (chain) => this.#core.state.offices.has(chain));
    const search = new SearchIndex(this.#core);
    this.queries = new Queries(this.#core, search);
    this.everywhere = new FindEverywhere(this.#core, search);
    this.workbench = new Workbench(this.#core);
    this.#care = new Care(this.#core);
    this.#out = new TakingOut(this.#core, this.#commit);
    this.exchange = new Exchange({
      core: this.#core,
      journal: this.#journal,
      care: this.#care,
      commit: this.#commit,
      takeOut: (text) => this.#out.takeOutInTurn(text),
      changed: async () => {
        await this.#care.keepNote().catch(() => undefined);
        this.#tellEverythingChanged();
        await this.#tellStatus();
      },
    });
  }

  /** Opens the database and brings records, log and journal together. `onEvent` hears the progress of that already. */
  static async open(parts: StoreParts, onEvent?: (event: StoreEvent) => void): Promise<LedgerStore> {
    const store = new LedgerStore(parts);
    if (onEvent) store.subscribe(onEvent);
    store.#opened = await openOffice(store.#core, store.#journal, () => store.#care.noteProgram());
    store.#sinceCheckpoint = store.#opened.replayed;
    await store.#care.keepNote().catch(() => undefined);
    // A journal that cannot be written now keeps the purge noted, and nobody from working.
    store.#purgeProblem = (await finishPurges(store.#core).catch(() => UNFINISHED))?.message;
    await store.#tellStatus();
    return store;
  }

  readonly roster = (): readonly Operator[] => rosterOf(this.#core);
  readonly access = async (): Promise<Access> => ({
    roster: this.roster(),
    lockAfter: lockAfter(this.#core.context()),
  });

  /** Nothing is known to be missing: no batch is damaged, and the journal holds none that is not here. */
  get isWhole(): boolean {
    return this.#opened.damaged === 0 && this.#opened.journalAhead === 0;
  }

  readonly subscribe = (listener: (event: StoreEvent) => void): (() => void) => this.#core.subscribe(listener);

  readonly status = async (): Promise<StoreStatus> => {
    const lastSnapshot = await this.#care.lastSnapshot();
    return {
      ...officeStatus(this.#core),
      ...(this.#lastSaved ? { lastSaved: this.#lastSaved } : {}),
      ...(lastSnapshot ? { lastSnapshot: lastSnapshot.at } : {}),
      ...(this.#care.problem === undefined ? {} : { snapshotProblem: this.#care.problem }),
      ...(this.#purgeProblem === undefined ? {} : { purgeProblem: this.#purgeProblem }),
      damaged: this.#opened.damaged,
      ...this.#journal.status,
      journalAhead: this.#opened.journalAhead,
    };
  };

  /** Batches left out at start because they were damaged or unfinished. */
  get dropped(): Opened['dropped'] {
    return this.#opened.dropped;
  }

  readonly setOperator = async (operator: string): Promise<void> => {
    const { isCleared } = this.#core.clearance;
    this.#core.operator = operator;
    if (this.#core.clearance.isCleared !== isCleared) this.#tellEverythingChanged();
  };

  readonly setToday = async (today: Day): Promise<void> => {
    if (this.#core.today === today) return;
    this.#core.today = today;
    this.#core.emit({ kind: 'changed', ledgers: [...this.#core.state.ledgers].map(({ id }) => id) });
  };

  readonly window = (query: Query, offset: number, limit: number) => this.queries.window(query, offset, limit);
  readonly distinct = (query: Query, field: string) => this.queries.distinct(query, field);
  readonly prepare = () => this.everywhere.prepare().then(() => this.queries.prepare());
  readonly view = (ledger: string, id: string) => viewRecord(this.#core, this.queries, this.#out, ledger, id);
  readonly trash = async (ledger: string) => this.queries.trash(ledger);
  readonly history = (ledger: string, id: string) => viewHistory(this.#core, this.#out, ledger, id);
  readonly batches = (offset: number, limit: number) => batchesOf(this.#core, offset, limit);
  readonly findPerson = (words: readonly string[]) => findPerson(this.#core, words);
  readonly purge = (request: PurgeRequest): Promise<Outcome> =>
    this.#core.inTurn(async () => {
      const outcome = await purgePerson(this.#core, this.#journal, this.#commit, request);
      this.#tellEverythingChanged();
      return outcome;
    });
  readonly exportLog = async (verdict: string) => {
    await this.takeOut('导出操作记录');
    return (await import('./export/log-export.ts')).exportLog(this.#core, verdict);
  };
  readonly verify = () => verifyLog(this.#core.parts.database, (done, of) => this.#core.progress('verify', done, of));

  /** For imports and exports, which run beside the store and never hand rows to the page. */
  readonly ledgerById = (ledgerId: string): Ledger | undefined => this.#core.state.ledger(ledgerId);
  readonly context = (): LedgerContext => this.#core.context();
  /** For reports and figures: of the offices in view. */
  readonly contextInView = (): LedgerContext => this.#core.contextInView();
  readonly stamp = (): string => this.#core.stamp();
  readonly progress = (task: string, done: number, of: number): void => this.#core.progress(task, done, of);
  /** Every record of a ledger, deleted and restricted ones too; never for showing. */
  readonly everRecorded = (ledgerId: string) => this.#core.state.everRecorded(ledgerId);
  readonly office = (): string => officeName(this.#core.state);
  readonly changedSinceImport = (ledger: string, ids: readonly string[]) => changedSinceImport(this.#core, ledger, ids);
  /** Rows of a query, whole and unmasked; never for showing, and for taking out by `takeOutRows`. */
  readonly rows = (query: Query): Promise<readonly Row[]> => this.queries.rows(query);

  readonly takeOut = (text: string, about?: About): Promise<void> => this.#out.takeOut(text, about);
  /** Has the log say that a record is shown whole, in whatever form. */
  readonly openRecord = (ledger: string, id: string) => openRecord(this.#core, this.#out, ledger, id);

  readonly write = async (drafts: readonly Draft[], reason: Reason, isCancelled = never): Promise<Outcome> => {
    const barred = reasonRefusal(drafts, reason);
    return barred ? refused(barred) : this.#core.inTurn(() => this.#writeDrafts(drafts, reason, [], isCancelled));
  };

  async #writeDrafts(
    drafts: readonly Draft[],
    reason: Reason,
    said: readonly Complaint[],
    isCancelled = never,
  ): Promise<Outcome> {
    const result = await plannedDrafts(this.#core, drafts, reason.kind, isCancelled);
    if ('complaints' in result) return refused(...result.complaints);
    const outcome = await this.#commit(result.changes, reason, [...said, ...result.warnings], isCancelled);
    return outcome.ok ? { ok: true, receipt: this.#core.clearance.told(outcome.receipt, result.changes) } : outcome;
  }

  readonly check = (drafts: readonly Draft[], reason: ReasonKind) => checkedDrafts(this.#core, drafts, reason);

  readonly transition = (request: TransitionRequest): Promise<Outcome> =>
    this.#core.inTurn(async () => {
      const plan = await planTransition(this.#core, request);
      if ('complaints' in plan) return refused(...plan.complaints);
      return this.#writeDrafts([plan.draft], plan.reason, plan.warnings);
    });

  readonly planUndo = (batch: string) => planUndo(this.#core, batch);
  readonly undo = (batch: string): Promise<Outcome> =>
    this.#core.inTurn(() => undoBatch(this.#core, this.#commit, batch));

  readonly restoreDeleted = (ledgerId: string, id: string): Promise<Outcome> =>
    this.#core.inTurn(() => restoreDeleted(this.#core, this.#commit, ledgerId, id));

  readonly snapshot = (): Promise<string> =>
    this.#core.inTurn(async () => {
      const { id } = await takeSnapshot(this.#core, 'asked');
      await this.#tellStatus();
      return id;
    });

  readonly restoreSnapshot = (source: SnapshotSource): Promise<void> =>
    this.#core.inTurn(async () => {
      const barred = adminOnly(rosterOf(this.#core), this.#core.operator, '恢复备份');
      if (barred) throw new LedgerError(barred.code, barred.message);
      await restoreSnapshot(this.#core, this.#journal, source);
      // What the log goes on from must lie here too: a file that was brought may not come again.
      await this.#care.snapshotIfChanged('restored');
      await this.#care.keepNote().catch(() => undefined);
      this.#tellEverythingChanged();
      await this.#tellStatus();
    });

  /** Takes over what only the journal has; for a database that was made anew, before it is used. */
  readonly recoverFromJournal = (): Promise<number> =>
    this.#core.inTurn(async () => {
      const recovered = await recoverFromJournal(this.#core);
      this.#opened = { ...this.#opened, journalAhead: 0 };
      await this.#care.keepNote().catch(() => undefined);
      this.#tellEverythingChanged();
      await this.#tellStatus();
      return recovered;
    });

  /** What the clerk says of the PC the records came from: numbers given here carry this letter, or none. */
  readonly setSeries = (series: string): Promise<void> =>
    this.#core.inTurn(async () => {
      const { asksSeries: _, ...installation } = this.#core.installation;
      await saveInstallation(this.#core, { ...installation, series });
      await this.#care.noteAnew().catch(() => undefined);
      await this.#tellStatus();
    });

  readonly keepNote = (): Promise<void> => this.#core.inTurn(() => this.#care.keepNote());

  /** From time to time: the note outside the database, and a snapshot where anything changed. */
  readonly care = (reason: SnapshotReason): Promise<void> =>
    this.#core.inTurn(async () => {
      await this.#care.keepNote().catch(() => undefined);
      await this.#care.snapshotIfChanged(reason);
      await this.#tellStatus();
    });

  /** Tries again what the journal refused; whoever runs the store calls it from time to time. */
  readonly retryJournal = (): Promise<void> =>
    this.#core.inTurn(async () => {
      if (this.#journal.behind === 0) return;
      if ((await this.#journal.retry()) && this.#lastSaved)
        this.#lastSaved = { ...this.#lastSaved, durability: 'both' };
      await this.#tellStatus();
    });

  /** Writes what changed since the last checkpoint; for idle moments and before closing. */
  readonly checkpoint = (): Promise<void> =>
    this.#core.inTurn(async () => {
      if (this.#sinceCheckpoint === 0) return;
      const { parts, state } = this.#core;
      // A clerk's save goes first: the next quiet moment writes what was left.
      if (await writeCheckpoint(parts.database, state, 'changed', () => this.#core.isAwaited))
        this.#sinceCheckpoint = 0;
    });

  readonly #commit = async (
    changes: readonly Change[],
    reason: Reason,
    warnings: readonly Complaint[],
    isCancelled = never,
    noted?: NoteOf,
  ): Promise<Outcome> => {
    const refusal =
      accessRefusal(this.#core, changes) ??
      (await separationRefusal(this.#core, changes, reason)) ??
      (await this.#care.before(changes, reason));
    if (refusal) return refused(refusal);
    const isFirst = this.#core.state.positions.size === 0;
    const before = this.#core.context();
    const { isCleared } = this.#core.clearance;
    const outcome = await commitBatch(this.#core, this.#journal, { changes, reason, warnings, isCancelled, noted });
    // What stopped it, and the snapshot taken before it, are to be seen.
    if (!outcome.ok) return this.#tellStatus().then(() => outcome);
    const { at, durability } = outcome.receipt;
    this.#lastSaved = { at, durability };
    this.#sinceCheckpoint += 1;
    // From the first record on there is something to miss.
    if (isFirst) await this.#care.keepNote().catch(() => undefined);
    // What someone typed needs no line of its own for being looked at; a line about looking changes no screen.
    if (changes.length < BULK) this.#out.typed(changes);
    if (changes.length > 0)
      this.#core.emit({ kind: 'changed', ledgers: [...new Set(changes.map(({ ledger }) => ledger))] });
    if (this.#core.clearance.isCleared !== isCleared) this.#tellEverythingChanged();
    if (changes.some(({ ledger }) => ledger === HOLIDAYS)) this.#tellMoved(before);
    // After the receipt: the log already holds the batch, the checkpoint only spares the next start its replay.
    void this.#tellStatus().catch(() => undefined);
    if (changes.length >= BULK || this.#sinceCheckpoint >= BATCHES_PER_CHECKPOINT)
      void this.checkpoint().catch(() => undefined);
    return outcome;
  };

  /** Due dates are derived, so a new calendar moves them without any record being written: it has to be said. */
  #tellMoved(before: LedgerContext): void {
    const moved = movedInOffice(this.#core, before, this.#core.context());
    if (moved.length > 0) this.#core.emit({ kind: 'dueMoved', moved });
  }

  /** Has every screen ask again: after a time in which it was answered nothing. */
  readonly refresh = async (): Promise<void> => this.#tellEverythingChanged();

  #tellEverythingChanged(): void {
    this.#core.emit({ kind: 'changed', ledgers: [...this.#core.state.tables().keys()] });
  }

  async #tellStatus(): Promise<void> {
    this.#core.emit({ kind: 'status', status: await this.status() });
  }
}

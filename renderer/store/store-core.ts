import type { DataNote, DesktopApi } from '../../shared/desktop-api.ts';
import { isInView, type OfficeView, OWN_RECORDS } from '../../shared/exchange/office.ts';
import { type ContextIn, contextMaker } from '../../shared/history/context.ts';
import { OfficeState } from '../../shared/history/office-state.ts';
import { LedgerError } from '../../shared/kit/complaint.ts';
import type { Ledger } from '../../shared/kit/ledger.ts';
import type { LedgerContext } from '../../shared/kit/ledger-context.ts';
import { withoutRestricted } from '../../shared/kit/restricted.ts';
import type { Day, LedgerRecord } from '../../shared/kit/values.ts';
import { Clearance } from './clearance.ts';
import { type Installation, type LedgerDatabase, NO_UNION, type Union } from './database.ts';
import { officeName } from './open/office-name.ts';
import type { StoreEvent } from './store-api.ts';

/** Everything the store takes from outside, so that it runs in a worker, in a test and in a script alike. */
export type StoreParts = {
  readonly database: LedgerDatabase;
  readonly ledgers: readonly Ledger[];
  /** Absent in a plain browser: then there is one copy only. */
  readonly journal?: DesktopApi['journal'];
  readonly snapshots?: DesktopApi['snapshots'];
  readonly attachments?: Pick<DesktopApi['attachments'], 'remove'>;
  readonly freeSpace?: DesktopApi['freeSpace'];
  /** Where the note about this database lies. */
  readonly note?: Pick<DataNote, 'database'> & Pick<DesktopApi['note'], 'read' | 'write'>;
  /** Told once a snapshot was taken, so that the second folder gets it too. */
  readonly onSnapshot?: () => void;
  /** The program's version, written into snapshots. */
  readonly version: string;
  /** Local time, ISO 8601 with offset. */
  readonly now: () => string;
  readonly newId: () => string;
  readonly randomBytes: (length: number) => Uint8Array;
};

/** Milliseconds between two tellings of one task's progress. */
const BETWEEN_TELLINGS = 150;

/** What the concerns of the store share: the records, who writes, and one queue for everything that changes them. */
export class StoreCore {
  readonly parts: StoreParts;
  state: OfficeState;
  operator = '';
  /** What the operator may see. */
  readonly clearance = new Clearance(
    () => this.state,
    () => this,
  );
  /** What came from other PCs and offices. */
  union: Union = NO_UNION;
  /** Whose records lists, reports and figures show. What is written is always held against this office's own. */
  view: OfficeView = OWN_RECORDS;
  today: Day;
  #installation: Installation | undefined;
  #contextIn: ContextIn;
  readonly #seen = new Map<string, { readonly stamp: string; readonly records: readonly LedgerRecord[] }>();
  #waiting = 0;
  #lastTask: Promise<unknown> = Promise.resolve();
  readonly #listeners = new Set<(event: StoreEvent) => void>();
  /** The progress told last. */
  #told = { task: '', at: 0 };

  constructor(parts: StoreParts) {
    this.parts = parts;
    this.state = new OfficeState(parts.ledgers);
    this.#contextIn = contextMaker(this.state);
    this.today = parts.now().slice(0, 10);
  }

  get installation(): Installation {
    if (!this.#installation) throw new LedgerError('store/not-open', '数据还没有打开。请稍候再试，数据不受影响。');
    return this.#installation;
  }

  set installation(installation: Installation) {
    this.#installation = installation;
  }

  /** Puts another state in the place of this one. Its tables count on, so that no cache takes it for the one before. */
  replaceState(state: OfficeState): void {
    if (state !== this.state)
      for (const [ledger, { changes }] of this.state.tables()) state.table(ledger).changes += changes + 1;
    this.state = state;
    this.#contextIn = contextMaker(state);
  }

  /** What rules and reports may look at: what the operator may see. */
  context(): LedgerContext {
    const whole = this.wholeContext();
    return this.clearance.isCleared ? whole : withoutRestricted(whole, (ledgerId) => this.state.ledger(ledgerId));
  }

  /** The same with the records of the offices in view, for reports and figures. */
  contextInView(): LedgerContext {
    if (this.view === OWN_RECORDS) return this.context();
    const lists = new Map<string, readonly LedgerRecord[]>();
    const records = (ledger: string) => {
      const list = lists.get(ledger) ?? [...this.state.table(ledger).records.values()].filter((one) => this.shows(one));
      lists.set(ledger, list);
      return list;
    };
    const whole = { ...this.wholeContext(), records };
    return this.clearance.isCleared ? whole : withoutRestricted(whole, (ledgerId) => this.state.ledger(ledgerId));
  }

  /** Whether a record is of the offices in view. */
  shows(record: LedgerRecord): boolean {
    return this.state.offices.size === 0 || isInView(this.view, record);
  }

  /** Of some records those of the offices in view. */
  inView(records: readonly LedgerRecord[]): readonly LedgerRecord[] {
    return this.state.offices.size === 0 ? records : records.filter((record) => this.shows(record));
  }

  /** What the office that entered a record is called. */
  officeOf({ office }: Pick<LedgerRecord, 'office'>): string {
    return office === undefined ? officeName(this.state) : (this.union.offices[office] ?? office);
  }

  /** The same for checking values: a reference to a record the operator may not see is no dangling one. */
  checkingContext(): LedgerContext {
    return { ...this.context(), record: this.wholeContext().record };
  }

  /** Everything there is, for rules that tell nobody what they saw: whether a number is taken. */
  wholeContext(): LedgerContext {
    const now = this.parts.now();
    // The day is told from outside and may not be the clock's own: then the moment is not one of that day.
    return this.#contextIn(this.today, this.operator, now.startsWith(this.today) ? now : undefined);
  }

  /** What names, parameters and neighbours may have changed since: derived values and figures rest on all of them. */
  stamp(): string {
    const changes = [...this.state.tables().values()].map((table) => table.changes);
    return `${this.today}/${this.clearance.isCleared}/${this.view}/${changes.join(',')}`;
  }

  /** The same for what rests on some ledgers alone. */
  changesOf(ledgers: readonly string[]): string {
    return `${this.clearance.isCleared}/${this.view}/${ledgers.map((one) => this.state.table(one).changes).join(',')}`;
  }

  /** Records of a ledger that the operator sees, in the order of entry; the list is kept until they change. */
  seen(ledger: Ledger): readonly LedgerRecord[] {
    const stamp = this.changesOf([ledger.id]);
    const known = this.#seen.get(ledger.id);
    if (known?.stamp === stamp) return known.records;
    const records = this.clearance.visible(ledger, this.state.table(ledger.id).records.values());
    this.#seen.set(ledger.id, { stamp, records });
    return records;
  }

  /** Runs one task after the other: writes, checkpoints, snapshots. A failed one does not hold up the next. */
  inTurn<Result>(task: () => Promise<Result>): Promise<Result> {
    this.#waiting += 1;
    const turn = this.#lastTask.then(() => {
      this.#waiting -= 1;
      return task();
    });
    this.#lastTask = turn.catch(() => undefined);
    return turn;
  }

  /** Whether another task waits for the one that runs. */
  get isAwaited(): boolean {
    return this.#waiting > 0;
  }

  /** Tells the listener what happens from now on; the answer ends it. */
  subscribe(listener: (event: StoreEvent) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  emit(event: StoreEvent): void {
    for (const listener of this.#listeners) listener(event);
  }

  /** Tells how much of something long is done: a few times a second, since a screen that counts faster only costs time. */
  progress(task: string, done: number, of: number): void {
    const now = performance.now();
    if (done < of && task === this.#told.task && now - this.#told.at < BETWEEN_TELLINGS) return;
    this.#told = { task, at: now };
    this.emit({ kind: 'progress', task, done, of });
  }

  /** Whether a chain is, or once was, part of this office's log here. */
  knows(chain: string): boolean {
    const { chain: own, left } = this.installation;
    if (chain === own) return true;
    return !this.state.offices.has(chain) && (left.includes(chain) || this.state.positions.has(chain));
  }

  /** A new chain for this installation; its first batch says what it stands on. */
  newChain(from: Omit<Installation, 'chain'>): Installation {
    return { ...from, chain: this.parts.newId() };
  }
}

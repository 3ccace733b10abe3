import { expose } from 'comlink';
import type { DataNote, DesktopApi } from '../../shared/desktop-api.ts';
import { LedgerError } from '../../shared/kit/complaint.ts';
import { localMoment } from '../../shared/kit/local-moment.ts';
import type { Query } from '../../shared/kit/query.ts';
import type { Day } from '../../shared/kit/values.ts';
import { ledgers } from '../../shared/ledgers/index.ts';
import { LedgerDatabase } from './database.ts';
import { exchangeService } from './exchange/exchange-service.ts';
import { keepReady, READY_DELAY } from './keep-ready.ts';
import { lateServices } from './late-services.ts';
import { carryLedgerErrors } from './ledger-error-transfer.ts';
import { LedgerStore } from './ledger-store.ts';
import { cannotOpen, databaseInUse, databaseNames, openPatiently } from './open/open-database.ts';
import { createRescue, type RescueApi } from './open/rescue.ts';
import { FollowedWindows } from './query/followed-windows.ts';
import type { StoreApi, StoreEvent, WorkbenchApi } from './store-api.ts';
import { refusedWhile, WorkerLock } from './worker-lock.ts';

/** What the worker is told at its start. The shell is the page's to reach; in a plain browser it keeps no journal. */
export type StartOptions = {
  readonly version: string;
  readonly hasJournal: boolean;
  /** Another database than the office's own, the example office's. */
  readonly database?: string;
};

/** Between two looks at what is left to do: a pending journal, a checkpoint. Milliseconds. */
const CARE_INTERVAL = 30_000;

/** Between two snapshots that nobody asked for, where anything changed. Milliseconds. 可调整的默认值 */
const SNAPSHOT_INTERVAL = 15 * 60_000;

let opened: LedgerStore | undefined;
let connected: Connection | undefined;
/** Hears what happens here beside the store's own events. */
let tell: (event: StoreEvent) => void = () => undefined;
let openDatabase: LedgerDatabase | undefined;
const followed = new FollowedWindows();

type Connection = {
  readonly open: () => Promise<void>;
  readonly rescue: RescueApi;
  readonly passwords: DesktopApi['operators'];
};

const now = () => localMoment(new Date());
const newId = () => crypto.randomUUID();
const randomBytes = (length: number) => crypto.getRandomValues(new Uint8Array(length));
const make = (name: string) => new LedgerDatabase(name);

function store(): LedgerStore {
  if (!opened) throw new LedgerError('store/not-open', '数据还没有打开。请稍候再试，数据不受影响。');
  return opened;
}

const lock = new WorkerLock(
  () => opened,
  () => connection().passwords,
);

function connection(): Connection {
  if (!connected) throw new LedgerError('store/not-connected', '程序还没有准备好。请稍候再试，数据不受影响。');
  return connected;
}

/** Makes ready what the store and a rescue need of the shell. Nothing is opened yet. */
async function connect(
  { version, hasJournal, database }: StartOptions,
  onEvent: (event: StoreEvent) => void,
  shell: Omit<DesktopApi, 'about' | 'files' | 'sealed' | 'diagnostics'>,
): Promise<void> {
  tell = onEvent;
  const { snapshots, attachments, freeSpace, secondCopy } = shell;
  const journal = hasJournal ? { journal: shell.journal } : {};
  const parts = { ledgers, version, now, newId, randomBytes, snapshots, attachments, freeSpace, ...journal };
  const notes = { read: () => shell.note.read(), write: (written: DataNote) => shell.note.write(written) };
  const inUse = database ?? (await databaseInUse(make, await notes.read(), await databaseNames()));
  const updateSecondCopy = () => void secondCopy.update().catch(() => undefined);
  const open = async () => {
    const database = await openPatiently(make, inUse);
    openDatabase = database;
    const store = await LedgerStore.open(
      { ...parts, database, note: { database: inUse, ...notes }, onSnapshot: updateSecondCopy },
      // While the program is locked nothing of a row is told.
      (event) => onEvent(followed.told(lock.isLocked ? undefined : opened, event)),
    ).catch((thrown) => {
      throw cannotOpen(thrown);
    });
    opened = store;
    keepReady(store);
    const found = await store.status();
    // The first screen waits for none of this.
    setTimeout(() => void careAtStart(store, found.isEmpty).then(updateSecondCopy), READY_DELAY);
    setInterval(() => {
      void store.retryJournal().catch(() => undefined);
      void store.keepNote().catch(() => undefined);
      // Last: it gives way to whatever waits behind it.
      void store.checkpoint().catch(() => undefined);
    }, CARE_INTERVAL);
    setInterval(() => void store.care('regular').catch(() => undefined), SNAPSHOT_INTERVAL);
  };
  const rescue = createRescue({ parts, make, inUse, note: notes, opened: () => opened, onEvent });
  connected = { open, rescue, passwords: shell.operators };
}

/**
 * What a start leaves to do: a checkpoint of what it replayed, so that the next one need not, and a snapshot of what it
 * found; of nothing there is none, whatever is entered meanwhile.
 */
async function careAtStart(ledgerStore: LedgerStore, wasEmpty: boolean): Promise<void> {
  await ledgerStore.checkpoint().catch(() => undefined);
  // A snapshot of records that some are missing from would be the newest, and no better than the one before.
  if (ledgerStore.isWhole && !wasEmpty) await ledgerStore.care('start').catch(() => undefined);
}

/** What is answered while the program is locked, too: opening, how the store stands, and who may unlock it. */
const always = {
  connect,
  open: () => connection().open(),
  status: () => store().status(),
  access: () => store().access(),
  setToday: (today: Day) => store().setToday(today),
  setOperator: lock.setOperator,
  checkpoint: () => store().checkpoint(),
  lock: lock.lock,
  enter: lock.enter,
  enterWithoutPasswords: lock.enterWithoutPasswords,
};

/** Method by method, so that the store itself may be opened after the port is. */
const api: Omit<StoreApi, keyof typeof always> = {
  takeOut: (text, about) => store().takeOut(text, about),
  window: (query, offset, limit) => store().window(query, offset, limit),
  distinct: (query, field) => store().distinct(query, field),
  view: (ledger, id) => store().view(ledger, id),
  write: (drafts, reason) => store().write(drafts, reason),
  check: (drafts, reason) => store().check(drafts, reason),
  transition: (request) => store().transition(request),
  history: (ledger, id) => store().history(ledger, id),
  batches: (offset, limit) => store().batches(offset, limit),
  planUndo: (batch) => store().planUndo(batch),
  undo: (batch) => store().undo(batch),
  trash: (ledger) => store().trash(ledger),
  restoreDeleted: (ledger, id) => store().restoreDeleted(ledger, id),
  snapshot: () => store().snapshot(),
  restoreSnapshot: (source) => store().restoreSnapshot(source),
  setSeries: (series) => store().setSeries(series),
  verify: () => store().verify(),
  findPerson: (words) => store().findPerson(words),
  purge: (request) => store().purge(request),
};

const rescue: RescueApi = {
  describeSnapshot: (source) => connection().rescue.describeSnapshot(source),
  rebuild: (source) => connection().rescue.rebuild(source),
  adopt: (made) => connection().rescue.adopt(made),
  discard: (made) => connection().rescue.discard(made),
  oldDatabases: () => connection().rescue.oldDatabases(),
  removeOldDatabase: (name) => connection().rescue.removeOldDatabase(name),
};

const workbench: WorkbenchApi = {
  radar: (choice, limit) => store().workbench.radar(choice, limit),
  waiting: () => store().workbench.waiting(),
  reminders: () => store().workbench.reminders(),
  figures: () => store().workbench.figures(),
  behind: (figure) => store().workbench.behind(figure),
};

const answers = {
  ...api,
  ...workbench,
  ...exchangeService(store),
  follow: (query: Query, offset: number, limit: number) => followed.follow(store(), query, offset, limit),
  find: (text: string) => store().everywhere.find(text),
  ...lateServices({
    store,
    database: () => openDatabase,
    now,
    newId,
    tell: (event) => tell(event),
    refuse: lock.refuse,
  }),
};

const exposed = {
  ...refusedWhile(answers, lock.refuse),
  ...refusedWhile(rescue, lock.refuseUnlessNeeded),
  ...always,
};

export type StoreWorker = typeof exposed;

carryLedgerErrors();
expose(exposed);

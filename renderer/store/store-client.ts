import { proxy, type Remote, transfer, wrap } from 'comlink';
import type { CommunityLoad } from '../../shared/access/community-load.ts';
import type { SenderCount } from '../../shared/access/stray-task-rules.ts';
import { DATABASE } from '../../shared/desktop-api.ts';
import type { UnitLine } from '../../shared/indicators/unit-holdings.ts';
import type { Period } from '../../shared/kit/period.ts';
import type { Query } from '../../shared/kit/query.ts';
import type { Day } from '../../shared/kit/values.ts';
import type { SheetModel } from '../../shared/workbook/sheet-model.ts';
import { desktop, hasJournal } from '../desktop/desktop.ts';
import type { ExchangeApi } from './exchange/exchange-api.ts';
import type { ExportedFile } from './export/export-session.ts';
import type { RemoteImportSession } from './import/import-api.ts';
import { carryLedgerErrors } from './ledger-error-transfer.ts';
import type { RescueApi } from './open/rescue.ts';
import type { CatalogueService } from './services/catalogue-service.ts';
import type { BlankRequest } from './services/collection-service.ts';
import type { DocumentService } from './services/document-service.ts';
import type { FormService } from './services/form-service.ts';
import type { IndicatorService } from './services/indicator-session.ts';
import type { ReportView } from './services/report-session.ts';
import type { YearEndService } from './services/year-end-service.ts';
import type { FoundGroup, StoreApi, StoreEvent, WorkbenchApi } from './store-api.ts';
import type { StoreWorker } from './store-worker.ts';
import { takeWorker } from './store-worker-start.ts';

/** The catalogue's versions and comparisons, answering later. */
export type RemoteCatalogue = {
  readonly [Name in keyof CatalogueService]: (
    ...given: Parameters<CatalogueService[Name]>
  ) => Promise<Awaited<ReturnType<CatalogueService[Name]>>>;
};

/** The papers of records, answering later. */
export type RemoteDocuments = {
  readonly [Name in keyof DocumentService]: (
    ...given: Parameters<DocumentService[Name]>
  ) => Promise<Awaited<ReturnType<DocumentService[Name]>>>;
};

/** Superiors' forms, answering later. */
export type RemoteForms = {
  readonly [Name in keyof FormService]: (
    ...given: Parameters<FormService[Name]>
  ) => Promise<Awaited<ReturnType<FormService[Name]>>>;
};

/** Changing hands and closing a year, answering later; the list of a handing over as a file. */
export type RemoteYearEnd = {
  readonly [Name in keyof YearEndService]: (
    ...given: Parameters<YearEndService[Name]>
  ) => Promise<Awaited<ReturnType<YearEndService[Name]>>>;
} & { readonly exportHandoverList: (id: string) => Promise<ExportedFile> };

/** The page's side of the store. */
export type StoreClient = {
  readonly store: StoreApi;
  readonly rescue: RescueApi;
  /** As `store.window`; until another list is followed, a change that shows in it is told with the rows as they are then. */
  readonly follow: StoreApi['window'];
  /** Answers with the function that ends the subscription. */
  readonly subscribe: (listener: (event: StoreEvent) => void) => () => void;
  /** While locked the store answers nothing but its status and who may unlock it. */
  readonly lock: () => Promise<void>;
  /**
   * Unlocks for an operator of the roster, whose password the store asks the shell about.
   * @throws LedgerError operator/wrong-password, operator/held-up, operator/unknown
   */
  readonly enter: (operator: string, password: string) => Promise<void>;
  /** Unlocks where the shell's file of passwords is gone. The log says so first. */
  readonly enterWithoutPasswords: (name: string) => Promise<void>;
  readonly exports: {
    /** For the public: personal data in stars. */
    readonly ledger: (query: Query, columns: readonly string[]) => Promise<ExportedFile>;
    /** For the office alone: everything, and the log says that it was taken out. */
    readonly whole: (query: Query, columns: readonly string[]) => Promise<ExportedFile>;
    /** For the paper, masked like what goes to the public. */
    readonly print: (query: Query, columns: readonly string[]) => Promise<SheetModel>;
    /** Stops the export of a ledger that is under way: it ends with `export/cancelled`, and there is no file. */
    readonly cancel: () => Promise<void>;
    readonly reviewLedger: (query: Query, period: string) => Promise<ExportedFile>;
    readonly approvalForm: (id: string) => Promise<ExportedFile>;
    /** The whole log for inspection, with what its check just said. */
    readonly log: (verdict: string) => Promise<ExportedFile>;
    /** The blank sheet of 存量导入. */
    readonly openingTemplate: () => Promise<ExportedFile>;
  };
  readonly catalogue: RemoteCatalogue;
  readonly documents: RemoteDocuments;
  readonly forms: RemoteForms;
  /** Blank forms to be sent to communities: one, or an archive with one for each. */
  readonly collection: {
    readonly blankForm: (request: BlankRequest) => Promise<ExportedFile>;
    readonly blankForms: (request: BlankRequest) => Promise<ExportedFile>;
  };
  /** A year of load of every community, worked out beside the records. */
  /** The units of the office as a tree in lines, each with what it holds. */
  readonly unitLines: () => Promise<readonly UnitLine[]>;
  readonly communityLoad: (year: number) => Promise<readonly CommunityLoad[]>;
  /** Changing hands and closing a year. */
  readonly yearEnd: RemoteYearEnd;
  /** Tasks sent around the admission in a period, by sender. */
  readonly strayCounts: (period: Period) => Promise<readonly SenderCount[]>;
  readonly reports: {
    readonly build: (id: string, period: Period) => Promise<ReportView>;
    readonly file: (id: string, period: Period) => Promise<ExportedFile>;
  };
  /** Indicators, measured beside the records. */
  readonly indicators: IndicatorService;
  /** Searches every ledger at once; [] for a question that a newer one overtook. */
  readonly find: (text: string) => Promise<readonly FoundGroup[]>;
  /** What 工作台 asks, over all ledgers. */
  readonly workbench: WorkbenchApi;
  /** 数据交换: packages out and in. */
  readonly exchange: ExchangeApi;
  readonly example: {
    /** The day it was made; undefined where it is not whole. */
    readonly madeOn: () => Promise<Day | undefined>;
    readonly make: () => Promise<void>;
  };
  /** Has the code of imports read while the clerk still looks for a file. */
  readonly readyToImport: () => Promise<void>;
  /** Opens an import over the columns waiting in a port (see workers/read-client), until `signal` aborts. */
  readonly openImport: (
    port: MessagePort,
    ledgerId: string,
    fileName: string,
    signal: AbortSignal,
  ) => Promise<RemoteImportSession>;
  /** Writes what is left to write and lets the next window in. */
  readonly close: () => Promise<void>;
};

export type OpenOptions = {
  /** Said when another tab has the data open: this one waits for it. */
  readonly onWaiting?: () => void;
  /** Hears the progress of opening already. */
  readonly onEvent?: (event: StoreEvent) => void;
  /** The example office is a database of its own. */
  readonly database?: string;
};

/** The store's worker with the data not open yet, and what helps where it does not open. */
export type StoreConnection = {
  readonly open: () => Promise<StoreClient>;
  readonly rescue: RescueApi;
};

/**
 * Starts the store worker. Two tabs writing one database would tear its log apart, so an exclusive lock lets in one at a
 * time; a second tab waits, and `onWaiting` lets it say why.
 */
export async function connectStore(options: OpenOptions = {}): Promise<StoreConnection> {
  const release = await exclusively(options.database ?? DATABASE, options.onWaiting);
  carryLedgerErrors();
  const { worker, failed } = takeWorker();
  const remote = wrap<StoreWorker>(worker);
  const listeners = new Set<(event: StoreEvent) => void>(options.onEvent ? [options.onEvent] : []);
  const tell = (event: StoreEvent) => {
    for (const listener of listeners) listener(event);
  };
  const { version } = await desktop().about();
  const { database } = options;
  const start = { version, hasJournal, ...(database === undefined ? {} : { database }) };
  const end = () => {
    worker.terminate();
    release();
  };
  try {
    await Promise.race([remote.connect(start, proxy(tell), proxy(desktop())), failed]);
  } catch (thrown) {
    end();
    throw thrown;
  }
  return {
    rescue: remote,
    open: async () => {
      await Promise.race([remote.open(), failed]);
      return clientOf(remote, listeners, end);
    },
  };
}

function clientOf(
  remote: Remote<StoreWorker>,
  listeners: Set<(event: StoreEvent) => void>,
  end: () => void,
): StoreClient {
  return {
    store: remote,
    rescue: remote,
    follow: (query, offset, limit) => remote.follow(query, offset, limit),
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    lock: () => remote.lock(),
    enter: (operator, password) => remote.enter(operator, password),
    enterWithoutPasswords: (name) => remote.enterWithoutPasswords(name),
    exports: {
      ledger: (query, columns) => remote.exportLedger(query, columns),
      whole: (query, columns) => remote.exportWhole(query, columns),
      print: (query, columns) => remote.printLedger(query, columns),
      cancel: () => remote.cancelExport(),
      reviewLedger: (query, period) => remote.exportReviewLedger(query, period),
      approvalForm: (id) => remote.exportApprovalForm(id),
      log: (verdict) => remote.exportLog(verdict),
      openingTemplate: () => remote.exportOpeningTemplate(),
    },
    catalogue: {
      catalogueVersions: () => remote.catalogueVersions(),
      compareCatalogue: (before, after) => remote.compareCatalogue(before, after),
      copyCatalogueVersion: (copy) => remote.copyCatalogueVersion(copy),
      exportComparison: (before, after) => remote.exportComparison(before, after),
    },
    reports: {
      build: (id, period) => remote.reviewReport(id, period),
      file: (id, period) => remote.exportReport(id, period),
    },
    indicators: {
      indicatorRows: (question) => remote.indicatorRows(question),
      communityFigures: (ledger, period) => remote.communityFigures(ledger, period),
      figureRecords: (indicator, question, part) => remote.figureRecords(indicator, question, part),
      exportIndicators: (question) => remote.exportIndicators(question),
    },
    documents: {
      documentOffers: (ledger, id) => remote.documentOffers(ledger, id),
      caseDocument: (ledger, id, request) => remote.caseDocument(ledger, id, request),
    },
    unitLines: () => remote.unitLines(),
    forms: {
      proposeForm: (sheet) => remote.proposeForm(sheet),
      planForm: (title, binding, sheets, period) => remote.planForm(title, binding, sheets, period),
    },
    collection: {
      blankForm: (request) => remote.blankForm(request),
      blankForms: (request) => remote.blankForms(request),
    },
    communityLoad: (year) => remote.communityLoad(year),
    yearEnd: {
      clerks: () => remote.clerks(),
      handoverPlan: (from) => remote.handoverPlan(from),
      handOver: (items, entry) => remote.handOver(items, entry),
      yearState: (year) => remote.yearState(year),
      closeYear: (closing) => remote.closeYear(closing),
      exportHandoverList: (id) => remote.exportHandoverList(id),
    },
    strayCounts: (period) => remote.strayCounts(period),
    find: (text) => remote.find(text),
    exchange: {
      setView: (view) => remote.setView(view),
      receivers: () => remote.receivers(),
      makePackage: (request) => remote.makePackage(request),
      packageSaved: (file) => remote.packageSaved(file),
      prepareMerge: (file) => remote.prepareMerge(file),
      mergePrepared: (officeName) => remote.mergePrepared(officeName),
      dropPrepared: () => remote.dropPrepared(),
      waitingPackages: () => remote.waitingPackages(),
      prepareWaiting: (key) => remote.prepareWaiting(key),
      dropWaiting: (key) => remote.dropWaiting(key),
      conflicts: () => remote.conflicts(),
      resolveConflicts: (choices) => remote.resolveConflicts(choices),
      merges: () => remote.merges(),
      undoMerge: () => remote.undoMerge(),
      exportTables: (isMasked) => remote.exportTables(isMasked),
    },
    workbench: {
      radar: (choice, limit) => remote.radar(choice, limit),
      waiting: () => remote.waiting(),
      reminders: () => remote.reminders(),
      figures: () => remote.figures(),
      behind: (figure) => remote.behind(figure),
    },
    example: { madeOn: () => remote.exampleMadeOn(), make: () => remote.makeExample() },
    readyToImport: () => remote.readyToImport(),
    openImport: async (port, ledgerId, fileName, signal) => {
      const cancel = () => void remote.cancelOpening();
      // The worker answers with a proxy, which its own type cannot say.
      const opening: Promise<unknown> = remote.openImport(transfer(port, [port]), ledgerId, fileName);
      if (signal.aborted) cancel();
      signal.addEventListener('abort', cancel);
      const session = await opening.finally(() => signal.removeEventListener('abort', cancel));
      return session as RemoteImportSession;
    },
    close: async () => {
      await remote.checkpoint();
      end();
    },
  };
}

/** Waits for the lock and answers with its release. */
async function exclusively(name: string, onWaiting: (() => void) | undefined): Promise<() => void> {
  let release = () => {};
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  const take = (ifAvailable: boolean) =>
    new Promise<boolean>((resolve, reject) => {
      navigator.locks
        .request(name, { mode: 'exclusive', ifAvailable }, (lock) => {
          resolve(lock !== null);
          return lock === null ? undefined : held;
        })
        .catch(reject);
    });
  if (!(await take(true))) {
    onWaiting?.();
    await take(false);
  }
  return release;
}

import type { CommunityLoad } from '../../shared/access/community-load.ts';
import { countBySender, type SenderCount } from '../../shared/access/stray-task-rules.ts';
import type { UnitLine } from '../../shared/indicators/unit-holdings.ts';
import type { Period } from '../../shared/kit/period.ts';
import { ledgers } from '../../shared/ledgers/index.ts';
import { sha256 } from '../desktop/sha256.ts';
import type { LedgerDatabase } from './database.ts';
import type { exportService } from './export/export-service.ts';
import type { TakeOut } from './export/taking-out.ts';
import type { importService } from './import/import-service.ts';
import { later } from './later.ts';
import type { LedgerStore } from './ledger-store.ts';
import type { CatalogueService } from './services/catalogue-service.ts';
import type { collectionService } from './services/collection-service.ts';
import type { DocumentService } from './services/document-service.ts';
import type { ExampleService } from './services/example-service.ts';
import type { FormService } from './services/form-service.ts';
import type { IndicatorService } from './services/indicator-session.ts';
import type { ReportService } from './services/report-session.ts';
import type { YearEndService } from './services/year-end-service.ts';
import type { StoreEvent } from './store-api.ts';

/** What the services stand on. */
export type ServiceGround = {
  readonly store: () => LedgerStore;
  /** Undefined until the store is open. */
  readonly database: () => LedgerDatabase | undefined;
  readonly now: () => string;
  readonly newId: () => string;
  readonly tell: (event: StoreEvent) => void;
  /** Throws while the program is locked. */
  readonly refuse: () => void;
};

/** Figures over the records that need no session. */
type Counts = {
  readonly unitLines: () => readonly UnitLine[];
  readonly communityLoad: (year: number) => readonly CommunityLoad[];
  readonly strayCounts: (period: Period) => readonly SenderCount[];
};

/** What the store worker answers beside the records themselves. None of it is read before it is asked for. */
export function lateServices({ store, database, now, newId, tell, refuse }: ServiceGround) {
  const takeOut: TakeOut = (text, about) => store().takeOut(text, about);
  const ground = {
    ledgers,
    ledgerById: (ledgerId: string) => store().ledgerById(ledgerId),
    context: () => store().context(),
    office: () => store().office(),
    write: (...given: Parameters<LedgerStore['write']>) => store().write(...given),
    takeOut,
    now,
  };
  /** Reports and figures are of the offices in view. */
  const inView = { ...ground, context: () => store().contextInView() };
  return {
    ...later<ReturnType<typeof exportService>>(
      {
        cancelExport: true,
        exportLog: true,
        exportLedger: true,
        exportWhole: true,
        printLedger: true,
        exportReviewLedger: true,
        exportOpeningTemplate: true,
        exportApprovalForm: true,
        exportHandoverList: true,
      },
      async () => (await import('./export/export-service.ts')).exportService({ store, now, tell }),
    ),
    ...later<ReturnType<typeof importService>>(
      { readyToImport: true, openImport: true, cancelOpening: true },
      async () =>
        (await import('./import/import-service.ts')).importService(
          {
            ...ground,
            changedSinceImport: (ledgerId, ids) => store().changedSinceImport(ledgerId, ids),
            newId,
            stamp: () => store().stamp(),
            onProgress: (task, done, of) => store().progress(task, done, of),
          },
          refuse,
        ),
    ),
    ...later<CatalogueService>(
      { catalogueVersions: true, compareCatalogue: true, copyCatalogueVersion: true, exportComparison: true },
      async () => (await import('./services/catalogue-service.ts')).catalogueService(ground),
    ),
    ...later<ReportService>({ reviewReport: true, exportReport: true }, async () =>
      (await import('./services/report-session.ts')).reportService(inView),
    ),
    ...later<IndicatorService>(
      { indicatorRows: true, communityFigures: true, figureRecords: true, exportIndicators: true },
      async () => (await import('./services/indicator-session.ts')).indicatorService(inView),
    ),
    ...later<DocumentService>({ documentOffers: true, caseDocument: true }, async () =>
      (await import('./services/document-service.ts')).documentService({
        ...ground,
        everRecorded: (ledger) => store().everRecorded(ledger),
        openRecord: (ledger, id) => store().openRecord(ledger, id),
      }),
    ),
    ...later<FormService>({ proposeForm: true, planForm: true }, async () =>
      (await import('./services/form-service.ts')).formService(inView),
    ),
    ...later<ReturnType<typeof collectionService>>({ blankForm: true, blankForms: true }, async () =>
      (await import('./services/collection-service.ts')).collectionService(ground),
    ),
    ...later<ExampleService>({ exampleMadeOn: true, makeExample: true }, async () =>
      (await import('./services/example-service.ts')).exampleService({
        ...ground,
        database,
        hashOf: (await import('../desktop/file-hash.ts')).fileHash,
        attachmentOf: sha256,
      }),
    ),
    ...later<YearEndService>(
      { clerks: true, handoverPlan: true, handOver: true, yearState: true, closeYear: true },
      async () => (await import('./services/year-end-service.ts')).yearEndService(ground),
    ),
    ...later<Counts>({ unitLines: true, communityLoad: true, strayCounts: true }, async () => {
      const [{ unitLines }, { communityLoad }] = await Promise.all([
        import('../../shared/indicators/unit-holdings.ts'),
        import('../../shared/access/community-load.ts'),
      ]);
      return {
        unitLines: () => unitLines(inView.context(), ground.ledgerById, ground.context().today),
        communityLoad: (year) => communityLoad(year, inView.context()),
        strayCounts: (period) => countBySender(inView.context().records('strayTask'), period),
      };
    }),
  };
}

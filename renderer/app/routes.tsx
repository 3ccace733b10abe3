import { Route, Switch } from 'wouter';
import { HomePage } from '../pages/home/home-page.tsx';
import { latePage } from './frame/late-page.tsx';

const CataloguePage = latePage(async () => (await import('../pages/catalogue/catalogue-page.tsx')).CataloguePage);
const CollectionPage = latePage(async () => (await import('../pages/collection/collection-page.tsx')).CollectionPage);
const CaseDocumentPage = latePage(
  async () => (await import('../pages/documents/case-document-page.tsx')).CaseDocumentPage,
);
const HelpPage = latePage(async () => (await import('../pages/help/help-page.tsx')).HelpPage);
const ImportPage = latePage(async () => (await import('../pages/import/import-page.tsx')).ImportPage);
const IndicatorRowsPage = latePage(
  async () => (await import('../pages/indicators/indicator-rows-page.tsx')).IndicatorRowsPage,
);
const IndicatorsPage = latePage(async () => (await import('../pages/indicators/indicators-page.tsx')).IndicatorsPage);
const LedgerPage = latePage(async () => (await import('../pages/ledger/ledger-page.tsx')).LedgerPage);
const RowsPage = latePage(async () => (await import('../pages/ledger/rows-page.tsx')).RowsPage);
const SuccessorPage = latePage(async () => (await import('../pages/ledger/successor-page.tsx')).SuccessorPage);
const LoadPage = latePage(async () => (await import('../pages/load/load-page.tsx')).LoadPage);
const OrganisationPage = latePage(
  async () => (await import('../pages/organisation/organisation-page.tsx')).OrganisationPage,
);
const FormBindingPage = latePage(async () => (await import('../pages/reports/binding-page.tsx')).FormBindingPage);
const NewFormPage = latePage(async () => (await import('../pages/reports/binding-page.tsx')).NewFormPage);
const FigureRowsPage = latePage(async () => (await import('../pages/reports/figure-rows-page.tsx')).FigureRowsPage);
const FormPage = latePage(async () => (await import('../pages/reports/form-page.tsx')).FormPage);
const ReportsPage = latePage(async () => (await import('../pages/reports/reports-page.tsx')).ReportsPage);
const ReviewPage = latePage(async () => (await import('../pages/review/review-page.tsx')).ReviewPage);
const SettingsPage = latePage(async () => (await import('../pages/settings/settings-page.tsx')).SettingsPage);
const StrayTasksPage = latePage(async () => (await import('../pages/stray-tasks/stray-tasks-page.tsx')).StrayTasksPage);

/** Which address shows which page. */
export function Routes() {
  return (
    <Switch>
      <Route path="/review">
        <ReviewPage view="all" />
      </Route>
      <Route path="/review/view/:view/:open?">{({ view, open }) => <ReviewPage view={view} open={open} />}</Route>
      <Route path="/review/rows/:rows/:open?">
        {({ rows, open }) => <ReviewPage view="all" rows={rows} open={open} />}
      </Route>
      <Route path="/catalogue/:view?/:open?">
        {({ view, open }) => <CataloguePage view={view ?? 'all'} open={open} />}
      </Route>
      <Route path="/document/:ledger/:id/:template">
        {({ ledger, id, template }) => (
          <CaseDocumentPage key={`${id} ${template}`} ledgerId={ledger} id={id} template={template} />
        )}
      </Route>
      <Route path="/organisation">
        <OrganisationPage />
      </Route>
      <Route path="/load">
        <LoadPage />
      </Route>
      <Route path="/ledger/:ledger/from/:source/:id/:row?">
        {({ ledger, source, id, row }) => (
          <SuccessorPage key={`${id} ${row}`} ledgerId={ledger} sourceId={source} id={id} row={row} />
        )}
      </Route>
      <Route path="/rows/:ledger/:rows/:open?">
        {({ ledger, rows, open }) => <RowsPage ledgerId={ledger} rows={rows} open={open} />}
      </Route>
      <Route path="/ledger/strayTask/:open?">{({ open }) => <StrayTasksPage open={open} />}</Route>
      <Route path="/ledger/:ledger/:open?">{({ ledger, open }) => <LedgerPage ledgerId={ledger} open={open} />}</Route>
      <Route path="/import/:ledger">{({ ledger }) => <ImportPage ledgerId={ledger} />}</Route>
      <Route path="/indicators/rows/:indicator/:kind/:day/:whose/:part/:open?">
        {({ open, ...place }) => <IndicatorRowsPage place={place} open={open} />}
      </Route>
      <Route path="/indicators/:ledger?/:kind?/:day?/:whose?">{(place) => <IndicatorsPage {...place} />}</Route>
      <Route path="/collection/new">
        <CollectionPage here="new" />
      </Route>
      <Route path="/collection/:ledger/:kind/:day">
        {({ ledger, kind, day }) => <CollectionPage here={`${ledger}/${kind}/${day}`} />}
      </Route>
      <Route path="/collection">
        <CollectionPage />
      </Route>
      <Route path="/reports/rows/:ledger/:rows/:open?">
        {({ ledger, rows, open }) => <FigureRowsPage ledgerId={ledger} rows={rows} open={open} />}
      </Route>
      <Route path="/reports/form/new">
        <NewFormPage />
      </Route>
      <Route path="/reports/form/:id/binding">{({ id }) => <FormBindingPage key={id} id={id} />}</Route>
      <Route path="/reports/form/:id">{({ id }) => <FormPage key={id} id={id} />}</Route>
      <Route path="/reports/form/:id/:kind/:day">
        {({ id, kind, day }) => <FormPage key={id} id={id} kind={kind} day={day} />}
      </Route>
      <Route path="/reports/:report?/:kind?/:day?">
        {({ report, kind, day }) => <ReportsPage report={report} kind={kind} day={day} />}
      </Route>
      <Route path="/help/:chapter?/:section?">
        {({ chapter, section }) => <HelpPage chapter={chapter} section={section} />}
      </Route>
      <Route path="/settings/*?">
        <SettingsPage />
      </Route>
      <Route>
        <HomePage />
      </Route>
    </Switch>
  );
}

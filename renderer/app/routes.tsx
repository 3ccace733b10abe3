import { Route, Switch } from 'wouter';
import { CataloguePage } from '../pages/catalogue/catalogue-page.tsx';
import { CollectionPage } from '../pages/collection/collection-page.tsx';
import { CaseDocumentPage } from '../pages/documents/case-document-page.tsx';
import { HelpPage } from '../pages/help/help-page.tsx';
import { HomePage } from '../pages/home/home-page.tsx';
import { ImportPage } from '../pages/import/import-page.tsx';
import { IndicatorRowsPage } from '../pages/indicators/indicator-rows-page.tsx';
import { IndicatorsPage } from '../pages/indicators/indicators-page.tsx';
import { LedgerPage } from '../pages/ledger/ledger-page.tsx';
import { RowsPage } from '../pages/ledger/rows-page.tsx';
import { SuccessorPage } from '../pages/ledger/successor-page.tsx';
import { LoadPage } from '../pages/load/load-page.tsx';
import { OrganisationPage } from '../pages/organisation/organisation-page.tsx';
import { FormBindingPage, NewFormPage } from '../pages/reports/binding-page.tsx';
import { FigureRowsPage } from '../pages/reports/figure-rows-page.tsx';
import { FormPage } from '../pages/reports/form-page.tsx';
import { ReportsPage } from '../pages/reports/reports-page.tsx';
import { ReviewPage } from '../pages/review/review-page.tsx';
import { SettingsPage } from '../pages/settings/settings-page.tsx';
import { StrayTasksPage } from '../pages/stray-tasks/stray-tasks-page.tsx';

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

import { Button } from '@mantine/core';
import { type ReactNode, startTransition, useRef, useState } from 'react';
import { useLocation } from 'wouter';
import type { Draft } from '../../../shared/history/draft.ts';
import type { Ledger } from '../../../shared/kit/ledger.ts';
import type { Filter, Query } from '../../../shared/kit/query.ts';
import type { Values } from '../../../shared/kit/values.ts';
import type { SheetModel } from '../../../shared/workbook/sheet-model.ts';
import type { Row } from '../../store/store-api.ts';
import { StateNote } from '../basics/state-notes.tsx';
import { DocumentMenu } from '../document-page/document-menu.tsx';
import { SheetEntry } from '../entry-grid/sheet-entry.tsx';
import { ColumnChooser } from '../ledger-table/column-chooser.tsx';
import { LedgerTable } from '../ledger-table/ledger-table.tsx';
import { useSelection } from '../ledger-table/use-selection.ts';
import { useTableState } from '../ledger-table/use-table-state.ts';
import { PrintPreview } from '../print-preview/print-preview.tsx';
import { goInto } from '../record-form/go-to-field.ts';
import { NewRecordPanel } from '../record-panel/new-record-panel.tsx';
import { RecordPanel } from '../record-panel/record-panel.tsx';
import { useStoreClient } from '../session/store-context.tsx';
import { useUnsaved } from '../session/unsaved.tsx';
import { useTask } from '../session/use-task.ts';
import { useShortcut } from '../shortcuts/use-shortcut.ts';
import styles from './ledger-workspace.module.css';
import { OwnViews } from './own-views.tsx';
import { type AskedMenu, RowMenu } from './row-menu.tsx';
import { useExportProgress } from './use-export-progress.ts';
import { useExporting } from './use-exporting.ts';
import { useRowActs } from './use-row-acts.tsx';
import { WorkspaceActions } from './workspace-actions.tsx';

/** In the address in place of a record's id: the empty form. */
export const NEW = 'new';

type Props = {
  readonly ledger: Ledger;
  /** Address of the list; a record's is this, a slash and its id. */
  readonly path: string;
  /** The record beside the list, `new` for the empty form, nothing for the list alone. */
  readonly open: string | undefined;
  /** Filters of the chosen view. */
  readonly view?: readonly Filter[];
  readonly views?: ReactNode;
  /** Leads to the tab with all rows, for a view of the clerk's own; absent where there are no tabs. */
  readonly onAllRows?: () => void;
  /** The rows were led to by a link: no view of the clerk's own belongs there. */
  readonly isPassing?: boolean;
  readonly initial?: Values;
  /** What else is written with a new record, given its id: the row it was made from names it. */
  readonly along?: (made: string) => readonly Draft[];
  /** What this ledger is for, said where it is empty. */
  readonly purpose: string;
  /** Entries of 更多, given what is seen. */
  readonly more?: (query: Query) => ReactNode;
  readonly recordTools?: (id: string) => ReactNode;
};

/** A ledger to work in: views, actions, the table, and one record beside it. */
export function LedgerWorkspace(props: Props) {
  const {
    ledger,
    path,
    open,
    view,
    views,
    onAllRows,
    isPassing = false,
    initial = {},
    along,
    purpose,
    more,
    recordTools,
  } = props;
  const [, navigate] = useLocation();
  const { leave } = useUnsaved();
  const { exports } = useStoreClient();
  const state = useTableState(ledger, view, isPassing);
  const selection = useSelection(state.query);
  const exporting = useExporting();
  const exported = useExportProgress(exporting.busy);
  const acts = useRowActs(ledger, state, exporting, selection.clear);
  const [menu, setMenu] = useState<AskedMenu>();
  const printing = useTask();
  const [preview, setPreview] = useState<SheetModel>();
  const goTo = (record: string | undefined) => navigate(record === undefined ? path : `${path}/${record}`);
  const startImport = () => leave(() => navigate(`/import/${ledger.id}`));
  const beside = useRef<HTMLDivElement>(null);
  const [isEditing, setEditing] = useState(false);
  const [entry, setEntry] = useState(false);
  const isEntering = entry && open === undefined;
  const close = () => {
    goTo(undefined);
    // The list is gone on in where it was left.
    beside.current?.querySelector<HTMLElement>('[role="grid"]')?.focus();
  };
  const openRow = ({ id }: Row, toEdit = false) => {
    if (id === open) return goInto(beside.current?.querySelector('aside'));
    leave(() => {
      setEditing(toEdit);
      goTo(id);
    });
  };
  const startNew = () => leave(() => goTo(NEW));
  const startEntry = () =>
    leave(() => {
      goTo(undefined);
      // A screen of cells is drawn in portions, and the page answers meanwhile.
      startTransition(() => setEntry(true));
    });
  const print = () => printing.run(async () => setPreview(await exports.print(state.query, state.choice.ids)));
  useShortcut('create', startNew);
  useShortcut('print', print);
  return (
    <div className={styles.workspace}>
      <div className={styles.bar}>
        {views}
        {!isPassing && <OwnViews state={state} onAllRows={onAllRows} />}
        <div className={styles.acts}>
          <WorkspaceActions
            noun={ledger.noun}
            exporting={exporting.busy}
            exported={exported}
            onCancelExport={() => void exports.cancel()}
            onNew={startNew}
            onImport={startImport}
            onExport={() => exporting.run(() => exports.ledger(state.query, state.choice.ids))}
            onExportWhole={() => exporting.run(() => exports.whole(state.query, state.choice.ids))}
            printing={printing.busy}
            onPrint={print}
            more={more?.(state.query)}
          />
          {!isEntering && (
            <Button variant="default" flex="none" onClick={startEntry} title="像 Excel 一样一格一格填写">
              表格录入
            </Button>
          )}
          <ColumnChooser ledger={ledger} choice={state.choice} />
        </div>
      </div>
      <div ref={beside} className={styles.beside}>
        <div className={styles.list}>
          {isEntering ? (
            <SheetEntry state={state} initial={initial} onDone={() => setEntry(false)} />
          ) : (
            <LedgerTable
              state={state}
              selection={selection}
              openId={open}
              onOpen={openRow}
              acts={acts}
              onMenu={setMenu}
              empty={
                <StateNote
                  title={`还没有${ledger.noun}`}
                  text={purpose}
                  action={{ label: '从 Excel 导入', run: startImport }}
                />
              }
            />
          )}
        </div>
        {open === NEW && (
          <NewRecordPanel ledger={ledger} initial={initial} along={along} onCreated={goTo} onClose={close} />
        )}
        {open !== undefined && open !== NEW && (
          <RecordPanel
            key={open}
            ledger={ledger}
            id={open}
            onClose={close}
            startsInForm={isEditing}
            tools={
              <>
                <DocumentMenu ledger={ledger.id} id={open} />
                {recordTools?.(open)}
              </>
            }
          />
        )}
      </div>
      {preview && <PrintPreview sheet={preview} title={ledger.title} onClose={() => setPreview(undefined)} />}
      {acts.dialogs}
      {menu && (
        <RowMenu
          ledger={ledger}
          asked={menu}
          acts={acts}
          onOpen={(id) => leave(() => goTo(id))}
          onClose={() => setMenu(undefined)}
        />
      )}
    </div>
  );
}

import { Modal, Text } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import type { Ledger } from '../../../shared/kit/ledger.ts';
import { type Query, RECORD_ID } from '../../../shared/kit/query.ts';
import type { SheetModel } from '../../../shared/workbook/sheet-model.ts';
import type { Row } from '../../store/store-api.ts';
import { ConfirmDialog } from '../basics/confirm-dialog.tsx';
import { cellText } from '../basics/shown-text.ts';
import { copyTable } from '../entry-grid/clipboard.ts';
import { copiedCell } from '../entry-grid/copied-cell.ts';
import type { Column } from '../ledger-table/columns.ts';
import type { TableState } from '../ledger-table/use-table-state.ts';
import { PrintPreview } from '../print-preview/print-preview.tsx';
import { HistoryBlock } from '../record-panel/history-block.tsx';
import { useNotices } from '../session/notice.tsx';
import { nameFrom, useReferenceBook } from '../session/reference-book.tsx';
import { refusalOf } from '../session/refusal-of.ts';
import { useStoreClient } from '../session/store-context.tsx';
import { BatchEditDialog } from './batch-edit-dialog.tsx';
import type { Exporting } from './use-exporting.ts';

/** What is done with rows of a list, ticked ones or the one pointed at; each by the ids of the rows. */
export type RowActs = {
  readonly copy: (ids: readonly string[]) => void;
  readonly edit: (ids: readonly string[]) => void;
  readonly exportThem: (ids: readonly string[]) => void;
  readonly print: (ids: readonly string[]) => void;
  readonly history: (id: string) => void;
  readonly remove: (ids: readonly string[]) => void;
  /** The dialogs that belong to them. */
  readonly dialogs: ReactNode;
};

type Asked =
  | { readonly kind: 'edit' | 'remove'; readonly rows: readonly Row[] }
  | { readonly kind: 'history'; readonly row: Row }
  | { readonly kind: 'print'; readonly sheet: SheetModel };

/** So many rows are named before they are deleted: ticked ones may lie far off what is scrolled to now. */
const NAMED = 5;

/** `onGone` is told when rows were deleted. */
export function useRowActs(
  ledger: Ledger,
  { query, choice }: TableState,
  exporting: Exporting,
  onGone: () => void,
): RowActs {
  const { store, exports } = useStoreClient();
  const { say, fail } = useNotices();
  const { nameOf } = useReferenceBook();
  const [asked, setAsked] = useState<Asked>();
  const close = () => setAsked(undefined);

  /** The rows named, in the order of the list, whatever is filtered. */
  const only = (ids: readonly string[]): Query => ({
    ledger: ledger.id,
    filters: [{ field: RECORD_ID, is: ids }],
    ...(query.sort ? { sort: query.sort } : {}),
  });
  const withRows = async (ids: readonly string[], act: (rows: readonly Row[]) => void | Promise<void>) => {
    try {
      // As they are now: a row ticked a while ago may have changed.
      const { rows } = await store.window(only(ids), 0, ids.length);
      await act(rows);
    } catch (thrown) {
      fail(thrown);
    }
  };

  const copy = (rows: readonly Row[]) => {
    const cell = (row: Row, { id, field }: Column) =>
      copiedCell(field, cellText(ledger, id, row.values[id] ?? row.derived[id], nameFrom(row.names, nameOf)));
    const labels = choice.columns.map(({ label }) => ({ text: label, isText: true }));
    const done = copyTable([labels, ...rows.map((row) => choice.columns.map((column) => cell(row, column)))]);
    say(
      done
        ? { text: `已复制 ${rows.length} 行，可粘贴到 Excel、WPS。` }
        : { text: '没有复制成功，请再试一次。', grade: 'problem' },
    );
  };

  const remove = async (rows: readonly Row[]) => {
    close();
    const drafts = rows.map(({ id, rev }) => ({ kind: 'delete' as const, ledger: ledger.id, id, rev }));
    const outcome = await store.write(drafts, { kind: 'delete', text: `删除 ${rows.length} 条${ledger.noun}` });
    if (!outcome.ok) return say({ text: `没有删除：${refusalOf(outcome)}`, grade: 'problem' });
    onGone();
    say({ text: `已删除 ${rows.length} 条${ledger.noun}，可在设置的回收站找回。`, batch: outcome.receipt.batch });
  };
  /** Number and name of a row, as far as it has them. */
  const called = ({ values, names }: Row): string =>
    [...(ledger.numbering ? [ledger.numbering.field] : []), ledger.titleField]
      .map((field) => cellText(ledger, field, values[field], nameFrom(names, nameOf)))
      .filter((words) => words !== '')
      .join(' ') || ledger.noun;

  return {
    copy: (ids) => void withRows(ids, copy),
    edit: (ids) => void withRows(ids, (rows) => setAsked({ kind: 'edit', rows })),
    exportThem: (ids) => exporting.run(() => exports.ledger(only(ids), choice.ids)),
    print: (ids) => void exports.print(only(ids), choice.ids).then((sheet) => setAsked({ kind: 'print', sheet }), fail),
    history: (id) => void withRows([id], ([row]) => row && setAsked({ kind: 'history', row })),
    remove: (ids) => void withRows(ids, (rows) => setAsked({ kind: 'remove', rows })),
    dialogs: asked && (
      <>
        {asked.kind === 'edit' && <BatchEditDialog ledger={ledger} rows={asked.rows} onClose={close} />}
        {asked.kind === 'print' && <PrintPreview sheet={asked.sheet} title={ledger.title} onClose={close} />}
        {asked.kind === 'history' && (
          <Modal
            opened
            onClose={close}
            title={cellText(ledger, ledger.titleField, asked.row.values[ledger.titleField], nameOf) || ledger.noun}
          >
            <HistoryBlock ledger={ledger} id={asked.row.id} rev={asked.row.rev} />
          </Modal>
        )}
        {asked.kind === 'remove' && (
          <ConfirmDialog
            title={`删除选中的 ${asked.rows.length} 条${ledger.noun}？`}
            act={`删除选中的 ${asked.rows.length} 条`}
            deletes
            onCancel={close}
            onConfirm={() => void remove(asked.rows).catch(fail)}
          >
            {asked.rows.slice(0, NAMED).map((row) => (
              <div key={row.id}>{called(row)}</div>
            ))}
            {asked.rows.length > NAMED && <div>等 {asked.rows.length} 条</div>}
            <Text mt="xs">删除后可在设置的回收站找回，也可以马上撤销。</Text>
          </ConfirmDialog>
        )}
      </>
    ),
  };
}

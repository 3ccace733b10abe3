import { useRef, useState } from 'react';
import { errorsOf } from '../../../shared/kit/complaint.ts';
import type { Ledger } from '../../../shared/kit/ledger.ts';
import type { Values } from '../../../shared/kit/values.ts';
import type { Draft, Receipt, Row } from '../../store/store-api.ts';
import { cellText } from '../basics/shown-text.ts';
import type { RowSource } from '../ledger-table/use-window.ts';
import { useNotices } from '../session/notice.tsx';
import { nameFrom, useReferenceBook } from '../session/reference-book.tsx';
import { useStoreClient } from '../session/store-context.tsx';
import {
  type CellEdit,
  type CellEdits,
  draftOf,
  type Edits,
  editIn,
  isReady,
  isUnsaved,
  unsavedRows,
  withCell,
  withoutTyped,
  withRefusal,
  withUnchanged,
  withWritten,
} from './row-edits.ts';

/** A row of the sheet: a stored record, one on its way (`row` absent), or a new one below the last. */
export type SheetRow = { readonly key: string; readonly row: Row | undefined; readonly isNew: boolean };

/** A row below the last record. `shownFrom`: once it was saved, the number of records at which the list shows it itself. */
type NewRow = { readonly key: string; readonly shownFrom?: number };

export type EntryRows = {
  /** Whether it is known how many there are: before, a new row would seem to be the first. */
  readonly isKnown: boolean;
  readonly count: number;
  readonly at: (place: number) => SheetRow;
  readonly textOf: (sheetRow: SheetRow, fieldId: string) => string;
  /** What is wrong with a cell, or with its row. */
  readonly problemOf: (sheetRow: SheetRow, fieldId: string) => string | undefined;
  readonly isUnsaved: (sheetRow: SheetRow) => boolean;
  readonly set: (sheetRow: SheetRow, fieldId: string, cell: CellEdit) => void;
  /** Takes back what is typed in a row and not saved. */
  readonly drop: (sheetRow: SheetRow) => void;
  /** Saves what is typed in these rows, or in all, as one batch; rows in which something is wrong stay. True where none stays. */
  readonly save: (keys?: readonly string[]) => Promise<boolean>;
  readonly unsaved: number;
  readonly refused: number;
  /** Why the first refused row was, where no cell says it. */
  readonly problem: string | undefined;
};

/** A row on its way into the log, and the cells it carries. */
type Drafted = { readonly key: string; readonly draft: Draft; readonly cells: CellEdits };

const ROWS_WORDS = (count: number, noun: string) => `表格录入：${count} 条${noun}`;

/** The rows of a ledger with what is typed into them, saved row by row through drafts. */
export function useEntryRows(ledger: Ledger, source: RowSource, initial: Values): EntryRows {
  const { store } = useStoreClient();
  const { say, refuse, fail } = useNotices();
  const { nameOf } = useReferenceBook();
  const [edits, setEdits] = useState<Edits>(new Map());
  const [newRows, setNewRows] = useState<readonly NewRow[]>([{ key: 'new-1' }]);
  // Saves run one after the other, each over what the one before left: they read what is newest, not what was drawn.
  const newest = useRef(edits);
  const turn = useRef(Promise.resolve(true));
  const change = (next: Edits) => {
    newest.current = next;
    setEdits(next);
  };

  const isBelow = ({ key, shownFrom }: NewRow): boolean =>
    shownFrom === undefined || source.total < shownFrom || isUnsaved(edits.get(key));
  const below = source.isKnown ? newRows.filter(isBelow) : [];
  const at = (place: number): SheetRow => {
    const own = below[place - source.total];
    if (own) return { key: own.key, row: undefined, isNew: true };
    const row = source.rowAt(place);
    return { key: row?.id ?? `place-${place}`, row, isNew: false };
  };

  const set: EntryRows['set'] = ({ key, row, isNew }, fieldId, cell) => {
    if (!row && !isNew) return;
    change(withCell(newest.current, key, row, fieldId, cell));
    // A blank one is always ready below the last.
    if (isNew && newRows.at(-1)?.key === key) setNewRows([...newRows, { key: `new-${newRows.length + 1}` }]);
  };

  const wrote = (written: readonly Drafted[], receipt: Receipt) => {
    let next = newest.current;
    for (const { key, draft, cells } of written) {
      const id = draft.id ?? '';
      const rev = receipt.records.find((record) => record.id === id)?.rev ?? '';
      next = withWritten(next, key, { id, rev }, cells);
    }
    change(next);
    const created = written.filter(({ draft }) => draft.kind === 'create').map(({ key }) => key);
    if (created.length > 0) setNewRows((rows) => rowsWithShown(rows, created, source.total));
    const warnings = receipt.warnings.filter(({ code }) => code !== 'field/wanted').map(({ message }) => message);
    say({ text: [`已保存 ${written.length} 条${ledger.noun}。`, ...warnings].join(' '), batch: receipt.batch });
  };

  const write = async (drafts: readonly Drafted[]): Promise<void> => {
    const isOnlyNew = drafts.every(({ draft }) => draft.kind === 'create');
    const reason = { kind: isOnlyNew ? 'create' : 'edit', text: ROWS_WORDS(drafts.length, ledger.noun) } as const;
    const plain = drafts.map(({ draft }) => draft);
    const outcome = await store.write(plain, reason);
    if (outcome.ok) return wrote(drafts, outcome.receipt);
    const checked = drafts.length > 1 ? await store.check(plain, reason.kind) : [outcome.complaints];
    const errors = checked.map(errorsOf);
    const fine = drafts.filter((_, place) => errors[place]?.length === 0);
    // Against none of the rows: against writing now, by this operator.
    if (fine.length === drafts.length) return refuse(outcome);
    for (const [place, { key, cells }] of drafts.entries()) {
      const against = errors[place] ?? [];
      // Typed as it stands: there is nothing to save.
      if (against.some(({ code }) => code === 'record/unchanged')) change(withUnchanged(newest.current, key, cells));
      else if (against.length > 0) change(withRefusal(newest.current, key, against));
    }
    if (fine.length > 0) await write(fine);
  };

  const saveNow = async (keys: readonly string[] | undefined): Promise<boolean> => {
    const drafts = [...newest.current].flatMap(([key, row]) =>
      (keys === undefined || keys.includes(key)) && isReady(row)
        ? [{ key, cells: row.cells, draft: draftOf(ledger.id, row, initial, crypto.randomUUID()) }]
        : [],
    );
    try {
      if (drafts.length > 0) await write(drafts);
    } catch (thrown) {
      fail(thrown);
    }
    return unsavedRows(newest.current).unsaved.length === 0;
  };

  const { unsaved, refused } = unsavedRows(edits);
  return {
    isKnown: source.isKnown,
    count: source.total + below.length,
    at,
    textOf: ({ key, row }, fieldId) =>
      editIn(edits.get(key), fieldId, row)?.text ??
      cellText(ledger, fieldId, row?.values[fieldId] ?? row?.derived[fieldId], nameFrom(row?.names, nameOf)),
    problemOf: ({ key, row }, fieldId) => editIn(edits.get(key), fieldId, row)?.problem,
    isUnsaved: ({ key }) => isUnsaved(edits.get(key)),
    set,
    drop: ({ key }) => change(withoutTyped(newest.current, key)),
    save: (keys) => {
      turn.current = turn.current.then(() => saveNow(keys));
      return turn.current;
    },
    unsaved: unsaved.length,
    refused: refused.length,
    problem: refused.map((key) => edits.get(key)?.problem).find((problem) => problem !== undefined),
  };
}

/** New rows that were saved, each with the number of records at which the list shows it. */
function rowsWithShown(rows: readonly NewRow[], saved: readonly string[], total: number): readonly NewRow[] {
  let ahead = rows.filter(({ shownFrom }) => shownFrom !== undefined && shownFrom > total).length;
  return rows.map((row) => {
    if (row.shownFrom !== undefined || !saved.includes(row.key)) return row;
    ahead += 1;
    return { ...row, shownFrom: total + ahead };
  });
}

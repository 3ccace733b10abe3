import { type RefObject, useEffect, useRef, useState } from 'react';
import type { Ledger } from '../../../shared/kit/ledger.ts';
import type { Column } from '../ledger-table/columns.ts';
import { typedText } from '../record-form/typed-text.ts';
import type { ReferenceBook } from '../session/reference-book.tsx';
import { useStoreClient } from '../session/store-context.tsx';
import { isEntered, isEnteredIn, readCell, wordsFor } from './entry-field.ts';
import type { Typing as Typed } from './entry-input.tsx';
import { type Bounds, type Place, type Range, rangeOf, rowOfKey, within } from './places.ts';
import type { EntryRows, SheetRow } from './use-entry-rows.ts';

/** More words than fit on a list are found by typing on. */
const MOST_WORDS = 8;

type Sheet = {
  readonly ledger: Ledger;
  readonly columns: readonly Column[];
  readonly rows: EntryRows;
  readonly bounds: Bounds;
  readonly book: ReferenceBook;
  readonly reveal: (row: number, column: number) => void;
};

export type Typing = {
  readonly input: RefObject<HTMLInputElement | null>;
  readonly place: Place;
  readonly range: Range;
  readonly column: Column | undefined;
  readonly sheetRow: SheetRow;
  /** Whether the cell can be typed in; not before its row is here. */
  readonly isOpen: boolean;
  readonly typed: Typed | undefined;
  readonly words: readonly string[];
  /** Makes another cell the current one; `extend` draws the range on to it. What was typed goes into its cell. */
  readonly go: (to: Place, extend?: boolean) => void;
  readonly type: (text: string) => void;
  readonly choose: (word: string) => void;
  readonly highlight: (step: number) => void;
  /** F2: goes on from what the cell holds. */
  readonly editCell: () => void;
  readonly finish: () => void;
  readonly cancel: () => void;
};

/** Where the clerk is in the sheet, and what is being typed there. */
export function useTyping({ ledger, columns, rows, bounds, book, reveal }: Sheet): Typing {
  const { store } = useStoreClient();
  const input = useRef<HTMLInputElement>(null);
  const [at, setAt] = useState<Place>(() => ({
    row: 0,
    column: Math.max(
      0,
      columns.findIndex(({ id }) => isEntered(ledger, id)),
    ),
  }));
  const [corner, setCorner] = useState(at);
  const [typed, setTyped] = useState<Typed & { readonly into: SheetRow }>();
  // A row saved out of the filter moves all below it: the cursor stays on its row, and so does what is typed.
  const [key, setKey] = useState<string>();
  const there = key === undefined ? at.row : rowOfKey((row) => rows.at(row).key, key, at.row, bounds.rows);
  const place = within({ ...at, row: there }, bounds);
  const column = columns[place.column];
  const here = rows.at(place.row);
  const sheetRow = typed && typed.into.key !== here.key ? typed.into : here;
  const isHere = sheetRow.row !== undefined || sheetRow.isNew;
  const isOpen = column !== undefined && isHere && isEnteredIn(ledger, column.id, sheetRow.row);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the input comes with the rows.
  useEffect(() => input.current?.focus({ preventScroll: true }), [rows.isKnown]);

  const all = column && typed ? wordsFor(column.field, book) : [];
  // Of a list of several (、) the last word is the one being typed.
  const part =
    typed?.text
      .split(/[、,，]/u)
      .at(-1)
      ?.trim() ?? '';
  const words = all.filter((word) => word !== part && word.includes(part)).slice(0, MOST_WORDS);

  const put = (text: string) => {
    setTyped(undefined);
    if (!column || !isOpen || text === rows.textOf(sheetRow, column.id)) return;
    rows.set(sheetRow, column.id, readCell(ledger, column.id, text, book.lookup, book.nameOf));
  };
  const withWord = (word: string): string => {
    const isMany = column?.field.kind === 'choices' || column?.field.kind === 'references';
    return isMany ? [...(typed?.text.split(/[、,，]/u).slice(0, -1) ?? []), word].join('、') : word;
  };
  const finish = () => {
    if (!typed) return;
    const word = words[typed.highlighted];
    put(word === undefined ? typed.text : withWord(word));
  };

  return {
    input,
    place,
    range: rangeOf(place, within({ ...corner, row: corner.row + there - at.row }, bounds)),
    column,
    sheetRow,
    isOpen,
    typed,
    words,
    go: (to, extend = false) => {
      finish();
      const next = within(to, bounds);
      setAt(next);
      setKey(rows.at(next.row).key);
      if (!extend) setCorner(next);
      reveal(next.row, next.column);
      input.current?.focus({ preventScroll: true });
      if (next.row !== place.row) void rows.save([sheetRow.key]);
    },
    type: (text) => isOpen && setTyped({ text, isInside: typed?.isInside ?? false, highlighted: -1, into: sheetRow }),
    choose: (word) => put(withWord(word)),
    highlight: (step) =>
      typed && setTyped({ ...typed, highlighted: Math.min(words.length - 1, Math.max(-1, typed.highlighted + step)) }),
    editCell: () => {
      if (!column || !isOpen || typed) return;
      const { id, field } = column;
      const shown = rows.textOf(sheetRow, id);
      const begin = (text: string) => setTyped({ text, isInside: true, highlighted: -1, into: sheetRow });
      const { row } = sheetRow;
      // Behind the stars stands what is to be edited; that it is shown, the log says.
      if (!row || !shown.includes('*')) return begin(shown);
      void store.view(ledger.id, row.id).then((view) => begin(typedText(view?.row.values[id], field)));
    },
    finish,
    cancel: () => setTyped(undefined),
  };
}

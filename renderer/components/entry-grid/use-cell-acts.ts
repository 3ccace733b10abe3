import { LedgerError } from '../../../shared/kit/complaint.ts';
import { textIn } from '../../../shared/kit/field-values.ts';
import type { Ledger } from '../../../shared/kit/ledger.ts';
import { countWords } from '../../../shared/kit/numbers.ts';
import type { Query } from '../../../shared/kit/query.ts';
import type { Column } from '../ledger-table/columns.ts';
import { useNotices } from '../session/notice.tsx';
import { useReferenceBook } from '../session/reference-book.tsx';
import { useStoreClient } from '../session/store-context.tsx';
import { copiedCell } from './copied-cell.ts';
import type { CopiedTable } from './copied-table.ts';
import { isEnteredIn, readCell } from './entry-field.ts';
import type { Range } from './places.ts';
import type { EntryRows, SheetRow } from './use-entry-rows.ts';

/** Rows changed at once by filling and clearing, and copied at once. */
const MOST_CHANGED = 1_000;
const MOST_COPIED = 5_000;

type Sheet = {
  readonly ledger: Ledger;
  readonly columns: readonly Column[];
  readonly query: Query;
  readonly rows: EntryRows;
};

const notHere = (why: string) => new LedgerError('entry/not-here', `要粘贴到的行里${why}。没有粘贴任何内容。`);

export type CellActs = {
  readonly put: (range: Range, text: string) => void;
  readonly fillDown: (range: Range) => void;
  /** The table where all its rows are here. */
  readonly copied: (range: Range) => CopiedTable | undefined;
  /** The same with the rows fetched that are not. */
  readonly fetchCopied: (range: Range) => Promise<CopiedTable | undefined>;
  /**
   * The numbers of the rows that a table of so many is pasted over.
   * @throws LedgerError entry/not-here where one of them is another office's, or has no number to be found by
   */
  readonly numbersFrom: (row: number, count: number) => Promise<readonly string[]>;
};

/** What is done to many cells at once. */
export function useCellActs({ ledger, columns, query, rows }: Sheet): CellActs {
  const { store } = useStoreClient();
  const { say, fail } = useNotices();
  const book = useReferenceBook();

  const here = ({ top, bottom }: Range): readonly SheetRow[] | undefined => {
    const found = Array.from({ length: bottom - top + 1 }, (_, place) => rows.at(top + place));
    return found.every(({ row, isNew }) => row !== undefined || isNew) ? found : undefined;
  };
  const rowsIn = async (range: Range, most: number): Promise<readonly SheetRow[] | undefined> => {
    const count = range.bottom - range.top + 1;
    if (count > most) {
      say({
        text: `一次最多 ${countWords(most)} 行，选中了 ${countWords(count)} 行，没有改动任何内容。`,
      });
      return undefined;
    }
    const known = here(range);
    if (known) return known;
    const { rows: fetched } = await store.window(query, range.top, count);
    return Array.from({ length: count }, (_, place) => {
      const row = fetched[place];
      return row ? { key: row.id, row, isNew: false } : rows.at(range.top + place);
    });
  };

  /** Puts a text, told for each column, into every cell that can be typed in, and saves the rows where they are several. */
  const fill = async (
    range: Range,
    textFor: (fieldId: string, given: readonly SheetRow[]) => string | undefined,
    from: number,
  ) => {
    try {
      const given = await rowsIn(range, MOST_CHANGED);
      if (!given) return;
      const texts = columns.slice(range.left, range.right + 1).map(({ id }) => [id, textFor(id, given)] as const);
      const targets = given.slice(from);
      for (const sheetRow of targets) {
        for (const [id, text] of texts) {
          if (text === undefined || !isEnteredIn(ledger, id, sheetRow.row) || rows.textOf(sheetRow, id) === text)
            continue;
          rows.set(sheetRow, id, readCell(ledger, id, text, book.lookup, book.nameOf));
        }
      }
      if (given.length > 1) await rows.save(targets.map(({ key }) => key));
    } catch (thrown) {
      fail(thrown);
    }
  };

  /** Stars are no value to fill others with. */
  const sourceText = (fieldId: string, [first]: readonly SheetRow[]): string | undefined => {
    const text = first ? rows.textOf(first, fieldId) : '';
    if (!ledger.fields[fieldId]?.personal || !text.includes('*')) return text;
    say({ text: '带星号的个人信息没有向下填充，请打开记录查看后再填。' });
    return undefined;
  };

  const table = (given: readonly SheetRow[], { left, right }: Range): CopiedTable =>
    given.map((sheetRow) =>
      columns.slice(left, right + 1).map(({ id, field }) => copiedCell(field, rows.textOf(sheetRow, id))),
    );

  return {
    put: (range, text) => void fill(range, () => text, 0),
    fillDown: (range) => {
      // One cell alone takes what stands above it.
      const isOne = range.top === range.bottom;
      if (isOne && range.top === 0) return;
      void fill(isOne ? { ...range, top: range.top - 1 } : range, sourceText, 1);
    },
    copied: (range) => {
      const given = range.bottom - range.top < MOST_COPIED ? here(range) : undefined;
      return given && table(given, range);
    },
    fetchCopied: async (range) => {
      const given = await rowsIn(range, MOST_COPIED);
      return given && table(given, range);
    },
    numbersFrom: async (row, count) => {
      const { numbering } = ledger;
      if (!numbering) return [];
      const { rows: found } = await store.window(query, row, count);
      const numbers = found.map(({ values }) => textIn(values, numbering.field));
      if (found.some(({ office }) => office !== undefined))
        throw notHere('有别的单位的记录，在这里只能查看。请先在上面选本单位');
      if (numbers.includes('')) throw notHere('有没有编号的记录，导入认不出是哪一条。请逐格填写，或先办到有编号的一步');
      return numbers;
    },
  };
}

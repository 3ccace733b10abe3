import { createContext, type ReactNode, useContext, useMemo, useState } from 'react';
import { calendarFrom, type WorkingCalendar } from '../../../shared/deadlines/working-calendar.ts';
import { isCaseLedger } from '../../../shared/kit/case-links.ts';
import type { ConvertLookup } from '../../../shared/kit/convert/conversion.ts';
import { referenceResolver } from '../../../shared/kit/convert/reference-resolver.ts';
import { textIn } from '../../../shared/kit/field-values.ts';
import type { FieldSpec, Option } from '../../../shared/kit/fields.ts';
import type { NameOf } from '../../../shared/kit/format.ts';
import { isSame } from '../../../shared/kit/is-same.ts';
import type { Day, LedgerRecord } from '../../../shared/kit/values.ts';
import { ledgerById, ledgers } from '../../../shared/ledgers/index.ts';
import type { CaseNames, StoreApi } from '../../store/store-api.ts';
import { useStoreClient } from './store-context.tsx';
import { useAnswer } from './use-answer.ts';
import { useDataVersion } from './use-data-version.ts';
import { useToday } from './use-today.ts';

/** What other records are called and which of them a field may name: everything forms and cells look up. */
export type ReferenceBook = {
  readonly nameOf: NameOf;
  /** This office's own: what a field may name. */
  readonly recordsOf: (ledgerId: string) => readonly LedgerRecord[];
  /** Whoever's it is: what a field names. */
  readonly record: (ledgerId: string, id: string) => LedgerRecord | undefined;
  readonly lookup: ConvertLookup;
  readonly calendar: WorkingCalendar;
  readonly today: Day;
};

/** Most rows of one referenced ledger kept in the page: an office's whole tree down to the stairwells fits. */
const MOST = 20_000;

/** Registers that others name, and those of 基础. Cases are not held: they are looked for, and rows bring their names. */
const BASE: readonly string[] = [
  ...new Set(
    ledgers.flatMap((ledger) => [
      ...(ledger.group === '基础' ? [ledger.id] : []),
      ...Object.values(ledger.fields).flatMap(({ target }) =>
        target && isRegister(target.ledger) ? [target.ledger] : [],
      ),
    ]),
  ),
];

function isRegister(ledgerId: string): boolean {
  const ledger = ledgerById(ledgerId);
  return ledger !== undefined && !isCaseLedger(ledger);
}

type Base = ReadonlyMap<string, ReadonlyMap<string, LedgerRecord>>;

async function readBase(store: StoreApi): Promise<Base> {
  const entries = BASE.map(async (ledger) => {
    const { rows } = await store.window({ ledger, everywhere: true }, 0, MOST);
    return [ledger, new Map(rows.map((row) => [row.id, row]))] as const;
  });
  return new Map(await Promise.all(entries));
}

function calledIn(base: Base): NameOf {
  return (ledgerId, id) => {
    const record = base.get(ledgerId)?.get(id);
    if (!record) return '（已删除）';
    const titleField = ledgerById(ledgerId)?.titleField ?? 'name';
    return textIn(record.values, 'shortName') || textIn(record.values, titleField) || id;
  };
}

function optionsOf(base: Base, today: Day) {
  return (field: FieldSpec): readonly Option[] => {
    if (field.options) return field.options;
    if (field.optionsFrom === undefined) return [];
    const rows = [...(base.get('parameter')?.values() ?? [])].map(({ values }) => values);
    return rows
      .filter(
        (values) =>
          values.group === field.optionsFrom &&
          textIn(values, 'from') <= today &&
          today <= (textIn(values, 'to') || today),
      )
      .sort((a, b) => Number(a.order ?? 0) - Number(b.order ?? 0))
      .map((values) => ({ value: textIn(values, 'key') }));
  };
}

function bookOf(base: Base, today: Day): ReferenceBook {
  const recordsOf = (ledgerId: string) =>
    [...(base.get(ledgerId)?.values() ?? [])].filter(({ office }) => office === undefined);
  return {
    nameOf: calledIn(base),
    recordsOf,
    record: (ledgerId, id) => base.get(ledgerId)?.get(id),
    lookup: {
      resolve: referenceResolver(ledgerById, recordsOf, today),
      options: optionsOf(base, today),
      date1904: false,
    },
    calendar: calendarFrom(recordsOf('holiday')),
    today,
  };
}

const Book = createContext<ReferenceBook | undefined>(undefined);

/** Keeps the book up with the records and gives it to every screen below. */
export function ReferenceBookProvider({ children }: { readonly children: ReactNode }) {
  const { store } = useStoreClient();
  const version = useDataVersion(BASE);
  const today = useToday();
  const { data } = useAnswer(`base ${version}`, () => readBase(store));
  const book = useMemo(() => bookOf(data ?? new Map(), today), [data, today]);
  return <Book value={book}>{children}</Book>;
}

/** The book with the names of the cases one record refers to, for what is shown of that record. */
export function WithCaseNames({
  names,
  children,
}: {
  readonly names?: CaseNames | undefined;
  readonly children: ReactNode;
}) {
  const book = useReferenceBook();
  const [kept, setKept] = useState(names);
  // A record that comes back with the same names leaves what is drawn with them alone.
  if (!isSame(kept, names)) setKept(names);
  const named = useMemo(() => ({ ...book, nameOf: nameFrom(kept, book.nameOf) }), [book, kept]);
  return <Book value={named}>{children}</Book>;
}

/** Names a row brings along before those of the book. */
export const nameFrom =
  (names: CaseNames | undefined, nameOf: NameOf): NameOf =>
  (ledgerId, id) =>
    names?.[id] ?? nameOf(ledgerId, id);

/** @throws Error outside of ReferenceBookProvider. */
export function useReferenceBook(): ReferenceBook {
  const book = useContext(Book);
  if (!book) throw new Error('useReferenceBook outside of ReferenceBookProvider');
  return book;
}

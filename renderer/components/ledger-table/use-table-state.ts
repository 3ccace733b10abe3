import { useMemo, useState } from 'react';
import type { Ledger } from '../../../shared/kit/ledger.ts';
import type { Filter, Query, Sort } from '../../../shared/kit/query.ts';
import { useSearchIn } from '../session/search-box.tsx';
import { useKept } from '../session/use-kept.ts';
import { type ColumnChoice, useColumns } from './use-columns.ts';

/** Everything that decides which rows and columns are seen; the page needs it too, to export what is seen. */
export type TableState = {
  readonly ledger: Ledger;
  readonly query: Query;
  readonly filters: readonly Filter[];
  readonly setFilters: (filters: readonly Filter[]) => void;
  readonly sort: Sort | undefined;
  readonly setSort: (sort: Sort | undefined) => void;
  /** Both at once, as a saved view says them. */
  readonly narrow: (narrowed: Narrowed) => void;
  readonly choice: ColumnChoice;
};

/** Filters and order of the clerk's own. */
export type Narrowed = { readonly filters: readonly Filter[]; readonly sort?: Sort };

const ALL: readonly Filter[] = [];
const NOT_NARROWED: Narrowed = { filters: [] };

/**
 * `view` are the filters of the chosen tab; the clerk's own come on top. Those and the order are remembered, but for rows
 * that a link led to: what was filtered there is nothing to come back to.
 */
export function useTableState(ledger: Ledger, view: readonly Filter[] = ALL, isPassing = false): TableState {
  const [kept, setKept] = useKept<Narrowed>(`filters:${ledger.id}`, NOT_NARROWED);
  const [passing, setPassing] = useState(NOT_NARROWED);
  const { filters, sort } = isPassing ? passing : kept;
  const narrow = isPassing ? setPassing : setKept;
  const search = useSearchIn(ledger.title);
  const choice = useColumns(ledger);
  const query = useMemo((): Query => {
    const { sortedBy } = ledger;
    const order = sort ?? (sortedBy && { field: sortedBy.field, descending: sortedBy.descending ?? false });
    return {
      ledger: ledger.id,
      filters: [...view, ...filters],
      ...(search.trim() === '' ? {} : { search: search.trim() }),
      ...(order ? { sort: order } : {}),
      sums: ledger.totals,
    };
  }, [ledger, view, filters, sort, search]);
  return {
    ledger,
    query,
    filters,
    setFilters: (next) => narrow({ filters: next, ...(sort ? { sort } : {}) }),
    sort,
    setSort: (next) => narrow({ filters, ...(next ? { sort: next } : {}) }),
    narrow,
    choice,
  };
}

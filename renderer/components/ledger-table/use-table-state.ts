import { useDebouncedValue } from '@mantine/hooks';
import { useMemo, useState } from 'react';
import type { Ledger } from '../../../shared/kit/ledger.ts';
import type { Filter, Query, Sort } from '../../../shared/kit/query.ts';
import { useSearchIn } from '../session/search-box.tsx';
import { type ColumnChoice, useColumns } from './use-columns.ts';

/** Everything that decides which rows and columns are seen; the page needs it too, to export what is seen. */
export type TableState = {
  readonly ledger: Ledger;
  readonly query: Query;
  readonly filters: readonly Filter[];
  readonly setFilters: (filters: readonly Filter[]) => void;
  readonly sort: Sort | undefined;
  readonly setSort: (sort: Sort | undefined) => void;
  readonly choice: ColumnChoice;
};

const ALL: readonly Filter[] = [];

/** Typing pauses this long, in milliseconds, before the store is asked. */
const TYPING = 40;

/** `view` are the filters of the chosen tab; the clerk's own come on top. */
export function useTableState(ledger: Ledger, view: readonly Filter[] = ALL): TableState {
  const [filters, setFilters] = useState<readonly Filter[]>([]);
  const [sort, setSort] = useState<Sort>();
  const [search] = useDebouncedValue(useSearchIn(ledger.title), TYPING);
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
  return { ledger, query, filters, setFilters, sort, setSort, choice };
}

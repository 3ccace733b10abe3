import { useState } from 'react';
import type { Query } from '../../../shared/kit/query.ts';
import type { Row } from '../../store/store-api.ts';

/** Rows ticked by the clerk, kept while the list scrolls and is sorted; where other rows are asked for, none are ticked. */
export type Selection = {
  readonly rows: ReadonlyMap<string, Row>;
  readonly toggle: (row: Row) => void;
  readonly add: (rows: readonly Row[]) => void;
  readonly clear: () => void;
};

type Ticked = { readonly list: string; readonly rows: ReadonlyMap<string, Row> };

const NONE: ReadonlyMap<string, Row> = new Map();

/** What of a question decides which rows it asks for, not their order. */
const listOf = ({ ledger, filters, search }: Query): string => JSON.stringify([ledger, filters, search]);

/** The ticked rows of the list in view: another search or filter begins without any. */
export function useSelection(query: Query): Selection {
  const list = listOf(query);
  const [ticked, setTicked] = useState<Ticked>({ list, rows: NONE });
  const inList = (one: Ticked) => (one.list === list ? one.rows : NONE);
  const change = (act: (rows: ReadonlyMap<string, Row>) => ReadonlyMap<string, Row>) =>
    setTicked((before) => ({ list, rows: act(inList(before)) }));
  return {
    rows: inList(ticked),
    toggle: (row) =>
      change((before) => {
        const next = new Map(before);
        if (!next.delete(row.id)) next.set(row.id, row);
        return next;
      }),
    add: (more) => change((before) => new Map([...before, ...more.map((row) => [row.id, row] as const)])),
    clear: () => change(() => NONE),
  };
}

import { useState } from 'react';
import type { Row } from '../../store/store-api.ts';

/** Rows ticked by the clerk, kept while the list scrolls. */
export type Selection = {
  readonly rows: ReadonlyMap<string, Row>;
  readonly toggle: (row: Row) => void;
  readonly add: (rows: readonly Row[]) => void;
  readonly clear: () => void;
};

export function useSelection(): Selection {
  const [rows, setRows] = useState<ReadonlyMap<string, Row>>(new Map());
  return {
    rows,
    toggle: (row) =>
      setRows((before) => {
        const next = new Map(before);
        if (!next.delete(row.id)) next.set(row.id, row);
        return next;
      }),
    add: (more) => setRows((before) => new Map([...before, ...more.map((row) => [row.id, row] as const)])),
    clear: () => setRows(new Map()),
  };
}

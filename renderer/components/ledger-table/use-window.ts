import { useEffect, useEffectEvent } from 'react';
import type { Query } from '../../../shared/kit/query.ts';
import type { Row, StoreEvent, Window } from '../../store/store-api.ts';
import { useStoreClient } from '../session/store-context.tsx';
import { usePieces } from '../session/use-pieces.ts';

/** The rows a query finds, loaded where they are looked at. */
export type RowSource = {
  /** 0 until it is known. */
  readonly total: number;
  readonly isKnown: boolean;
  readonly sums: { readonly [field: string]: number };
  readonly rowAt: (place: number) => Row | undefined;
  /** Tells which rows are in view, both ends included. */
  readonly show: (first: number, last: number) => void;
  /** True until the first answer to this query. */
  readonly loading: boolean;
  readonly problem: string | undefined;
};

/** The rows of a query, loaded where they are looked at and kept up by what is saved. */
export function useWindow(query: Query): RowSource {
  const client = useStoreClient();
  const { latest, at, show, take, loading, problem } = usePieces<Row, Window>(JSON.stringify(query), (offset, limit) =>
    client.follow(query, offset, limit),
  );
  // What was saved is seen before the list is asked for again, as it still is with every change.
  const hear = useEffectEvent((event: StoreEvent) => {
    if (event.kind !== 'changed') return;
    for (const { question, offset, window } of event.followed ?? []) take(question, offset, window);
  });
  useEffect(() => client.subscribe((event) => hear(event)), [client]);
  return {
    total: latest?.total ?? 0,
    isKnown: latest !== undefined,
    sums: latest?.sums ?? {},
    rowAt: at,
    show,
    loading,
    problem,
  };
}

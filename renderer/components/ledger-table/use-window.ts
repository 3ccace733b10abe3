import type { Query } from '../../../shared/kit/query.ts';
import type { Row, Window } from '../../store/store-api.ts';
import { useStoreClient } from '../session/store-context.tsx';
import { usePieces } from '../session/use-pieces.ts';

/** The rows a query finds, loaded where they are looked at. */
export type RowSource = {
  readonly total: number;
  readonly sums: { readonly [field: string]: number };
  readonly rowAt: (place: number) => Row | undefined;
  /** Tells which rows are in view, both ends included. */
  readonly show: (first: number, last: number) => void;
  /** True until the first answer to this query. */
  readonly loading: boolean;
  readonly problem: string | undefined;
};

export function useWindow(query: Query): RowSource {
  const { store } = useStoreClient();
  const { latest, at, show, loading, problem } = usePieces<Row, Window>(JSON.stringify(query), (offset, limit) =>
    store.window(query, offset, limit),
  );
  return { total: latest?.total ?? 0, sums: latest?.sums ?? {}, rowAt: at, show, loading, problem };
}

import type { Piece } from '../../../components/session/loaded-pieces.ts';
import { useStoreClient } from '../../../components/session/store-context.tsx';
import { usePieces } from '../../../components/session/use-pieces.ts';
import type { BatchSummary } from '../../../store/store-api.ts';

export type Batches = {
  /** Undefined until the first answer. */
  readonly total: number | undefined;
  readonly at: (place: number) => BatchSummary | undefined;
  /** Tells which places are in view, both ends included. */
  readonly show: (first: number, last: number) => void;
  readonly problem: string | undefined;
};

/** The log, newest batch first, loaded where it is looked at. */
export function useBatches(): Batches {
  const { store } = useStoreClient();
  const { latest, at, show, problem } = usePieces<BatchSummary, Piece<BatchSummary>>(
    'batches',
    async (offset, limit) => {
      const { total, batches } = await store.batches(offset, limit);
      return { total, rows: batches };
    },
  );
  return { total: latest?.total, at, show, problem };
}

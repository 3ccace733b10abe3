import { useEffect, useEffectEvent, useState } from 'react';
import type { Query } from '../../../shared/kit/query.ts';
import type { Row } from '../../store/store-api.ts';
import { messageOf } from '../session/message-of.ts';
import { useStoreClient } from '../session/store-context.tsx';
import { useDataVersion } from '../session/use-data-version.ts';

/** Rows are asked for in pieces of so many, a few screens full. */
const CHUNK = 100;

type Loaded = {
  /** Which query at which state of the records; rows of an older one stay on screen until the new ones are here. */
  readonly generation: string;
  readonly query: string;
  readonly total: number;
  readonly sums: { readonly [field: string]: number };
  readonly chunks: ReadonlyMap<number, readonly Row[]>;
};

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
  const version = useDataVersion();
  const key = JSON.stringify(query);
  const generation = `${version} ${key}`;
  const [loaded, setLoaded] = useState<Loaded>();
  const [problem, setProblem] = useState<string>();
  const [shown, setShown] = useState({ first: 0, last: 0 });

  const load = useEffectEvent((isCurrent: () => boolean) => {
    const known = loaded?.generation === generation ? loaded.chunks : undefined;
    for (let chunk = shown.first; chunk <= shown.last; chunk += 1) {
      if (known?.has(chunk)) continue;
      store.window(query, chunk * CHUNK, CHUNK).then(
        ({ total, sums, rows }) => {
          if (!isCurrent()) return;
          setProblem(undefined);
          setLoaded((before) => {
            const others = before?.generation === generation ? before.chunks : [];
            return { generation, query: key, total, sums, chunks: new Map([...others, [chunk, rows]]) };
          });
        },
        (thrown) => isCurrent() && setProblem(messageOf(thrown)),
      );
    }
  });

  // Every generation and every stretch of chunks in view is asked for once.
  const stretch = `${generation} ${shown.first} ${shown.last}`;
  useEffect(() => {
    let current = stretch !== '';
    load(() => current);
    return () => {
      current = false;
    };
  }, [stretch]);

  return {
    total: loaded?.total ?? 0,
    sums: loaded?.sums ?? {},
    rowAt: (place) => loaded?.chunks.get(Math.floor(place / CHUNK))?.[place % CHUNK],
    show: (first, last) => {
      const next = { first: Math.floor(first / CHUNK), last: Math.max(0, Math.floor(last / CHUNK)) };
      if (next.first !== shown.first || next.last !== shown.last) setShown(next);
    },
    loading: loaded?.query !== key,
    problem,
  };
}

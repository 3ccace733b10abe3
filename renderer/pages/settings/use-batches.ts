import { useEffect, useEffectEvent, useState } from 'react';
import { messageOf } from '../../components/session/message-of.ts';
import { useStoreClient } from '../../components/session/store-context.tsx';
import { useDataVersion } from '../../components/session/use-data-version.ts';
import type { BatchSummary } from '../../store/store-api.ts';

const CHUNK = 100;

type Loaded = {
  readonly version: number;
  readonly total: number;
  readonly chunks: ReadonlyMap<number, readonly BatchSummary[]>;
};

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
  const version = useDataVersion();
  const [loaded, setLoaded] = useState<Loaded>();
  const [problem, setProblem] = useState<string>();
  const [shown, setShown] = useState({ first: 0, last: 0 });

  const load = useEffectEvent((isCurrent: () => boolean) => {
    const known = loaded?.version === version ? loaded.chunks : undefined;
    for (let chunk = shown.first; chunk <= shown.last; chunk += 1) {
      if (known?.has(chunk)) continue;
      store.batches(chunk * CHUNK, CHUNK).then(
        ({ total, batches }) => {
          if (!isCurrent()) return;
          setProblem(undefined);
          setLoaded((before) => {
            const others = before?.version === version ? before.chunks : [];
            return { version, total, chunks: new Map([...others, [chunk, batches]]) };
          });
        },
        (thrown) => isCurrent() && setProblem(messageOf(thrown)),
      );
    }
  });

  const stretch = `${version} ${shown.first} ${shown.last}`;
  useEffect(() => {
    let current = stretch !== '';
    load(() => current);
    return () => {
      current = false;
    };
  }, [stretch]);

  return {
    total: loaded?.total,
    at: (place) => loaded?.chunks.get(Math.floor(place / CHUNK))?.[place % CHUNK],
    show: (first, last) => {
      const next = { first: Math.floor(first / CHUNK), last: Math.max(0, Math.floor(last / CHUNK)) };
      if (next.first !== shown.first || next.last !== shown.last) setShown(next);
    },
    problem,
  };
}

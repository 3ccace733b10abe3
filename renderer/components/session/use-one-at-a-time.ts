import { useRef } from 'react';

/** While a run is under way, whoever asks for another gets that one: a second click does nothing twice. */
export function useOneAtATime<Result>(run: () => Promise<Result>): () => Promise<Result> {
  const underWay = useRef<Promise<Result>>(undefined);
  return () => {
    underWay.current ??= run().finally(() => {
      underWay.current = undefined;
    });
    return underWay.current;
  };
}

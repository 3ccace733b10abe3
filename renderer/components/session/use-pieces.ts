import { useEffect, useEffectEvent, useState } from 'react';
import { messageOf } from './message-of.ts';
import { useDataVersion } from './use-data-version.ts';

/** Rows are asked for in pieces of so many, a few screens full. */
const PIECE = 100;

/** One piece of a long list, with what else the answer says of the whole. */
export type Piece<T> = { readonly total: number; readonly rows: readonly T[] };

type Loaded<T, P extends Piece<T>> = {
  /** Which question at which state of the records; rows of an older one stay on screen until the new ones are here. */
  readonly generation: string;
  readonly question: string;
  readonly latest: P;
  readonly pieces: ReadonlyMap<number, readonly T[]>;
};

/** A long list, loaded where it is looked at. */
export type Pieces<T, P extends Piece<T>> = {
  /** The last answer; undefined until the first one. */
  readonly latest: P | undefined;
  readonly at: (place: number) => T | undefined;
  /** Tells which places are in view, both ends included. */
  readonly show: (first: number, last: number) => void;
  /** True until the first answer to this question. */
  readonly loading: boolean;
  readonly problem: string | undefined;
};

/** Asks for the pieces in view; anew where `question` or the records change. */
export function usePieces<T, P extends Piece<T>>(
  question: string,
  ask: (offset: number, limit: number) => Promise<P>,
): Pieces<T, P> {
  const version = useDataVersion();
  const generation = `${version} ${question}`;
  const [loaded, setLoaded] = useState<Loaded<T, P>>();
  const [problem, setProblem] = useState<string>();
  const [shown, setShown] = useState({ first: 0, last: 0 });

  const load = useEffectEvent((isCurrent: () => boolean) => {
    const known = loaded?.generation === generation ? loaded.pieces : undefined;
    for (let piece = shown.first; piece <= shown.last; piece += 1) {
      if (known?.has(piece)) continue;
      ask(piece * PIECE, PIECE).then(
        (latest) => {
          if (!isCurrent()) return;
          setProblem(undefined);
          setLoaded((before) => {
            const others = before?.generation === generation ? before.pieces : [];
            return { generation, question, latest, pieces: new Map([...others, [piece, latest.rows]]) };
          });
        },
        (thrown) => isCurrent() && setProblem(messageOf(thrown)),
      );
    }
  });

  // Every generation and every stretch of pieces in view is asked for once.
  const stretch = `${generation} ${shown.first} ${shown.last}`;
  useEffect(() => {
    let current = stretch !== '';
    load(() => current);
    return () => {
      current = false;
    };
  }, [stretch]);

  return {
    latest: loaded?.latest,
    at: (place) => loaded?.pieces.get(Math.floor(place / PIECE))?.[place % PIECE],
    show: (first, last) => {
      const next = { first: Math.floor(first / PIECE), last: Math.max(0, Math.floor(last / PIECE)) };
      if (next.first !== shown.first || next.last !== shown.last) setShown(next);
    },
    loading: loaded?.question !== question,
    problem,
  };
}

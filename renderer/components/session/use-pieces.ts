import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { type Loaded, onlyPieces, PIECE, type Piece, pieceAt, piecesNear, rowAt, withPiece } from './loaded-pieces.ts';
import { messageOf } from './message-of.ts';
import { useDataVersion } from './use-data-version.ts';

/**
 * Questions under way at once. Letters typed, or a key held down, ask no faster than is answered; a slow question holds up no
 * other.
 */
const AT_ONCE = 2;

/** A long list, loaded where it is looked at. */
export type Pieces<T, P extends Piece<T>> = {
  /** The last answer; undefined until the first one. */
  readonly latest: P | undefined;
  readonly at: (place: number) => T | undefined;
  /** Tells which places are in view, both ends included. */
  readonly show: (first: number, last: number) => void;
  /** Takes a piece that came unasked. */
  readonly take: (question: string, offset: number, latest: P) => void;
  /** True until the first answer to this question. */
  readonly loading: boolean;
  readonly problem: string | undefined;
};

/** Asks for the pieces in view, once each; anew where `question` or the records change. */
export function usePieces<T, P extends Piece<T>>(
  question: string,
  ask: (offset: number, limit: number) => Promise<P>,
): Pieces<T, P> {
  const version = useDataVersion();
  // Which question at which state of the records. Answers to an older one are dropped.
  const generation = `${version} ${question}`;
  const asked = useRef({ generation, pieces: new Set<number>() });
  const underWay = useRef(new Map<string, number>());
  const [loaded, setLoaded] = useState<Loaded<T, P>>();
  const [problem, setProblem] = useState<string>();
  const [shown, setShown] = useState<readonly [number, number]>([0, 0]);
  const [first, last] = shown;

  const load = useEffectEvent(() => {
    if (asked.current.generation !== generation) {
      if (underWay.current.size >= AT_ONCE) return;
      asked.current = { generation, pieces: new Set() };
      setLoaded((before) => onlyPieces(before, first, last));
    }
    const { pieces } = asked.current;
    const isCurrent = () => asked.current.pieces === pieces;
    for (let piece = first; piece <= last; piece += 1) {
      if (pieces.has(piece)) continue;
      pieces.add(piece);
      underWay.current.set(generation, (underWay.current.get(generation) ?? 0) + 1);
      ask(piece * PIECE, PIECE)
        .then(
          (latest) => {
            if (!isCurrent()) return;
            setProblem(undefined);
            setLoaded((before) => withPiece(before, question, piece, latest));
          },
          (thrown) => {
            pieces.delete(piece);
            if (isCurrent()) setProblem(messageOf(thrown));
          },
        )
        .finally(() => settle(generation));
    }
  });
  const settle = useEffectEvent((of: string) => {
    const left = (underWay.current.get(of) ?? 1) - 1;
    if (left > 0) underWay.current.set(of, left);
    else underWay.current.delete(of);
    // What waited for its turn.
    if (asked.current.generation !== generation) load();
  });

  const stretch = `${generation} ${first} ${last}`;
  useEffect(() => {
    if (stretch !== '') load();
  }, [stretch]);

  return {
    latest: loaded?.latest,
    at: (place) => rowAt(loaded, place),
    show: (from, to) => {
      const next = piecesNear(from, to, loaded?.latest.total);
      if (next[0] !== first || next[1] !== last) setShown(next);
    },
    take: (of, offset, latest) => {
      if (of === question) setLoaded((before) => withPiece(before, question, pieceAt(offset), latest));
    },
    loading: loaded?.question !== question,
    problem,
  };
}

import { isSame } from '../../../shared/kit/is-same.ts';

/** Rows are asked for in pieces of so many, a few screens full. */
export const PIECE = 100;

/** A piece is asked for when what is in view comes so many rows near to it, so that it is here before it is seen. */
const NEAR = 40;

/** One piece of a long list, with what else the answer says of the whole. */
export type Piece<T> = { readonly total: number; readonly rows: readonly T[] };

/** What came of a list so far. */
export type Loaded<T, P extends Piece<T>> = {
  readonly question: string;
  readonly latest: P;
  readonly pieces: ReadonlyMap<number, readonly T[]>;
};

/** The pieces that rows in view need, and are soon to need; of a list of unknown length as far as they are seen. */
export function piecesNear(first: number, last: number, total: number | undefined): readonly [number, number] {
  const end = Math.max(last, Math.min(last + NEAR, (total ?? 0) - 1));
  return [Math.max(0, pieceAt(first - NEAR)), Math.max(0, pieceAt(end))];
}

/** Rows that say what they said before are the ones that were there: whoever shows them need not draw them again. */
export function keptRows<T>(before: readonly T[] | undefined, rows: readonly T[]): readonly T[] {
  if (before === undefined) return rows;
  return rows.map((row, at) => {
    const known = before[at];
    return known !== undefined && isSame(known, row) ? known : row;
  });
}

/**
 * With one more piece. Of the same question the other pieces stay in view until theirs come, also where records changed
 * meanwhile; of another question nothing does.
 */
export function withPiece<T, P extends Piece<T>>(
  before: Loaded<T, P> | undefined,
  question: string,
  piece: number,
  latest: P,
): Loaded<T, P> {
  const others = before?.question === question ? before.pieces : [];
  const rows = keptRows(before?.pieces.get(piece), latest.rows);
  return { question, latest, pieces: new Map([...others, [piece, rows]]) };
}

/** The piece a place lies in. */
export const pieceAt = (place: number): number => Math.floor(place / PIECE);

/** Without the pieces that nobody looks at: once records changed, or who looks, what they say may hold no longer. */
export function onlyPieces<T, P extends Piece<T>>(
  loaded: Loaded<T, P> | undefined,
  first: number,
  last: number,
): Loaded<T, P> | undefined {
  const inView = [...(loaded?.pieces ?? [])].filter(([piece]) => piece >= first && piece <= last);
  return loaded === undefined || inView.length === loaded.pieces.size ? loaded : { ...loaded, pieces: new Map(inView) };
}

export const rowAt = <T, P extends Piece<T>>(loaded: Loaded<T, P> | undefined, place: number): T | undefined =>
  loaded?.pieces.get(pieceAt(place))?.[place % PIECE];

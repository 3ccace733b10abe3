import { expect, test } from 'vitest';
import {
  keptRows,
  type Loaded,
  onlyPieces,
  type Piece,
  piecesNear,
  rowAt,
  withPiece,
} from '../../../../renderer/components/session/loaded-pieces.ts';

type Line = { readonly id: number; readonly values: { readonly text: string; readonly tags: readonly string[] } };

const line = (id: number, text = `第 ${id} 行`): Line => ({ id, values: { text, tags: ['甲', '乙'] } });
const lines = (from: number, count: number): Line[] => Array.from({ length: count }, (_, at) => line(from + at));
const answer = (rows: readonly Line[], total = 250): Piece<Line> => ({ total, rows });

test('a row that says what it said is the one that was there; the others are the new ones, and all say what was answered', () => {
  const before = lines(0, 4);
  const answered = [line(0), line(1, '改了'), line(2), line(3), line(4)];
  const kept = keptRows(before, answered);
  expect(kept).toEqual(answered);
  expect(kept.map((row, at) => row === before[at])).toEqual([true, false, true, true, false]);
  expect(keptRows(undefined, answered)).toBe(answered);
});

test('rows that moved by a place are the answered ones', () => {
  const before = lines(0, 3);
  const answered = [line(9), line(0), line(1)];
  expect(keptRows(before, answered)).toEqual(answered);
});

test('once records changed, only what is in view stays until it is answered anew', () => {
  const pieces = new Map([0, 1, 7].map((piece) => [piece, lines(piece * 100, 100)] as const));
  const loaded: Loaded<Line, Piece<Line>> = { question: 'demand', latest: answer(lines(0, 100), 800), pieces };
  expect([...(onlyPieces(loaded, 0, 1)?.pieces.keys() ?? [])]).toEqual([0, 1]);
  expect(onlyPieces(loaded, 0, 7)).toBe(loaded);
  expect(onlyPieces(undefined, 0, 1)).toBeUndefined();
});

test('a piece is asked for before it is seen, and none behind the end', () => {
  expect(piecesNear(0, 30, undefined)).toEqual([0, 0]);
  expect(piecesNear(0, 30, 250)).toEqual([0, 0]);
  expect(piecesNear(25, 60, 250)).toEqual([0, 1]);
  expect(piecesNear(130, 160, 250)).toEqual([0, 2]);
  expect(piecesNear(145, 175, 200)).toEqual([1, 1]);
  expect(piecesNear(220, 249, 250)).toEqual([1, 2]);
  expect(piecesNear(0, 0, 0)).toEqual([0, 0]);
});

test('of the same question other pieces stay until theirs come, of another one nothing does', () => {
  const asked = (
    before: Loaded<Line, Piece<Line>> | undefined,
    question: string,
    piece: number,
    rows: readonly Line[],
  ) => withPiece(before, question, piece, answer(rows));
  const two = asked(asked(undefined, 'all', 0, lines(0, 100)), 'all', 1, lines(100, 100));
  expect([rowAt(two, 99), rowAt(two, 100), rowAt(two, 200)]).toEqual([line(99), line(100), undefined]);
  const changed = asked(two, 'all', 0, [line(0, '改了'), ...lines(1, 99)]);
  expect([rowAt(changed, 0), rowAt(changed, 1), rowAt(changed, 100)]).toEqual([line(0, '改了'), line(1), line(100)]);
  expect(rowAt(changed, 1)).toBe(rowAt(two, 1));
  const narrowed = asked(changed, 'some', 0, lines(7, 2));
  expect([rowAt(narrowed, 0), rowAt(narrowed, 2), rowAt(narrowed, 100)]).toEqual([line(7), undefined, undefined]);
  expect(narrowed.question).toBe('some');
});

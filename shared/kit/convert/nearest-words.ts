import { comparable } from './marks.ts';

function distance(a: readonly string[], b: readonly string[]): number {
  let previous = Array.from({ length: b.length + 1 }, (_, place) => place);
  for (const [row, left] of a.entries()) {
    const current = [row + 1];
    for (const [column, right] of b.entries()) {
      const replaced = (previous[column] ?? 0) + (left === right ? 0 : 1);
      current.push(Math.min(replaced, (previous[column + 1] ?? 0) + 1, (current[column] ?? 0) + 1));
    }
    previous = current;
  }
  return previous[b.length] ?? 0;
}

/** 0 for nothing in common, 1 for the same words. A word held whole inside the other is close: 党员 in 中共党员. */
function closeness(a: string, b: string): number {
  if (a === '' || b === '') return 0;
  const left = Array.from(a);
  const right = Array.from(b);
  const alike = 1 - distance(left, right) / Math.max(left.length, right.length);
  return a.includes(b) || b.includes(a) ? Math.max(alike, 0.6) : alike;
}

/** The known words most like an unknown one, best first, at most `limit`; none where nothing is alike. */
export function nearestWords(word: string, known: Iterable<string>, limit = 3): readonly string[] {
  const wanted = comparable(word);
  const rated: { readonly word: string; readonly score: number }[] = [];
  for (const candidate of new Set(known)) {
    const score = closeness(wanted, comparable(candidate));
    if (score >= 0.3) rated.push({ word: candidate, score });
  }
  return rated
    .sort((a, b) => b.score - a.score)
    .slice(0, limit)
    .map((entry) => entry.word);
}

/** `，最接近的是：甲、乙`, or nothing. */
export const nearestHint = (words: readonly string[]): string =>
  words.length === 0 ? '' : `，最接近的是：${words.join('、')}`;

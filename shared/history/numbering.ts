import type { Ledger } from '../kit/ledger.ts';
import type { Values } from '../kit/values.ts';

/** Highest number given so far, by series letter and year (`2026`, `B2026`). Only ever raised: numbers are never reused. */
export type Counters = Map<string, number>;

const YEAR = '{year}';
const DIGITS = /\{(0+)\}/;

/**
 * Raises the counter of the number a record carries, so that neither a deleted record's number nor one that came in
 * with an import is given again.
 */
export function noteNumber(counters: Counters, ledger: Ledger, values: Values): void {
  const number = ledger.numbering && values[ledger.numbering.field];
  if (!ledger.numbering || typeof number !== 'string') return;
  const found = patternOf(ledger.numbering.pattern).exec(number)?.groups;
  if (!found) return;
  const key = `${found.series ?? ''}${found.year ?? ''}`;
  const given = Number(found.number);
  // Beyond exact integers counting on would give one number for ever; such a one was never given here.
  if (given < Number.MAX_SAFE_INTEGER / 2) counters.set(key, Math.max(counters.get(key) ?? 0, given));
}

/**
 * The next free number, counter raised: `ZR-2026-0001`, on a second PC with its series letter `ZR-2026-B0001`. The
 * year is that of the business date. Undefined where the ledger has no numbering or the business date is blank.
 */
export function nextNumber(counters: Counters, ledger: Ledger, values: Values, series: string): string | undefined {
  if (!ledger.numbering) return undefined;
  const { pattern, yearFrom } = ledger.numbering;
  const date = values[yearFrom];
  if (typeof date !== 'string' || !/^\d{4}/.test(date)) return undefined;
  const year = date.slice(0, 4);
  const key = `${series}${pattern.includes(YEAR) ? year : ''}`;
  const number = (counters.get(key) ?? 0) + 1;
  counters.set(key, number);
  return pattern
    .replace(YEAR, year)
    .replace(DIGITS, (_, zeros: string) => series + String(number).padStart(zeros.length, '0'));
}

/** Letters a second PC's numbers may carry; I and O look like digits. */
export const SERIES_LETTERS: readonly string[] = [...'BCDEFGHJKLMNPQRSTUVWXYZ'];

/** The first letter from B on that no number of the office carries. 可调整的默认值: A stands for the first PC, unwritten. */
export function freeSeries(state: { tables(): ReadonlyMap<string, { readonly counters: Counters }> }): string {
  const used = new Set(
    [...state.tables().values()].flatMap(({ counters }) => [...counters.keys()].map((key) => key[0])),
  );
  return SERIES_LETTERS.find((letter) => !used.has(letter)) ?? 'Z';
}

const PATTERNS = new Map<string, RegExp>();

/** The pattern as an expression, made once for each ledger's. */
function patternOf(pattern: string): RegExp {
  const made = PATTERNS.get(pattern) ?? expressionOf(pattern);
  PATTERNS.set(pattern, made);
  return made;
}

function expressionOf(pattern: string): RegExp {
  const source = pattern
    .split(/(\{year\}|\{0+\})/)
    .map((piece) => {
      if (piece === YEAR) return '(?<year>\\d{4})';
      if (DIGITS.test(piece)) return '(?<series>[A-Z]?)(?<number>\\d+)';
      return piece.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
    })
    .join('');
  return new RegExp(`^${source}$`);
}

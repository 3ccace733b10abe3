import type { ColumnTarget, MappedColumn } from '../../../shared/workbook/import/mapping.ts';
import type { KeptTargets } from '../../../shared/workbook/import/mapping-choices.ts';
import { targetFrom, targetKey } from './target-options.ts';

/** On this PC only: a convenience of its clerk, no part of the office's data. Holds column places, no cell's content. */
const KEY = 'street-ledger/import-targets';
/** So many forms are remembered; the one not met for longest goes first. */
const MOST_FORMS = 200;

/** Just what is used of the browser's storage. */
export type Shelf = Pick<Storage, 'getItem' | 'setItem'>;

type Kept = readonly (readonly [fingerprint: string, targets: readonly (readonly [column: number, key: string])[]])[];

/** What the clerk chose for this form before, or undefined. */
export function keptTargets(shelf: Shelf, fingerprint: string): KeptTargets | undefined {
  const found = readKept(shelf).find(([one]) => one === fingerprint);
  return found?.[1].map(([column, key]): { column: number; target: ColumnTarget } => ({
    column,
    target: targetFrom(key),
  }));
}

/** Remembers the columns of a form as they were when it was imported; only a form the clerk had a hand in. */
export function keepTargets(shelf: Shelf, fingerprint: string, columns: readonly MappedColumn[]): void {
  const others = readKept(shelf).filter(([one]) => one !== fingerprint);
  const targets = columns.map(({ column, target }) => [column, targetKey(target)] as const);
  const kept: Kept = [...others, [fingerprint, targets] as const].slice(-MOST_FORMS);
  try {
    shelf.setItem(KEY, JSON.stringify(kept));
  } catch {
    // A full or forbidden storage costs the clerk the convenience, never the import.
  }
}

function readKept(shelf: Shelf): Kept {
  try {
    const parsed: unknown = JSON.parse(shelf.getItem(KEY) ?? '[]');
    return Array.isArray(parsed) ? parsed.filter(isKept) : [];
  } catch {
    return [];
  }
}

function isKept(entry: unknown): entry is Kept[number] {
  if (!Array.isArray(entry) || typeof entry[0] !== 'string' || !Array.isArray(entry[1])) return false;
  return entry[1].every(
    (one: unknown) => Array.isArray(one) && typeof one[0] === 'number' && typeof one[1] === 'string',
  );
}

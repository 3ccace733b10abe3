import { isUntouched, type KeptForm } from '../../../shared/workbook/import/kept-form.ts';
import { targetFrom, targetKey } from './target-options.ts';

/**
 * On this PC only: a convenience of its clerk, no part of the office's data. Holds places and what was typed for all rows,
 * never a cell's content. Its name is from the time when columns alone were kept.
 */
const KEY = 'street-ledger/import-targets';
/** So many forms are remembered; the one not met for longest goes first. */
const MOST_FORMS = 200;

/** Just what is used of the browser's storage. */
export type Shelf = Pick<Storage, 'getItem' | 'setItem'>;

/** An earlier program wrote two parts and passes the third over: either may follow the other on one PC. */
type Kept = readonly [
  fingerprint: string,
  targets: readonly (readonly [column: number, key: string])[],
  more?: Pick<KeptForm, 'rows' | 'constants' | 'fillDown' | 'groupRows'>,
];

/** What the clerk set for the forms met before; the one met last stands last. */
export const keptForms = (shelf: Shelf): readonly KeptForm[] => readKept(shelf).map(formFrom);

/**
 * Remembers what was set by hand for a form, in place of the form it was first taken for; one that nothing was set for is
 * forgotten.
 */
export function keepForm(shelf: Shelf, form: KeptForm, instead?: string): void {
  const before = readKept(shelf);
  const others = before.filter(([one]) => one !== form.fingerprint && one !== instead);
  const { fingerprint, targets, ...more } = form;
  const entry: Kept = [fingerprint, targets.map(({ column, target }) => [column, targetKey(target)] as const), more];
  const kept = isUntouched(form) ? others : [...others, entry].slice(-MOST_FORMS);
  if (kept.length === 0 && before.length === 0) return;
  try {
    shelf.setItem(KEY, JSON.stringify(kept));
  } catch {
    // A full or forbidden storage costs the clerk the convenience, never the import.
  }
}

function formFrom([fingerprint, targets, more]: Kept): KeptForm {
  const { rows, constants = {}, fillDown = [], groupRows } = more ?? {};
  return {
    fingerprint,
    targets: targets.map(([column, key]) => ({ column, target: targetFrom(key) })),
    constants,
    fillDown,
    ...(rows === undefined ? {} : { rows }),
    ...(groupRows === undefined ? {} : { groupRows }),
  };
}

function readKept(shelf: Shelf): readonly Kept[] {
  try {
    const parsed: unknown = JSON.parse(shelf.getItem(KEY) ?? '[]');
    return Array.isArray(parsed) ? parsed.filter(isKept) : [];
  } catch {
    return [];
  }
}

function isKept(entry: unknown): entry is Kept {
  if (!Array.isArray(entry) || typeof entry[0] !== 'string' || !Array.isArray(entry[1])) return false;
  const areTargets = entry[1].every(
    (one: unknown) => Array.isArray(one) && typeof one[0] === 'number' && typeof one[1] === 'string',
  );
  return areTargets && (entry[2] === undefined || isMore(entry[2]));
}

function isMore(more: unknown): boolean {
  if (!isObject(more)) return false;
  const { rows, constants, fillDown, groupRows } = more;
  return (
    (rows === undefined || (isObject(rows) && isRow(rows.top) && isRow(rows.bottom))) &&
    isObject(constants) &&
    Object.values(constants).every((value) => typeof value === 'string') &&
    Array.isArray(fillDown) &&
    fillDown.every(isRow) &&
    (groupRows === undefined || typeof groupRows === 'string')
  );
}

const isObject = (value: unknown): value is { readonly [key: string]: unknown } =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isRow = (value: unknown): boolean => typeof value === 'number' && Number.isInteger(value) && value >= 0;

import { isBlank } from './blank.ts';
import { chineseOrder, TextOrder } from './text-order.ts';
import type { Value, Values } from './values.ts';

/** Which rows of a ledger, in which order. Filters are ANDed; `search` looks in the search text. */
export type Query = {
  readonly ledger: string;
  readonly filters?: readonly Filter[];
  readonly search?: string;
  readonly sort?: Sort;
  readonly sums?: readonly string[];
  /** Of every office, whichever is in view: for what names and references are looked up in. */
  readonly everywhere?: true;
};

export type Sort = { readonly field: string; readonly descending: boolean };

export type Filter =
  | { readonly field: string; readonly is: readonly Value[] }
  | { readonly field: string; readonly from?: Value; readonly to?: Value }
  | { readonly field: string; readonly contains: string }
  | { readonly field: string; readonly blank: boolean };

/** Rows in the order they were entered, whatever the ledger is usually sorted by: no field is called so, all are equal. */
export const AS_ENTERED: Sort = { field: '', descending: false };

/** Field of a filter that names records themselves: the rows behind a figure of a report. No ledger declares it. */
export const RECORD_ID = 'id';

/** A row as filters and sorting see it: stored values, derived ones, and its id where a filter may ask for it. */
export type QueryRow = { readonly id?: string; readonly values: Values; readonly derived?: Values };

/** Value of a field, stored or derived; the record's own id for RECORD_ID. */
export const valueIn = (row: QueryRow, field: string): Value | undefined =>
  field === RECORD_ID ? row.id : (row.values[field] ?? row.derived?.[field]);

/** Lists match where one of their texts does; child rows and attachments only know blank and not blank. */
function someText(value: Value | undefined, test: (one: Value) => boolean): boolean {
  if (value === undefined) return false;
  if (typeof value !== 'object') return test(value);
  return value.some((one) => typeof one === 'string' && test(one));
}

function inRange(value: Value | undefined, from: Value | undefined, to: Value | undefined): boolean {
  if (typeof value === 'number') {
    return (typeof from !== 'number' || value >= from) && (typeof to !== 'number' || value <= to);
  }
  if (typeof value === 'string') {
    // A moment lies within its day: 2026-01-05T09:41 is not after 2026-01-05.
    const head = typeof to === 'string' ? value.slice(0, to.length) : value;
    return (typeof from !== 'string' || value >= from) && (typeof to !== 'string' || head <= to);
  }
  return false;
}

/** One filter as a test; `contains` ignores case. Blank rows match no range and no `is`. */
export function filterTest(filter: Filter): (row: QueryRow) => boolean {
  const { field } = filter;
  if ('is' in filter) {
    const wanted = new Set<Value>(filter.is);
    return (row) => someText(valueIn(row, field), (one) => wanted.has(one));
  }
  if ('contains' in filter) {
    const part = filter.contains.toLowerCase();
    return (row) => someText(valueIn(row, field), (one) => String(one).toLowerCase().includes(part));
  }
  if ('blank' in filter) return (row) => isBlank(valueIn(row, field)) === filter.blank;
  const { from, to } = filter;
  if (from === undefined && to === undefined) return () => true;
  return (row) => inRange(valueIn(row, field), from, to);
}

/** The words of a search, lower-cased; a row must hold all of them, in any order. */
export const searchWords = (search: string | undefined): readonly string[] =>
  (search ?? '')
    .toLowerCase()
    .split(/[\s\u3000]+/u)
    .filter((word) => word !== '');

/** All filters as one test, made once for many rows. */
export function filtersTest(filters: readonly Filter[]): (row: QueryRow) => boolean {
  const tests = filters.map(filterTest);
  return (row) => tests.every((test) => test(row));
}

/** What a row sorts by: a number, a text (references by name, not by id), a yes/no, or nothing. */
export type SortKey = string | number | boolean | undefined;

function compareKeys(left: SortKey, right: SortKey, order: Intl.Collator): number {
  if (typeof left === 'string' && typeof right === 'string') return order.compare(left, right);
  if (typeof left === 'string') return 1;
  if (typeof right === 'string') return -1;
  return Number(left) - Number(right);
}

/** What rows sort by in a field: its value, of a list its texts. */
export const keyOfField =
  (field: string) =>
  (row: QueryRow): SortKey => {
    const value = valueIn(row, field);
    if (typeof value !== 'object') return value === '' ? undefined : value;
    const texts = value.filter((one): one is string => typeof one === 'string');
    return texts.length > 0 ? texts.join('、') : value.length || undefined;
  };

/** Compares two rows by a field; blank rows stand last in either direction. */
export function compareBy(
  field: string,
  descending: boolean,
  keyOf: (row: QueryRow) => SortKey = keyOfField(field),
  order: Intl.Collator = chineseOrder,
): (a: QueryRow, b: QueryRow) => number {
  return (a, b) => {
    const left = keyOf(a);
    const right = keyOf(b);
    if (left === undefined || right === undefined) return left === right ? 0 : left === undefined ? 1 : -1;
    return descending ? compareKeys(right, left, order) : compareKeys(left, right, order);
  };
}

/** Ranks of the texts among keys. Those the order does not know yet are put in their place first. */
function textRanks(keys: readonly SortKey[], order: TextOrder): ReadonlyMap<string, number> {
  const known = order.ranks();
  const unknown = new Set<string>();
  for (const key of keys) if (typeof key === 'string' && !known.has(key)) unknown.add(key);
  if (unknown.size === 0) return known;
  order.add([...unknown]);
  return order.ranks();
}

/** Rank of every key: numbers before texts, blanks after both whichever way the rest runs. */
function rankKeys(keys: readonly SortKey[], descending: boolean, order: TextOrder) {
  const numbers = new Set<number>();
  for (const key of keys) if (key !== undefined && typeof key !== 'string') numbers.add(Number(key));
  const placeOfNumber = new Map([...numbers].sort((a, b) => a - b).map((number, place) => [number, place]));
  const placeOfText = textRanks(keys, order);
  const blank = numbers.size + placeOfText.size;
  const ranks = keys.map((key) => {
    if (key === undefined) return blank;
    const place =
      typeof key === 'string' ? numbers.size + (placeOfText.get(key) ?? 0) : (placeOfNumber.get(Number(key)) ?? 0);
    return descending ? blank - 1 - place : place;
  });
  return { ranks, blank };
}

/**
 * Rows in the order of `compareBy`, equal ones as they stood. Keys are ranked and rows laid out by rank: 100,000 rows
 * take no comparison but those of texts `order` does not know yet.
 */
export function sortRows<R extends QueryRow>(
  rows: readonly R[],
  sort: Sort,
  keyOf: (row: R) => SortKey = keyOfField(sort.field),
  order: TextOrder = new TextOrder(),
): readonly R[] {
  const { ranks, blank } = rankKeys(rows.map(keyOf), sort.descending, order);
  // Where the rows of each rank begin, moved on as they are laid.
  const places = new Uint32Array(blank + 2);
  for (const rank of ranks) places[rank + 1] = (places[rank + 1] ?? 0) + 1;
  for (let rank = 1; rank < places.length; rank += 1) places[rank] = (places[rank] ?? 0) + (places[rank - 1] ?? 0);
  const laid = new Array<R>(rows.length);
  for (const [at, row] of rows.entries()) {
    const rank = ranks[at] ?? blank;
    const place = places[rank] ?? 0;
    laid[place] = row;
    places[rank] = place + 1;
  }
  return laid;
}

/** Sum of a number field over the rows; blanks count nothing. Money in fen. */
export function sumOf(rows: Iterable<QueryRow>, field: string): number {
  let sum = 0;
  for (const row of rows) {
    const value = valueIn(row, field);
    if (typeof value === 'number') sum += value;
  }
  return sum;
}

import { isBlank } from './blank.ts';
import type { Value, Values } from './values.ts';

/** Which rows of a ledger, in which order. Filters are ANDed; `search` looks in the search text. */
export type Query = {
  readonly ledger: string;
  readonly filters?: readonly Filter[];
  readonly search?: string;
  readonly sort?: Sort;
  readonly sums?: readonly string[];
};

export type Sort = { readonly field: string; readonly descending: boolean };

export type Filter =
  | { readonly field: string; readonly is: readonly Value[] }
  | { readonly field: string; readonly from?: Value; readonly to?: Value }
  | { readonly field: string; readonly contains: string }
  | { readonly field: string; readonly blank: boolean };

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

/** Chinese by pinyin, digits by their value: 3号楼 before 12号楼. */
export const chineseOrder = new Intl.Collator('zh-Hans-CN', { numeric: true });

/** What a row sorts by: a number, a text (references by name, not by id), a yes/no, or nothing. */
export type SortKey = string | number | boolean | undefined;

function compareKeys(left: SortKey, right: SortKey, order: Intl.Collator): number {
  if (typeof left === 'string' && typeof right === 'string') return order.compare(left, right);
  if (typeof left === 'string') return 1;
  if (typeof right === 'string') return -1;
  return Number(left) - Number(right);
}

const keyOfField =
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

/**
 * Rows in the order of `compareBy`, equal ones as they stood. Distinct keys are ranked once, so that 100,000 rows take
 * as many collations as they have different texts.
 */
export function sortRows<R extends QueryRow>(
  rows: readonly R[],
  sort: Sort,
  keyOf: (row: R) => SortKey = keyOfField(sort.field),
  order: Intl.Collator = chineseOrder,
): readonly R[] {
  const keys = rows.map(keyOf);
  const distinct = [...new Set(keys)].filter((key) => key !== undefined);
  distinct.sort((a, b) => (sort.descending ? compareKeys(b, a, order) : compareKeys(a, b, order)));
  const ranks = new Map<SortKey, number>();
  let rank = 0;
  let previous: SortKey;
  for (const key of distinct) {
    if (previous !== undefined && compareKeys(previous, key, order) !== 0) rank += 1;
    ranks.set(key, rank);
    previous = key;
  }
  const last = rank + 1;
  return rows
    .map((row, place) => ({ row, rank: ranks.get(keys[place]) ?? last }))
    .sort((a, b) => a.rank - b.rank)
    .map((entry) => entry.row);
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

import { readClocks } from '../../shared/deadlines/read-clock.ts';
import { targetLedgers } from '../../shared/history/references.ts';
import type { Ledger } from '../../shared/kit/ledger.ts';
import type { LedgerContext } from '../../shared/kit/ledger-context.ts';
import {
  filtersTest,
  type Query,
  type QueryRow,
  type SortKey,
  searchWords,
  sortRows,
  sumOf,
  valueIn,
} from '../../shared/kit/query.ts';
import { offersOf } from '../../shared/kit/take-transition.ts';
import { validateValues } from '../../shared/kit/validate.ts';
import type { LedgerRecord, Value, Values } from '../../shared/kit/values.ts';
import { namesIn, referredBy, refersTo } from './linked-cases.ts';
import { masked } from './masked.ts';
import type { SearchIndex } from './search-index.ts';
import { similarTo } from './similar-records.ts';
import { Pace } from './slices.ts';
import type { RecordView, Row, Window } from './store-api.ts';
import type { StoreCore } from './store-core.ts';

/** Query results kept at once: a few tabs and their neighbours. */
const KEPT = 12;

const NOTHING: Values = {};

type Found = { readonly stamp: string; readonly rows: readonly QueryRecord[] };
type QueryRecord = LedgerRecord & { readonly derived?: Values };

/** Answers from the records in memory: filters, sorts and counts; results are kept until what they rest on changes. */
export class Queries {
  readonly #core: StoreCore;
  readonly #found = new Map<string, Found>();
  #derived: { stamp: string; values: WeakMap<LedgerRecord, Values> } = { stamp: '', values: new WeakMap() };
  readonly #search: SearchIndex;

  constructor(core: StoreCore, search: SearchIndex) {
    this.#core = core;
    this.#search = search;
  }

  /** Rows `offset` up to `offset + limit` in the query's order, the count of all and the sums. Personal fields masked. */
  async window(query: Query, offset: number, limit: number): Promise<Window> {
    const ledger = this.#core.state.ledger(query.ledger);
    if (!ledger) return { total: 0, rows: [], sums: {} };
    const found = await this.#find(ledger, query);
    const context = this.#core.context();
    const rows = found
      .slice(offset, offset + limit)
      .map((record) => this.#withNames(ledger, masked(ledger, this.#row(ledger, record, context))));
    const sums = Object.fromEntries((query.sums ?? []).map((field) => [field, sumOf(found, field)]));
    return { total: found.length, rows, sums };
  }

  /** Every row of a query, whole and unmasked, for exports; they do not leave the worker as rows. */
  async rows(query: Query): Promise<readonly Row[]> {
    const ledger = this.#core.state.ledger(query.ledger);
    if (!ledger) return [];
    const context = this.#core.context();
    return (await this.#find(ledger, query)).map((record) => this.#row(ledger, record, context));
  }

  /** Distinct values of a column with their counts, most frequent first. None of a personal column: it is no filter list. */
  async distinct(query: Query, field: string): Promise<{ value: Value | undefined; count: number }[]> {
    const ledger = this.#core.state.ledger(query.ledger);
    if (!ledger || ledger.fields[field]?.personal) return [];
    const counts = new Map<Value | undefined, number>();
    const isDerived = ledger.derived !== undefined && field in ledger.derived.fields;
    for (const row of await this.#find(ledger, query, isDerived)) {
      const value = valueIn(row, field);
      const values = Array.isArray(value) ? value.filter((one) => typeof one === 'string') : [value];
      for (const one of values.length > 0 ? values : [undefined]) counts.set(one, (counts.get(one) ?? 0) + 1);
    }
    return [...counts].map(([value, count]) => ({ value, count })).sort((a, b) => b.count - a.count);
  }

  /** One record as its page shows it, whole: whoever opens a record sees its personal data. */
  view(ledgerId: string, id: string): RecordView | undefined {
    const ledger = this.#core.state.ledger(ledgerId);
    const record = this.#core.state.table(ledgerId).records.get(id);
    if (!ledger || !record || !this.#core.clearance.sees(ledger, record)) return undefined;
    const context = this.#core.context();
    return {
      row: this.#withNames(ledger, this.#row(ledger, record, context)),
      complaints: validateValues(ledger, record.values, this.#core.checkingContext(), id),
      clocks: readClocks(ledger.clocks, record, context),
      offers: offersOf(ledger, record, context),
      refersTo: refersTo(this.#core, ledger, record),
      referredBy: referredBy(this.#core, ledger, record),
      similar: similarTo(this.#core, ledger, record),
    };
  }

  trash(ledgerId: string): readonly LedgerRecord[] {
    const ledger = this.#core.state.ledger(ledgerId);
    const deleted = this.#core.clearance.visible(ledger, this.#core.state.table(ledgerId).deleted.values());
    return ledger ? deleted.map((record) => masked(ledger, { ...record, derived: NOTHING })) : deleted;
  }

  /** What stored values, search texts and the names references go by rest on. */
  #ownStamp(ledger: Ledger): string {
    const changes = [ledger.id, ...targetLedgers(ledger)].map((one) => this.#core.state.table(one).changes);
    return `${this.#core.clearance.isCleared}/${changes.join(',')}`;
  }

  async #find(ledger: Ledger, query: Query, withDerived = false): Promise<readonly QueryRecord[]> {
    const { filters = [], sort = sortOf(ledger), sums = [] } = query;
    const words = searchWords(query.search);
    const fields = [...filters.map(({ field }) => field), ...(sort ? [sort.field] : []), ...sums];
    const isDerived = withDerived || fields.some((field) => ledger.derived && field in ledger.derived.fields);
    const key = JSON.stringify([ledger.id, filters, words, sort, isDerived]);
    const stamp = isDerived ? this.#core.stamp() : this.#ownStamp(ledger);
    const known = this.#found.get(key);
    if (known?.stamp === stamp) return known.rows;
    const rows = await this.#matching(ledger, filters, words, isDerived);
    const keyOf = this.#sortKey(ledger, sort?.field);
    const sorted = sort ? sortRows(rows, sort, ...(keyOf ? [keyOf] : [])) : rows;
    this.#found.delete(key);
    this.#found.set(key, { stamp, rows: sorted });
    const [oldest] = this.#found.keys();
    if (this.#found.size > KEPT && oldest !== undefined) this.#found.delete(oldest);
    return sorted;
  }

  /** In slices: search texts and derived values of a whole ledger may take seconds the first time. */
  async #matching(
    ledger: Ledger,
    filters: Query['filters'],
    words: readonly string[],
    isDerived: boolean,
  ): Promise<readonly QueryRecord[]> {
    const records = this.#core.clearance.visible(ledger, this.#core.state.table(ledger.id).records.values());
    if (!isDerived && words.length === 0 && !filters?.length) return records;
    const passes = filtersTest(filters ?? []);
    const holds = words.length > 0 ? this.#search.test(ledger, words) : () => true;
    const context = this.#core.context();
    const pace = new Pace();
    const rows: QueryRecord[] = [];
    for (const record of records) {
      const row = isDerived ? this.#row(ledger, record, context) : record;
      if (passes(row) && holds(record)) rows.push(row);
      if (pace.isDue) await pace.rest();
    }
    return rows;
  }

  #row(ledger: Ledger, record: LedgerRecord, context: LedgerContext): Row {
    const { id, rev, values } = record;
    return { id, rev, values, derived: this.#derivedOf(ledger, record, context) };
  }

  #withNames(ledger: Ledger, row: Row): Row {
    const names = namesIn(this.#core, ledger, row.values);
    return names ? { ...row, names } : row;
  }

  #derivedOf(ledger: Ledger, record: LedgerRecord, context: LedgerContext): Values {
    if (!ledger.derived) return NOTHING;
    const stamp = this.#core.stamp();
    if (this.#derived.stamp !== stamp) this.#derived = { stamp, values: new WeakMap() };
    const known = this.#derived.values.get(record);
    if (known) return known;
    const values = ledger.derived.compute(record, context);
    this.#derived.values.set(record, values);
    return values;
  }

  /** References sort by the name on the screen; everything else by its value. */
  #sortKey(ledger: Ledger, field: string | undefined): ((row: QueryRow) => SortKey) | undefined {
    const target = field === undefined ? undefined : ledger.fields[field]?.target;
    if (field === undefined || !target) return undefined;
    const { nameOf } = this.#core.context();
    return (row) => {
      const value = row.values[field];
      const ids = Array.isArray(value) ? value : [value];
      return ids.flatMap((id) => (typeof id === 'string' ? [nameOf(target.ledger, id)] : [])).join('、') || undefined;
    };
  }
}

const sortOf = ({ sortedBy }: Ledger): Query['sort'] =>
  sortedBy && { field: sortedBy.field, descending: sortedBy.descending ?? false };

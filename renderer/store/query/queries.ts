import { readClocks } from '../../../shared/deadlines/read-clock.ts';
import { OFFICE_FIELD } from '../../../shared/exchange/office.ts';
import { targetLedgers } from '../../../shared/history/references.ts';
import type { Ledger } from '../../../shared/kit/ledger.ts';
import {
  compareBy,
  type Filter,
  filtersTest,
  keyOfField,
  type Query,
  type QueryRow,
  type SortKey,
  searchWords,
  sortRows,
  sumOf,
  valueIn,
} from '../../../shared/kit/query.ts';
import { offersOf } from '../../../shared/kit/take-transition.ts';
import { TextOrder } from '../../../shared/kit/text-order.ts';
import { validateValues } from '../../../shared/kit/validate.ts';
import type { LedgerRecord, Value, Values } from '../../../shared/kit/values.ts';
import { BackgroundPace } from '../background.ts';
import { Pace } from '../slices.ts';
import type { RecordView, Row, Window } from '../store-api.ts';
import type { StoreCore } from '../store-core.ts';
import { DerivedValues } from './derived-values.ts';
import { GoneThrough } from './gone-through.ts';
import { namesIn, referredBy, refersTo } from './linked-cases.ts';
import { masked } from './masked.ts';
import { patchedRows } from './patched-rows.ts';
import type { SearchIndex } from './search-index.ts';
import { similarTo } from './similar-records.ts';

/** Query results kept at once: a few tabs and their neighbours. */
const KEPT = 12;

const NOTHING: Values = {};

/** An answer kept: `changes` is what its ledger counted then, `stamp` the rest of what it rests on. */
type Found = { readonly stamp: string; readonly changes: number; readonly rows: readonly QueryRecord[] };

/** A query with what follows from it. */
type Asked = {
  readonly key: string;
  readonly filters: readonly Filter[];
  readonly words: readonly string[];
  readonly sort: Query['sort'];
  readonly isDerived: boolean;
  readonly isEverywhere: boolean;
};

/** So few texts new to a column are put in their place by the sort that meets them. */
const FEW = 200;

type QueryRecord = LedgerRecord & { readonly derived?: Values };

const itself = (record: LedgerRecord): QueryRecord => record;

/** Answers from the records in memory: filters, sorts and counts; results are kept until what they rest on changes. */
export class Queries {
  readonly #core: StoreCore;
  readonly #found = new Map<string, Found>();
  readonly #orders = new Map<string, TextOrder>();
  readonly #derived: DerivedValues;
  readonly #prepared = new GoneThrough();
  readonly #search: SearchIndex;

  constructor(core: StoreCore, search: SearchIndex) {
    this.#core = core;
    this.#derived = new DerivedValues(core);
    this.#search = search;
  }

  /** Rows `offset` up to `offset + limit` in the query's order, the count of all and the sums. Personal fields masked. */
  async window(query: Query, offset: number, limit: number): Promise<Window> {
    const ledger = this.#core.state.ledger(query.ledger);
    if (!ledger) return { total: 0, rows: [], sums: {} };
    return this.#windowOf(ledger, query, await this.#find(ledger, query), offset, limit);
  }

  /**
   * Of stretches of a list, offset and limit, those that show a record changed since the list was last asked for, as they
   * stand now. Only what can be told at once: nothing of a list that would have to be made anew.
   */
  changedWindows(query: Query, stretches: Iterable<readonly [number, number]>): readonly (readonly [number, Window])[] {
    const ledger = this.#core.state.ledger(query.ledger);
    const asked = ledger && this.#asked(ledger, query, false);
    const known = asked && this.#found.get(asked.key);
    if (!known || known.stamp !== this.#stampOf(ledger, asked)) return [];
    const { changes, recent } = this.#core.state.table(ledger.id);
    const touched = recent.since(known.changes, changes);
    const rows = this.#patched(ledger, asked, known);
    if (!rows || !touched) return [];
    this.#keep(asked.key, { ...known, changes, rows });
    return [...stretches].flatMap(([offset, limit]) =>
      rows.slice(offset, offset + limit).some(({ id }) => touched.has(id))
        ? [[offset, this.#windowOf(ledger, query, rows, offset, limit)] as const]
        : [],
    );
  }

  #windowOf(ledger: Ledger, query: Query, found: readonly QueryRecord[], offset: number, limit: number): Window {
    const rowOf = this.#rowsOf(ledger);
    const rows = found
      .slice(offset, offset + limit)
      .map((record) => this.#withNames(ledger, masked(ledger, rowOf(record))));
    const sums = Object.fromEntries((query.sums ?? []).map((field) => [field, sumOf(found, field)]));
    return { total: found.length, rows, sums };
  }

  /** Every row of a query, whole and unmasked, for exports; they do not leave the worker as rows. */
  async rows(query: Query): Promise<readonly Row[]> {
    const ledger = this.#core.state.ledger(query.ledger);
    if (!ledger) return [];
    const found = await this.#find(ledger, query);
    return found.map(this.#rowsOf(ledger));
  }

  /** Distinct values of a column with their counts, most frequent first. None of a personal column: it is no filter list. */
  async distinct(query: Query, field: string): Promise<{ value: Value | undefined; count: number }[]> {
    const ledger = this.#core.state.ledger(query.ledger);
    if (!ledger || ledger.fields[field]?.personal) return [];
    const counts = new Map<Value | undefined, number>();
    const isDerived = isComputed(ledger, field);
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
      row: this.#withNames(ledger, this.#rowsOf(ledger)(record)),
      complaints: validateValues(ledger, record.values, this.#core.checkingContext(), id),
      clocks: readClocks(ledger.clocks, record, context),
      offers: record.office === undefined ? offersOf(ledger, record, context) : [],
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

  async #find(ledger: Ledger, query: Query, withDerived = false): Promise<readonly QueryRecord[]> {
    const asked = this.#asked(ledger, query, withDerived);
    const known = this.#found.get(asked.key);
    const stamp = this.#stampOf(ledger, asked);
    const { changes } = this.#core.state.table(ledger.id);
    if (known?.stamp === stamp && known.changes === changes) return known.rows;
    const patched = known?.stamp === stamp ? this.#patched(ledger, asked, known) : undefined;
    const rows = patched ?? this.#sorted(ledger, asked, await this.#matching(ledger, asked));
    this.#keep(asked.key, { stamp, changes, rows });
    return rows;
  }

  #keep(key: string, found: Found): void {
    this.#found.delete(key);
    this.#found.set(key, found);
    const [oldest] = this.#found.keys();
    if (this.#found.size > KEPT && oldest !== undefined) this.#found.delete(oldest);
  }

  #asked(ledger: Ledger, query: Query, withDerived: boolean): Asked {
    const { filters = [], sort = sortOf(ledger), sums = [] } = query;
    const words = searchWords(query.search);
    const fields = [...filters.map(({ field }) => field), ...(sort ? [sort.field] : []), ...sums];
    const isDerived = withDerived || fields.some((field) => isComputed(ledger, field));
    const isEverywhere = query.everywhere === true;
    const key = JSON.stringify([ledger.id, filters, words, sort, isDerived, isEverywhere]);
    return { key, filters, words, sort, isDerived, isEverywhere };
  }

  /**
   * What rows rest on beside their own ledger: of stored values, search texts and the names references go by only the
   * ledgers pointed at; of derived values what their ledger says.
   */
  #stampOf(ledger: Ledger, { isDerived }: Pick<Asked, 'isDerived'>): string {
    const others = targetLedgers(ledger).filter((one) => one !== ledger.id);
    return `${this.#core.changesOf(others)}/${isDerived ? this.#derived.stamp(ledger) : ''}`;
  }

  /** A known list after a few edits; undefined where it has to be made anew. */
  #patched(ledger: Ledger, asked: Asked, known: Found): readonly QueryRecord[] | undefined {
    const { changes, recent, records } = this.#core.state.table(ledger.id);
    const touched = recent.since(known.changes, changes);
    if (touched === undefined || restsOnNeighbours(ledger, asked)) return undefined;
    const passes = this.#passes(ledger, asked);
    const rowOf = asked.isDerived ? this.#rowsOf(ledger) : itself;
    const current = (id: string) => {
      const record = records.get(id);
      if (!record || !this.#core.clearance.sees(ledger, record)) return undefined;
      if (!asked.isEverywhere && !this.#core.shows(record)) return undefined;
      const row = rowOf(record);
      return passes(row, record) ? row : undefined;
    };
    const { sort } = asked;
    const compare = sort && compareBy(sort.field, sort.descending, this.#sortKey(ledger, sort.field));
    return patchedRows(known.rows, touched, current, compare);
  }

  /** Filters and words as one test of a row and the record it shows, made once for many. */
  #passes(ledger: Ledger, { filters, words }: Asked): (row: QueryRecord, record: LedgerRecord) => boolean {
    const lets = filtersTest(filters);
    const holds = words.length > 0 ? this.#search.test(ledger, words) : () => true;
    return (row, record) => lets(row) && holds(record);
  }

  #sorted(ledger: Ledger, { sort }: Asked, rows: readonly QueryRecord[]): readonly QueryRecord[] {
    return sort ? sortRows(rows, sort, this.#sortKey(ledger, sort.field), this.#orderOf(ledger, sort.field)) : rows;
  }

  #orderOf(ledger: Ledger, field: string): TextOrder {
    const key = `${ledger.id}/${field}`;
    const order = this.#orders.get(key) ?? new TextOrder();
    this.#orders.set(key, order);
    return order;
  }

  /** In slices: derived values of a whole ledger may take seconds the first time. */
  async #matching(ledger: Ledger, asked: Asked): Promise<readonly QueryRecord[]> {
    const { isDerived, words, filters } = asked;
    const records = words.length > 0 ? ((await this.#search.holding(ledger, words)) ?? []) : this.#core.seen(ledger);
    const inView = asked.isEverywhere ? records : this.#core.inView(records);
    if (!isDerived && filters.length === 0) return inView;
    const passes = filtersTest(filters);
    const rowOf = isDerived ? this.#rowsOf(ledger) : itself;
    const pace = new Pace();
    const rows: QueryRecord[] = [];
    for (const record of inView) {
      const row = rowOf(record);
      if (passes(row)) rows.push(row);
      if (pace.isDue) await pace.rest();
    }
    return rows;
  }

  /** Records as rows, with what is derived from them. */
  #rowsOf(ledger: Ledger): (record: LedgerRecord) => Row {
    const derivedOf = this.#derived.of(ledger);
    if (this.#core.state.offices.size === 0) return (record) => ({ ...record, derived: derivedOf(record) });
    const officeOf = this.#core.officeOf.bind(this.#core);
    return (record) => ({ ...record, derived: { ...derivedOf(record), [OFFICE_FIELD]: officeOf(record) } });
  }

  #withNames(ledger: Ledger, row: Row): Row {
    const names = namesIn(this.#core, ledger, row.values);
    return names ? { ...row, names } : row;
  }

  /**
   * Makes in the background what would otherwise be made while the clerk waits: the order of a column's texts for the
   * first sort by it, the derived values that edits elsewhere leave alone, and what likely repetitions are found by.
   */
  async prepare(): Promise<void> {
    const pace = new BackgroundPace();
    for (const ledger of this.#core.state.ledgers) {
      await this.#prepareRows(ledger, pace);
      const { state } = this.#core;
      const marks = ledger.similar?.marks;
      for (const _ of marks ? state.index(ledger.id, marks).catchUp(state.table(ledger.id)) : [])
        if (pace.isDue) await pace.rest();
    }
  }

  async #prepareRows(ledger: Ledger, pace: Pace): Promise<void> {
    const columns = ledger.columns.filter((field) => ledger.fields[field]).map((field) => this.#column(ledger, field));
    const derive = ledger.derived?.restsOn ? this.#derived.of(ledger) : undefined;
    const stamp = this.#stampOf(ledger, { isDerived: true });
    for (const record of this.#prepared.left(ledger.id, this.#core.state.table(ledger.id), stamp)) {
      for (const { keyOf, order, fresh } of columns) {
        const key = keyOf(record);
        if (typeof key === 'string' && !order.knows(key)) fresh.add(key);
      }
      derive?.(record);
      if (pace.isDue) await pace.rest();
    }
    for (const { order, fresh } of columns) {
      if (fresh.size < FEW) continue;
      for (const _ of order.adding(fresh)) if (pace.isOver) await pace.rest();
      fresh.clear();
      for (const _ of order.ranking()) if (pace.isDue) await pace.rest();
    }
  }

  /** A column as sorting sees it, and room for its texts that the order does not know yet. */
  #column(ledger: Ledger, field: string) {
    const keyOf = this.#sortKey(ledger, field) ?? keyOfField(field);
    return { keyOf, order: this.#orderOf(ledger, field), fresh: new Set<string>() };
  }

  /** References sort by the name on the screen; everything else by its value, which undefined leaves to the kit. */
  #sortKey(ledger: Ledger, field: string): ((row: QueryRow) => SortKey) | undefined {
    const target = ledger.fields[field]?.target;
    if (!target) return undefined;
    const { nameOf } = this.#core.context();
    const names = new Map<string, string>();
    const nameFor = (id: string): string => {
      const name = names.get(id) ?? nameOf(target.ledger, id);
      names.set(id, name);
      return name;
    };
    return ({ values }) => {
      const value = values[field];
      if (typeof value === 'string') return nameFor(value) || undefined;
      if (!Array.isArray(value)) return undefined;
      return value.flatMap((id) => (typeof id === 'string' ? [nameFor(id)] : [])).join('、') || undefined;
    };
  }
}

/** Whether a column is worked out, not stored. */
const isComputed = ({ derived }: Ledger, field: string): boolean =>
  field === OFFICE_FIELD || (derived !== undefined && field in derived.fields);

const sortOf = ({ sortedBy }: Ledger): Query['sort'] =>
  sortedBy && { field: sortedBy.field, descending: sortedBy.descending ?? false };

/** Whether the name of a neighbour in the same ledger may move, or let in, rows that nobody touched. */
function restsOnNeighbours(ledger: Ledger, { words, sort }: Asked): boolean {
  const isSortedByName = sort !== undefined && ledger.fields[sort.field]?.target?.ledger === ledger.id;
  return isSortedByName || (words.length > 0 && targetLedgers(ledger).includes(ledger.id));
}

import { sortedInSlices } from './sorted-in-slices.ts';

/** Chinese by pinyin, digits by their value: 3号楼 before 12号楼. */
export const chineseOrder = new Intl.Collator('zh-Hans-CN', { numeric: true });

/** Numbers, days and moments: collating 100,000 of them takes seconds, comparing their characters a fraction. */
const PLAIN = /^[0-9A-Za-z./:+-]+$/;

/** Longer runs of digits than any number has. */
const DIGITS = 20;

/** A text as it is compared, worked out where it is: kept for every text of a ledger it would take as much as the texts. */
type Entry = { readonly text: string; readonly key: string | undefined };

/** The text with its digits filled up, so that characters alone give the order of values; undefined for other texts. */
const plainKey = (text: string): string | undefined =>
  PLAIN.test(text) ? text.toLowerCase().replace(/\d+/g, (run) => run.padStart(DIGITS, '0')) : undefined;

const entryOf = (text: string): Entry => ({ text, key: plainKey(text) });

const compare = (a: Entry, b: Entry): number => {
  if (a.key === undefined || b.key === undefined) return chineseOrder.compare(a.text, b.text);
  return a.key < b.key ? -1 : a.key > b.key ? 1 : 0;
};

/** First place in `sorted`, from `from` on, that does not stand before the entry: looked for near by first. */
function placeFor(entry: Entry, sorted: readonly string[], from: number): number {
  const standsBefore = (at: number): boolean => {
    const other = sorted[at];
    return other !== undefined && compare(entryOf(other), entry) < 0;
  };
  let [low, step] = [from, 1];
  for (; standsBefore(low + step - 1); step *= 2) low += step;
  let high = Math.min(low + step - 1, sorted.length);
  while (low < high) {
    const middle = (low + high) >> 1;
    if (standsBefore(middle)) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Texts in their order, and those of them that stand alike with the one before (01 beside 1). */
type Laid = { readonly texts: readonly string[]; readonly alike: readonly string[] };

/** Lays entries, in their order, between the texts that stand already; stops after each. */
function* laidBetween(entries: readonly Entry[], known: readonly string[]): Generator<undefined, Laid> {
  const texts: string[] = [];
  const alike: string[] = [];
  let at = 0;
  let before: Entry | undefined;
  for (const entry of entries) {
    const place = placeFor(entry, known, at);
    if (place > at) before = entryOf(known[place - 1] ?? '');
    for (; at < place; at += 1) texts.push(known[at] ?? '');
    if (before && compare(before, entry) === 0) alike.push(entry.text);
    const after = known[at];
    if (after !== undefined && compare(entry, entryOf(after)) === 0) alike.push(after);
    texts.push(entry.text);
    before = entry;
    yield;
  }
  for (; at < known.length; at += 1) texts.push(known[at] ?? '');
  return { texts, alike };
}

/**
 * The texts of a column in the order of the screen. It grows with the column: what was compared once is never compared
 * again, so that sorting anew costs one look-up a row. Texts no row has any more do no harm.
 */
export class TextOrder {
  #sorted: readonly string[] = [];
  readonly #alike = new Set<string>();
  /** Every text by its place, as of the last ranking. */
  readonly #places = new Map<string, number>();
  #isRanked = true;

  knows(text: string): boolean {
    return this.#places.has(text);
  }

  /** Takes texts into the order; those it knows already stay where they stand. */
  add(texts: readonly string[]): void {
    for (const _ of this.adding(texts)) {
      // Whoever sorts needs them now.
    }
  }

  /** The same with stops between pieces of the work, for whoever makes them ready before the first sort. */
  *adding(texts: Iterable<string>): Generator<undefined> {
    while (!this.#isRanked) yield* this.ranking();
    const known = this.#sorted;
    const fresh: Entry[] = [];
    for (const text of new Set(texts)) {
      if (!this.knows(text)) fresh.push(entryOf(text));
      yield;
    }
    if (fresh.length === 0) return;
    const laid = yield* laidBetween(yield* sortedInSlices(fresh, compare), known);
    // Whoever sorted meanwhile took texts in.
    if (known !== this.#sorted) return yield* this.adding(texts);
    this.#sorted = laid.texts;
    for (const text of laid.alike) this.#alike.add(text);
    this.#isRanked = false;
  }

  /** Place of every text, the same for texts that stand alike. */
  ranks(): ReadonlyMap<string, number> {
    for (const _ of this.ranking()) {
      // Whoever sorts needs them now.
    }
    return this.#places;
  }

  /** Works the places out with a stop after each text; given up where somebody else had them worked out meanwhile. */
  *ranking(): Generator<undefined> {
    const sorted = this.#sorted;
    let rank = -1;
    for (const text of sorted) {
      if (this.#isRanked || sorted !== this.#sorted) return;
      if (rank < 0 || !this.#alike.has(text)) rank += 1;
      this.#places.set(text, rank);
      yield;
    }
    if (sorted === this.#sorted) this.#isRanked = true;
  }
}

/** Chinese by pinyin, digits by their value: 3号楼 before 12号楼. */
export const chineseOrder = new Intl.Collator('zh-Hans-CN', { numeric: true });

/** Numbers, days and moments: collating 100,000 of them takes seconds, comparing their characters a fraction. */
const PLAIN = /^[0-9A-Za-z./:+-]+$/;

/** Longer runs of digits than any number has. */
const DIGITS = 20;

type Entry = { readonly text: string; readonly key: string | undefined };

/** The text with its digits filled up, so that characters alone give the order of values; undefined for other texts. */
const plainKey = (text: string): string | undefined =>
  PLAIN.test(text) ? text.toLowerCase().replace(/\d+/g, (run) => run.padStart(DIGITS, '0')) : undefined;

const compare = (a: Entry, b: Entry): number => {
  if (a.key === undefined || b.key === undefined) return chineseOrder.compare(a.text, b.text);
  return a.key < b.key ? -1 : a.key > b.key ? 1 : 0;
};

/** First place in `sorted`, from `from` on, that does not stand before the entry. */
function placeFor(entry: Entry, sorted: readonly Entry[], from: number): number {
  let [low, high] = [from, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const other = sorted[middle];
    if (other && compare(other, entry) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}

/**
 * The texts of a column in the order of the screen. It grows with the column: what was compared once is never compared
 * again, so that sorting anew costs one look-up a row. Texts no row has any more do no harm.
 */
export class TextOrder {
  #sorted: readonly Entry[] = [];
  readonly #known = new Set<string>();
  #ranks: Map<string, number> | undefined;

  knows(text: string): boolean {
    return this.#known.has(text);
  }

  /** Takes texts into the order; those it knows already stay where they stand. */
  add(texts: readonly string[]): void {
    const fresh = [...new Set(texts)].filter((text) => !this.#known.has(text));
    if (fresh.length === 0) return;
    const entries = fresh.map((text): Entry => ({ text, key: plainKey(text) })).sort(compare);
    const merged: Entry[] = [];
    let at = 0;
    for (const entry of entries) {
      const place = placeFor(entry, this.#sorted, at);
      for (; at < place; at += 1) merged.push(this.#sorted[at] as Entry);
      merged.push(entry);
      this.#known.add(entry.text);
    }
    for (; at < this.#sorted.length; at += 1) merged.push(this.#sorted[at] as Entry);
    this.#sorted = merged;
    this.#ranks = undefined;
  }

  /** Place of every text, the same for texts that stand alike (1 and 01). */
  ranks(): ReadonlyMap<string, number> {
    for (const _ of this.ranking()) {
      // Whoever sorts needs them now.
    }
    return this.#ranks ?? new Map();
  }

  /** Works the places out with a stop after each text, for whoever makes them ready before the first sort. */
  *ranking(): Generator<undefined> {
    if (this.#ranks) return;
    const sorted = this.#sorted;
    const ranks = new Map<string, number>();
    let rank = 0;
    let previous: Entry | undefined;
    for (const entry of sorted) {
      if (previous && compare(previous, entry) !== 0) rank += 1;
      ranks.set(entry.text, rank);
      previous = entry;
      yield;
    }
    // Texts that came meanwhile stand in none of them.
    if (sorted === this.#sorted) this.#ranks = ranks;
  }
}

import type { MarksOf } from '../kit/ledger-context.ts';
import { textMark } from '../kit/text-index.ts';
import type { LedgerRecord } from '../kit/values.ts';
import type { RecentChanges } from './recent-changes.ts';

/** What an index follows of a ledger in memory. */
export type Indexed = {
  readonly records: ReadonlyMap<string, LedgerRecord>;
  readonly recent: RecentChanges;
  readonly changes: number;
};

/**
 * Ids under the number of each mark; nearly every mark has one, so that one needs no list, and a few need no set, which
 * takes five times as much. The marks themselves are not kept: whoever is found is asked for them.
 */
type Ids = Map<number, string | string[] | Set<string>>;

/** Ids of one mark that are looked through one by one. */
const FEW = 8;

function note(ids: Ids, mark: string, id: string): void {
  const number = textMark(mark);
  const known = ids.get(number);
  if (known === undefined) ids.set(number, id);
  else if (known instanceof Set) known.add(id);
  else if (typeof known === 'string') {
    if (known !== id) ids.set(number, [known, id]);
  } else if (!known.includes(id)) {
    if (known.length < FEW) known.push(id);
    else ids.set(number, new Set([...known, id]));
  }
}

/**
 * Records by the marks they carry, so that nobody passes over 100,000 of them to find a person's few. It is brought up to
 * the records at each question, by what the last batches touched. No second truth: an id left behind under an old mark
 * is asked of the record itself and does no harm.
 */
export class MarkIndex {
  readonly #marksOf: MarksOf;
  #ids: Ids = new Map();
  /** What the ledger counted when the index was last whole. */
  #known: number | undefined;

  constructor(marksOf: MarksOf) {
    this.#marksOf = marksOf;
  }

  /** The records that carry one of these marks now. */
  find(table: Indexed, marks: readonly string[]): readonly LedgerRecord[] {
    for (const _ of this.catchUp(table)) {
      // Whoever asks needs the answer now.
    }
    const ids = new Set<string>();
    for (const mark of marks) for (const id of idsUnder(this.#ids, mark)) ids.add(id);
    // Most people ask once, and an import asks for 100,000 of them.
    if (ids.size === 0) return [];
    return [...ids].flatMap((id) => {
      const record = table.records.get(id);
      return record && this.#marksOf(record.values).some((mark) => marks.includes(mark)) ? [record] : [];
    });
  }

  /** Brings the index up to the records, with a stop after each, for whoever makes it ready before anybody asks. */
  *catchUp({ records, recent, changes }: Indexed): Generator<undefined> {
    if (this.#known === changes) return;
    const touched = this.#known === undefined ? undefined : recent.since(this.#known, changes);
    const ids: Ids = touched ? this.#ids : new Map();
    for (const id of touched ?? records.keys()) {
      const record = records.get(id);
      for (const mark of record ? this.#marksOf(record.values) : []) note(ids, mark, id);
      yield;
    }
    this.#ids = ids;
    this.#known = changes;
  }
}

function idsUnder(ids: Ids, mark: string): Iterable<string> {
  const known = ids.get(textMark(mark)) ?? [];
  return typeof known === 'string' ? [known] : known;
}

import { pointingTest, targetLedgers } from '../../../shared/history/references.ts';
import type { Ledger } from '../../../shared/kit/ledger.ts';
import {
  type PinyinCache,
  pinyinCache,
  type SearchText,
  searchTextMaker,
  searchTextOfName,
  wordTest,
} from '../../../shared/kit/search-text.ts';
import type { LedgerRecord, Values } from '../../../shared/kit/values.ts';
import { BackgroundPace } from '../background.ts';
import { BACKGROUND_SLICE, Pace } from '../slices.ts';
import type { StoreCore } from '../store-core.ts';
import { GoneThrough } from './gone-through.ts';

/** Whether a record holds every word of a search. */
export type SearchTest = (record: LedgerRecord) => boolean;

/** Records with their texts that hold these words; without words all of a ledger. */
type Held = {
  /** What they rest on. */
  readonly stamp: string;
  readonly words: readonly string[];
  readonly records: readonly LedgerRecord[];
  readonly texts: readonly SearchText[];
};

/**
 * The search texts of all records in memory. A record's own text rests on the record alone, so an edit costs one text;
 * what its references are called is looked up at the search: which of the few names hold the word, and who points there.
 */
export class SearchIndex {
  readonly #core: StoreCore;
  #pinyin: PinyinCache | undefined;
  readonly #texts = new WeakMap<LedgerRecord, SearchText>();
  readonly #names = new WeakMap<LedgerRecord, SearchText>();
  readonly #made = new GoneThrough();
  readonly #laid = new Map<string, Held>();
  /** What was found last in each ledger. */
  readonly #held = new Map<string, Held>();
  readonly #makers = new Map<string, (record: LedgerRecord) => SearchText>();

  constructor(core: StoreCore) {
    this.#core = core;
  }

  /** The search as a test, made once for many records of one ledger. Only after `holding` was asked once. */
  test(ledger: Ledger, words: readonly string[]): SearchTest {
    const textOf = this.#textOf(ledger);
    const holds = this.#wordsTest(ledger, words);
    return (record) => holds(record, textOf(record));
  }

  /**
   * Records the operator sees that hold every word, in the order of entry; undefined once `isOver` says that nobody waits
   * for them any more. In slices: the texts of a whole ledger may take seconds the first time.
   */
  async holding(
    ledger: Ledger,
    words: readonly string[],
    isOver: () => boolean = () => false,
  ): Promise<readonly LedgerRecord[] | undefined> {
    await this.#learnPinyin();
    const pace = new Pace(BACKGROUND_SLICE);
    const stamp = this.#core.changesOf([ledger.id, ...targetLedgers(ledger)]);
    const last = this.#held.get(ledger.id);
    // What holds a word holds every part of it: while a word grows, only what it left is looked through.
    const narrows = last?.stamp === stamp && last.words.every((old) => words.some((word) => word.includes(old)));
    const within = narrows ? last : await this.#all(ledger, stamp, pace, isOver);
    if (within === undefined) return undefined;
    const holds = this.#wordsTest(ledger, words);
    const records: LedgerRecord[] = [];
    const texts: SearchText[] = [];
    for (let place = 0; place < within.texts.length; place += 1) {
      const record = within.records[place];
      const text = within.texts[place];
      if (record && text && holds(record, text)) {
        records.push(record);
        texts.push(text);
      }
      if (pace.isDue && (await pace.rest()) && isOver()) return undefined;
    }
    this.#held.set(ledger.id, { stamp, words, records, texts });
    return records;
  }

  /** Makes the texts that are still missing, a little at a time, so that the first search finds them there. */
  async prepare(): Promise<void> {
    await this.#learnPinyin();
    const pace = new BackgroundPace();
    for (const ledger of this.#core.state.ledgers) {
      const textOf = this.#textOf(ledger);
      for (const record of this.#made.left(ledger.id, this.#core.state.table(ledger.id))) {
        textOf(record);
        if (pace.isDue) await pace.rest();
      }
    }
  }

  /** Initials already worked out, from the first search on. */
  get pinyin(): PinyinCache {
    if (!this.#pinyin) throw new Error('pinyin before the first search');
    return this.#pinyin;
  }

  /** A quarter of the worker's code is how characters sound: no start waits for it. */
  async #learnPinyin(): Promise<void> {
    if (this.#pinyin) return;
    const { readInitials } = await import('../../../shared/kit/pinyin-initials.ts');
    this.#pinyin ??= pinyinCache(readInitials);
  }

  #wordsTest(ledger: Ledger, words: readonly string[]): (record: LedgerRecord, text: SearchText) => boolean {
    const asked = words.map((word) => {
      const holds = wordTest(word);
      return { holds, pointsAt: this.#pointingTest(ledger, holds) };
    });
    // Who points where takes several times as long as a look into a text: last, of the few that are left.
    const cheapestFirst = asked.toSorted((a, b) => Number(a.pointsAt !== undefined) - Number(b.pointsAt !== undefined));
    const tests = cheapestFirst.map(({ holds, pointsAt }) =>
      pointsAt
        ? (record: LedgerRecord, text: SearchText) => holds(text) || pointsAt(record.values)
        : (_: LedgerRecord, text: SearchText) => holds(text),
    );
    const [only] = tests;
    return only && tests.length === 1 ? only : (record, text) => tests.every((test) => test(record, text));
  }

  /** Every record the operator sees with its text, laid side by side: looked up one by one they take as long as the search. */
  async #all(ledger: Ledger, stamp: string, pace: Pace, isOver: () => boolean): Promise<Held | undefined> {
    const laid = this.#laid.get(ledger.id);
    if (laid?.stamp === stamp) return laid;
    const textOf = this.#textOf(ledger);
    const records = this.#core.seen(ledger);
    const texts: SearchText[] = [];
    for (const [place, record] of records.entries()) {
      const known = laid?.records[place] === record ? laid.texts[place] : undefined;
      texts.push(known ?? textOf(record));
      if (pace.isDue && (await pace.rest()) && isOver()) return undefined;
    }
    const all = { stamp, words: [], records, texts };
    this.#laid.set(ledger.id, all);
    return all;
  }

  #textOf(ledger: Ledger): (record: LedgerRecord) => SearchText {
    const make = this.#makers.get(ledger.id) ?? searchTextMaker(ledger, this.pinyin);
    this.#makers.set(ledger.id, make);
    return (record) => {
      const known = this.#texts.get(record);
      if (known) return known;
      const text = make(record);
      this.#texts.set(record, text);
      return text;
    };
  }

  /** Whether a row points at a record whose name holds the word; undefined where no name does. */
  #pointingTest(ledger: Ledger, holds: (text: SearchText) => boolean): ((values: Values) => boolean) | undefined {
    const called = this.#nameGiving(ledger).map((target) => [target, this.#called(target, holds)] as const);
    const named = new Map(called.filter(([, ids]) => ids.size > 0));
    return named.size > 0 ? pointingTest(ledger, named) : undefined;
  }

  /** Units, departments, catalogue items. Cases that are linked have numbers of their own and are found by themselves. */
  #nameGiving(ledger: Ledger): readonly string[] {
    return targetLedgers(ledger).filter((target) => this.#core.state.ledger(target)?.numbering === undefined);
  }

  /** Ids of the records of a ledger whose name holds the word; deleted ones keep theirs. */
  #called(ledgerId: string, holds: (text: SearchText) => boolean): ReadonlySet<string> {
    const { clearance, state } = this.#core;
    const { records, deleted } = state.table(ledgerId);
    const { nameOf } = this.#core.context();
    const found = new Set<string>();
    for (const record of clearance.visible(state.ledger(ledgerId), [...records.values(), ...deleted.values()])) {
      const known = this.#names.get(record);
      const text = known ?? searchTextOfName(nameOf(ledgerId, record.id), this.pinyin);
      if (!known) this.#names.set(record, text);
      if (holds(text)) found.add(record.id);
    }
    return found;
  }
}

import { pointingTest, targetLedgers } from '../../shared/history/references.ts';
import type { Ledger } from '../../shared/kit/ledger.ts';
import {
  type PinyinCache,
  pinyinCache,
  type SearchText,
  searchTextMaker,
  searchTextOfName,
  wordTest,
} from '../../shared/kit/search-text.ts';
import type { LedgerRecord, Values } from '../../shared/kit/values.ts';
import { GoneThrough } from './gone-through.ts';
import { BACKGROUND_SLICE, Pace } from './slices.ts';
import type { StoreCore } from './store-core.ts';

/** Whether a record holds every word of a search. */
export type SearchTest = (record: LedgerRecord) => boolean;

/**
 * The search texts of all records in memory. A record's own text rests on the record alone, so an edit costs one text;
 * what its references are called is looked up at the search: which of the few names hold the word, and who points there.
 */
export class SearchIndex {
  readonly #core: StoreCore;
  readonly #pinyin: PinyinCache = pinyinCache();
  readonly #texts = new WeakMap<LedgerRecord, SearchText>();
  readonly #names = new WeakMap<LedgerRecord, SearchText>();
  readonly #made = new GoneThrough();
  readonly #makers = new Map<string, (record: LedgerRecord) => SearchText>();

  constructor(core: StoreCore) {
    this.#core = core;
  }

  /** The search as a test, made once for many records of one ledger. */
  test(ledger: Ledger, words: readonly string[]): SearchTest {
    const textOf = this.#textOf(ledger);
    const tests = words.map((word) => {
      const holds = wordTest(word);
      const pointsAt = this.#pointingTest(ledger, holds);
      return (record: LedgerRecord, text: SearchText) => holds(text) || pointsAt(record.values);
    });
    return (record) => {
      const text = textOf(record);
      return tests.every((test) => test(record, text));
    };
  }

  /** Makes the texts that are still missing, a little at a time, so that the first search finds them there. */
  async prepare(): Promise<void> {
    const pace = new Pace(BACKGROUND_SLICE);
    for (const ledger of this.#core.state.ledgers) {
      const textOf = this.#textOf(ledger);
      for (const record of this.#made.left(ledger.id, this.#core.state.table(ledger.id))) {
        textOf(record);
        if (pace.isDue) await pace.rest();
      }
    }
  }

  /** Initials already worked out. */
  get pinyin(): PinyinCache {
    return this.#pinyin;
  }

  #textOf(ledger: Ledger): (record: LedgerRecord) => SearchText {
    const make = this.#makers.get(ledger.id) ?? searchTextMaker(ledger, this.#pinyin);
    this.#makers.set(ledger.id, make);
    return (record) => {
      const known = this.#texts.get(record);
      if (known) return known;
      const text = make(record);
      this.#texts.set(record, text);
      return text;
    };
  }

  /** Whether a row points at a record whose name holds the word. */
  #pointingTest(ledger: Ledger, holds: (text: SearchText) => boolean): (values: Values) => boolean {
    const called = this.#nameGiving(ledger).map((target) => [target, this.#called(target, holds)] as const);
    const named = new Map(called.filter(([, ids]) => ids.size > 0));
    return named.size > 0 ? pointingTest(ledger, named) : () => false;
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
      const text = known ?? searchTextOfName(nameOf(ledgerId, record.id), this.#pinyin);
      if (!known) this.#names.set(record, text);
      if (holds(text)) found.add(record.id);
    }
    return found;
  }
}

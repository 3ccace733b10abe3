import { OFFICE_SPEC } from '../../../shared/exchange/office.ts';
import { textIn } from '../../../shared/kit/field-values.ts';
import { maskValue } from '../../../shared/kit/format.ts';
import type { Ledger } from '../../../shared/kit/ledger.ts';
import type { LedgerContext } from '../../../shared/kit/ledger-context.ts';
import { searchWords } from '../../../shared/kit/query.ts';
import { isRestricted, RESTRICTED_NAME } from '../../../shared/kit/restricted.ts';
import {
  isNameIn,
  type PinyinCache,
  type SearchedPart,
  type Stretch,
  searchedParts,
  stretchOf,
} from '../../../shared/kit/search-text.ts';
import { stateOf } from '../../../shared/kit/steps.ts';
import type { LedgerRecord } from '../../../shared/kit/values.ts';
import { breathe } from '../slices.ts';
import type { FoundGroup, FoundRow, Marked } from '../store-api.ts';
import type { StoreCore } from '../store-core.ts';
import type { SearchIndex } from './search-index.ts';

/** Rows shown of each ledger; the rest is a count that leads to the ledger. */
const SHOWN = 5;

/** So many of the latest hits are looked through for one whose very name holds the word. */
const RANKED = 100;

/** Characters kept on either side of the hit in a long text. */
const AROUND = 14;

/** Looks through every ledger at once. A newer question ends an older one, so that typing is never waited for. */
export class FindEverywhere {
  readonly #core: StoreCore;
  readonly #search: SearchIndex;
  #asked = 0;

  constructor(core: StoreCore, search: SearchIndex) {
    this.#core = core;
    this.#search = search;
  }

  /** Makes what searches look in, in the background; whoever runs the store calls it when records changed. */
  prepare(): Promise<void> {
    return this.#search.prepare();
  }

  /** What was found, by ledger in the order of the navigation; [] for a question that a newer one overtook. */
  async find(text: string): Promise<readonly FoundGroup[]> {
    this.#asked += 1;
    const asked = this.#asked;
    const words = searchWords(text);
    if (words.length === 0) return [];
    // The letters typed meanwhile wait behind this question; only the last of them is worth looking for.
    await breathe();
    if (asked !== this.#asked) return [];
    const groups: FoundGroup[] = [];
    for (const ledger of this.#core.state.ledgers) {
      const found = await this.#search.holding(ledger, words, () => asked !== this.#asked);
      if (found === undefined) return [];
      const inView = this.#core.inView(found);
      if (inView.length > 0) groups.push(this.#group(ledger, words, inView));
    }
    return asked === this.#asked ? groups : [];
  }

  /** The latest records first, those whose name holds the first word before those found by anything else. */
  #group(ledger: Ledger, words: readonly string[], found: readonly LedgerRecord[]): FoundGroup {
    const [first = ''] = words;
    const latest = found.slice(-RANKED - SHOWN).toReversed();
    const isNamed = (record: LedgerRecord, place: number) =>
      place < RANKED && this.#titleStretch(ledger, record, first) !== undefined;
    const named = latest.filter(isNamed);
    const others = latest.filter((record, place) => !isNamed(record, place));
    const context = this.#core.context();
    const rows = [...named, ...others].slice(0, SHOWN);
    return {
      ledger: ledger.id,
      total: found.length,
      rows: rows.map((record) => this.#row(ledger, record, words, context)),
    };
  }

  #titleStretch(ledger: Ledger, record: LedgerRecord, word: string): Stretch | undefined {
    return hitIn(titlePart(ledger, record), word, this.#search.pinyin);
  }

  #row(ledger: Ledger, record: LedgerRecord, words: readonly string[], context: LedgerContext): FoundRow {
    const title = titlePart(ledger, record);
    const parts = [...searchedParts(record, ledger), ...referencedParts(ledger, record, context)];
    const elsewhere = words
      .filter((word) => hitIn(title, word, this.#search.pinyin) === undefined)
      .flatMap((word) => markedIn(parts, word, this.#search.pinyin));
    const inTitle = words.flatMap((word) => hitIn(title, word, this.#search.pinyin) ?? []);
    const { workflow, numbering } = ledger;
    // What was said in a restricted record is read where the reading is recorded.
    const isOpen = !isRestricted(ledger, record.values);
    const office = record.office === undefined ? '' : this.#core.officeOf(record);
    const whose = office === '' ? [] : [{ label: OFFICE_SPEC.label, text: unmarked(office) }];
    return {
      id: record.id,
      number: numbering ? textIn(record.values, numbering.field) : '',
      title: isOpen ? marked(title, inTitle[0]) : unmarked(RESTRICTED_NAME),
      state: workflow ? (workflow.states[stateOf(record, workflow)]?.title ?? '') : '',
      parts: isOpen ? [...new Map([...elsewhere, ...whose].map((part) => [part.label, part])).values()] : [],
    };
  }
}

const titlePart = (ledger: Ledger, { id, values }: LedgerRecord): SearchedPart => ({
  field: ledger.fields[ledger.titleField] ?? { kind: 'text', label: '' },
  text: textIn(values, ledger.titleField) || id,
});

function* referencedParts(
  ledger: Ledger,
  { values }: LedgerRecord,
  { nameOf }: LedgerContext,
): Generator<SearchedPart> {
  for (const [fieldId, field] of Object.entries(ledger.fields)) {
    const { target } = field;
    if (!target) continue;
    for (const id of [values[fieldId] ?? []].flat()) {
      if (typeof id === 'string') yield { field, text: nameOf(target.ledger, id) };
    }
  }
}

const hitIn = ({ field, text }: SearchedPart, word: string, pinyin: PinyinCache): Stretch | undefined =>
  stretchOf(word, text, isNameIn(text, field), pinyin);

/** The first part that holds the word. */
function markedIn(parts: readonly SearchedPart[], word: string, pinyin: PinyinCache): FoundRow['parts'] {
  for (const part of parts) {
    const hit = hitIn(part, word, pinyin);
    if (hit) return [{ label: part.field.label, text: marked(part, hit) }];
  }
  return [];
}

const unmarked = (text: string): Marked => ({ before: text, hit: '', after: '' });

/** Stars take the place of characters one by one, so the hit stays where it is. */
function marked({ field, text }: SearchedPart, hit: Stretch = { from: 0, to: 0 }): Marked {
  const masked = field.personal ? maskValue(text, field) : text;
  const shown = typeof masked === 'string' ? masked : '';
  const from = Math.max(0, hit.from - AROUND);
  const to = hit.to === 0 ? shown.length : Math.min(shown.length, hit.to + 2 * AROUND);
  return {
    before: (from > 0 ? '…' : '') + shown.slice(from, hit.from),
    hit: shown.slice(hit.from, hit.to),
    after: shown.slice(hit.to, to) + (to < shown.length ? '…' : ''),
  };
}

import { type FieldKind, type FieldSpec, type FieldSpecs, optionTitle } from './fields.ts';
import type { Ledger } from './ledger.ts';
import type { LedgerRecord, Values } from './values.ts';

/** How Chinese characters sound: their initials, as of a name where `isName`. Given, because it takes a dictionary. */
export type ReadInitials = (run: string, isName: boolean) => string;

/** Initials already worked out, shared by all rows of one store. Bounded: emptied when they hold `limit` entries. */
export type PinyinCache = {
  readonly read: ReadInitials;
  readonly limit: number;
  readonly runs: Map<string, string>;
  /** The same runs where they begin with a surname: 单 is s there, d elsewhere. */
  readonly names: Map<string, string>;
};

export const pinyinCache = (read: ReadInitials, limit = 200_000): PinyinCache => ({
  read,
  limit,
  runs: new Map(),
  names: new Map(),
});

/**
 * What a search looks in. `words` holds the texts of a record, lower-cased, one a line, so that no hit reaches across
 * fields; `initials` the pinyin initials of those with Chinese in them. Apart, because initials are plain letters:
 * they take half the memory so, and a Chinese word need not be looked for among them.
 */
export type SearchText = { readonly words: string; readonly initials: string };

/**
 * A run of Chinese characters up to this length is read as a whole, so that a character with several readings sounds
 * right (重庆 cq, 银行 yh); longer runs go character by character, since nobody types the initials of a paragraph.
 * Runs, not whole texts: of 幸福路12号3室 only 幸福路, 号 and 室 are looked up, and those repeat from row to row.
 */
const IN_CONTEXT = 16;

function fromCache(cache: PinyinCache, known: Map<string, string>, key: string, make: () => string): string {
  const found = known.get(key);
  if (found !== undefined) return found;
  if (known.size >= cache.limit) known.clear();
  const made = make();
  known.set(key, made);
  return made;
}

function initialsOfRun(run: string, isName: boolean, cache: PinyinCache): string {
  const known = isName ? cache.names : cache.runs;
  if (run.length <= IN_CONTEXT) return fromCache(cache, known, run, () => cache.read(run, isName));
  let initials = '';
  for (const one of run) initials += fromCache(cache, cache.runs, one, () => cache.read(one, false));
  return initials;
}

/** One unit of a Chinese character: of the basic plane, or half of a rarer one (planes 2 and 3, GB 18030—2022). */
const isHan = (unit: number): boolean =>
  (unit >= 0x3400 && unit <= 0x9fff) ||
  (unit >= 0xd840 && unit <= 0xd8bf) ||
  (unit >= 0xdc00 && unit <= 0xdfff) ||
  (unit >= 0xf900 && unit <= 0xfaff) ||
  unit === 0x3007;

const isLetterOrDigit = (unit: number): boolean =>
  (unit >= 0x30 && unit <= 0x39) || (unit >= 0x41 && unit <= 0x5a) || (unit >= 0x61 && unit <= 0x7a);

/** A stretch of a text that is read as one: Chinese characters, or letters and digits. */
type Run = { readonly from: number; readonly text: string; readonly isHan: boolean };

/** Unit by unit: a pattern over every text of 100,000 rows takes seconds. */
function eachRun(text: string, visit: (run: Run) => void): void {
  let at = 0;
  while (at < text.length) {
    const from = at;
    const test = isHan(text.charCodeAt(at)) ? isHan : isLetterOrDigit;
    while (at < text.length && test(text.charCodeAt(at))) at += 1;
    if (at === from) at += 1;
    else visit({ from, text: text.slice(from, at), isHan: test === isHan });
  }
}

/**
 * Pinyin initials of a text, lower-cased, letters and digits kept, marks left out: 文艺活动 is `wyhd`, 5号楼 `5hl`.
 * For a personal name the first character takes its reading as a surname (单 s, 仇 q). '' for a text without Chinese.
 */
export function pinyinInitials(text: string, isName: boolean, cache: PinyinCache): string {
  let initials = '';
  let hasHan = false;
  eachRun(text, (run) => {
    initials += run.isHan ? initialsOfRun(run.text, isName, cache) : run.text.toLowerCase();
    hasHan ||= run.isHan;
  });
  return hasHan ? initials : '';
}

const SEARCHED: ReadonlySet<FieldKind> = new Set([
  'text',
  'longText',
  'choice',
  'choices',
  'residentId',
  'phone',
  'creditCode',
  'code',
]);

/** Chinese names have two to four characters; longer personal texts are addresses. */
export const isNameIn = (text: string, field: FieldSpec): boolean =>
  field.personal === true && field.kind === 'text' && text.length <= 4;

/** One text a search looks in, with the field it stands in. */
export type SearchedPart = { readonly field: FieldSpec; readonly text: string };

type Take = (text: string, field: FieldSpec) => void;

type Searched = readonly (readonly [fieldId: string, field: FieldSpec, children: Searched])[];

/** The fields a search looks in; what references are called is not the record's own text. */
const searchedFields = (fields: FieldSpecs): Searched =>
  Object.entries(fields)
    .filter(([, { kind }]) => SEARCHED.has(kind) || kind === 'children')
    .map(([fieldId, field]) => [fieldId, field, searchedFields(field.childFields ?? {})]);

function takeTexts(fields: Searched, values: Values, take: Take): void {
  for (const [fieldId, field, children] of fields) {
    const value = values[fieldId];
    if (typeof value === 'string') {
      if (value !== '') take(optionTitle(field.options, value), field);
    } else if (typeof value === 'object') {
      for (const one of value) {
        if (typeof one === 'string') take(optionTitle(field.options, one), field);
        else if (field.kind === 'children') takeTexts(children, one as Values, take);
      }
    }
  }
}

/** Every text of one record that a search looks in, child rows too, in the order of the form. */
export function searchedParts(record: LedgerRecord, ledger: Ledger): readonly SearchedPart[] {
  const parts: SearchedPart[] = [];
  takeTexts(searchedFields(ledger.fields), record.values, (text, field) => parts.push({ field, text }));
  return parts;
}

/** Makes the search texts of a ledger's records, so that `wyh` finds 文艺活动. Made once for many records. */
export function searchTextMaker(ledger: Ledger, cache: PinyinCache): (record: LedgerRecord) => SearchText {
  const fields = searchedFields(ledger.fields);
  return ({ values }) => {
    const words: string[] = [];
    const initials: string[] = [];
    takeTexts(fields, values, (text, field) => {
      words.push(text);
      const own = pinyinInitials(text, isNameIn(text, field), cache);
      if (own !== '') initials.push(own);
    });
    return { words: words.join('\n').toLowerCase(), initials: initials.join('\n') };
  };
}

/** As `searchTextMaker`, for a name alone. */
export const searchTextOfName = (name: string, cache: PinyinCache): SearchText => ({
  words: name.toLowerCase(),
  initials: pinyinInitials(name, false, cache),
});

const LATIN = /^[a-z0-9]+$/;

/** A word of a search, lower-cased, as a test of one search text. */
export function wordTest(word: string): (text: SearchText) => boolean {
  if (!LATIN.test(word)) return ({ words }) => words.includes(word);
  return ({ words, initials }) => initials.includes(word) || words.includes(word);
}

/** A stretch of a text, `to` not included. */
export type Stretch = { readonly from: number; readonly to: number };

/** Where a text holds a word, as written or by its initials; undefined where it does not. */
export function stretchOf(word: string, text: string, isName: boolean, cache: PinyinCache): Stretch | undefined {
  const written = text.toLowerCase().indexOf(word);
  if (written >= 0) return { from: written, to: written + word.length };
  if (!LATIN.test(word)) return undefined;
  const places: Stretch[] = [];
  let initials = '';
  eachRun(text, (run) => {
    const read = run.isHan ? initialsOfRun(run.text, isName, cache) : run.text.toLowerCase();
    const units = Array.from(run.text);
    const whole = { from: run.from, to: run.from + run.text.length };
    let from = run.from;
    for (let at = 0; at < read.length; at += 1) {
      const to = from + (units[at]?.length ?? 0);
      // Where a character has no reading the initials cannot be laid beside the text: the whole run is the place.
      places.push(read.length === units.length ? { from, to } : whole);
      from = to;
    }
    initials += read;
  });
  const at = initials.indexOf(word);
  const [first, last] = [places[at], places[at + word.length - 1]];
  return first && last && { from: first.from, to: last.to };
}

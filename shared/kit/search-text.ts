import { pinyin } from 'pinyin-pro';
import { type FieldKind, type FieldSpec, optionTitle } from './fields.ts';
import type { NameOf } from './format.ts';
import type { Ledger } from './ledger.ts';
import type { LedgerRecord, Value } from './values.ts';

/** Initials already worked out, shared by all rows of one store. Bounded: emptied when it holds `limit` entries. */
export type PinyinCache = { readonly limit: number; readonly initials: Map<string, string> };

export const pinyinCache = (limit = 200_000): PinyinCache => ({ limit, initials: new Map() });

/**
 * A run of Chinese characters up to this length is read as a whole, so that a character with several readings sounds
 * right (重庆 cq, 银行 yh); longer runs go character by character, since nobody types the initials of a paragraph.
 * Runs, not whole texts: of 幸福路12号3室 only 幸福路, 号 and 室 are looked up, and those repeat from row to row.
 */
const IN_CONTEXT = 16;

function fromCache(cache: PinyinCache, key: string, make: () => string): string {
  const known = cache.initials.get(key);
  if (known !== undefined) return known;
  if (cache.initials.size >= cache.limit) cache.initials.clear();
  const made = make();
  cache.initials.set(key, made);
  return made;
}

const initialsInContext = (run: string, isName: boolean): string =>
  pinyin(run, { pattern: 'first', toneType: 'none', type: 'array', surname: isName ? 'head' : 'off' })
    .filter((initial) => /^[a-z]$/i.test(initial))
    .join('')
    .toLowerCase();

function initialsOfRun(run: string, isName: boolean, cache: PinyinCache): string {
  const known = cache.initials.get(isName ? `@${run}` : run);
  if (known !== undefined) return known;
  const characters = Array.from(run);
  if (characters.length <= IN_CONTEXT) {
    return fromCache(cache, isName ? `@${run}` : run, () => initialsInContext(run, isName));
  }
  return characters.map((one) => fromCache(cache, one, () => initialsInContext(one, false))).join('');
}

const HAS_HAN = /\p{Script=Han}/u;
const RUNS = /\p{Script=Han}+|[A-Za-z0-9]+/gu;

/**
 * Pinyin initials of a text, lower-cased, letters and digits kept, marks left out: 文艺活动 is `wyhd`, 5号楼 `5hl`.
 * For a personal name the first character takes its reading as a surname (单 s, 仇 q). '' for a text without Chinese.
 */
export function pinyinInitials(text: string, isName: boolean, cache: PinyinCache): string {
  if (!HAS_HAN.test(text)) return '';
  let initials = '';
  for (const [run] of text.matchAll(RUNS)) {
    initials += run.charCodeAt(0) < 128 ? run.toLowerCase() : initialsOfRun(run, isName, cache);
  }
  return initials;
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
  'reference',
  'references',
  'children',
]);

/** Chinese names have two to four characters; longer personal texts are addresses. */
const isNameOf = (text: string, field: FieldSpec): boolean =>
  field.personal === true && field.kind === 'text' && text.length <= 4;

type Collect = {
  readonly words: string[];
  readonly initials: string[];
  readonly nameOf: NameOf;
  readonly cache: PinyinCache;
};

function collectText(text: string, field: FieldSpec, collect: Collect): void {
  if (text === '') return;
  collect.words.push(text);
  const initials = pinyinInitials(text, isNameOf(text, field), collect.cache);
  if (initials !== '') collect.initials.push(initials);
}

function collectValue(value: Value, field: FieldSpec, collect: Collect): void {
  if (typeof value === 'string') {
    const isReference = (field.kind === 'reference' || field.kind === 'references') && field.target !== undefined;
    const shown = isReference ? collect.nameOf(field.target.ledger, value) : optionTitle(field.options, value);
    collectText(shown, field, collect);
    return;
  }
  if (typeof value !== 'object') return;
  for (const one of value) {
    if (typeof one === 'string') {
      collectValue(one, field, collect);
      continue;
    }
    for (const [childId, child] of Object.entries(field.childFields ?? {})) {
      const inner = (one as { readonly [fieldId: string]: Value | undefined })[childId];
      if (inner !== undefined && SEARCHED.has(child.kind)) collectValue(inner, child, collect);
    }
  }
}

/**
 * What a search looks in: every text of the record, references by name, child rows too, lower-cased, then the pinyin
 * initials of all of it, so that `wyh` finds 文艺活动. Parts stand on lines of their own: no hit reaches across fields.
 */
export function searchText(record: LedgerRecord, ledger: Ledger, nameOf: NameOf, cache: PinyinCache): string {
  const collect: Collect = { words: [], initials: [], nameOf, cache };
  for (const [fieldId, field] of Object.entries(ledger.fields)) {
    const value = record.values[fieldId];
    if (value !== undefined && SEARCHED.has(field.kind)) collectValue(value, field, collect);
  }
  return [...collect.words, ...collect.initials].join('\n').toLowerCase();
}

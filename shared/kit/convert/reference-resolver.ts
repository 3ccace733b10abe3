import type { ReferenceTarget } from '../fields.ts';
import { isInUse, isWithdrawn } from '../in-use.ts';
import type { Ledger } from '../ledger.ts';
import type { Day, LedgerRecord } from '../values.ts';
import type { ConvertLookup, Resolution } from './conversion.ts';
import { comparable, splitWords } from './marks.ts';
import { nearestWords } from './nearest-words.ts';

/** What a place is called without its kind: 晨光 for 晨光社区. Never the other way round: 晨光村 is not 晨光社区. */
const KIND_OF_PLACE = /(?:社区|街道|小区|网格)$/;
/** The committee stands for its community: 晨光社区居委会, 顺河街道办事处. */
const BODY_OF_PLACE = /(?:居民委员会|居委会|居委|村民委员会|村委会|村委|办事处|党工委)$/;

/** 晨光 for 晨光社区; 顺河街道, and 顺河, for 顺河街道办事处. */
const shorter = (name: string): readonly string[] => {
  const place = name.replace(BODY_OF_PLACE, '');
  return [...new Set([place, place.replace(KIND_OF_PLACE, '')])];
};

type Index = {
  readonly all: readonly string[];
  readonly exact: ReadonlyMap<string, ReadonlySet<string>>;
  readonly short: ReadonlyMap<string, ReadonlySet<string>>;
  readonly names: readonly string[];
};

function add(map: Map<string, Set<string>>, word: string, id: string): void {
  const key = comparable(word);
  if (key === '') return;
  const ids = map.get(key);
  if (ids) ids.add(id);
  else map.set(key, new Set([id]));
}

function matchesTarget(record: LedgerRecord, target: ReferenceTarget): boolean {
  if (target.where === undefined) return true;
  const value = record.values[target.where.field];
  return typeof value === 'string' && target.where.is.includes(value);
}

function indexOf(target: ReferenceTarget, ledger: Ledger, records: readonly LedgerRecord[]): Index {
  const exact = new Map<string, Set<string>>();
  const short = new Map<string, Set<string>>();
  const names: string[] = [];
  const all: string[] = [];
  for (const record of records) {
    if (!matchesTarget(record, target)) continue;
    all.push(record.id);
    // Cases are called by their numbers; their titles are people, or sentences.
    const name = record.values[ledger.numbering?.field ?? ledger.titleField];
    if (typeof name === 'string') {
      names.push(name);
      add(exact, name, record.id);
      if (!ledger.numbering) for (const word of shorter(name)) add(short, word, record.id);
    }
    for (const fieldId of ledger.alsoCalled) {
      const words = record.values[fieldId];
      if (typeof words === 'string') for (const word of [words, ...splitWords(words)]) add(exact, word, record.id);
    }
  }
  return { all, exact, short, names };
}

function find(index: Index, words: string): Resolution {
  const word = comparable(words);
  const ids =
    index.exact.get(word) ??
    index.short.get(word) ??
    index.exact.get(word.replace(BODY_OF_PLACE, '')) ??
    index.short.get(word.replace(BODY_OF_PLACE, ''));
  return ids ? { ids: [...ids] } : { nearest: nearestWords(words, index.names) };
}

/** A name that several withdrawn records bore names none of them. */
function foundNowOrBefore(now: Resolution, before: () => Resolution): Resolution {
  if ('ids' in now) return now;
  const former = before();
  return 'ids' in former && former.ids.length === 1 ? former : now;
}

/**
 * Finds records by name, short name or alias, for `ConvertLookup.resolve`. One index a target, built on first use, so
 * one resolver serves one import or one form; records added later need a new one. With `today`, names are looked for among
 * records in use, since a withdrawn community of the same name would make its name ambiguous; a name that none in use bears
 * finds the withdrawn one, so that an old sheet finds its own community. Whether a row may name it is judged by its day.
 */
export function referenceResolver(
  ledgerById: (ledgerId: string) => Ledger | undefined,
  recordsOf: (ledgerId: string) => readonly LedgerRecord[],
  today?: Day,
): ConvertLookup['resolve'] {
  const indexes = new Map<string, { readonly now: Index; readonly former: Index }>();
  const known = new Map<string, Resolution>();
  return (target, words) => {
    const ledger = ledgerById(target.ledger);
    if (ledger === undefined) return { nearest: [] };
    const targetKey = JSON.stringify([target.ledger, target.where]);
    let index = indexes.get(targetKey);
    if (index === undefined) {
      const records = recordsOf(target.ledger);
      const those = (are: typeof isInUse) => records.filter(({ values }) => are(values, today ?? ''));
      index = {
        now: indexOf(target, ledger, today === undefined ? records : those(isInUse)),
        former: indexOf(target, ledger, today === undefined ? [] : those(isWithdrawn)),
      };
      indexes.set(targetKey, index);
    }
    if (target.allWords?.some((word) => comparable(word) === comparable(words))) return { ids: index.now.all };
    const key = `${targetKey}\n${words}`;
    const before = known.get(key);
    if (before !== undefined) return before;
    const found = foundNowOrBefore(find(index.now, words), () => find(index.former, words));
    known.set(key, found);
    return found;
  };
}

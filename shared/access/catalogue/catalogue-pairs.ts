import { textIn } from '../../kit/field-values.ts';
import { dice, pieces } from '../../kit/similarity.ts';
import type { LedgerRecord } from '../../kit/values.ts';

/** Names that share this much of their pieces are shown as 疑似同一项; below it one was dropped and another added. */
export const LIKELY_SAME_ITEM = 0.6;

export type PairedBy = 'record' | 'code' | 'name' | 'likeness';

export const PAIRED_BY_TITLES: { readonly [by in PairedBy]: string } = {
  record: '同一条目',
  code: '编号相同',
  name: '名称相同',
  likeness: '疑似同一项',
};

/** An item of the earlier catalogue, the one of the later, or both and why they are taken for one. */
export type Paired = {
  readonly before?: LedgerRecord;
  readonly after?: LedgerRecord;
  readonly by?: PairedBy;
  /** 0 to 1, where paired by likeness. */
  readonly likeness?: number;
};

const nameOf = ({ values }: LedgerRecord): string => textIn(values, 'name').normalize('NFKC').replace(/\s+/g, '');
const listOf = ({ values }: LedgerRecord): string => textIn(values, 'listType');

/**
 * What two items must share, strongest first. A name alone also pairs an item that changed its list (依法协助 → 收回);
 * likeness pairs within one list only, where two short names mean the same more often than not.
 */
const KEYS: readonly (readonly [by: PairedBy, key: (record: LedgerRecord) => string])[] = [
  ['record', ({ id }) => id],
  ['code', ({ values }) => textIn(values, 'code')],
  ['name', (record) => `${listOf(record)} ${nameOf(record)}`],
  ['name', nameOf],
];

/**
 * Pairs the items of two catalogues, each at most once: in the later one's order, then what is left of the earlier. A
 * key that several items of one side carry pairs nothing: which of them is meant cannot be told.
 */
export function pairItems(before: readonly LedgerRecord[], after: readonly LedgerRecord[]): readonly Paired[] {
  const found = new Map<LedgerRecord, Paired>();
  let [left, right] = [before, after];
  const settle = (pairs: readonly Match[]) => {
    for (const pair of pairs) found.set(pair.after, pair);
    const taken = new Set(pairs.map((pair) => pair.before));
    left = left.filter((record) => !taken.has(record));
    right = right.filter((record) => !found.has(record));
  };
  for (const [by, key] of KEYS) settle(byKey(left, right, by, key));
  settle(byLikeness(left, right));
  return [
    ...after.map((record): Paired => found.get(record) ?? { after: record }),
    ...left.map((one) => ({ before: one })),
  ];
}

type Match = Required<Pick<Paired, 'before' | 'after' | 'by'>> & { readonly likeness?: number };

function byKey(
  left: readonly LedgerRecord[],
  right: readonly LedgerRecord[],
  by: PairedBy,
  key: (record: LedgerRecord) => string,
): readonly Match[] {
  const others = onlyOnes(left, key);
  return [...onlyOnes(right, key)].flatMap(([shared, record]): Match[] => {
    const other = others.get(shared);
    return other === undefined ? [] : [{ before: other, after: record, by }];
  });
}

/** Records by key, without blank keys and without those that several carry. */
function onlyOnes(
  records: readonly LedgerRecord[],
  key: (record: LedgerRecord) => string,
): ReadonlyMap<string, LedgerRecord> {
  const byKeys = new Map<string, LedgerRecord>();
  const several = new Set(['']);
  for (const record of records) {
    const own = key(record);
    if (byKeys.has(own)) several.add(own);
    byKeys.set(own, record);
  }
  for (const own of several) byKeys.delete(own);
  return byKeys;
}

/** The most alike first, so that a good pair is never broken by a poorer one. */
function byLikeness(left: readonly LedgerRecord[], right: readonly LedgerRecord[]): readonly Match[] {
  const cut = (records: readonly LedgerRecord[]) =>
    records.map((record) => ({ record, list: listOf(record), pieces: pieces(nameOf(record)) }));
  const others = cut(left);
  const candidates = cut(right)
    .flatMap((one) =>
      others
        .filter(({ list }) => list === one.list)
        .map((other): Match => {
          const likeness = dice(one.pieces, other.pieces);
          return { before: other.record, after: one.record, by: 'likeness', likeness };
        }),
    )
    .filter(({ likeness = 0 }) => likeness >= LIKELY_SAME_ITEM)
    .sort((one, other) => (other.likeness ?? 0) - (one.likeness ?? 0));
  const taken = new Set<LedgerRecord>();
  return candidates.filter((pair) => {
    if (taken.has(pair.before) || taken.has(pair.after)) return false;
    taken.add(pair.before).add(pair.after);
    return true;
  });
}

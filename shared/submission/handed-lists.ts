import { sha256OfText } from '../kit/sha256.ts';

/** Records that were handed in one by one: what each row is about, and the words of its cells in the order of `columns`. */
export type HandedList = {
  /** Which sheet of the form or report, from 0. */
  readonly sheet: number;
  readonly ledger: string;
  readonly columns: readonly string[];
  /** Columns that are not compared, for what they show changes by itself: days left, a stage. */
  readonly left: readonly string[];
  readonly rows: readonly { readonly id: string; readonly cells: readonly string[] }[];
};

/**
 * Lists as they are kept with a submission: marks, no data of people. Of every cell one mark; of very long lists one mark
 * a row (`whole`).
 */
export type KeptList = Omit<HandedList, 'rows'> & {
  readonly whole?: true;
  readonly rows: { readonly [id: string]: string };
};

/** Rows that came, went, or say something else now; `columns` are those that differ, none where only rows were kept. */
export type ListChange = {
  readonly sheet: number;
  readonly ledger: string;
  readonly kind: 'added' | 'gone' | 'changed';
  readonly ids: readonly string[];
  readonly columns: readonly string[];
};

/** More cells than this are kept a row at a time: a submission stays well below a megabyte. */
const MOST_CELLS = 20_000;
/** Hex digits of a cell's mark, and of a row's: 16 million to one, and 280 billion to one, against a change passing unseen. */
const CELL = 6;
const ROW = 12;

const markOf = (text: string, length: number): string => sha256OfText(text).slice(0, length);

function keptList({ rows, ...list }: HandedList): KeptList {
  const isWhole = rows.length * list.columns.length > MOST_CELLS;
  const marks = rows.map(({ id, cells }) => {
    // The record is part of what is marked: equal words of two people do not show as equal marks.
    const mark = isWhole
      ? markOf(JSON.stringify([id, ...cells]), ROW)
      : cells.map((cell) => markOf(JSON.stringify([id, cell]), CELL)).join('');
    return [id, mark] as const;
  });
  return { ...list, ...(isWhole ? { whole: true as const } : {}), rows: Object.fromEntries(marks) };
}

export const keptLists = (lists: readonly HandedList[]): readonly KeptList[] => lists.map(keptList);

/** What became of handed-in lists since. */
export const listChanges = (then: readonly KeptList[], now: readonly KeptList[]): readonly ListChange[] =>
  paired(then, now).flatMap(({ before, after }) => {
    const one = after ?? before;
    return one === undefined ? [] : changesOf(one, before, after);
  });

type Pair = { readonly before: KeptList | undefined; readonly after: KeptList | undefined };

/** The same list then and now: the first of its ledger on its sheet, the second, and so on. */
function paired(then: readonly KeptList[], now: readonly KeptList[]): readonly Pair[] {
  const [old, fresh] = [byPlace(then), byPlace(now)];
  const places = [...new Set([...fresh.keys(), ...old.keys()])];
  return places.map((place) => ({ before: old.get(place), after: fresh.get(place) }));
}

function byPlace(lists: readonly KeptList[]): ReadonlyMap<string, KeptList> {
  const seen = new Map<string, number>();
  return new Map(
    lists.map((list) => {
      const own = `${list.sheet} ${list.ledger}`;
      const time = (seen.get(own) ?? 0) + 1;
      seen.set(own, time);
      return [`${own} ${time}`, list];
    }),
  );
}

function changesOf({ sheet, ledger }: KeptList, before: Pair['before'], after: Pair['after']): readonly ListChange[] {
  const [old, fresh] = [before?.rows ?? {}, after?.rows ?? {}];
  const added = Object.keys(fresh).filter((id) => !(id in old));
  const gone = Object.keys(old).filter((id) => !(id in fresh));
  const both = Object.keys(fresh).filter((id) => id in old);
  const isSame = comparison(before, after);
  const changed = both.map((id) => ({ id, columns: isSame(old[id] ?? '', fresh[id] ?? '') }));
  const differing = changed.filter(({ columns }) => columns !== undefined);
  const change = (kind: ListChange['kind'], ids: readonly string[], columns: readonly string[] = []): ListChange[] =>
    ids.length === 0 ? [] : [{ sheet, ledger, kind, ids, columns }];
  return [
    ...change('added', added),
    ...change('gone', gone),
    ...change(
      'changed',
      differing.map(({ id }) => id),
      [...new Set(differing.flatMap(({ columns }) => columns ?? []))],
    ),
  ];
}

/** Which columns of a row differ; undefined where none does. Columns that only one of the two has are not compared. */
function comparison(before: KeptList | undefined, after: KeptList | undefined) {
  const shared = (after?.columns ?? []).flatMap((column, now) => {
    const then = before?.columns.indexOf(column) ?? -1;
    return then < 0 ? [] : [{ column, then, now }];
  });
  const isByCell = before?.whole !== true && after?.whole !== true;
  return (old: string, fresh: string): readonly string[] | undefined => {
    if (old === fresh) return undefined;
    // A list that grew or shrank beyond the limit has marks of two kinds: its rows cannot be compared.
    if (!isByCell) return before?.whole === after?.whole ? [] : undefined;
    const cell = (marks: string, at: number) => marks.slice(at * CELL, (at + 1) * CELL);
    const differing = shared.filter(({ then, now }) => cell(old, then) !== cell(fresh, now));
    return differing.length === 0 ? undefined : differing.map(({ column }) => column);
  };
}

/** What of the lists could not be compared, in a clerk's words. */
export function notCompared(then: readonly KeptList[] | undefined, now: readonly KeptList[]): readonly string[] {
  if (now.length === 0) return [];
  if (then === undefined) return ['上报时没有留存明细，清单部分没有比较'];
  const left = [...new Set(now.flatMap((list) => list.left))];
  const both = paired(then, now).flatMap(({ before, after }) => (before && after ? [{ before, after }] : []));
  const others = both.flatMap(({ before, after }) => [
    ...after.columns.filter((one) => !before.columns.includes(one)),
    ...before.columns.filter((one) => !after.columns.includes(one)),
  ]);
  const isMixed = both.some(({ before, after }) => before.whole !== after.whole);
  return [
    ...(left.length === 0 ? [] : [`${left.join('、')}由程序按当天算出，没有比较`]),
    ...(others.length === 0 ? [] : [`${[...new Set(others)].join('、')}只在其中一次的列里，没有比较`]),
    ...(isMixed ? ['行数相差太多，只比较了增减，没有逐行比较'] : []),
  ];
}

/** The lists a record keeps; undefined where it keeps none: handed in before they were kept, or 零报告. */
export function readLists(text: string): readonly KeptList[] | undefined {
  if (text === '') return undefined;
  const kept: unknown = JSON.parse(text);
  return Array.isArray(kept) ? (kept as readonly KeptList[]) : undefined;
}

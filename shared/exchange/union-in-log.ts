import type { EntryHeader } from '../history/batch.ts';
import { chainLimits } from '../history/chain-limits.ts';
import { type MergeNote, mergeNoteOf } from './merge-note.ts';

/** What a batch states of other chains: the origin of its own, or a merge. */
export type Statement = Pick<EntryHeader, 'chain' | 'sequence' | 'part' | 'lamport' | 'origin' | 'reason'>;

/** Whose chains lie in a log, and how far those count in it that do not count whole. */
export type UnionInLog = {
  readonly own: string;
  readonly chains: { readonly [chain: string]: string };
  readonly offices: { readonly [id: string]: string };
  readonly reach: ReadonlyMap<string, number>;
  /** Chains that came in packages, of this office's other PCs too. */
  readonly came: ReadonlySet<string>;
};

/**
 * Reads out of a log alone what its merges brought: for records that are made anew from the journal. `first` is the chain
 * the journal begins with, which is this office's own. Chains that came count as far as this PC last said: another
 * office's no further, those of this office's other PCs whole, but where a merge of them was taken back or gone back over.
 * Undefined where nothing was ever merged.
 */
export function unionInLog(statements: readonly Statement[], first: string | undefined): UnionInLog | undefined {
  const inOrder = statements.toSorted((a, b) => a.lamport - b.lamport);
  const notes = inOrder.flatMap(({ chain, reason }) => {
    const note = mergeNoteOf(reason);
    return note ? [{ chain, note }] : [];
  });
  const officeOf = officesIn(notes);
  const own = ownOffice(notes, officeOf, firstNamed(inOrder, officeOf, first));
  if (own === undefined) return undefined;
  const came = cameIn(notes);
  const reach = new Map<string, number>();
  for (const [chain, { last, most }] of saidHere(inOrder, officeOf, own, came))
    if (officeOf.get(chain) !== own || last < most) reach.set(chain, last);
  // What was written here is in no list of what came: a restore goes back over it.
  const isOthers = ([chain, office]: readonly [string, string]) => office !== own || came.has(chain);
  const chains = Object.fromEntries([...officeOf].filter(isOthers));
  return { own, chains, offices: Object.assign({}, ...notes.map(({ note }) => note.offices)), reach, came };
}

type WrittenNote = { readonly chain: string; readonly note: MergeNote };

/**
 * Chains that came in packages to this PC. Notes that came along are about what their sender held, and may name what was
 * written here. The last was written here: a merge is noted after all that it brought.
 */
function cameIn(notes: readonly WrittenNote[]): ReadonlySet<string> {
  const came = new Set<string>();
  for (const { chain, note } of notes.toReversed())
    if (!came.has(chain)) for (const other of Object.keys(note.chains)) came.add(other);
  return came;
}

/**
 * How far the chains that came were said to count, by notes of merges written here and by chains that go on here from
 * somewhere, after a restore from before some merge. `last` is by what counts itself, `most` by all of it.
 */
function saidHere(
  inOrder: readonly Statement[],
  officeOf: ReadonlyMap<string, string>,
  own: string,
  came: ReadonlySet<string>,
): ReadonlyMap<string, { readonly last: number; readonly most: number }> {
  const origins = inOrder.flatMap(({ chain, lamport, origin }) =>
    origin && !came.has(chain) ? [{ chain, lamport, origin }] : [],
  );
  const limits = chainLimits(origins, (chain) => officeOf.get(chain) ?? own);
  const foreign = [...officeOf].flatMap(([chain, office]) => (office === own ? [] : [chain]));
  const others = new Set([...came, ...foreign]);
  const said = new Map([...others].map((chain) => [chain, { last: 0, most: 0 }]));
  for (const { chain, sequence, origin, reason } of inOrder) {
    if ((officeOf.get(chain) ?? own) !== own) continue;
    const counts = sequence <= (limits.get(chain) ?? sequence);
    const named = Object.entries(mergeNoteOf(reason)?.chains ?? {}).map(([other, { to }]) => [other, to] as const);
    const covered = origin ? [...others].map((other) => [other, origin.covers[other] ?? 0] as const) : [];
    for (const [other, to] of [...covered, ...named]) {
      const before = said.get(other);
      // A chain that came says how far its sender held others; of one that no note here names, it alone tells.
      if (!before || (came.has(chain) && came.has(other))) continue;
      said.set(other, { last: counts ? to : before.last, most: Math.max(before.most, to) });
    }
  }
  return said;
}

/** Which office writes a chain: what it says of itself goes before what others say of it. */
function officesIn(notes: readonly WrittenNote[]): ReadonlyMap<string, string> {
  const named = notes.flatMap(({ note }) =>
    Object.entries(note.chains).map(([chain, { office }]) => [chain, office] as const),
  );
  return new Map([...named, ...notes.map(({ chain, note }) => [chain, note.by] as const)]);
}

/** The first chain, or where no note tells whose it is, one that goes on from it: the PC began on another one's records. */
function firstNamed(
  inOrder: readonly Statement[],
  officeOf: ReadonlyMap<string, string>,
  first = '',
): string | undefined {
  if (officeOf.has(first)) return first;
  return inOrder.find(({ chain, origin }) => origin && first in origin.covers && officeOf.has(chain))?.chain;
}

/** The office of the first chain; where nobody names it, the one that named every other office's chains. */
function ownOffice(
  notes: readonly WrittenNote[],
  officeOf: ReadonlyMap<string, string>,
  first: string | undefined,
): string | undefined {
  const known = officeOf.get(first ?? '');
  if (known !== undefined) return known;
  const writers = new Map(notes.map(({ chain, note }) => [chain, note.by]));
  const namesAllOthers = (office: string) => {
    const named = new Set(
      notes.filter(({ note }) => note.by === office).flatMap(({ note }) => Object.keys(note.chains)),
    );
    return [...writers].every(([chain, by]) => by === office || named.has(chain));
  };
  return notes.map(({ note }) => note.by).find(namesAllOthers);
}

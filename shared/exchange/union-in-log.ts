import type { EntryHeader } from '../history/batch.ts';
import { type MergeNote, mergeNoteOf } from './merge-note.ts';
import { Seen } from './seen.ts';

/** What a batch states of other chains: the origin of its own, or a merge. */
export type Statement = Pick<EntryHeader, 'chain' | 'sequence' | 'part' | 'lamport' | 'origin' | 'reason'>;

/** Whose chains lie in a log, and how far those count in it that do not count whole. */
export type UnionInLog = {
  readonly own: string;
  readonly chains: { readonly [chain: string]: string };
  readonly offices: { readonly [id: string]: string };
  readonly reach: ReadonlyMap<string, number>;
};

/**
 * Reads out of a log alone what its merges brought: for records that are made anew from the journal. `first` is the chain
 * the journal begins with, which is this office's own. Chains of other offices count as far as this office last said,
 * those of its own other PCs whole, but where a merge of them was taken back. Undefined where nothing was ever merged.
 */
export function unionInLog(statements: readonly Statement[], first: string | undefined): UnionInLog | undefined {
  const inOrder = statements.toSorted((a, b) => a.lamport - b.lamport);
  const notes = inOrder.flatMap(({ chain, reason }) => {
    const note = mergeNoteOf(reason);
    return note ? [{ chain, note }] : [];
  });
  const officeOf = officesIn(notes);
  const own = ownOffice(notes, officeOf, first);
  if (own === undefined) return undefined;
  const seen = new Seen();
  for (const statement of inOrder) seen.note(statement);
  const writers = [...new Set(inOrder.map(({ chain }) => chain))].filter(
    (chain) => (officeOf.get(chain) ?? own) === own,
  );
  const reach = new Map<string, number>();
  for (const [chain, office] of officeOf) {
    if (office === own) continue;
    const held = writers.map((writer) => seen.heldLast(writer, chain));
    reach.set(chain, Math.max(0, ...held));
  }
  for (const [chain, to] of takenBack(notes)) if (officeOf.get(chain) === own) reach.set(chain, to);
  const chains = Object.fromEntries([...officeOf].filter(([chain, office]) => office !== own || chain !== first));
  return { own, chains, offices: Object.assign({}, ...notes.map(({ note }) => note.offices)), reach };
}

type WrittenNote = { readonly chain: string; readonly note: MergeNote };

/**
 * Chains of which this PC took batches out again, and how far it left them. Notes that came in a package do not say so:
 * they are about what its sender held, and may name what was written here.
 */
function takenBack(notes: readonly WrittenNote[]): ReadonlyMap<string, number> {
  const came = new Set<string>();
  const said = new Map<string, readonly number[]>();
  // The last was written here: a merge is noted after all that it brought.
  for (const { chain, note } of notes.toReversed()) {
    if (came.has(chain)) continue;
    for (const [other, { to }] of Object.entries(note.chains)) {
      came.add(other);
      said.set(other, [...(said.get(other) ?? []), to]);
    }
  }
  return new Map(
    [...said].flatMap(([chain, [last = 0, ...earlier]]) => (earlier.some((to) => to > last) ? [[chain, last]] : [])),
  );
}

/** Which office writes a chain: what it says of itself goes before what others say of it. */
function officesIn(notes: readonly WrittenNote[]): ReadonlyMap<string, string> {
  const named = notes.flatMap(({ note }) =>
    Object.entries(note.chains).map(([chain, { office }]) => [chain, office] as const),
  );
  return new Map([...named, ...notes.map(({ chain, note }) => [chain, note.by] as const)]);
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

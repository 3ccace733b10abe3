import type { EntryHeader } from '../history/batch.ts';
import { mergeNoteOf } from './merge-note.ts';

/** A batch by its place. */
export type BatchPlace = Pick<EntryHeader, 'chain' | 'sequence'>;

type Stretch = { readonly from: number; readonly held: ReadonlyMap<string, number> };

/**
 * What the writer of each batch had before him: his own chain up to it, and of other chains what the notes of his merges
 * and the origin of his chain say. Lamport counters alone cannot tell: a later batch need not know an earlier one.
 * Batches are told in the order of the fold.
 */
export class Seen {
  readonly #stretches = new Map<string, Stretch[]>();

  /** Takes note of a batch's header, before anything is asked of that batch. */
  note({
    chain,
    sequence,
    part,
    origin,
    reason,
  }: Pick<EntryHeader, 'chain' | 'sequence' | 'part' | 'origin' | 'reason'>) {
    if (part !== 0) return;
    const merged = mergeNoteOf(reason);
    if (!origin && !merged) return;
    const stretches = this.#stretches.get(chain) ?? [];
    const held = new Map(stretches.at(-1)?.held);
    for (const [other, to] of Object.entries(origin?.covers ?? {})) held.set(other, to);
    for (const [other, { to }] of Object.entries(merged?.chains ?? {})) held.set(other, to);
    this.#stretches.set(chain, [...stretches, { from: sequence, held }]);
  }

  /** Whether the writer of one batch had the other before him; every batch knows itself. */
  saw(by: BatchPlace, other: BatchPlace): boolean {
    if (by.chain === other.chain) return other.sequence <= by.sequence;
    const held = this.#stretches
      .get(by.chain)
      ?.findLast(({ from }) => from <= by.sequence)
      ?.held.get(other.chain);
    return held !== undefined && other.sequence <= held;
  }
}

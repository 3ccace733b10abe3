import type { EntryHeader } from '../history/batch.ts';
import { positionOf } from '../history/rev.ts';
import type { Rev } from '../kit/values.ts';
import { mergeNoteOf } from './merge-note.ts';

/** A batch by its place. */
export type BatchPlace = Pick<EntryHeader, 'chain' | 'sequence'>;

/** From a batch of a chain on: how far other chains were held. */
type Stretch = { readonly from: number; readonly held: ReadonlyMap<string, number> };

/** The same in a form that can be kept. */
export type Stretches = readonly (readonly [chain: string, readonly Stretch[]])[];

/**
 * What the writer of each batch had before him: his own chain up to it; of other chains what the notes of his merges and
 * the origin of his chain say, and at least what the revs say that he changed. Lamport counters alone cannot tell: a later
 * batch need not know an earlier one. Batches are told in the order of the fold.
 */
export class Seen {
  readonly #stretches: Map<string, readonly Stretch[]>;

  constructor(stretches: Stretches = []) {
    this.#stretches = new Map(stretches);
  }

  get stretches(): Stretches {
    return [...this.#stretches];
  }

  /** Takes note of a batch's header, before anything is asked of that batch. */
  note(header: Pick<EntryHeader, 'chain' | 'sequence' | 'part' | 'origin' | 'reason'>): void {
    const { origin, reason, part } = header;
    const merged = part === 0 ? mergeNoteOf(reason) : undefined;
    const said = [
      ...Object.entries((part === 0 && origin?.covers) || {}),
      ...Object.entries(merged?.chains ?? {}).map(([other, { to }]) => [other, to] as const),
    ];
    if (said.length > 0) this.#extend(header, said);
  }

  /** Takes note of what a change was made on: whoever wrote it had the batch that had written the record before. */
  noteRev(by: BatchPlace, rev: Rev): void {
    const before = positionOf(rev);
    if (before && !this.saw(by, before)) this.#extend(by, [[before.chain, before.sequence]]);
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

  #extend({ chain, sequence }: BatchPlace, said: readonly (readonly [chain: string, sequence: number])[]): void {
    const stretches = this.#stretches.get(chain) ?? [];
    const held = new Map([...(stretches.at(-1)?.held ?? []), ...said]);
    const earlier = stretches.filter(({ from }) => from < sequence);
    this.#stretches.set(chain, [...earlier, { from: sequence, held }]);
  }
}

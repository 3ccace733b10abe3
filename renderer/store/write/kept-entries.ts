import { batchIdOf } from '../../../shared/history/rev.ts';
import type { BatchKey } from '../database.ts';
import type { Entries } from './entries-again.ts';

/** Bytes kept at most. Of a bulk batch only its changes are, and of these there is one: no other is taken while it is owed. */
const MOST = 32 * 1024 * 1024;

const sizeOf = (entries: Entries): number =>
  Array.isArray(entries) ? entries.reduce((sum, { bytes }) => sum + bytes.length, 0) : 0;

/** The entries of batches that the journal still lacks: should the database be lost meanwhile, they are nowhere else. */
export class KeptEntries {
  readonly #entries = new Map<string, Entries>();

  keep(batch: BatchKey, entries: Entries): void {
    const kept = [...this.#entries.values()].reduce((sum, one) => sum + sizeOf(one), 0);
    if (kept + sizeOf(entries) <= MOST) this.#entries.set(batchIdOf(batch), entries);
  }

  of(batch: BatchKey): Entries | undefined {
    return this.#entries.get(batchIdOf(batch));
  }

  /** Lets go of all others. */
  only(batches: readonly BatchKey[]): void {
    const owed = new Set(batches.map(batchIdOf));
    for (const batch of [...this.#entries.keys()]) if (!owed.has(batch)) this.#entries.delete(batch);
  }
}

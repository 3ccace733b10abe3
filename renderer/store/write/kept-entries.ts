import { batchIdOf } from '../../../shared/history/rev.ts';
import { MEGABYTE } from '../../../shared/kit/bytes.ts';
import { sum } from '../../../shared/kit/numbers.ts';
import type { BatchKey } from '../database.ts';
import type { Entries } from './entries-again.ts';

/** Bytes kept at most. Of a bulk batch only its changes are, and of these there is one: no other is taken while it is owed. */
const MOST = 32 * MEGABYTE;

const sizeOf = (entries: Entries): number =>
  Array.isArray(entries) ? sum(entries.map(({ bytes }) => bytes.length)) : 0;

/** The entries of batches that the journal still lacks: should the database be lost meanwhile, they are nowhere else. */
export class KeptEntries {
  readonly #entries = new Map<string, Entries>();
  /** Bytes there is still room for. */
  #room = MOST;

  /** False where there is no room for them. */
  keep(batch: BatchKey, entries: Entries): boolean {
    this.letGoOf(batch);
    const size = sizeOf(entries);
    if (size > this.#room) return false;
    this.#entries.set(batchIdOf(batch), entries);
    this.#room -= size;
    return true;
  }

  of(batch: BatchKey): Entries | undefined {
    return this.#entries.get(batchIdOf(batch));
  }

  letGoOf(batch: BatchKey): void {
    this.#delete(batchIdOf(batch));
  }

  /** Lets go of all others. */
  only(batches: readonly BatchKey[]): void {
    const owed = new Set(batches.map(batchIdOf));
    for (const id of [...this.#entries.keys()]) if (!owed.has(id)) this.#delete(id);
  }

  #delete(id: string): void {
    const entries = this.#entries.get(id);
    if (entries && this.#entries.delete(id)) this.#room += sizeOf(entries);
  }
}

/** Batches that are remembered, and records of one: whoever looks later, or after more, looks at everything anew. */
const BATCHES = 32;
const RECORDS = 200;

type Batch = { readonly changes: number; readonly ids: readonly string[] };

/** Which records the last batches of a ledger touched, so that one edit does not make every list anew. */
export class RecentChanges {
  #batches: readonly Batch[] = [];
  #open: string[] = [];

  touch(id: string): void {
    if (this.#open.length <= RECORDS) this.#open.push(id);
  }

  /** Ends a batch; `changes` is what the ledger counts from now on. */
  close(changes: number): void {
    const isSmall = this.#open.length <= RECORDS;
    this.#batches = isSmall ? [...this.#batches, { changes, ids: this.#open }].slice(-BATCHES) : [];
    this.#open = [];
  }

  /** Ids touched since the ledger counted `changes`; undefined where that is not known any more. */
  since(changes: number, now: number): ReadonlySet<string> | undefined {
    const later = this.#batches.filter((batch) => batch.changes > changes);
    return later.length === now - changes ? new Set(later.flatMap(({ ids }) => ids)) : undefined;
  }
}

import type { LedgerRecord, Values } from '../kit/values.ts';

/** Records a block holds at most: small enough to rewrite after a day's edits, large enough to load in one go. */
const BLOCK_SIZE = 500;

/** Which block each record of a ledger lies in, and which blocks changed since they were last written. */
export class BlockPlaces {
  readonly #blockOf = new Map<string, number>();
  readonly #members: string[][] = [];
  readonly #dirty = new Set<number>();

  /** Marks a record as changed; a new one takes its place in the last block. */
  touch(id: string): void {
    let block = this.#blockOf.get(id);
    if (block === undefined) {
      if ((this.#members.at(-1)?.length ?? BLOCK_SIZE) >= BLOCK_SIZE) this.#members.push([]);
      block = this.#members.length - 1;
      this.#members[block]?.push(id);
      this.#blockOf.set(id, block);
    }
    this.#dirty.add(block);
  }

  /** Takes over a block as it was read. Blocks come in their order. */
  load(ids: readonly string[]): void {
    const block = this.#members.push([...ids]) - 1;
    for (const id of ids) this.#blockOf.set(id, block);
  }

  idsIn(block: number): readonly string[] {
    return this.#members[block] ?? [];
  }

  get count(): number {
    return this.#members.length;
  }

  dirty(): readonly number[] {
    return [...this.#dirty].sort((a, b) => a - b);
  }

  /** Marks every block, so that the next checkpoint writes the whole ledger. */
  markAll(): void {
    for (let block = 0; block < this.#members.length; block += 1) this.#dirty.add(block);
  }

  markClean(blocks: Iterable<number>): void {
    for (const block of blocks) this.#dirty.delete(block);
  }
}

/** Records of a block: those that stand and those in the trash, each in the block's order. */
export type BlockContent = {
  readonly version: number;
  readonly records: readonly LedgerRecord[];
  readonly deleted: readonly LedgerRecord[];
  /** Ids of both in the order they came, so that a loaded ledger lists its rows as before. */
  readonly order: readonly string[];
};

/** Packs one block to JSON bytes. `version` is the declaration's, for the upcast on reading. */
export function encodeBlock(
  places: BlockPlaces,
  block: number,
  version: number,
  table: { readonly records: ReadonlyMap<string, LedgerRecord>; readonly deleted: ReadonlyMap<string, LedgerRecord> },
): Uint8Array<ArrayBuffer> {
  const order = places.idsIn(block);
  const present = (from: ReadonlyMap<string, LedgerRecord>) => order.flatMap((id) => from.get(id) ?? []);
  const content: BlockContent = { version, order, records: present(table.records), deleted: present(table.deleted) };
  return new TextEncoder().encode(JSON.stringify(content));
}

/** Reads a block back; records of an older declaration pass through `upcast`. */
export function decodeBlock(
  bytes: Uint8Array,
  upcast: (values: Values, fromVersion: number) => Values,
  version: number,
): BlockContent {
  const content: BlockContent = JSON.parse(new TextDecoder().decode(bytes));
  if (content.version >= version) return content;
  const read = (record: LedgerRecord) => ({ ...record, values: upcast(record.values, content.version) });
  return { ...content, records: content.records.map(read), deleted: content.deleted.map(read) };
}

import { bytesOfHex, hexOf } from '../kit/hex.ts';
import { Sha256, sha256 } from '../kit/sha256.ts';
import type { Entry, EntryHeader } from './batch.ts';

/** Characters of a salt: 16 random bytes in hex, so that a digest tells nothing about a short payload. */
export const SALT_LENGTH = 32;

/** Bytes of a digest. */
const DIGEST_BYTES = 32;

/**
 * The digests of an entry's changes, and from them its hash. A digest is SHA-256 over the text of a change's salt and the
 * bytes of its JSON; the hash is SHA-256 over the header line's bytes (without line break) and the digests.
 */
export class EntrySeal {
  readonly #hash = new Sha256();
  readonly #digests: Uint8Array;
  #count = 0;

  constructor(changes: number) {
    this.#digests = new Uint8Array(changes * DIGEST_BYTES);
  }

  /** The next change, by where its salt and its JSON begin and end in the bytes of its entry. */
  add(bytes: Uint8Array, salt: number, change: number, end: number): void {
    this.#hash.update(bytes, salt, salt + SALT_LENGTH).update(bytes, change, end);
    this.#hash.digestInto(this.#digests, this.#count * DIGEST_BYTES);
    this.#count += 1;
  }

  /** The next change, of which nothing but its digest is left. */
  addDigest(hex: string): void {
    this.#digests.set(bytesOfHex(hex), this.#count * DIGEST_BYTES);
    this.#count += 1;
  }

  /** The digest of the change that was added last, in hex. */
  get last(): string {
    return hexOf(this.#digests.subarray((this.#count - 1) * DIGEST_BYTES, this.#count * DIGEST_BYTES));
  }

  /** The entry's hash in hex. */
  hash(headerBytes: Uint8Array): string {
    return this.#hash.update(headerBytes).update(this.#digests).hex();
  }
}

/** SHA-256 of bytes in hex. */
export const hashOf = sha256;

/** What a chain's verification found: entries looked at, and the first that does not fit with the reason. */
export type ChainVerdict = {
  readonly entries: number;
  readonly broken?: { readonly header: EntryHeader; readonly why: string };
};

/** Goes through the entries of one chain, oldest first; feed it entry by entry where a chain is too long for memory. */
export class ChainCheck {
  #previous: Entry | undefined;
  #changes = 0;
  #entries = 0;
  #broken: ChainVerdict['broken'];

  /** Looks at the next entry. Returns false once the chain is broken. */
  next(entry: Entry): boolean {
    if (this.#broken) return false;
    const why = this.#fault(entry);
    this.#entries += 1;
    if (why !== undefined) {
      this.#broken = { header: entry.header, why };
      return false;
    }
    this.#changes = entry.header.part === 0 ? entry.header.changes : this.#changes + entry.header.changes;
    this.#previous = entry;
    return true;
  }

  verdict(): ChainVerdict {
    return { entries: this.#entries, ...(this.#broken ? { broken: this.#broken } : {}) };
  }

  #fault({ header, sealed }: Entry): string | undefined {
    const before = this.#previous;
    const opens = before === undefined || before.header.closing !== undefined;
    if (sealed.length !== header.changes) return '条目里的改动数与所写不符';
    if (opens && header.part !== 0) return '批次缺少开头部分';
    if (before !== undefined) {
      if (header.chain !== before.header.chain) return '条目不属于这条链';
      if (header.previous !== before.hash) return '与上一条目的校验值对不上';
      if (header.sequence !== before.header.sequence + (opens ? 1 : 0)) return '批次序号不连续';
      if (!opens && header.part !== before.header.part + 1) return '批次的部分不连续';
    }
    return header.closing ? closingFault(header, opens ? 0 : this.#changes) : undefined;
  }
}

function closingFault({ closing, part }: EntryHeader, changes: number): string | undefined {
  return closing?.parts === part && closing.changes === changes ? undefined : '批次的总数与收尾条目不符';
}

/** Checks the entries of one chain, oldest first and without gaps, against each other. */
export function verifyChain(entries: Iterable<Entry>): ChainVerdict {
  const check = new ChainCheck();
  for (const entry of entries) if (!check.next(entry)) break;
  return check.verdict();
}

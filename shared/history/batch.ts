import type { Change, Reason } from './change.ts';

/** The envelope's own version. Raised only together with a reader for every older one. */
export const FORMAT = 1;

/** Most changes one part may carry. */
export const PART_SIZE = 1000;

/** Where an entry stands: which installation, which batch of it, which part. The closing record is the last part. */
export type EntryPosition = { readonly chain: string; readonly sequence: number; readonly part: number };

/**
 * First line of every entry of the log. `at` is wall time with offset, for reading only: it never decides anything.
 * `previous` is the hash of the entry before it in the same chain; for the first entry '' or, after a restore, the
 * hash of the snapshot the chain starts from.
 */
export type EntryHeader = EntryPosition & {
  readonly format: typeof FORMAT;
  readonly lamport: number;
  readonly previous: string;
  readonly operator: string;
  readonly at: string;
  readonly reason: Reason;
  readonly ledgers: readonly string[];
  /** Declaration version of each ledger touched, so that a later `upcast` knows what it reads. */
  readonly versions: { readonly [ledger: string]: number };
  /** Changes in this entry; 0 for a closing record. */
  readonly changes: number;
  /** Present in the first batch of a chain that starts from a snapshot or a recovered log. */
  readonly origin?: ChainOrigin;
  /** Present in the closing record alone: what the whole batch must add up to. */
  readonly closing?: { readonly parts: number; readonly changes: number };
};

/**
 * Where a chain starts when it does not start from nothing: the log position of what it stands on, by chain. Batches
 * of the chains it `leaves` behind (those a restore went back over) count only up to that position.
 */
export type ChainOrigin = {
  readonly covers: { readonly [chain: string]: number };
  readonly leaves: readonly string[];
};

/** One change with its salt, or, once purged (a person's right), nothing but its digest. */
export type SealedChange = { readonly salt: string; readonly change: Change } | { readonly digest: string };

/** An entry as replay sees it. `hash` runs over the header and the digests, so a purged payload still verifies. */
export type Entry = { readonly header: EntryHeader; readonly sealed: readonly SealedChange[]; readonly hash: string };

/** An entry encoded once: the same bytes are hashed, stored, relayed and journalled. */
export type EncodedEntry = {
  readonly position: EntryPosition;
  /** Whether it is the closing record of its batch. */
  readonly closes: boolean;
  readonly lamport: number;
  readonly hash: string;
  readonly bytes: Uint8Array;
};

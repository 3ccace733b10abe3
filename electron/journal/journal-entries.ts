import { z } from 'zod';
import type { EntryPosition } from '../../shared/history/batch.ts';
import type { Frame } from '../../shared/history/journal-frame.ts';
import { LedgerError } from '../../shared/kit/complaint.ts';

/** The part of an entry's first line the shell looks at; the rest is the store's. */
const header = z.object({
  chain: z.string().min(1),
  sequence: z.int().min(0),
  part: z.int().min(0),
  closing: z.object({ parts: z.int(), changes: z.int() }).optional(),
  at: z.string().optional(),
});

export type JournalEntry = EntryPosition & {
  readonly closing: boolean;
  readonly sha256: string;
  /** Wall time, for the clerk to read. */
  readonly at: string | undefined;
};

/** Last closing record of each chain. */
export type Tails = ReadonlyMap<string, EntryPosition & { readonly hash: string; readonly at?: string }>;

export const positionKey = ({ chain, sequence, part }: EntryPosition): string => `${chain}/${sequence}/${part}`;

/**
 * Reads where an entry stands from the first line of its bytes.
 * @throws LedgerError journal/bad-entry when that line is no entry header.
 */
export const readEntry = ({ bytes, sha256 }: Frame): JournalEntry => {
  const lineEnd = bytes.indexOf(10);
  const line = new TextDecoder().decode(lineEnd < 0 ? bytes : bytes.subarray(0, lineEnd));
  try {
    const { chain, sequence, part, closing, at } = header.parse(JSON.parse(line));
    return { chain, sequence, part, closing: closing !== undefined, sha256, at };
  } catch {
    throw new LedgerError(
      'journal/bad-entry',
      '要写入副本的记录不完整，已拒绝。数据库中的数据不受影响，请重新启动程序。',
    );
  }
};

/** What the whole batches of a stretch of journal amount to. `end` is where the last whole batch ends. */
export type Batches = {
  readonly tails: Tails;
  /** SHA-256 of each entry by position. */
  readonly entries: ReadonlyMap<string, string>;
  readonly end: number;
};

/** Where an entry stands, or undefined where its bytes are no entry. */
const entryOrNothing = (frame: Frame): JournalEntry | undefined => {
  try {
    return readEntry(frame);
  } catch {
    return undefined;
  }
};

/**
 * Gathers the whole batches of `frames`, `before` being the tails of what lies before them. Entries after the last
 * closing record count for nothing; so does everything from where a piece is missing, that the store may write it again.
 */
export const gatherBatches = (frames: readonly Frame[], before: Tails = new Map()): Batches => {
  const tails = new Map<string, EntryPosition & { readonly hash: string; readonly at?: string }>();
  const entries = new Map<string, string>();
  let open: JournalEntry[] = [];
  let end = 0;
  for (const frame of frames) {
    const entry = entryOrNothing(frame);
    if (entry === undefined || entry.part !== open.length) break;
    open.push(entry);
    if (!entry.closing) continue;
    const { chain, sequence, part, sha256, at } = entry;
    const last = (tails.get(chain) ?? before.get(chain))?.sequence;
    if (last !== undefined && sequence > last + 1) break;
    for (const each of open) entries.set(positionKey(each), each.sha256);
    // A piece may lie here twice.
    if (last === undefined || sequence > last)
      tails.set(chain, { chain, sequence, part, hash: sha256, ...(at ? { at } : {}) });
    open = [];
    end = frame.end;
  }
  return { tails, entries, end };
};

import { z } from 'zod';
import type { EntryPosition } from '../shared/history/batch.ts';
import type { Frame } from '../shared/history/journal-frame.ts';
import { LedgerError } from '../shared/kit/complaint.ts';

/** The part of an entry's first line the shell looks at; the rest is the store's. */
const header = z.object({
  chain: z.string().min(1),
  sequence: z.int().min(0),
  part: z.int().min(0),
  closing: z.object({ parts: z.int(), changes: z.int() }).optional(),
});

export type JournalEntry = EntryPosition & { readonly closing: boolean; readonly sha256: string };

/** Last closing record of each chain. */
export type Tails = ReadonlyMap<string, EntryPosition & { readonly hash: string }>;

export const positionKey = ({ chain, sequence, part }: EntryPosition): string => `${chain}/${sequence}/${part}`;

/**
 * Reads where an entry stands from the first line of its bytes.
 * @throws LedgerError journal/bad-entry when that line is no entry header.
 */
export const readEntry = ({ bytes, sha256 }: Frame): JournalEntry => {
  const lineEnd = bytes.indexOf(10);
  const line = new TextDecoder().decode(lineEnd < 0 ? bytes : bytes.subarray(0, lineEnd));
  try {
    const { chain, sequence, part, closing } = header.parse(JSON.parse(line));
    return { chain, sequence, part, closing: closing !== undefined, sha256 };
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

/** Gathers the whole batches of `frames`: entries after the last closing record count for nothing. */
export const gatherBatches = (frames: readonly Frame[]): Batches => {
  const tails = new Map<string, EntryPosition & { readonly hash: string }>();
  const entries = new Map<string, string>();
  let open: JournalEntry[] = [];
  let end = 0;
  for (const frame of frames) {
    const entry = readEntry(frame);
    open.push(entry);
    if (!entry.closing) continue;
    for (const each of open) entries.set(positionKey(each), each.sha256);
    const { chain, sequence, part } = entry;
    tails.set(chain, { chain, sequence, part, hash: entry.sha256 });
    open = [];
    end = frame.end;
  }
  return { tails, entries, end };
};

import type { Journal } from '../../../electron/journal/journal.ts';
import { frame } from '../../../shared/history/journal-frame.ts';

const utf8 = (text: string) => new TextEncoder().encode(text);
export const concat = (parts: readonly Uint8Array[]) => Uint8Array.from(Buffer.concat(parts));

export const entry = (chain: string, sequence: number, part: number, closing: boolean, text = '') => {
  const header = { chain, sequence, part, ...(closing ? { closing: { parts: part, changes: part } } : {}) };
  return utf8(`${JSON.stringify(header)}\n${text}`);
};
/** A framed batch of `parts` parts and its closing record. */
export const batch = (chain: string, sequence: number, parts = 1, text = 'changes') =>
  concat([
    ...Array.from({ length: parts }, (_, part) => frame(entry(chain, sequence, part, false, text))),
    frame(entry(chain, sequence, parts, true)),
  ]);

export const readAll = async (journal: Journal) => {
  const parts: Uint8Array[] = [];
  for (let cursor: number | undefined = 0; cursor !== undefined; ) {
    const { bytes, next }: Awaited<ReturnType<Journal['read']>> = await journal.read(cursor);
    parts.push(bytes);
    cursor = next;
  }
  return concat(parts);
};
export const tailOf = async (journal: Journal) =>
  (await journal.tail()).entries.map(({ chain, sequence, part }) => `${chain}/${sequence}/${part}`);

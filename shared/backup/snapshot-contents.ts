import { z } from 'zod';
import type { BlockContent } from '../history/blocks.ts';
import { LINE_FEED } from '../kit/bytes.ts';
import { snapshotError } from './snapshot-file.ts';

/** First line of a snapshot's bytes: what the blocks after it are. The checkpoint is the store's own. */
const head = z.object({
  checkpoint: z.unknown(),
  blocks: z.array(z.object({ ledger: z.string(), length: z.int().min(0) })),
});

type SnapshotBlock = { readonly ledger: string; readonly bytes: Uint8Array };

/** The first line of a snapshot's bytes, before the blocks. */
export const contentsLine = (checkpoint: unknown, blocks: readonly SnapshotBlock[]): Uint8Array => {
  const listed = blocks.map(({ ledger, bytes }) => ({ ledger, length: bytes.length }));
  return new TextEncoder().encode(`${JSON.stringify({ checkpoint, blocks: listed })}\n`);
};

/**
 * The checkpoint and the blocks of a snapshot's bytes.
 * @throws LedgerError snapshot/damaged where the bytes do not add up to what the first line says.
 */
export const readContents = (
  bytes: Uint8Array,
): { readonly checkpoint: unknown; readonly blocks: readonly SnapshotBlock[] } => {
  const headEnd = bytes.indexOf(LINE_FEED);
  let parsed: z.infer<typeof head>;
  try {
    parsed = head.parse(JSON.parse(new TextDecoder().decode(bytes.subarray(0, headEnd))));
  } catch {
    throw snapshotError('damaged');
  }
  let at = headEnd + 1;
  const blocks = parsed.blocks.map(({ ledger, length }) => {
    const block = { ledger, bytes: bytes.subarray(at, at + length) };
    at += length;
    return block;
  });
  if (at !== bytes.length) throw snapshotError('damaged');
  return { checkpoint: parsed.checkpoint, blocks };
};

/** Records that stand in a block, without reading them as their ledger would. */
export const recordsIn = ({ bytes }: SnapshotBlock): number => {
  try {
    const content: BlockContent = JSON.parse(new TextDecoder().decode(bytes));
    return content.records.length;
  } catch {
    throw snapshotError('damaged');
  }
};

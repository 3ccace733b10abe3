import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { frame, scanFrames } from '../shared/history/journal-frame.ts';
import { type Purge, purgedBytes } from '../shared/history/purge.ts';
import { writeDurably } from './durable-file.ts';
import { CURRENT, finishReplacing, newName, type Segment } from './journal-segments.ts';

/** A file's frames with the purged payloads taken out; undefined where nothing in it is touched. */
const purgedFile = (
  bytes: Uint8Array,
  purge: Purge,
): { readonly bytes: Uint8Array; readonly entries: number } | undefined => {
  const pieces: Uint8Array[] = [];
  let entries = 0;
  let end = 0;
  for (const found of scanFrames(bytes).frames) {
    const purged = purgedBytes(found.bytes, purge);
    if (purged) entries += 1;
    pieces.push(bytes.subarray(end, found.start), purged ? frame(purged) : bytes.subarray(found.start, found.end));
    end = found.end;
  }
  return entries === 0 ? undefined : { bytes: Buffer.concat([...pieces, bytes.subarray(end)]), entries };
};

/**
 * Takes payloads out of every file of a closed journal. Closed segments carry their hash as their name, so each is
 * written anew under another; `save` lists them before the old ones go. Answers with how many entries were touched.
 */
export const purgeFiles = async (
  folder: string,
  segments: readonly Segment[],
  purge: Purge,
  save: (segments: readonly Segment[]) => Promise<void>,
): Promise<number> => {
  let touched = 0;
  const replaced: Segment[] = [];
  for (const segment of segments) {
    const purged = purgedFile(await readFile(path.join(folder, segment.name)), purge);
    if (purged) {
      const name = `${createHash('sha256').update(purged.bytes).digest('hex')}.log`;
      await writeDurably(path.join(folder, newName(name)), purged.bytes);
      replaced.push({ ...segment, name, bytes: purged.bytes.length, replaces: segment.name });
      touched += purged.entries;
    } else replaced.push(segment);
  }
  if (touched > 0) {
    await save(replaced);
    await save(await finishReplacing(folder, replaced));
  }
  const current = await readFile(path.join(folder, CURRENT)).catch(() => new Uint8Array());
  const purged = purgedFile(current, purge);
  if (purged) await writeDurably(path.join(folder, CURRENT), purged.bytes);
  return touched + (purged?.entries ?? 0);
};

import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { PurgedFiles } from '../../shared/desktop-api.ts';
import { frame, wholeFrames } from '../../shared/history/journal-frame.ts';
import { type Purge, purgedBytes } from '../../shared/history/purge.ts';
import { systemCode, writeDurably } from '../disk/durable-file.ts';
import { sha256 } from '../disk/sha256.ts';
import { CURRENT, finishReplacing, newName, type Segment } from './journal-segments.ts';

/** A file with the purged payloads taken out, `bytes` undefined where nothing in it is touched. */
type PurgedFile = { readonly bytes?: Uint8Array; readonly entries: number; readonly isWhole: boolean };

const purgedFile = (bytes: Uint8Array, purge: Purge): PurgedFile => {
  const { frames, isWhole } = wholeFrames(bytes);
  const pieces: Uint8Array[] = [];
  let entries = 0;
  let end = 0;
  for (const found of frames) {
    const purged = purgedBytes(found.bytes, purge);
    if (purged) entries += 1;
    pieces.push(bytes.subarray(end, found.start), purged ? frame(purged) : bytes.subarray(found.start, found.end));
    end = found.end;
  }
  return entries === 0
    ? { entries, isWhole }
    : { bytes: Buffer.concat([...pieces, bytes.subarray(end)]), entries, isWhole };
};

/** The bytes of a file; undefined where there is none. What cannot be read now is no missing file. */
const bytesOf = (file: string): Promise<Uint8Array | undefined> =>
  readFile(file).catch((thrown) => {
    if (systemCode(thrown) === 'ENOENT') return undefined;
    throw thrown;
  });

/**
 * Takes payloads out of every file of a closed journal. Closed segments carry their hash as their name, so each is
 * written anew under another; `save` lists them before the old ones go. `aside` names what was set aside as torn.
 */
export const purgeFiles = async (
  folder: string,
  segments: readonly Segment[],
  aside: readonly string[],
  purge: Purge,
  save: (segments: readonly Segment[]) => Promise<void>,
): Promise<PurgedFiles> => {
  let entries = 0;
  const unread: string[] = [];
  const purged = async (name: string): Promise<Uint8Array | undefined> => {
    const bytes = await bytesOf(path.join(folder, name));
    // An empty journal has no open segment.
    if (!bytes && name === CURRENT) return undefined;
    const file = bytes && purgedFile(bytes, purge);
    if (!file?.isWhole) unread.push(name);
    entries += file?.entries ?? 0;
    return file?.bytes;
  };
  const replaced: Segment[] = [];
  for (const segment of segments) {
    const bytes = await purged(segment.name);
    if (bytes) {
      const name = `${sha256(bytes)}.log`;
      await writeDurably(path.join(folder, newName(name)), bytes);
      replaced.push({ ...segment, name, bytes: bytes.length, replaces: segment.name });
    } else replaced.push(segment);
  }
  if (entries > 0) {
    await save(replaced);
    await save(await finishReplacing(folder, replaced));
  }
  for (const name of [CURRENT, ...aside]) {
    const bytes = await purged(name);
    if (bytes) await writeDurably(path.join(folder, name), bytes);
  }
  return { entries, unread };
};

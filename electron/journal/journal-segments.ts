import { mkdir, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { scanFrames } from '../../shared/history/journal-frame.ts';
import { flushFolder, systemCode, writeDurably } from '../disk/durable-file.ts';
import { sha256 } from '../disk/sha256.ts';
import { gatherBatches, type Tails } from './journal-entries.ts';

/** The open segment, the only file of the journal that ever changes. */
export const CURRENT = 'current.log';
const INDEX = 'index.json';
const SEGMENT_NAME = /^[0-9a-f]{64}\.log$/;

/** A closed segment: immutable, named by its SHA-256. `tails` is the state of every chain at its end. */
export type Segment = {
  readonly name: string;
  readonly bytes: number;
  readonly tails: Tails;
  /** The segment whose place it takes, until that is gone: a purge rewrote it. */
  readonly replaces?: string;
};

const tail = z.object({
  chain: z.string(),
  sequence: z.int(),
  part: z.int(),
  hash: z.string(),
  at: z.string().exactOptional(),
});
const index = z.object({
  format: z.literal(1),
  segments: z.array(
    z.object({
      name: z.string().regex(SEGMENT_NAME),
      bytes: z.int().min(0),
      tails: z.array(tail),
      replaces: z.string().regex(SEGMENT_NAME).exactOptional(),
    }),
  ),
});

/** An index that is missing or cannot be read is made again from the segments themselves. */
const readIndex = async (folder: string): Promise<Segment[]> => {
  let text: string;
  try {
    text = await readFile(path.join(folder, INDEX), 'utf8');
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return [];
    throw error;
  }
  try {
    return index
      .parse(JSON.parse(text))
      .segments.map((segment) => ({ ...segment, tails: new Map(segment.tails.map((each) => [each.chain, each])) }));
  } catch {
    return [];
  }
};

export const writeIndex = (folder: string, segments: readonly Segment[]): Promise<void> => {
  const listed = segments.map((segment) => ({ ...segment, tails: [...segment.tails.values()] }));
  const text = JSON.stringify({ format: 1, segments: listed }, null, 1);
  return writeDurably(path.join(folder, INDEX), new TextEncoder().encode(text));
};

/** Segments the index does not name yet, oldest first: the program ended between closing one and listing it. */
const unlisted = async (folder: string, listed: readonly Segment[]): Promise<readonly string[]> => {
  const known = new Set(listed.map(({ name }) => name));
  const names = (await readdir(folder)).filter((name) => SEGMENT_NAME.test(name) && !known.has(name));
  const closedAt = await Promise.all(names.map(async (name) => (await stat(path.join(folder, name))).mtimeMs));
  const order = new Map(names.map((name, at) => [name, closedAt[at] ?? 0]));
  return names.toSorted((a, b) => (order.get(a) ?? 0) - (order.get(b) ?? 0));
};

/** The whole batches of one segment file. */
export const readBatches = async (folder: string, name: string) =>
  gatherBatches(scanFrames(await readFile(path.join(folder, name))).frames);

/** A segment on its way into the place of another: it has its name only once the index knows both. */
export const newName = (name: string): string => `${name}.new`;

/**
 * Puts the segments that a purge rewrote in the places of those they replace: renames them, lets the old ones go. May be
 * done again after a crash at any point.
 */
export const finishReplacing = async (folder: string, segments: readonly Segment[]): Promise<Segment[]> => {
  for (const { name, replaces } of segments) {
    if (replaces === undefined) continue;
    await rename(path.join(folder, newName(name)), path.join(folder, name)).catch((thrown) => {
      if (systemCode(thrown) !== 'ENOENT') throw thrown;
    });
    await rm(path.join(folder, replaces), { force: true });
  }
  return segments.map(({ replaces: _, ...segment }) => segment);
};

/** The name of what is set aside, by the hash of its bytes. */
export const asideName = (hash: string): string => `torn-${hash.slice(0, 12)}.bin`;

/** The size of a file; -1 where there is none. What cannot be asked now is no missing file. */
const sizeOf = async (file: string): Promise<number> => {
  try {
    return (await stat(file)).size;
  } catch (thrown) {
    if (systemCode(thrown) !== 'ENOENT') throw thrown;
    return -1;
  }
};

const setAside = (folder: string, name: string, hash: string): Promise<void> =>
  rename(path.join(folder, name), path.join(folder, asideName(hash))).catch((thrown) => {
    if (systemCode(thrown) !== 'ENOENT') throw thrown;
  });

/**
 * The segments before the first that is gone or cut short (cleaning programs delete *.log). What follows it is set aside,
 * that the store may write it again from there: a journal that tells of batches it does not hold is no second copy. May be
 * done again after a crash.
 */
const beforeHole = async (folder: string, segments: readonly Segment[]): Promise<Segment[]> => {
  const kept: Segment[] = [];
  for (const segment of segments) {
    if ((await sizeOf(path.join(folder, segment.name))) < segment.bytes) break;
    kept.push(segment);
  }
  if (kept.length === segments.length) return kept;
  for (const { name } of segments.slice(kept.length)) await setAside(folder, name, name);
  if ((await sizeOf(path.join(folder, CURRENT))) > 0)
    await setAside(folder, CURRENT, sha256(await readFile(path.join(folder, CURRENT))));
  await writeIndex(folder, kept);
  return kept;
};

/** The closed segments in journal order; makes the folder and mends the index on the way. */
export const listSegments = async (folder: string): Promise<readonly Segment[]> => {
  await mkdir(folder, { recursive: true });
  const listed = await readIndex(folder);
  const replaced = await finishReplacing(folder, listed);
  if (listed.some(({ replaces }) => replaces !== undefined)) await writeIndex(folder, replaced);
  const segments = await beforeHole(folder, replaced);
  const missing = await unlisted(folder, segments);
  for (const name of missing) {
    const { size } = await stat(path.join(folder, name));
    const { tails } = await readBatches(folder, name);
    segments.push({ name, bytes: size, tails: new Map([...(segments.at(-1)?.tails ?? []), ...tails]) });
  }
  if (missing.length > 0) await writeIndex(folder, segments);
  return segments;
};

/**
 * Closes the open segment, already flushed: from now on it is immutable and carries its hash as its name. Renamed
 * first, listed second, so that a crash in between loses nothing.
 */
export const closeSegment = async (
  folder: string,
  segments: readonly Segment[],
  tails: Tails,
): Promise<readonly Segment[]> => {
  const bytes = await readFile(path.join(folder, CURRENT));
  const name = `${sha256(bytes)}.log`;
  await rename(path.join(folder, CURRENT), path.join(folder, name));
  await flushFolder(folder);
  const longer = [...segments, { name, bytes: bytes.length, tails: new Map(tails) }];
  await writeIndex(folder, longer);
  return longer;
};

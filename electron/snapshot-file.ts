import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { SnapshotInfo, SnapshotManifest } from '../shared/desktop-api.ts';

/**
 * A snapshot file: the manifest as one line of JSON, the blocks' bytes, then 64 hex digits and a line feed: the SHA-256
 * of everything before them. The hash stands last because it is known last.
 */
export const SEAL_LENGTH = 65;
const LINE_FEED = 10;
const SEAL = /^[0-9a-f]{64}\n$/;

export const snapshotManifest = z.strictObject({
  format: z.literal(1),
  at: z.iso.datetime({ offset: true }),
  office: z.string().max(200),
  counts: z.record(z.string().max(100), z.int().min(0)),
  version: z.string().max(50),
  covers: z.record(z.string().max(100), z.strictObject({ sequence: z.int().min(0), hash: z.string().max(100) })),
  hashes: z.array(z.string().regex(/^[0-9a-f]{64}$/)).max(1_000_000),
}) satisfies z.ZodType<SnapshotManifest>;

/** `20260105T094107-<first 12 of the hash>.slsnap`: sorts by time, says nothing of people, fits every file system. */
export const snapshotName = (at: string, sha256: string): string =>
  `${at.slice(0, 19).replaceAll(/[-:]/g, '')}-${sha256.slice(0, 12)}.slsnap`;

export const SNAPSHOT_NAME = /^\d{8}T\d{6}-[0-9a-f]{12}\.slsnap$/;

export const manifestLine = (manifest: SnapshotManifest): Uint8Array =>
  new TextEncoder().encode(`${JSON.stringify(manifest)}\n`);

export const sealOf = (sha256: string): Uint8Array => new TextEncoder().encode(`${sha256}\n`);

/** The manifest in the first line of a file, or undefined where there is none. */
export const readManifest = (start: Uint8Array): SnapshotManifest | undefined => {
  const lineEnd = start.indexOf(LINE_FEED);
  if (lineEnd < 0) return undefined;
  try {
    return snapshotManifest.parse(JSON.parse(new TextDecoder().decode(start.subarray(0, lineEnd))));
  } catch {
    return undefined;
  }
};

/** The hash a file ends with, or undefined where it does not. */
export const readSeal = (end: Uint8Array): string | undefined => {
  const seal = new TextDecoder().decode(end.subarray(-SEAL_LENGTH));
  return SEAL.test(seal) ? seal.slice(0, -1) : undefined;
};

/** A whole file taken apart, or undefined where anything in it is not as it was written under that name. */
export const verifySnapshot = (
  name: string,
  file: Uint8Array,
): { readonly manifest: SnapshotManifest; readonly bytes: Uint8Array; readonly sha256: string } | undefined => {
  const sealed = file.subarray(0, -SEAL_LENGTH);
  const sha256 = createHash('sha256').update(sealed).digest('hex');
  const manifest = readManifest(sealed);
  if (manifest === undefined || readSeal(file) !== sha256 || snapshotName(manifest.at, sha256) !== name)
    return undefined;
  return { manifest, bytes: sealed.slice(sealed.indexOf(LINE_FEED) + 1), sha256 };
};

export const snapshotInfo = (
  id: string,
  bytes: number,
  sha256: string,
  { at, office, counts, version }: SnapshotManifest,
): SnapshotInfo => ({ id, at, bytes, sha256, office, counts, version });

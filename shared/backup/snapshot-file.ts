import { z } from 'zod';
import type { SnapshotInfo, SnapshotManifest } from '../desktop-api.ts';
import { beginsLikeArchive, beginsWith, LINE_FEED } from '../kit/bytes.ts';
import { LedgerError } from '../kit/complaint.ts';

/**
 * A snapshot file: the manifest as one line of JSON, the blocks' bytes, then 64 hex digits and a line feed: the SHA-256
 * of everything before them. The hash stands last because it is known last.
 */
export const SEAL_LENGTH = 65;
const SEAL = /^[0-9a-f]{64}\n$/;

/** Why a snapshot was taken. */
const SNAPSHOT_REASONS = ['asked', 'start', 'regular', 'update', 'import', 'delete', 'restore', 'restored'] as const;

export const snapshotManifest = z.strictObject({
  format: z.literal(1),
  at: z.iso.datetime({ offset: true }),
  office: z.string().max(200),
  counts: z.record(z.string().max(100), z.int().min(0)),
  version: z.string().max(50),
  reason: z.enum(SNAPSHOT_REASONS).exactOptional(),
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

/** The first line of a file as JSON, or undefined where it is none. */
const firstLine = (start: Uint8Array): unknown => {
  const lineEnd = start.indexOf(LINE_FEED);
  if (lineEnd < 0) return undefined;
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(start.subarray(0, lineEnd)));
  } catch {
    return undefined;
  }
};

/** The manifest in the first line of a file, or undefined where there is none. */
export const readManifest = (start: Uint8Array): SnapshotManifest | undefined =>
  snapshotManifest.safeParse(firstLine(start)).data;

/** The hash a file ends with, or undefined where it does not. */
export const readSeal = (end: Uint8Array): string | undefined => {
  const seal = new TextDecoder().decode(end.subarray(-SEAL_LENGTH));
  return SEAL.test(seal) ? seal.slice(0, -1) : undefined;
};

/** A whole snapshot taken apart. */
export type OpenedSnapshot = {
  readonly manifest: SnapshotManifest;
  readonly bytes: Uint8Array;
  readonly sha256: string;
};

/** What a file that should be a snapshot is instead. */
const FAULTS = {
  packed: ['snapshot/packed', '这是一个压缩包，不是备份文件本身。没有恢复任何内容，请先解压，选其中的 .slsnap 文件。'],
  foreign: ['snapshot/foreign', '这不是本程序的备份文件。没有恢复任何内容，请选择扩展名为 .slsnap 的备份文件。'],
  newer: [
    'snapshot/newer',
    '程序版本过旧：这份备份是更新版本的程序写的，本程序读不了。没有恢复任何内容，请先更新程序。',
  ],
  truncated: [
    'snapshot/truncated',
    '这份备份不完整，可能没有复制完。没有恢复任何内容，当前数据不受影响，请重新复制或选用另一份备份。',
  ],
  damaged: ['snapshot/damaged', '这份备份已损坏或被改动，不能用来恢复。当前数据不受影响，请选用另一份备份。'],
} as const satisfies { readonly [fault: string]: readonly [code: string, message: string] };

export const snapshotError = (fault: keyof typeof FAULTS): LedgerError => {
  const [code, message] = FAULTS[fault];
  return new LedgerError(code, message);
};

/** Every snapshot, of whatever format, begins with these characters. */
const FIRST_CHARACTERS = '{"format":';

/** Why the first line is no manifest this program reads. */
const manifestFault = (file: Uint8Array): keyof typeof FAULTS => {
  if (beginsLikeArchive(file)) return 'packed';
  if (!beginsWith(file, FIRST_CHARACTERS)) return 'foreign';
  if (!file.includes(LINE_FEED)) return 'truncated';
  const format = z.object({ format: z.number() }).safeParse(firstLine(file)).data?.format;
  return format !== undefined && format > 1 ? 'newer' : 'damaged';
};

/**
 * Takes a whole file apart.
 * @throws LedgerError snapshot/packed, foreign, newer, truncated or damaged: what the file is instead.
 */
export const openSnapshot = (file: Uint8Array, sha256Of: (bytes: Uint8Array) => string): OpenedSnapshot => {
  const manifest = readManifest(file);
  if (manifest === undefined) throw snapshotError(manifestFault(file));
  const seal = readSeal(file);
  if (seal === undefined) throw snapshotError('truncated');
  const sealed = file.subarray(0, -SEAL_LENGTH);
  const sha256 = sha256Of(sealed);
  if (sha256 !== seal) throw snapshotError('damaged');
  return { manifest, bytes: sealed.subarray(sealed.indexOf(LINE_FEED) + 1), sha256 };
};

export const snapshotInfo = (
  id: string,
  bytes: number,
  sha256: string,
  { at, office, counts, version, reason }: SnapshotManifest,
): SnapshotInfo => ({ id, at, bytes, sha256, office, counts, version, ...(reason === undefined ? {} : { reason }) });

import { inflateSync } from 'fflate';

/** One file inside a zip as the central directory declares it; sizes and offset in bytes. */
export type ZipEntry = {
  readonly name: string;
  readonly packed: number;
  readonly size: number;
  /** 0 stored, 8 deflated; anything else no office suite writes. */
  readonly method: number;
  readonly checksum: number;
  readonly offset: number;
  readonly encrypted: boolean;
  /** Where its record in the central directory begins, and how long that is. */
  readonly recordAt: number;
  readonly recordLength: number;
};

/** How the records of a zip begin, and how long each is before its name (APPNOTE 4.3.7, 4.3.12, 4.3.16). */
export const END_RECORD = 0x06054b50;
const ENTRY_RECORD = 0x02014b50;
export const LOCAL_RECORD = 0x04034b50;
export const LOCAL_LENGTH = 30;
export const END_LENGTH = 22;
export const ENTRY_LENGTH = 46;
const LONGEST_COMMENT = 0xffff;

/**
 * Reads the central directory of a zip without inflating anything, so that a hostile file is refused by what it declares.
 * Returns undefined where there is no whole directory: a damaged or cut file.
 */
export function readZipDirectory(bytes: Uint8Array): readonly ZipEntry[] | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = findEnd(view);
  if (end === undefined) return undefined;
  const count = view.getUint16(end + 10, true);
  let at = view.getUint32(end + 16, true);
  const names = new TextDecoder('utf-8');
  const entries: ZipEntry[] = [];
  for (let index = 0; index < count; index += 1) {
    if (at + ENTRY_LENGTH > end || view.getUint32(at, true) !== ENTRY_RECORD) return undefined;
    const nameLength = view.getUint16(at + 28, true);
    const recordLength = ENTRY_LENGTH + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
    entries.push({
      name: names.decode(bytes.subarray(at + ENTRY_LENGTH, at + ENTRY_LENGTH + nameLength)),
      packed: view.getUint32(at + 20, true),
      size: view.getUint32(at + 24, true),
      method: view.getUint16(at + 10, true),
      checksum: view.getUint32(at + 16, true),
      offset: view.getUint32(at + 42, true),
      encrypted: (view.getUint16(at + 8, true) & 1) === 1,
      recordAt: at,
      recordLength,
    });
    at += recordLength;
  }
  return entries;
}

function findEnd(view: DataView): number | undefined {
  const last = view.byteLength - END_LENGTH;
  for (let at = last; at >= Math.max(0, last - LONGEST_COMMENT); at -= 1) {
    if (view.getUint32(at, true) === END_RECORD) return at;
  }
  return undefined;
}

/**
 * Inflates one packed entry: size and checksum of the answer must be the entry's, else it rejects. A worker passes in
 * the browser's own inflater, which is faster than any written in the language itself.
 */
export type Inflate = (packed: Uint8Array, entry: ZipEntry) => Promise<Uint8Array>;

/**
 * Inflates every entry into exactly the room it declares and compares its checksum: a file that was damaged on the way
 * or lies about its size is told before a parser sees it. Neither fflate nor the xlsx package looks at checksums, and
 * one flipped byte can keep the latter busy for minutes.
 * Returns the contents by name, or undefined where any entry is not whole.
 */
export function inflateZip(
  bytes: Uint8Array,
  entries: readonly ZipEntry[],
): ReadonlyMap<string, Uint8Array> | undefined {
  const contents = new Map<string, Uint8Array>();
  for (const entry of entries) {
    const content = inflateEntry(bytes, entry);
    if (content === undefined) return undefined;
    contents.set(entry.name, content);
  }
  return contents;
}

/** The same with an inflater passed in. */
export async function inflateZipWith(
  inflate: Inflate,
  bytes: Uint8Array,
  entries: readonly ZipEntry[],
): Promise<ReadonlyMap<string, Uint8Array> | undefined> {
  const contents = new Map<string, Uint8Array>();
  for (const entry of entries) {
    const packed = packedOf(bytes, entry);
    if (packed === undefined) return undefined;
    try {
      contents.set(entry.name, entry.method === 0 ? whole(packed, entry) : await inflate(packed, entry));
    } catch {
      return undefined;
    }
  }
  return contents;
}

function inflateEntry(bytes: Uint8Array, entry: ZipEntry): Uint8Array | undefined {
  const packed = packedOf(bytes, entry);
  if (packed === undefined) return undefined;
  try {
    return whole(entry.method === 0 ? packed : inflateSync(packed, { out: new Uint8Array(entry.size) }), entry);
  } catch {
    return undefined;
  }
}

function packedOf(bytes: Uint8Array, entry: ZipEntry): Uint8Array | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (entry.offset + LOCAL_LENGTH > bytes.length || view.getUint32(entry.offset, true) !== LOCAL_RECORD)
    return undefined;
  if (entry.method !== 0 && entry.method !== 8) return undefined;
  const names = view.getUint16(entry.offset + 26, true) + view.getUint16(entry.offset + 28, true);
  const start = entry.offset + LOCAL_LENGTH + names;
  return bytes.subarray(start, start + entry.packed);
}

function whole(content: Uint8Array, entry: ZipEntry): Uint8Array {
  if (content.length !== entry.size || checksumOf(content) !== entry.checksum) throw new RangeError('not whole');
  return content;
}

const CHECKSUM_STEPS = Uint32Array.from({ length: 256 }, (_, byte) => {
  let step = byte;
  for (let bit = 0; bit < 8; bit += 1) step = step & 1 ? 0xedb88320 ^ (step >>> 1) : step >>> 1;
  return step;
});

/** CRC-32 as zip files carry it. */
export function checksumOf(bytes: Uint8Array): number {
  const steps = CHECKSUM_STEPS;
  let sum = 0xffffffff;
  // An index, not for-of: over 100 MB the iterator costs seconds.
  for (let at = 0; at < bytes.length; at += 1) sum = (steps[(sum ^ (bytes[at] ?? 0)) & 0xff] ?? 0) ^ (sum >>> 8);
  return (sum ^ 0xffffffff) >>> 0;
}

import { deflateSync } from 'fflate';
import { joinedBytes } from '../../kit/bytes.ts';
import {
  checksumOf,
  END_LENGTH,
  END_RECORD,
  ENTRY_LENGTH,
  LOCAL_LENGTH,
  LOCAL_RECORD,
  type ZipEntry,
} from './zip-directory.ts';

/** New content of an entry, compressed. */
export type PackedContent = { readonly packed: Uint8Array; readonly size: number; readonly checksum: number };

/** What becomes of an entry: other content, or nothing at all. */
export type EntryChange = PackedContent | 'removed';

/** Compresses by the raw deflate of zip files. A worker passes in the browser's own, which is several times as fast. */
export type Deflate = (content: Uint8Array<ArrayBuffer>) => Promise<Uint8Array>;

export const packedContent = (content: Uint8Array, packed: Uint8Array): PackedContent => ({
  packed,
  size: content.length,
  checksum: checksumOf(content),
});

/** The same by the language itself, at once. */
export const packContent = (content: Uint8Array): PackedContent =>
  packedContent(content, deflateSync(content, { level: 6 }));

const DEFLATED = 8;
/** Bit of an entry's flags: sizes and checksum follow the data. Here they always stand before it. */
const SIZES_BEHIND = 1 << 3;

/**
 * The same zip with some entries changed or removed. Whatever is not named keeps its compressed bytes, its name, its date
 * and its place.
 */
export function patchZip(
  bytes: Uint8Array,
  entries: readonly ZipEntry[],
  changes: ReadonlyMap<string, EntryChange>,
): Uint8Array<ArrayBuffer> {
  const pieces: Uint8Array[] = [];
  const records: Uint8Array[] = [];
  let at = 0;
  for (const entry of entries) {
    const change = changes.get(entry.name);
    if (change === 'removed') continue;
    const { head, packed, record } = change === undefined ? keptEntry(bytes, entry) : newEntry(bytes, entry, change);
    viewOf(record).setUint32(42, at, true);
    pieces.push(head, packed);
    records.push(record);
    at += head.length + packed.length;
  }
  const directory = joinedBytes(records);
  return joinedBytes([...pieces, directory, endRecord(records.length, directory.length, at)]);
}

type Written = { readonly head: Uint8Array; readonly packed: Uint8Array; readonly record: Uint8Array };

const viewOf = (bytes: Uint8Array): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

function keptEntry(bytes: Uint8Array, entry: ZipEntry): Written {
  const local = viewOf(bytes.subarray(entry.offset));
  const length = LOCAL_LENGTH + local.getUint16(26, true) + local.getUint16(28, true);
  const head = bytes.slice(entry.offset, entry.offset + length);
  const record = bytes.slice(entry.recordAt, entry.recordAt + entry.recordLength);
  writeSizes(viewOf(head), 6, entry);
  writeSizes(viewOf(record), 8, entry);
  const from = entry.offset + length;
  return { head, packed: bytes.subarray(from, from + entry.packed), record };
}

function newEntry(bytes: Uint8Array, entry: ZipEntry, { packed, ...rest }: PackedContent): Written {
  const sizes = { packed: packed.length, ...rest };
  const old = bytes.subarray(entry.recordAt, entry.recordAt + entry.recordLength);
  const nameLength = viewOf(old).getUint16(28, true);
  const record = old.slice(0, ENTRY_LENGTH + nameLength);
  const view = viewOf(record);
  view.setUint16(10, DEFLATED, true);
  view.setUint16(30, 0, true);
  view.setUint16(32, 0, true);
  writeSizes(view, 8, sizes);
  const head = new Uint8Array(LOCAL_LENGTH + nameLength);
  viewOf(head).setUint32(0, LOCAL_RECORD, true);
  // From the version needed to the sizes both records say the same, two bytes apart; so do the lengths of the name.
  head.set(record.subarray(6, 30), 4);
  head.set(record.subarray(ENTRY_LENGTH), LOCAL_LENGTH);
  return { head, packed, record };
}

/** Writes flags, checksum and sizes; `at` is where the record keeps its flags. */
function writeSizes(view: DataView, at: number, { packed, size, checksum }: Sizes): void {
  view.setUint16(at, view.getUint16(at, true) & ~SIZES_BEHIND, true);
  view.setUint32(at + 8, checksum, true);
  view.setUint32(at + 12, packed, true);
  view.setUint32(at + 16, size, true);
}

type Sizes = Pick<ZipEntry, 'packed' | 'size' | 'checksum'>;

function endRecord(count: number, length: number, at: number): Uint8Array {
  const end = new DataView(new ArrayBuffer(END_LENGTH));
  end.setUint32(0, END_RECORD, true);
  end.setUint16(8, count, true);
  end.setUint16(10, count, true);
  end.setUint32(12, length, true);
  end.setUint32(16, at, true);
  return new Uint8Array(end.buffer);
}

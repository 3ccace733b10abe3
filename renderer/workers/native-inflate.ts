import type { ZipEntry } from '../../shared/workbook/package/zip-directory.ts';

/** Pieces a packed entry is handed over in: however hard it is packed, each inflates to at most some 64 MB. */
const STEP = 64 * 1024;

/**
 * Inflates a zip entry with the browser's own inflater. Dressed as gzip, whose trailer carries checksum and size, the
 * browser checks both itself; the checksum of 100 MB costs nothing extra.
 * Rejects where content, size or checksum are not what the entry declares.
 */
export async function inflateNatively(packed: Uint8Array, entry: ZipEntry): Promise<Uint8Array> {
  const stream = new DecompressionStream('gzip');
  const feeding = feed(stream.writable.getWriter(), packed, entry);
  // Whatever goes wrong with feeding shows in reading too; only one of the two is waited for.
  feeding.catch(() => undefined);
  const content = new Uint8Array(entry.size);
  const reader = stream.readable.getReader();
  let length = 0;
  for (let piece = await reader.read(); !piece.done; piece = await reader.read()) {
    if (length + piece.value.length > content.length) {
      await reader.cancel();
      throw new RangeError('inflates beyond its declared size');
    }
    content.set(piece.value, length);
    length += piece.value.length;
  }
  if (length !== content.length) throw new RangeError('inflates short of its declared size');
  return content;
}

async function feed(writer: WritableStreamDefaultWriter<BufferSource>, packed: Uint8Array, entry: ZipEntry) {
  await writer.write(Uint8Array.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 3]));
  for (let at = 0; at < packed.length; at += STEP) await writer.write(packed.slice(at, at + STEP));
  const trailer = new DataView(new ArrayBuffer(8));
  trailer.setUint32(0, entry.checksum, true);
  trailer.setUint32(4, entry.size, true);
  await writer.write(trailer);
  await writer.close();
}

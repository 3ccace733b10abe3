import type { Deflate } from '../../shared/workbook/package/zip-patch.ts';

/** Compresses a zip entry with the browser's own deflater. */
export const deflateNatively: Deflate = async (content) => {
  const stream = new Blob([content]).stream().pipeThrough(new CompressionStream('deflate-raw'));
  return new Uint8Array(await new Response(stream).arrayBuffer());
};

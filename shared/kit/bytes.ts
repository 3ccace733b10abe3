export const MEGABYTE = 1024 * 1024;

/** Ends a line in every file of the program's own. */
export const LINE_FEED = 10;

/** Pieces of bytes one behind the other. */
export function joinedBytes(pieces: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(pieces.reduce((length, piece) => length + piece.length, 0));
  let at = 0;
  for (const piece of pieces) {
    bytes.set(piece, at);
    at += piece.length;
  }
  return bytes;
}

/** Whether bytes begin with a text, a byte a character (Latin-1). */
export const beginsWith = (bytes: Uint8Array, text: string): boolean =>
  new TextDecoder('latin1').decode(bytes.subarray(0, text.length)) === text;

/** Bytes that begin like an archive's: .zip, .rar or .7z, where one of the program's own files was asked for. */
export const beginsLikeArchive = (bytes: Uint8Array): boolean =>
  ['PK', 'Rar!', '7z\u00bc\u00af'].some((mark) => beginsWith(bytes, mark));

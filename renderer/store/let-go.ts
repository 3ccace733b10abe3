/**
 * Gives back the memory of bytes that somebody else has a copy of by now. Left to be cleared away they would pile up: to the
 * engine each is a small object. What takes the memory over is gone with the next small clearing.
 */
export function letGo(bytes: Uint8Array): void {
  if (bytes.buffer instanceof ArrayBuffer) structuredClone(bytes.buffer, { transfer: [bytes.buffer] });
}

/**
 * Gives back the memory of bytes that somebody else has a copy of by now. Left to be cleared away they would pile up: to the
 * engine each is a small object. What is on its way through a channel that closes is gone at once. Bytes that share their
 * memory with others are left alone.
 */
export function letGo({ buffer, byteLength }: Uint8Array): void {
  if (!(buffer instanceof ArrayBuffer) || byteLength < buffer.byteLength) return;
  const { port1, port2 } = new MessageChannel();
  port1.postMessage(undefined, [buffer]);
  port1.close();
  port2.close();
}

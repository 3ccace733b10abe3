/** The browser's own SHA-256, in hex. A buffer is read as it is now, whatever becomes of it before the answer. */
export const sha256 = async (bytes: ArrayBuffer | Uint8Array): Promise<string> => {
  const content = bytes instanceof ArrayBuffer ? bytes : new Uint8Array(bytes);
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', content));
  return [...digest].map((byte) => byte.toString(16).padStart(2, '0')).join('');
};
